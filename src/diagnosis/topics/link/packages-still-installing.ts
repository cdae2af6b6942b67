import { openDynamics365Apps, waitForApp } from '../../../rules/remediation/dynamics-365-apps.js';
import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

/** Without signatures: it is something that is not there yet. */
export const packagesStillInstalling = /* @__PURE__ */ defineTopic({
  id: 'packages-still-installing',
  title: 'Maps or solutions are missing after linking: packages are still being installed',
  phase: 'link',
  causes: [
    'After an environment is created or linked, the dual-write packages are installed in the background; they can take half an hour or longer to appear.',
    'The installation of a package failed, and the ones that depend on it wait.',
    'The packages are installed, but their maps have not been applied yet: the list of maps is empty.',
  ],
  performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
  remediation: {
    summary: 'Wait, look at the history of the packages, and then apply their maps.',
    options: [
      {
        title: 'Wait for the packages and apply the maps',
        steps: [
          openDynamics365Apps,
          'Look at the status of each dual-write package, and at the history of the environment for the installation.',
          waitForApp,
          'On the Dual-write page of finance and operations, select Apply Solution, select the solutions that are listed, and apply them.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.dynamics365Apps, links.solutions],
      },
    ],
  },
  rules: ['DWDVEV9001', 'DWDVEV9003', 'DWDVEV9017', 'DWFOEV9304'],
  source: { title: 'Dual-write setup from Lifecycle Services', date: '2026-04-03' },
  signatures: [],
});
