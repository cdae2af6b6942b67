import * as links from '../../../rules/remediation/links.js';
import { listOfErrorCodes, webServiceErrorCodes } from '../../dataverse-error-codes.js';
import { switchDebugModeOn } from '../../debug-mode.js';
import { readPluginTrace, switchPluginTraceOn } from '../../plugin-trace.js';
import { defineTopic } from '../../topic.js';

/** What is left of a failed write to Dataverse whose error no other topic knows: it has no signatures. */
export const dataverseRefused = /* @__PURE__ */ defineTopic({
  id: 'dataverse-refused',
  title: 'Dataverse refused the record',
  phase: 'live-sync',
  causes: ['What the message says. This tool does not know this error, and claims no other cause.'],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Read what Dataverse says about the record, correct that, and save the record again.',
    options: [
      {
        title: 'Correct what the message names',
        steps: [
          'Read the status, the code and the message that are listed with this diagnosis: they are all that Dataverse gave as its reason.',
          'Open the record in finance and operations, and compare it with what the message says about its table, columns and values.',
          'Correct the record, or the mapping of the column on the map, and save the record again.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [listOfErrorCodes, links.liveSync],
      },
      {
        title: 'Find out more',
        steps: [
          'In Dataverse, create the same record by hand, with the same values: if that fails too, dual-write is not the cause.',
          switchDebugModeOn,
          switchPluginTraceOn,
          'Repeat the step; read verboseError in the table DualWriteErrorLog of finance and operations.',
          readPluginTrace,
          'Diagnose these texts with this tool too, then turn off both logs: they can contain personal data.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Ask Microsoft Support',
        steps: [
          'Open a support request with the time, the activity id, the table, the code and the message.',
          'Remove keys, tokens and personal data from the texts before you attach them.',
        ],
        performedBy: ['dataverse-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: [],
  source: webServiceErrorCodes,
  signatures: [],
});
