import { geographyKey } from '../../facts/geography-key.js';
import * as links from '../remediation/links.js';
import { confirmPair, connectOnce, deployedAgainDestroys } from '../remediation/power-platform-integration.js';
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
    'Every live write crosses that distance and may exceed the two-minute limit; the combination is not supported.',
  needs: ['dataverseEnvironment', 'finopsEnvironment'],
  ifProvided: true,
  evaluate: ({ dataverseEnvironment, finopsEnvironment }) => {
    const written = {
      dataverse: dataverseEnvironment.geography?.trim() ?? '',
      finops: finopsEnvironment.geography?.trim() ?? '',
    };
    const [dataverse, finops] = [geographyKey(written.dataverse), geographyKey(written.finops)];
    if (dataverse === undefined || finops === undefined) return notProvided();
    return judgeEach([written], (geographies) =>
      dataverse === finops ? undefined : finding({ kind: 'environment', id: 'dataverse' }, geographies),
    );
  },
  message: ({ dataverse, finops }: { dataverse: string; finops: string }) =>
    `Dataverse is in ${dataverse}, finance and operations in ${finops}`,
  remediation: {
    summary: 'Bring both environments into the same geography before go-live.',
    options: [
      confirmPair,
      {
        title: 'Choose a Dataverse environment in the geography of finance and operations',
        steps: [
          'In the Power Platform admin center (https://admin.powerplatform.microsoft.com), select Manage > Environments > New, and create an environment in the same region, with a Dataverse data store and Dynamics 365 apps enabled.',
          'Copy over solutions and data with the tools of your project.',
          connectOnce,
          'Link the two (DWFOEV9303 explains how) and run this check again.',
        ],
        performedBy: ['tenant-administrator', 'finops-system-administrator'],
        destroys: deployedAgainDestroys,
        links: [links.systemRequirements, links.createEnvironment, links.powerPlatformIntegration],
      },
      {
        title: 'Have the Dataverse environment moved',
        steps: [
          'This is not offered for environments created in the Power Platform admin center with finance and operations in them, nor for trial and developer environments.',
          'Open a support request that asks for a geo-to-geo migration of the environment and names the target region; support for it is limited, and it takes at least ten days.',
          'Before the agreed date, export everything that the article lists, and stop all maps.',
          'Afterward, the environment has a different address and a different id: create connections again, reset the link (DWDVEV1001 explains how), and run the maps.',
        ],
        performedBy: ['tenant-administrator', 'microsoft-support'],
        destroys:
          'The address and the id of the environment, its backups and connections, many of its settings, and with the reset the maps, keys and history of dual-write.',
        links: [links.moveToGeography, links.systemRequirements],
      },
    ],
  },
  sources: [sources.systemRequirements],
});
