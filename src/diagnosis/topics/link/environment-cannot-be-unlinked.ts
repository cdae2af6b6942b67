import * as links from '../../../rules/remediation/links.js';
import { resetDualWrite } from '../../../rules/remediation/reset-dual-write.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

/** Without signatures: the buttons are gone, and nothing is said. */
export const environmentCannotBeUnlinked = /* @__PURE__ */ defineTopic({
  id: 'environment-cannot-be-unlinked',
  title: 'The link between the environments cannot be removed',
  phase: 'link',
  causes: [
    'Since platform update 54 (10.0.30), the Dual-write page has no button to link or unlink an environment: a link can be reset, not removed.',
    'Maps still run, are paused or are initializing: the reset waits for them.',
    'The other environment is gone, so that maps cannot be stopped.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator', 'tenant-administrator'],
  remediation: {
    summary: 'Stop the maps if synchronization should end; reset the link only if it must point elsewhere.',
    options: [
      {
        title: 'Stop the maps and leave the link as it is',
        steps: [
          'On the Dual-write page (Data management > Dual-write), stop every map, dependent maps first.',
          'Check that all of them show Not running: nothing is synchronized any longer, and the link does no harm.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.enableMaps],
      },
      {
        ...resetDualWrite,
        title: 'If the environments must be linked differently: reset the link, with Force Reset if one side is gone',
      },
    ],
  },
  rules: ['DWDVEV9305', 'DWFOEV9308'],
  source: sources.reset,
  signatures: [],
});
