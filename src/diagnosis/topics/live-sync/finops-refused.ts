import * as links from '../../../rules/remediation/links.js';
import { readPluginTrace, switchPluginTraceOn } from '../../plugin-trace.js';
import { defineTopic } from '../../topic.js';

/** What is left of a failed write to finance and operations whose error no other topic knows: it has no signatures. */
export const finopsRefused = /* @__PURE__ */ defineTopic({
  id: 'finops-refused',
  title: 'Finance and operations refused the record, for a reason that is not known here',
  phase: 'live-sync',
  causes: [
    'What the message says. This tool does not know this error, and claims no other cause.',
    'If the message says that access to a table is not authorized: the user of the row for dual-write under Microsoft Entra ID applications lacks the privilege on that table.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary: 'Read what finance and operations says about the record, correct that, and save the record again.',
    options: [
      {
        title: 'Correct what the message names',
        steps: [
          'Read the message that is listed with this diagnosis: it is all that finance and operations gave as its reason.',
          'In finance and operations, open the form of the entity and enter the same record by hand in the same legal entity: the form often explains more.',
          'Correct the record in Dataverse or the setup data in finance and operations, and save the record in Dataverse again.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'If access is not authorized: give the user of dual-write the privilege',
        steps: [
          'In finance and operations, open System administration > Setup > Microsoft Entra ID applications, and read the User ID of the rows that dual-write uses.',
          'Open System administration > Users, select that user, and check its security roles: it needs one that may maintain the table that the message names.',
          'Select Assign roles, add it, and save the record in Dataverse again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.requirements],
      },
      {
        title: 'Find out more',
        steps: [
          switchPluginTraceOn,
          'Save the record in Dataverse again.',
          readPluginTrace,
          'Diagnose the message block with this tool too, then turn the log off: it can contain personal data.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
    ],
  },
  rules: ['DWFOEV9003'],
  source: { title: 'Troubleshoot live synchronization issues', date: '2021-08-19' },
  signatures: [],
});
