import * as links from '../../../rules/remediation/links.js';
import { switchDebugModeOn } from '../../debug-mode.js';
import { readPluginTrace, switchPluginTraceOn } from '../../plugin-trace.js';
import { defineTopic } from '../../topic.js';

export const dataverseServerError = /* @__PURE__ */ defineTopic({
  id: 'dataverse-server-error',
  title: 'Dataverse failed while it saved the record',
  phase: 'live-sync',
  causes: ['A temporary failure inside Dataverse.', 'A plug-in or workflow on the table breaks the request.'],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator', 'microsoft-support'],
  remediation: {
    summary: 'Save the record again; if the error remains, find out what runs in Dataverse when the record arrives.',
    options: [
      {
        title: 'Try again',
        steps: [
          'Wait a few minutes and save the record again.',
          'Check in the Microsoft 365 admin center, under Health > Service health, whether Dataverse has an incident.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [],
      },
      {
        title: 'Collect details',
        steps: [
          switchDebugModeOn,
          switchPluginTraceOn,
          'Repeat the step; read verboseError in the table DualWriteErrorLog of finance and operations.',
          readPluginTrace,
          'Create the same record manually in Dataverse: if that also fails, the cause is in Dataverse itself.',
          'Turn off both logs again: they can contain personal data.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Ask Microsoft Support',
        steps: [
          'Open a support request for Dataverse with the time, the activity id, the table, and the contents of the logs.',
          'Remove keys, tokens and personal data from the logs before you attach them.',
        ],
        performedBy: ['dataverse-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: [],
  source: { title: 'General troubleshooting', date: '2020-03-16' },
  // Recognized by the write that failed: the status of a failed server without a code, or the code 0x8004023e.
  signatures: [],
});
