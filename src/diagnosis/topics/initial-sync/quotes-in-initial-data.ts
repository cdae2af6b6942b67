import * as links from '../../../rules/remediation/links.js';
import { stopInitializingMap } from '../../../rules/remediation/stop-initializing-map.js';
import { defineTopic } from '../../topic.js';

export const quotesInInitialData = /* @__PURE__ */ defineTopic({
  id: 'quotes-in-initial-data',
  title: 'Initial synchronization: double quotes in the data',
  phase: 'initial-sync',
  causes: [
    'A text value in the source contains a double quote. The rows are transferred as delimited text, and the quote breaks its line.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary:
      'Leave the column out of the first run, or remove the double quotes from the values in the source; then run the initial synchronization again.',
    options: [
      {
        title: 'Leave the column out of the first run',
        steps: [
          stopInitializingMap,
          'Open the map, remove the mapping of the column that has the quotes, save, and run the map with initial synchronization.',
          'Stop the map, add the mapping again, save, and run the map without initial synchronization.',
          'Fill the column on the other side with the data tools there.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.initialSync],
      },
      {
        title: 'Remove the quotes',
        steps: [
          'Check the direction in the message: it names the entity and the legal entity whose rows are read.',
          'Export the entity to Excel and search the mapped text columns for double quotes, as in 19" rack; they are most common in names and descriptions.',
          'Replace them in the source, for example with the word inch or with single quotes, and keep a list of what you changed.',
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
