import * as links from './links.js';
import { openTeams } from './pages.js';
import type { RemediationOption } from './remediation.js';

/** How to give an owning team the roles that dual-write needs to write. */
export const assignTeamRoles: RemediationOption = {
  title: 'Give the team the dual-write roles and one for the mapped tables',
  steps: [
    openTeams,
    'Select the team that the finding names, or that you chose, then Manage security roles.',
    'Keep the existing selections, and also select Dual-write runtime user and Dual-write app user.',
    'Select one more role, built-in or your own, that can create, read, write and delete rows of the tables that you map; address book maps need one that covers party and address tables too.',
    'Select Save, and create a test record on each side.',
  ],
  performedBy: ['dataverse-system-administrator'],
  destroys: null,
  links: [links.securityRoles, links.teamRoles],
};
