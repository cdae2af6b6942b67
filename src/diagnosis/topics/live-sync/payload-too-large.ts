import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

export const payloadTooLarge = /* @__PURE__ */ defineTopic({
  id: 'payload-too-large',
  title: 'Transaction is larger than Dataverse can pass to plug-ins',
  phase: 'live-sync',
  causes: [
    'One transaction in Dataverse contains more than 116.85 MB; the limit applies as soon as a map runs, which always registers a plug-in.',
    'A mapped column carries large content, such as notes or files.',
  ],
  performedBy: ['developer', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Write fewer records per transaction.',
    options: [
      {
        title: 'Split the transaction',
        steps: [
          'Find what writes so many records at once: an import, a flow, a plug-in or an integration.',
          'Have it write in several transactions, far below the limit; start with a few hundred records.',
          'Repeat what failed: no part of the refused transaction was stored.',
        ],
        performedBy: ['developer', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.syncLimits],
      },
      {
        title: 'Remove large columns from the map',
        steps: [
          'On the Dual-write page, stop the map and open it.',
          'Remove columns with large text or files that finance and operations does not need, and save.',
          'Run the map.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: 'The removed columns are no longer synchronized.',
        links: [links.syncLimits],
      },
    ],
  },
  rules: [],
  source: sources.liveSyncLimits,
  signatures: [
    { all: ['message size exceeded when sending context to sandbox'] },
    { all: [{ find: /2147220970\b[\s\S]{0,300}?(?<size>\d[\d.,]{0,12}) ?MB\b/i, anchor: '2147220970' }] },
  ],
});
