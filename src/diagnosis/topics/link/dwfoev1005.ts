import { bypassApiHub } from '../../../rules/remediation/bypass-api-hub.js';
import { resetDualWrite } from '../../../rules/remediation/reset-dual-write.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

export const dwfoev1005 = /* @__PURE__ */ defineTopic({
  id: 'DWFOEV1005',
  code: 'DWFOEV1005',
  title: 'Finance and operations connection missing, and it cannot be created again',
  phase: 'link',
  causes: [
    'The API hub connection of the link to finance and operations is gone, and creating one on demand does not help. Only a withdrawn draft documents the code.',
  ],
  performedBy: ['microsoft-support'],
  remediation: {
    summary:
      'Ask Microsoft Support to let the link work without the connection; a reset of the link is the last resort.',
    options: [
      bypassApiHub,
      {
        ...resetDualWrite,
        title: 'If Microsoft Support cannot help: reset the link, which creates its connections again',
      },
    ],
  },
  rules: ['DWFOEV1001', 'DWFOEV9101'],
  source: sources.healthCheckDraft,
  signatures: [
    { all: [{ find: /\bDWFOEV1005\b/i, anchor: 'dwfoev1005' }] },
    { all: ['missing ax apihub connection'], none: ['without connectionfix support', 'dwfoev1001', 'dwdvev1001'] },
  ],
});
