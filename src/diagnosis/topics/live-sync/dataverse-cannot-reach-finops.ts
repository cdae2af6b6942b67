import * as links from '../../../rules/remediation/links.js';
import { canceled, noConnection, timedOut, unknownHost, unresolvedName } from '../../connection-failures.js';
import { defineTopic } from '../../topic.js';

/** What finance and operations answered was there to be reached. */
const arrived = ['write failed for entity'];

export const dataverseCannotReachFinops = /* @__PURE__ */ defineTopic({
  id: 'dataverse-cannot-reach-finops',
  title: 'Dataverse cannot reach finance and operations',
  phase: 'live-sync',
  causes: [
    '401: finance and operations does not know the application that Dataverse calls it with, or the user of its row is disabled.',
    'Finance and operations is in maintenance, is being updated, or was moved, renamed or deleted.',
    'Dataverse is a copy, and its configuration still calls the environment of the source.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary:
      'Check that the linked environment of finance and operations is up and knows the applications of dual-write.',
    options: [
      {
        title: 'Check that finance and operations answers',
        steps: [
          'Open the address of finance and operations in a browser. If it does not open, look in Lifecycle Services or the Power Platform admin center whether it is being serviced, and wait.',
          'On the Dual-write page, open Environment details and compare both addresses with the environments that you expect.',
          'Save the record in Dataverse again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'If the message says 401: check the applications',
        steps: [
          'In finance and operations, open System administration > Setup > Microsoft Entra ID applications.',
          'Check that the rows of dual-write are there: `dual-write-health check` names those that are missing (DWFOEV9002) and those whose user is disabled (DWFOEV9003).',
          'Add or correct the rows, and save the record in Dataverse again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.requirements],
      },
      {
        title: 'If Dataverse was copied or restored: check whose configuration it has',
        steps: [
          'Run `dual-write-health check` on the copy: the rule DWDVEV1004 names runtime configurations that belong to another environment.',
          'Follow the fix of its finding. Without a finding, delete nothing.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.healthCheck],
      },
    ],
  },
  rules: ['DWFOEV9002', 'DWFOEV9003', 'DWDVEV1004'],
  source: { title: 'Troubleshoot live synchronization issues', date: '2026-01-15' },
  signatures: [
    {
      all: [{ find: /\((?:401\) ?)?unauthorized/i, anchor: 'unauthorized' }],
      none: arrived,
      failedWriteTo: 'finops',
    },
    {
      all: [{ find: /\bremote server returned an error: \(50[234]\)/i, anchor: 'remote' }],
      none: arrived,
      failedWriteTo: 'finops',
    },
    // Translated: the type of the plug-in, and the status in the brackets of the inner error.
    {
      all: [
        {
          find: /\bDualWriteRuntime\. ?Plugins\.[^()]{1,300}\([^()]{0,120}\((?:401|50[234])\)/i,
          anchor: 'dualwriteruntime',
        },
      ],
      none: arrived,
      failedWriteTo: 'finops',
    },
    { all: [unresolvedName], none: arrived, failedWriteTo: 'finops' },
    { all: [unknownHost], none: arrived, failedWriteTo: 'finops' },
    { all: [noConnection], none: arrived, failedWriteTo: 'finops' },
    { all: [timedOut], none: arrived, failedWriteTo: 'finops' },
    { all: [canceled], none: arrived, failedWriteTo: 'finops' },
  ],
});
