import { isOlder, parseVersion } from '../../facts/version-number.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';

const minimum = '9.1.0000.11732';

/** `DWDVEV9012`: Dataverse must be version 9.1.0000.11732 or later. @public */
export const dataverseVersionTooOld = defineCatalogueRule({
  code: 'DWDVEV9012',
  slug: 'dataverse-version-too-old',
  title: 'Dataverse version too old',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning: 'The Dataverse platform version is below 9.1.0000.11732, the first that dual-write supports.',
  impact: 'The dual-write solutions cannot be installed or do not work.',
  needs: ['dataverseEnvironment'],
  evaluate: ({ dataverseEnvironment }) =>
    judgeEach([dataverseEnvironment.version], (text) => {
      const version = parseVersion(text);
      if (version === undefined) return missing('dataverseEnvironment', 'version');
      return isOlder(version, minimum)
        ? finding({ kind: 'environment', id: 'dataverse' }, { version: version.join('.') })
        : undefined;
    }),
  message: ({ version }: { version: string }) =>
    `Dataverse has version ${version}, and dual-write needs ${minimum} or later`,
  remediation: {
    summary: 'Make sure that the correct environment was read; hosted environments are updated by Microsoft.',
    options: [
      {
        title: 'Find out why the version is behind',
        steps: [
          'Open `https://<Dataverse address>/api/data/v9.2/RetrieveVersion` in a browser that is signed in to Dataverse, and compare the version and the address with the finding.',
          'If another environment was read, read the facts of the correct one.',
          'Otherwise there is nothing to install: Microsoft updates hosted environments, and this version is years old. In the Power Platform admin center (https://admin.powerplatform.microsoft.com), select Support and create a support request that names the environment and its version.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [links.requirements, links.systemRequirements],
      },
    ],
  },
  sources: [sources.systemRequirements],
});
