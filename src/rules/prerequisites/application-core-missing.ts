import { openDynamics365Apps, updateApp, waitForApp } from '../remediation/dynamics-365-apps.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { hasApplicationCore } from './has-application-core.js';

/** The solutions of the application core package that every link needs; its maps are checked by another rule. */
const applicationCore = [
  'Dynamics365Company',
  'Dynamics365FinanceAndOperationsCommon',
  'CurrencyExchangeRates',
] as const;

/** `DWDVEV9003`: Dataverse must have the solutions of the application core package. @public */
export const applicationCoreMissing = defineCatalogueRule({
  code: 'DWDVEV9003',
  slug: 'application-core-missing',
  title: 'Application core solution missing',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'A solution of the Dual-write Application Core package that every link needs is not installed, nor is the former single package.',
  impact: 'The company table, the shared tables or the exchange rates are missing, so no map can be applied and run.',
  needs: ['solutions'],
  evaluate: ({ solutions }) =>
    judgeEach(applicationCore, (solution) =>
      hasApplicationCore(solutions, solution) ? undefined : finding({ kind: 'solution', id: solution }, {}),
    ),
  message: (_args: Record<never, never>, { id }) => `the solution ${id} is not installed in Dataverse`,
  remediation: {
    summary: 'Install the Dual-write Application Core package, then apply its maps.',
    options: [
      {
        title: 'Install the application core package',
        steps: [
          openDynamics365Apps,
          /* @__PURE__ */ updateApp('Dual-write Application Core Solutions'),
          waitForApp,
          'In the Power Apps maker portal (https://make.powerapps.com), pick the same environment, and check under Solutions that the solutions named in the findings are listed.',
          'On the Dual-write page of finance and operations (Data management > Dual-write), select Apply Solution, select the new solution, and apply it.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.dynamics365Apps, links.solutions, links.requirements],
      },
    ],
  },
  sources: [sources.requirements, sources.solutions],
});
