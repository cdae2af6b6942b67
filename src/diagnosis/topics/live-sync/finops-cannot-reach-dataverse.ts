import * as links from '../../../rules/remediation/links.js';
import { noConnection, unknownHost, unresolvedName } from '../../connection-failures.js';
import { defineTopic } from '../../topic.js';

export const finopsCannotReachDataverse = /* @__PURE__ */ defineTopic({
  id: 'finops-cannot-reach-dataverse',
  title: 'Finance and operations cannot reach Dataverse',
  phase: 'live-sync',
  causes: [
    'The address belongs to a Dataverse environment that was deleted or renamed: configuration of an earlier link or of the old name.',
    'Dataverse or the network between the two was unavailable for a moment.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary:
      'Find out whether the address in the message is the one of the linked environment, and whether it answers.',
    options: [
      {
        title: 'Compare the address',
        steps: [
          'Read the address in the message. If it names none, ask for the complete message, which administrators see.',
          'On the Dual-write page, open Environment details and read the address of Dataverse.',
          'In the Power Platform admin center, select Manage > Environments, and check that an environment with this address exists and is ready.',
          'Open the address in a browser: if it answers and is the linked one, save the record again. It was an outage.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'If the address is not the one of the linked environment: find the configuration that has it',
        steps: [
          'Run `dual-write-health check` on the environment: the rule DWFOEV1004 names the rows that point to another address.',
          'Follow the fix of its finding. Without a finding, delete nothing.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.healthCheck],
      },
    ],
  },
  rules: ['DWFOEV1004'],
  source: { title: 'Troubleshoot live synchronization issues', date: '2026-01-15' },
  signatures: [
    { all: [unresolvedName], failedWriteTo: 'dataverse' },
    { all: [unknownHost], failedWriteTo: 'dataverse' },
    { all: [noConnection], failedWriteTo: 'dataverse' },
    { all: ['a connection attempt failed because the connected party'], failedWriteTo: 'dataverse' },
  ],
});
