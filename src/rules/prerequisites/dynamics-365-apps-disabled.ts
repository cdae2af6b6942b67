import * as links from '../remediation/links.js';
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
    summary: 'Use another Dataverse environment: this choice is made once, when an environment is created.',
    options: [
      {
        title: 'Create an environment with Dynamics 365 apps',
        steps: [
          'Open the Power Platform admin center and select Environments, then New.',
          'Choose the region of finance and operations, and add a Dataverse data store.',
          'Set Enable Dynamics 365 apps to Yes before you save.',
          'Install the dual-write solutions there, move what you need from the old environment, and link the new one.',
        ],
        performedBy: ['tenant-administrator', 'environment-maker'],
        destroys: null,
        links: [links.requirements],
      },
    ],
  },
  sources: [sources.requirements],
});
