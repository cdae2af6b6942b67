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
        ? finding({ kind: 'environment', id: 'dataverse' }, { version: text?.trim() ?? '' })
        : undefined;
    }),
  message: ({ version }: { version: string }) =>
    `Dataverse has version ${version}, and dual-write needs ${minimum} or later`,
  remediation: {
    summary: 'Let the environment be updated; hosted environments are updated by Microsoft in waves.',
    options: [
      {
        title: 'Bring the environment up to date',
        steps: [
          'Open the Power Platform admin center, select Environments, then the environment, and read its version and update schedule.',
          'If an update is offered, opt in and wait for the maintenance window.',
          'If the version stays behind, open a support ticket that names the environment and the version it should have.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [links.systemRequirements],
      },
    ],
  },
  sources: [sources.systemRequirements],
});
