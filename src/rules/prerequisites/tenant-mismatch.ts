import { guidKey, isBlank } from '../../facts/keys.js';
import * as links from '../remediation/links.js';
import { confirmPair, connectOnce, deployedAgainDestroys } from '../remediation/power-platform-integration.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, notProvided } from '../verdict.js';

/** `DWDVEV9010`: both environments must be in one tenant. @public */
export const tenantMismatch = defineCatalogueRule({
  code: 'DWDVEV9010',
  slug: 'tenant-mismatch',
  title: 'Environments in different tenants',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning: 'The Dataverse environment and the finance and operations app belong to different Microsoft Entra tenants.',
  impact: 'Dual-write does not work across tenants: the environments cannot be linked.',
  needs: ['dataverseEnvironment', 'finopsEnvironment'],
  ifProvided: true,
  evaluate: ({ dataverseEnvironment, finopsEnvironment }) => {
    const [dataverse, finops] = [dataverseEnvironment.tenantId, finopsEnvironment.tenantId];
    if (isBlank(dataverse) || isBlank(finops)) return notProvided();
    return judgeEach([{ dataverse: guidKey(dataverse), finops: guidKey(finops) }], (tenants) =>
      tenants.dataverse === tenants.finops ? undefined : finding({ kind: 'environment', id: 'dataverse' }, tenants),
    );
  },
  message: ({ dataverse, finops }: { dataverse: string; finops: string }) =>
    `Dataverse is in tenant ${dataverse}, finance and operations in tenant ${finops}`,
  remediation: {
    summary: 'Use two environments of the same tenant. Neither environment can change its tenant by a setting.',
    options: [
      confirmPair,
      {
        title: 'Choose a Dataverse environment of the same tenant',
        steps: [
          'In the Power Platform admin center of the tenant of finance and operations, select Manage > Environments and look for a suitable environment, or select New and create one with Dynamics 365 apps enabled.',
          'Install the dual-write packages there, under Resources > Dynamics 365 apps.',
          connectOnce,
          'Link the two (DWFOEV9303 explains how) and run this check again.',
        ],
        performedBy: ['tenant-administrator', 'finops-system-administrator'],
        destroys: deployedAgainDestroys,
        links: [links.systemRequirements, links.createEnvironment, links.powerPlatformIntegration],
      },
      {
        title: 'Move the Dataverse environment to the other tenant',
        steps: [
          'This is for a Dataverse environment that is not connected to a finance and operations app: a connected one cannot be moved.',
          'Read the article: it says which apps and environments are not supported, and what has to be exported and deleted before the move.',
          'In the Power Platform admin center of its tenant, select Manage > Environments, then the environment, then Move environment. Enter the id of the other tenant and submit the request.',
          'Have an administrator of the other tenant approve it under Review moves, upload the file that maps the users, and select Move environment again.',
          'Plan the downtime, and check licenses and users in the target tenant.',
        ],
        performedBy: ['tenant-administrator'],
        destroys: 'Apps, connections and integrations that belong to the old tenant must be set up again.',
        links: [links.moveToTenant, links.systemRequirements],
      },
    ],
  },
  sources: [sources.requirements, sources.systemRequirements],
});
