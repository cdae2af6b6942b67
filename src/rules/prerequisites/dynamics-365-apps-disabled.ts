import * as links from '../remediation/links.js';
import { connectOnce, deployedAgainDestroys } from '../remediation/power-platform-integration.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, notProvided } from '../verdict.js';

/** `DWDVEV9013`: the Dataverse environment must have been created with Dynamics 365 apps. @public */
export const dynamics365AppsDisabled = defineCatalogueRule({
  code: 'DWDVEV9013',
  slug: 'dynamics-365-apps-disabled',
  title: 'Dynamics 365 apps disabled',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning: 'The Dataverse environment was created without Dynamics 365 apps.',
  impact: 'The solutions that dual-write needs cannot be installed in it, and the setting cannot be changed later.',
  needs: ['dataverseEnvironment'],
  ifProvided: true,
  evaluate: ({ dataverseEnvironment: { dynamics365Apps } }) =>
    dynamics365Apps == null
      ? notProvided()
      : judgeEach([dynamics365Apps], (isEnabled) =>
          isEnabled ? undefined : finding({ kind: 'environment', id: 'dataverse' }, {}),
        ),
  message: () => 'the Dataverse environment was created without Dynamics 365 apps',
  remediation: {
    summary: 'Use another Dataverse environment: this choice is made only once, when an environment is created.',
    options: [
      {
        title: 'Make sure that the correct environment was read',
        steps: [
          'An environment created in the Power Platform admin center with finance and operations in it always has Dynamics 365 apps: the facts may be those of another environment.',
          'In the Power Platform admin center (https://admin.powerplatform.microsoft.com), select Manage > Environments, open the environment, and compare its Environment URL with the address of the snapshot.',
          'If they differ, read the facts of the correct environment.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.requirements],
      },
      {
        title: 'Create an environment with Dynamics 365 apps',
        steps: [
          'In the Power Platform admin center (https://admin.powerplatform.microsoft.com), select Manage > Environments > New.',
          'Choose the region of finance and operations, turn on Add a Dataverse data store, and select Next.',
          'Turn on Enable Dynamics 365 apps before you select Save: it cannot be turned on later, and needs a Dynamics 365 license.',
          connectOnce,
          'Install the dual-write packages in the new environment under Resources > Dynamics 365 apps, move what you need from the old one, and link it (DWFOEV9303 explains how).',
        ],
        performedBy: ['tenant-administrator', 'environment-maker'],
        destroys: deployedAgainDestroys,
        links: [links.createEnvironment, links.powerPlatformIntegration, links.requirements],
      },
    ],
  },
  sources: [sources.requirements],
});
