import { bypassApiHub } from '../../../rules/remediation/bypass-api-hub.js';
import { relinkEnvironments } from '../../../rules/remediation/relink-environments.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

export const dwfoev1005 = /* @__PURE__ */ defineTopic({
  id: 'DWFOEV1005',
  code: 'DWFOEV1005',
  title: 'Finance and operations connection missing, and it cannot be created again',
  phase: 'link',
  causes: [
    'The API hub connection of the link to finance and operations is gone, and creating one on demand does not help. The code stands in a withdrawn draft only.',
  ],
  performedBy: ['microsoft-support'],
  remediation: {
    summary: 'Have Microsoft Support let the link do without the connection; linking anew is the other way.',
    options: [bypassApiHub, relinkEnvironments],
  },
  rules: ['DWFOEV1001', 'DWFOEV9101'],
  source: sources.healthCheckDraft,
  signatures: [
    { all: [{ find: /\bDWFOEV1005\b/i, anchor: 'dwfoev1005' }] },
    { all: ['missing ax apihub connection'], none: ['without connectionfix support', 'dwfoev1001', 'dwdvev1001'] },
  ],
});
