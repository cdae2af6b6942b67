import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** How to give a dual-write application user its roles. */
export const assignUserRoles: RemediationOption = {
  title: 'Give the application user the dual-write roles',
  steps: [
    'Open the Power Platform admin center, select Environments, then the linked environment, then Settings.',
    'Under Users + permissions, open Application users and find the application id that the finding names.',
    'Select Edit security roles.',
    'Tick Dual-write runtime user, Dual-write app user, and a role that may create, read, write and delete rows of every mapped table.',
    'Save, and run this check again.',
  ],
  performedBy: ['dataverse-system-administrator'],
  destroys: null,
  links: [links.securityRoles, links.applicationUsers],
};
