import * as links from './links.js';
import { findApplicationUser, leaveToMicrosoft, openApplicationUsers } from './pages.js';
import type { RemediationOption } from './remediation.js';

/** How to give a dual-write application user its roles. */
export const assignUserRoles: RemediationOption = {
  title: 'Give the application user the dual-write roles',
  steps: [
    openApplicationUsers,
    findApplicationUser,
    leaveToMicrosoft,
    'Select the user, then Edit security roles. Keep the existing selections: roles that you clear are removed.',
    'Select Dual-write runtime user, Dual-write app user, and a role that can create, read, write and delete rows of every mapped table.',
    'Select Save, and run this check again.',
  ],
  performedBy: ['dataverse-system-administrator', 'microsoft-support'],
  destroys: null,
  links: [links.securityRoles, links.applicationUsers, links.systemUsers],
};
