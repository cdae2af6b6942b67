import { openDynamics365Apps, updateApp, waitForApp } from '../remediation/dynamics-365-apps.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { hasApplicationCore } from './has-application-core.js';

const applicationCoreMaps = 'msdyn_DualWriteAppCoreMaps';

/** `DWDVEV9017`: the maps of the application core package should be installed. @public */
export const applicationCoreMapsMissing = defineCatalogueRule({
  code: 'DWDVEV9017',
  slug: 'application-core-maps-missing',
  title: 'Maps of the application core missing',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'The solution with the basic maps, for example those of companies and currencies, is not installed, nor is the former single package.',
  impact: 'Apply solution does not offer the basic maps. Your own maps work without them.',
  needs: ['solutions'],
  evaluate: ({ solutions }) =>
    judgeEach([applicationCoreMaps], (solution) =>
      hasApplicationCore(solutions, solution) ? undefined : finding({ kind: 'solution', id: solution }, {}),
    ),
  message: (_args: Record<never, never>, { id }) => `the solution ${id} is not installed in Dataverse`,
  remediation: {
    summary: 'Install or update the Dual-write Application Core package, then apply its maps.',
    options: [
      {
        title: 'Install the application core package',
        steps: [
          openDynamics365Apps,
          /* @__PURE__ */ updateApp('Dual-write Application Core Solutions'),
          waitForApp,
          'In the Power Apps maker portal (https://make.powerapps.com), pick the same environment, and check under Solutions that msdyn_DualWriteAppCoreMaps is listed.',
          'On the Dual-write page of finance and operations (Data management > Dual-write), select Apply Solution, select the solution, and apply it.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.dynamics365Apps, links.solutions, links.requirements],
      },
    ],
  },
  sources: [sources.solutions],
});
