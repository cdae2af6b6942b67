import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** The fix that satisfies the stricter role model for an application user. */
export const makeUserAdministrator: RemediationOption = {
  title: 'Make the application user a system administrator, if you hold users to the stricter role model',
  steps: [
    'Prefer the narrower roles, unless your check runs with `--role-model system-administrator`.',
    'Open the Power Platform admin center, select Environments, then the linked environment, then Settings.',
    'Under Users + permissions, open Application users and find the application id that the finding names.',
    'Select Edit security roles, tick System Administrator, and save.',
  ],
  performedBy: ['dataverse-system-administrator'],
  destroys: null,
  links: [links.liveSync, links.applicationUsers],
};
