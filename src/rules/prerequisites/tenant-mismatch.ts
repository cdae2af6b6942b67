import { guidKey, isBlank } from '../../facts/keys.js';
import * as links from '../remediation/links.js';
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
      {
        title: 'Choose a Dataverse environment of the same tenant',
        steps: [
          'In the Power Platform admin center of the tenant of finance and operations, look for an environment that fits, or create one with Dynamics 365 apps enabled.',
          'Install the dual-write solutions there.',
          'In Lifecycle Services, set that environment up as the Power Platform integration of finance and operations.',
          'Link the two on the Dual-write page and run this check again.',
        ],
        performedBy: ['tenant-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.systemRequirements],
      },
      {
        title: 'Ask Microsoft to move an environment to the other tenant',
        steps: [
          'Read what a tenant-to-tenant migration keeps and what has to be set up again.',
          'Open a support ticket with both tenant ids and the environment id.',
          'Plan the downtime, and check licences and users in the target tenant.',
        ],
        performedBy: ['tenant-administrator', 'microsoft-support'],
        destroys: 'Users, connections and integrations that belong to the old tenant have to be set up again.',
        links: [links.systemRequirements],
      },
    ],
  },
  sources: [sources.requirements, sources.systemRequirements],
});
