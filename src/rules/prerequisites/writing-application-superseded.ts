import { known } from '../../facts/fact.js';
import { askForWritingApplication } from '../remediation/ask-for-writing-application.js';
import * as links from '../remediation/links.js';
import { openApplicationUsers } from '../remediation/pages.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { finopsToDataverse, finopsToDataverseLegacy } from './application-ids.js';
import { applicationSubject, isCustomerManaged, usersOf } from './application-users.js';
import { type WriterVersion, writerVersion } from './writing-application.js';

type Args = Omit<WriterVersion, 'isBeforeCurrent'> & { legacyApplication: string };

/** `DWDVEV9015`: from 10.0.43 on, finance and operations needs the user of its current writing application. @public */
export const writingApplicationSuperseded = defineCatalogueRule({
  code: 'DWDVEV9015',
  slug: 'writing-application-superseded',
  title: 'Only the superseded writing application has a user',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'Finance and operations is 10.0.43 or later. Since September 2025, such versions sign in to Dataverse with application f1752846-f0df-4766-96f5-c109adf67d7f, but only the legacy application 00000015-0000-0000-c000-000000000000 has a user there.',
  impact: 'Once the environment signs in with the current application, no data arrives from finance and operations.',
  needs: ['applicationUsers'],
  uses: ['finopsEnvironment'],
  notApplicable: ({ applicationUsers, finopsEnvironment }) => {
    if (finopsEnvironment !== undefined && isCustomerManaged(known(finopsEnvironment)) === true) {
      return 'finance and operations is hosted by the customer';
    }
    return applicationUsers !== undefined &&
      [finopsToDataverse, finopsToDataverseLegacy].every(
        (application) => usersOf(applicationUsers, application).length === 0,
      )
      ? 'neither writing application has a user'
      : undefined;
  },
  evaluate: ({ applicationUsers, finopsEnvironment }) =>
    judgeEach([finopsToDataverse], (current) => {
      if (usersOf(applicationUsers, current).length > 0) return undefined;
      const found = writerVersion(finopsEnvironment);
      if (found === undefined) {
        return [
          missing('finopsEnvironment', 'applicationRelease'),
          missing('finopsEnvironment', 'platformUpdate'),
          missing('finopsEnvironment', 'platformBuild'),
        ];
      }
      const { isBeforeCurrent, ...version } = found;
      return isBeforeCurrent
        ? undefined
        : finding(applicationSubject(current), { ...version, legacyApplication: finopsToDataverseLegacy.id });
    }),
  message: ({ property, version, legacyApplication }: Args, { id }) =>
    `only the legacy application ${legacyApplication} has a user in Dataverse, but finance and operations (${property} ${version}) writes as ${id}`,
  remediation: {
    summary: 'Get the user of the current application into Dataverse; only Microsoft can create it.',
    options: [
      {
        title: 'Update the dual-write packages and check for the user again',
        steps: [
          openApplicationUsers,
          'Select Filter > Platform and look for application id f1752846-f0df-4766-96f5-c109adf67d7f (Finance and Operations Runtime Integration User). It is a Microsoft application, so New app user does not offer it.',
          'If it is missing, go back to the environment, select Resources > Dynamics 365 apps, and update Dual-write core solution, Dual-write Application Core Solutions and the other dual-write packages that are listed.',
          'Search your flows, plug-ins and reports for the legacy application id, and for its user in Created By and Modified By, and make them accept the current one too.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.appMigration, links.applicationUsers, links.dynamics365Apps],
      },
      askForWritingApplication,
    ],
  },
  sources: [sources.appMigration],
});
