import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** How to install or update the core solution; an import on top keeps maps and settings. */
export const installDualWriteCore: RemediationOption = {
  title: 'Install the newest dual-write core solution',
  steps: [
    'Go to the Power Apps maker portal and pick the Dataverse environment.',
    'Select Solutions, then Open AppSource.',
    'Search for Dual Write Core and select Get it now; let the import finish.',
    'Back under Solutions, make sure that the solution is listed with the new version.',
    'On the Dual-write page of finance and operations, see that maps which ran before still run.',
  ],
  performedBy: ['dataverse-system-administrator'],
  destroys: null,
  links: [links.requirements, links.lifecycle],
};
