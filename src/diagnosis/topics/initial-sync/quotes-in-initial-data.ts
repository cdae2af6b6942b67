import * as links from '../../../rules/remediation/links.js';
import { stopInitializingMap } from '../../../rules/remediation/stop-initializing-map.js';
import { defineTopic } from '../../topic.js';

export const quotesInInitialData = /* @__PURE__ */ defineTopic({
  id: 'quotes-in-initial-data',
  title: 'Initial synchronization: double quotes in the data',
  phase: 'initial-sync',
  causes: [
    'A text value in the source holds a double quote. The rows travel as delimited text, and the quote breaks the line that it stands in.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary:
      'Leave the column out of the first run, or take the double quotes out of the values of the source; then run the initial synchronization again.',
    options: [
      {
        title: 'Leave the column out of the first run',
        steps: [
          stopInitializingMap,
          'Open the map, take out the mapping of the column that has the quotes, save, and run the map with initial synchronization.',
          'Stop the map, put the mapping back, save, and run the map without initial synchronization.',
          'Fill the column on the other side with the data tools there.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.initialSync],
      },
      {
        title: 'Take the quotes out',
        steps: [
          'Look in the message for the direction: it names the entity and the legal entity whose rows are read.',
          'Export the entity to Excel and search the mapped text columns for double quotes, as in 19" rack; names and descriptions are where they mostly stand.',
          'Replace them in the source, for instance by the word inch or by single quotes, and keep a list of what you changed.',
          'Run the map again with initial synchronization.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: 'The quotes in these values, unless you put them back later.',
        links: [links.initialSync],
      },
    ],
  },
  rules: [],
  source: { title: 'Considerations for initial synchronization', date: '2026-01-15' },
  signatures: [
    { all: ['initial writes failed while parsing the data for leg'] },
    { all: ['malformedlineexception', 'dynamics 365 for finance and operations'] },
    { all: ['malformedlineexception', 'dual write'] },
  ],
});
