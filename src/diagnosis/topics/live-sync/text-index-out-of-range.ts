import { installDualWriteCore } from '../../../rules/remediation/install-dual-write-core.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

export const textIndexOutOfRange = /* @__PURE__ */ defineTopic({
  id: 'text-index-out-of-range',
  title: 'Old core solution fails on a short text',
  phase: 'live-sync',
  causes: ['The dual-write core solution is older than 1.0.23084.2, which fixed this defect.'],
  performedBy: ['dataverse-system-administrator'],
  remediation: {
    summary: 'Update the dual-write core solution to 1.0.23084.2 or newer.',
    options: [installDualWriteCore],
  },
  rules: ['DWDVEV9002'],
  source: sources.whatsNew,
  signatures: [{ all: ['index and length must refer to a location within the string'], alone: true }],
});
