import { nameKey } from '../../facts/keys.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';

const applicationCore = [
  'Dynamics365Company',
  'Dynamics365FinanceAndOperationsCommon',
  'CurrencyExchangeRates',
  'msdyn_DualWriteAppCoreMaps',
] as const;

/** The single package that came before brings all of them. */
const formerPackageAnchor = 'Dynamics365FinanceAndOperationsAnchor';

/** `DWDVEV9003`: Dataverse must have the solutions of the application core package. @public */
export const applicationCoreMissing = defineCatalogueRule({
  code: 'DWDVEV9003',
  slug: 'application-core-missing',
  title: 'Application core solution missing',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A solution of the Dual-write Application Core package is not installed, nor is the single package of old.',
  impact: 'The company table, the shared tables or the basic maps are not there, so no map can be applied and run.',
  needs: ['solutions'],
  evaluate: ({ solutions }) => {
    const installed = new Set(solutions.map(({ uniqueName }) => nameKey(uniqueName)));
    const hasFormerPackage = installed.has(nameKey(formerPackageAnchor));
    return judgeEach(applicationCore, (solution) =>
      hasFormerPackage || installed.has(nameKey(solution))
        ? undefined
        : finding({ kind: 'solution', id: solution }, {}),
    );
  },
  message: (_args: Record<never, never>, { id }) => `the solution ${id} is not installed in Dataverse`,
  remediation: {
    summary: 'Install the Dual-write Application Core package, then apply its maps.',
    options: [
      {
        title: 'Install the application core package',
        steps: [
          'Go to the Power Apps maker portal, pick the Dataverse environment, and select Solutions.',
          'Select Open AppSource and search for Dual-write Application Core.',
          'Select Get it now, choose the environment, and wait for the import.',
          'See under Solutions that the solutions named in the findings are listed.',
          'On the Dual-write page of finance and operations, select Apply Solution, tick the new solution, and apply it.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.solutions, links.requirements],
      },
    ],
  },
  sources: [sources.requirements, sources.solutions],
});
