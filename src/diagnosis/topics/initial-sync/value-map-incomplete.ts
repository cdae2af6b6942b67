import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { stopInitializingMap } from '../../../rules/remediation/stop-initializing-map.js';
import { defineTopic } from '../../topic.js';

/** Without signatures: what such a row fails with is the message of the column that it is written to. */
export const valueMapIncomplete = /* @__PURE__ */ defineTopic({
  id: 'value-map-incomplete',
  title: 'A value is missing in a value map',
  phase: 'initial-sync',
  causes: [
    'A row has a value that the value map (the transform between enumeration and choice) of the map does not list, on one side or the other.',
    'A value is blank, and the map has no default for it.',
    'An option was added on one side after the value map was made.',
  ],
  performedBy: ['finops-system-administrator', 'system-customizer'],
  remediation: {
    summary: 'Give every value a partner in the value map, or set a default; clean up data that has neither.',
    options: [
      {
        title: 'Clean up the data first',
        steps: [
          'List the different values of the column on both sides, with an export or a view.',
          'Correct values that nobody needs, and fill blanks.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.initialSync],
      },
      {
        title: 'Complete the value map',
        steps: [
          stopInitializingMap,
          'Open the map and select the transform of the column.',
          'Under Value map, add a pair for each value that is missing; or add a Default transform for blank values.',
          'Save, and run the map with initial synchronization, so that the rows that failed are sent again.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.customizeMappings],
      },
    ],
  },
  rules: ['DIPV1029'],
  source: sources.customizeMappings,
  signatures: [],
});
