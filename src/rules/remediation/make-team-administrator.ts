import * as links from './links.js';
import { openTeams } from './pages.js';
import type { RemediationOption } from './remediation.js';

/** The fix that satisfies the stricter role model, which accepts administrators only. */
export const makeTeamAdministrator: RemediationOption = {
  title: 'Make the team a system administrator, if you apply the stricter role model to teams',
  steps: [
    'Prefer the narrower roles, unless your check runs with `--role-model system-administrator`.',
    openTeams,
    'Select the team that the finding names, then Manage team members: each of them becomes an administrator too.',
    'Go back to the team, select Manage security roles, select System Administrator in addition, and select Save.',
  ],
  performedBy: ['dataverse-system-administrator'],
  destroys: null,
  links: [links.liveSync, links.teamRoles],
};
