import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { stopInitializingMap } from '../../../rules/remediation/stop-initializing-map.js';
import { ruleTexts } from '../../../rules/rule-texts.js';
import { defineTopic } from '../../topic.js';

const { options } = ruleTexts.DWFOEV9602.remediation;

/** Without signatures: it is a state, and says nothing. */
export const mapStuckInitializing = /* @__PURE__ */ defineTopic({
  id: 'map-stuck-initializing',
  title: 'A map stays in Initializing: its initial sync is stuck',
  phase: 'initial-sync',
  causes: [
    'The initial synchronization is still running: it can take hours, and the page offers no action while the map is initializing.',
    'The export or import job behind it failed or hangs, for example because no batch server takes it.',
    'There are too many rows or companies for one run.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary: 'Look at the job behind the map; wait for its end, fix what it reports, and run it again.',
    options: [
      options[0],
      ...options.slice(1, 2),
      {
        title: 'If the existing data can be loaded another way: go live without it',
        steps: [stopInitializingMap, 'Load the rows another way, or run the map again later with fewer companies.'],
        performedBy: ['finops-system-administrator'],
        destroys:
          'Existing rows that were not yet copied remain different on the two sides until they are changed or loaded another way.',
        links: [links.enableMaps, links.initialSync],
      },
    ],
  },
  rules: ['DWFOEV9602', 'DWFOEV9302'],
  source: sources.initialSyncGuidance,
  signatures: [],
});
