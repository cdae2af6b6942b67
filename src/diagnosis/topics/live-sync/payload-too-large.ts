import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

export const payloadTooLarge = /* @__PURE__ */ defineTopic({
  id: 'payload-too-large',
  title: 'Transaction is larger than Dataverse hands to plug-ins',
  phase: 'live-sync',
  causes: [
    'One transaction in Dataverse holds more than 116.85 MB; the limit counts as soon as a map runs, which always registers a plug-in.',
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
          'Have it write in several transactions, far below the limit; start with some hundred records.',
          'Repeat what failed: nothing of the refused transaction was stored.',
        ],
        performedBy: ['developer', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.syncLimits],
      },
      {
        title: 'Take large columns off the map',
        steps: [
          'On the Dual-write page, stop the map and open it.',
          'Remove columns with large texts or files that finance and operations does not need, and save.',
          'Run the map.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: 'The removed columns are not synchronized any more.',
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
