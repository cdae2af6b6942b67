import { installedCore, isCoreOlder } from '../../facts/installed-core.js';
import { guidKey } from '../../facts/keys.js';
import { openDynamics365Apps, updateApp, waitForApp } from '../remediation/dynamics-365-apps.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, inconclusive, judgeEach, missing } from '../verdict.js';
import { dataIntegrator, dataverseToFinopsOld, firstCoreWithOwnApplication } from './application-ids.js';
import { applicationSubject } from './application-users.js';

const needingConsent = [dataIntegrator, dataverseToFinopsOld] as const;

/** `DWDVEV9009`: core solutions below 1.0.16.0 need the tenant's consent to two applications. @public */
export const tenantApplicationMissing = defineCatalogueRule({
  code: 'DWDVEV9009',
  slug: 'tenant-application-missing',
  title: 'Application not consented in the tenant',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The core solution is older than 1.0.16.0, and an application that it signs in with is not consented in the tenant.',
  impact: 'Opening or linking dual-write ends with 404 (Not Found).',
  needs: ['solutions', 'tenantApplications'],
  ifProvided: true,
  notApplicable: ({ solutions }) => (solutions === undefined ? undefined : whyNoConsent(solutions)),
  evaluate: ({ solutions, tenantApplications }) => {
    if (isCoreOlder(installedCore(solutions), firstCoreWithOwnApplication) === undefined) {
      return inconclusive(missing('solutions', 'version'));
    }
    const consented = new Set(tenantApplications.map(({ applicationId }) => guidKey(applicationId)));
    return judgeEach(needingConsent, (application) =>
      consented.has(application.id)
        ? undefined
        : finding(applicationSubject(application), { application: application.name }),
    );
  },
  message: ({ application }: { application: string }, { id }) =>
    `${application} (${id}) has no consent in the tenant, and this core version needs it`,
  remediation: {
    summary:
      'Update the core solution, which removes the need for consent; otherwise, give consent to the one application that accepts it.',
    options: [
      {
        title: 'Update the core solution to 1.0.16.0 or later',
        steps: [
          openDynamics365Apps,
          /* @__PURE__ */ updateApp('Dual-write core solution'),
          waitForApp,
          'Register application 6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452 in finance and operations (see DWFOEV9002): newer versions call with that id.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.dynamics365Apps, links.requirements],
      },
      {
        title: 'Give admin consent to 33976c19-1db5-4c02-810e-c243db79efde',
        steps: [
          'Do this only if the finding names 33976c19-1db5-4c02-810e-c243db79efde. For 2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b the address below fails with AADSTS65002, as Microsoft preauthorizes that application itself: update the core solution, or open a support request.',
          'Sign in as tenant administrator in a private browser window.',
          'Open `https://login.microsoftonline.com/common/oauth2/authorize?client_id=33976c19-1db5-4c02-810e-c243db79efde&response_type=code&prompt=admin_consent`.',
          'Read the requested permissions and select Accept.',
          'In the Microsoft Entra admin center (https://entra.microsoft.com), open Enterprise applications > All applications, clear the Application type filter, and check that the id is listed.',
        ],
        performedBy: ['tenant-administrator', 'microsoft-support'],
        destroys: null,
        links: [links.initialSetup, links.enterpriseApplications],
      },
    ],
  },
  sources: [sources.requirements, sources.initialSetup],
});

function whyNoConsent(solutions: Parameters<typeof installedCore>[0]): string | undefined {
  const core = installedCore(solutions);
  if (core.rows.length === 0) return 'the core solution is not installed';
  return isCoreOlder(core, firstCoreWithOwnApplication) === false
    ? 'core solutions from 1.0.16.0 on need no consent'
    : undefined;
}
