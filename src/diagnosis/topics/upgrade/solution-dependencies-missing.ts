import { openDynamics365Apps, waitForApp } from '../../../rules/remediation/dynamics-365-apps.js';
import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

export const solutionDependenciesMissing = /* @__PURE__ */ defineTopic({
  id: 'solution-dependencies-missing',
  title: 'A solution needs dual-write packages that are not installed',
  phase: 'upgrade',
  causes: [
    'The solution builds on solutions of dual-write packages that Dataverse does not have, or has in an older version.',
    'The packages were installed in the wrong order, or one of them failed.',
  ],
  performedBy: ['dataverse-system-administrator'],
  remediation: {
    summary: 'Install or update the packages that contain the named solutions, in the order of their dependencies.',
    options: [
      {
        title: 'Install the packages in order',
        steps: [
          openDynamics365Apps,
          'Of the following packages, install those whose solutions the message names, and those that they depend on; update each that is older than the version in the message.',
          'Before all of them, Dual-write core solution: msdyn_DualWriteCore. Solutions whose names end with Maps or Anchor belong to the package of the same area.',
          '1st, Dual-write Application Core Solutions: Dynamics365Company, Dynamics365FinanceAndOperationsCommon, CurrencyExchangeRates.',
          '2nd, Dual-write Dynamics 365 Human Resources: HCMCommon.',
          '3rd, Dual-write Finance and Extended Solutions: Dynamics365FinanceExtended, FieldServiceCommon.',
          '4th, Dual-write Supply Chain Extended Solution: Dynamics365SupplyChainExtended. It needs the first three.',
          '5th, as required: Dual-write Asset Management Solutions (Dynamics365AssetManagement, needs the first), the notes package (Dynamics365Notes, needs the first and third), Dual-write Party and Global Address Book Solutions (Party, Dynamics365GABExtended, needs the first, third and fourth).',
          waitForApp,
          'Import the solution again. Then, on the Dual-write page, select Apply Solution for the packages that are new.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.solutions, links.dynamics365Apps],
      },
    ],
  },
  rules: ['DWDVEV9003', 'DWDVEV9302'],
  source: sources.solutions,
  signatures: [
    {
      all: [
        {
          find: /\bmissing ?(?:dependency|dependencies)\b|(?<!\w)(?:dependency|dependencies) (?:is|are) missing\b/i,
          anchor: 'depend',
        },
        {
          find: /\b(?<solution>Dynamics365(?:Company|FinanceAndOperationsCommon|FinanceExtended|SupplyChainExtended|Notes(?:Extended)?|GABExtended|AssetManagement(?:App)?)|msdyn_(?:DualWrite|Dynamics365)\w{1,60}|CurrencyExchangeRates|FieldServiceCommon|HCMCommon|Party(?=["']? ?\(\d))\b/i,
          anchor: '',
        },
      ],
    },
  ],
});
