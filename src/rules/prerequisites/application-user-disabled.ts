import * as links from '../remediation/links.js';
import { findApplicationUser, openApplicationUsers } from '../remediation/pages.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { applicationSubject, dualWriteUsers, noDualWriteUser } from './application-users.js';

/** `DWDVEV9005`: the application users that dual-write signs in with must be enabled. @public */
export const applicationUserDisabled = defineCatalogueRule({
  code: 'DWDVEV9005',
  slug: 'application-user-disabled',
  title: 'Application user disabled in Dataverse',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The application user of the data integrator, or of the application that finance and operations writes as, exists in Dataverse and is disabled.',
  impact: 'Dataverse refuses every request of the application, although its user seems to exist.',
  needs: ['applicationUsers'],
  mayBePartial: ['applicationUsers'],
  uses: ['finopsEnvironment'],
  evaluate: ({ applicationUsers, finopsEnvironment }, { isPartial }) =>
    judgeEach(
      dualWriteUsers(applicationUsers, finopsEnvironment, isPartial('applicationUsers')),
      ({ user, application }) =>
        user.enabled ? undefined : finding(applicationSubject(application), { application: application.name }),
      { whenNone: noDualWriteUser },
    ),
  message: ({ application }: { application: string }, { id }) =>
    `the application user for ${application} (${id}) is disabled`,
  remediation: {
    summary: 'Enable the application user again.',
    options: [
      {
        title: 'Activate the user',
        steps: [
          openApplicationUsers,
          findApplicationUser,
          'Select the user, then Activate, and confirm. If Activate is not available for a user that Microsoft provides, open a support request.',
          'Ask who disabled it and why, so that it stays enabled.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [links.applicationUsers, links.systemUsers],
      },
    ],
  },
  sources: [sources.requirements],
});
