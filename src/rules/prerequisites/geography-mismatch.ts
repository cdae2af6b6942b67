import { isBlank, nameKey } from '../../facts/keys.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, notProvided } from '../verdict.js';

/** `DWDVEV9011`: both environments should be in one geography. @public */
export const geographyMismatch = defineCatalogueRule({
  code: 'DWDVEV9011',
  slug: 'geography-mismatch',
  title: 'Environments in different geographies',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'The Dataverse environment and the finance and operations app are hosted in different Azure geographies.',
  impact:
    'Every live write crosses the distance and may run into the two-minute limit; the combination is not supported.',
  needs: ['dataverseEnvironment', 'finopsEnvironment'],
  ifProvided: true,
  evaluate: ({ dataverseEnvironment, finopsEnvironment }) => {
    const [dataverse, finops] = [dataverseEnvironment.geography, finopsEnvironment.geography];
    if (isBlank(dataverse) || isBlank(finops)) return notProvided();
    return judgeEach([{ dataverse: dataverse.trim(), finops: finops.trim() }], (geographies) =>
      nameKey(geographies.dataverse) === nameKey(geographies.finops)
        ? undefined
        : finding({ kind: 'environment', id: 'dataverse' }, geographies),
    );
  },
  message: ({ dataverse, finops }: { dataverse: string; finops: string }) =>
    `Dataverse is in ${dataverse}, finance and operations in ${finops}`,
  remediation: {
    summary: 'Bring both environments into the same geography before go-live.',
    options: [
      {
        title: 'Choose a Dataverse environment in the geography of finance and operations',
        steps: [
          'In the Power Platform admin center, create an environment in the same region, with Dynamics 365 apps enabled.',
          'Copy over solutions and data with the tools of your project.',
          'Set it up as the Power Platform integration in Lifecycle Services and link it on the Dual-write page.',
        ],
        performedBy: ['tenant-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.systemRequirements],
      },
      {
        title: 'Have the Dataverse environment moved',
        steps: [
          'Open a support ticket that asks for a geo migration of the environment and names the target region.',
          'Stop all maps before the agreed date and start them afterwards.',
        ],
        performedBy: ['tenant-administrator', 'microsoft-support'],
        destroys: null,
        links: [links.systemRequirements],
      },
    ],
  },
  sources: [sources.systemRequirements],
});
