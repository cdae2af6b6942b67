import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** How to give an owning team the roles that dual-write writes with. */
export const assignTeamRoles: RemediationOption = {
  title: 'Give the team the dual-write roles and one for the mapped tables',
  steps: [
    'Open the Power Platform admin center, select Environments and then the environment that is linked.',
    'On the Access tab, under Teams, select See all, and pick the team that the finding names.',
    'Select Manage Security Roles.',
    'Tick Dual-write runtime user and Dual-write app user.',
    'Tick one more role that may create, read, write and delete rows of the tables that you map, built-in or your own; address book maps need one that covers party and address tables too.',
    'Save, and create a test record on each side.',
  ],
  performedBy: ['dataverse-system-administrator'],
  destroys: null,
  links: [links.securityRoles, links.teamRoles],
};
