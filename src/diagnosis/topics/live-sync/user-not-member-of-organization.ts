import { assignTeamRoles } from '../../../rules/remediation/assign-team-roles.js';
import { assignUserRoles } from '../../../rules/remediation/assign-user-roles.js';
import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

export const userNotMemberOfOrganization = /* @__PURE__ */ defineTopic({
  id: 'user-not-member-of-organization',
  title: 'Dataverse does not know the user that writes',
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
        title: 'Create the missing application user',
        steps: [
          'Open the Power Platform admin center, select Environments, then the linked environment, then Settings.',
          'Under Users + permissions, open Application users and look for the users of dual-write; the health check lists their application ids.',
          'If one is missing, select New app user, add the app by its id, choose the root business unit, tick the dual-write roles, and select Create.',
          'If one is there and inactive, activate it.',
          'Save a test record in finance and operations.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.requirements, links.applicationUsers],
      },
      assignUserRoles,
      assignTeamRoles,
    ],
  },
  rules: ['DWDVEV9004', 'DWDVEV9005', 'DWDVEV9006', 'DWDVEV9401'],
  source: sources.liveSync,
  signatures: [
    { all: ['0x80072560'], alone: true },
    { all: ['0x80072560', 'the user is not a member of the organization'] },
    { all: ['0x80072560', { find: /\(403\)/, anchor: '(403)' }] },
    // Other products that sign in to Dataverse print it too.
    { all: ['the user is not a member of the organization'], alone: true },
  ],
});
