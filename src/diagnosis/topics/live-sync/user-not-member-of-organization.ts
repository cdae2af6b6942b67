import { addDataIntegratorUser } from '../../../rules/remediation/add-data-integrator-user.js';
import { askForWritingApplication } from '../../../rules/remediation/ask-for-writing-application.js';
import { assignTeamRoles } from '../../../rules/remediation/assign-team-roles.js';
import { assignUserRoles } from '../../../rules/remediation/assign-user-roles.js';
import * as links from '../../../rules/remediation/links.js';
import { openApplicationUsers } from '../../../rules/remediation/pages.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

export const userNotMemberOfOrganization = /* @__PURE__ */ defineTopic({
  id: 'user-not-member-of-organization',
  title: 'Dataverse does not recognize the user that writes',
  phase: 'live-sync',
  causes: [
    'The application user of dual-write is missing in Dataverse, is disabled, or has no security role.',
    'The team that owns the rows of the company has no role.',
    'On a cloud-hosted environment, the application of the environment itself has no user in Dataverse.',
  ],
  performedBy: ['dataverse-system-administrator'],
  remediation: {
    summary:
      'Make sure that the dual-write application users exist in Dataverse and that they and the owning team have roles.',
    options: [
      {
        title: 'Look for the application users of dual-write',
        steps: [
          openApplicationUsers,
          'Select Filter > Platform to see the users that Microsoft provides too.',
          'Look for f1752846-f0df-4766-96f5-c109adf67d7f (before 10.0.43: 00000015-0000-0000-c000-000000000000) and 2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b, and on a cloud-hosted environment, for its own application.',
          'If f1752846-f0df-4766-96f5-c109adf67d7f is missing or inactive, use the next option; if another one is inactive, activate it.',
          addDataIntegratorUser,
          'If the application of a cloud-hosted environment is missing, select New app user, add it, choose the root business unit, select the dual-write roles and one for the mapped tables, and select Create.',
          'Save a test record in finance and operations.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.requirements, links.applicationUsers],
      },
      askForWritingApplication,
      assignUserRoles,
      assignTeamRoles,
    ],
  },
  rules: ['DWDVEV9004', 'DWDVEV9005', 'DWDVEV9006', 'DWDVEV9401'],
  source: sources.liveSync,
  signatures: [
    { all: ['0x80072560'], alone: true },
    { all: ['0x80072560', 'the user is not a member of the organization'] },
    // Translated: the code, into which a space may have come, and the status.
    {
      all: [
        { find: /\b0x ?80072560\b/i, anchor: '80072560' },
        { find: /\(403\)/, anchor: '403' },
      ],
    },
    // Other products that sign in to Dataverse also print it.
    { all: ['the user is not a member of the organization'], alone: true },
  ],
});
