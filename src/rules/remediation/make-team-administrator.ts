import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** The fix that satisfies the stricter role model, which accepts administrators only. */
export const makeTeamAdministrator: RemediationOption = {
  title: 'Make the team a system administrator, if you hold teams to the stricter role model',
  steps: [
    'Prefer the narrower roles, unless your check runs with `--role-model system-administrator`.',
    'Look through the members of the team first: each of them becomes an administrator with it.',
    'Open the Power Platform admin center, select Environments and then the environment that is linked.',
    'On the Access tab, under Teams, select See all, and pick the team that the finding names.',
    'Select Manage Security Roles, tick System Administrator, and save.',
  ],
  performedBy: ['dataverse-system-administrator'],
  destroys: null,
  links: [links.liveSync, links.teamRoles],
};
