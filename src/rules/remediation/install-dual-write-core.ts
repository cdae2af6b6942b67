import { openDynamics365Apps, updateApp, waitForApp } from './dynamics-365-apps.js';
import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** How to install or update the core solution; an import on top keeps maps and settings. */
export const installDualWriteCore: RemediationOption = {
  title: 'Install the newest dual-write core solution',
  steps: [
    openDynamics365Apps,
    /* @__PURE__ */ updateApp('Dual-write core solution'),
    waitForApp,
    'In the Power Apps maker portal (https://make.powerapps.com), pick the same environment, select Solutions, and check among the managed solutions that msdyn_DualWriteCore has the new version.',
    'On the Dual-write page of finance and operations, check that maps that ran before still run.',
  ],
  performedBy: ['dataverse-system-administrator'],
  destroys: null,
  links: [links.dynamics365Apps, links.requirements, links.lifecycle],
};
