import * as links from './links.js';
import { findApplicationUser, leaveToMicrosoft, openApplicationUsers } from './pages.js';
import type { RemediationOption } from './remediation.js';

/** The fix that satisfies the stricter role model for an application user. */
export const makeUserAdministrator: RemediationOption = {
  title: 'Make the application user a system administrator, if you apply the stricter role model to users',
  steps: [
    'Prefer the narrower roles, unless your check runs with `--role-model system-administrator`.',
    openApplicationUsers,
    findApplicationUser,
    leaveToMicrosoft,
    'Select the user, then Edit security roles, select System Administrator in addition, and select Save.',
  ],
  performedBy: ['dataverse-system-administrator', 'microsoft-support'],
  destroys: null,
  links: [links.liveSync, links.applicationUsers, links.systemUsers],
};
