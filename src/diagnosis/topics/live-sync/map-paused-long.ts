import * as links from '../../../rules/remediation/links.js';
import { resumeMap } from '../../../rules/remediation/resume-map.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

/** Without signatures: it is a state, and says nothing. */
export const mapPausedLong = /* @__PURE__ */ defineTopic({
  id: 'map-paused-long',
  title: 'A map is paused and does not resume',
  phase: 'live-sync',
  causes: [
    'A map does not resume by itself: somebody has to run it, also after an alert has paused it.',
    'The pause reached its limit of one day or 1 GB: changes to the mapped tables are blocked until the map runs again.',
    'The platform of finance and operations or the dual-write core solution is older than what resuming needs.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary: 'Resume the map now; if that fails, bring both sides to the versions that resuming needs.',
    options: [
      resumeMap[0],
      {
        title: 'If it does not resume: check the versions',
        steps: [
          'Run `dual-write-health check`: DWFOEV9004 names a platform, DWDVEV9002 a core solution that is too old to pause and resume.',
          'Update what the findings name, and resume the map.',
          'If it still does not resume, open a support request with the name of the map and the time of the pause.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.pause, links.systemRequirements],
      },
      ...resumeMap.slice(1),
    ],
  },
  rules: ['DWFOEV9603', 'DWFOEV9604', 'DWFOEV9309', 'DWFOEV9004', 'DWDVEV9002'],
  source: sources.pause,
  signatures: [],
});
