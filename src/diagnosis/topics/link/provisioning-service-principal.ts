import { addDataIntegratorUser } from '../../../rules/remediation/add-data-integrator-user.js';
import { askForWritingApplication } from '../../../rules/remediation/ask-for-writing-application.js';
import { assignUserRoles } from '../../../rules/remediation/assign-user-roles.js';
import * as links from '../../../rules/remediation/links.js';
import { openApplicationUsers } from '../../../rules/remediation/pages.js';
import { defineTopic } from '../../topic.js';

export const provisioningServicePrincipal = /* @__PURE__ */ defineTopic({
  id: 'provisioning-service-principal',
  code: 'DW9003',
  title: 'Lifecycle Services cannot connect to one side (DW9003)',
  phase: 'link',
  causes: [
    'The message says CRM: Dataverse lacks an application user of dual-write, or the user is disabled or without roles.',
    'The message says AX: finance and operations lacks a client row of dual-write, or the row is mapped to a user that is disabled or not allowed to manage data.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Register the applications on the side that the message names, then repeat the setup.',
    options: [
      {
        title: 'CRM: fix the application users of Dataverse',
        steps: [
          openApplicationUsers,
          'Select Filter > Platform to see the users that Microsoft provides too.',
          'Make sure that f1752846-f0df-4766-96f5-c109adf67d7f (before 10.0.43: 00000015-0000-0000-c000-000000000000) and 2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b exist and are active. The first is not needed if you host finance and operations yourself.',
          'Activate 2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b if it is inactive. Only Microsoft can change the first one: if it is missing or inactive, use the next option.',
          addDataIntegratorUser,
          'In Lifecycle Services, repeat the dual-write setup from the Power Platform integration section of the environment.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.requirements, links.applicationUsers, links.setUpFromLifecycleServices],
      },
      askForWritingApplication,
      assignUserRoles,
      {
        title: 'AX: register the applications in finance and operations',
        steps: [
          'Go to System administration > Setup > Microsoft Entra ID applications.',
          'Make sure that there are rows for 6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452 (33976c19-1db5-4c02-810e-c243db79efde if the core solution is older than 1.0.16.0) and 2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b; add what is missing.',
          'Give each row a user that is enabled and allowed to manage data.',
          'In Lifecycle Services, repeat the dual-write setup from the Power Platform integration section of the environment.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.requirements],
      },
    ],
  },
  rules: ['DWFOEV9002', 'DWFOEV9003', 'DWDVEV9004', 'DWDVEV9005', 'DWDVEV9006'],
  source: { title: 'Dual-write setup from Lifecycle Services', date: '2024-02-23' },
  signatures: [
    {
      all: [
        { find: /failed\s?to\s?connect\s?to\s?(?<system>crm|ax)\b/i, anchor: 'connect' },
        'ensure that the service principal',
      ],
    },
    { all: [{ find: /\bDW9003\b/i, anchor: 'dw9003' }] },
  ],
});
