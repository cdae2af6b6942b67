import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { applicationSubject, dualWriteUsers } from './application-users.js';

/** `DWDVEV9005`: the application users of dual-write must be enabled. @public */
export const applicationUserDisabled = defineCatalogueRule({
  code: 'DWDVEV9005',
  slug: 'application-user-disabled',
  title: 'Application user disabled in Dataverse',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning: 'An application user of dual-write exists in Dataverse and is disabled.',
  impact: 'Every write from finance and operations is refused, though the user seems to be there.',
  needs: ['applicationUsers'],
  mayBePartial: ['applicationUsers'],
  evaluate: ({ applicationUsers }) =>
    judgeEach(
      dualWriteUsers(applicationUsers),
      ({ user, application }) =>
        user.enabled ? undefined : finding(applicationSubject(application), { application: application.name }),
      { whenNone: 'no application user of dual-write exists' },
    ),
  message: ({ application }: { application: string }, { id }) =>
    `the application user for ${application} (${id}) is disabled`,
  remediation: {
    summary: 'Enable the application user again.',
    options: [
      {
        title: 'Activate the user',
        steps: [
          'Open the Power Platform admin center, select Environments, then the environment, then Settings.',
          'Under Users + permissions, open Application users and find the application id of the finding.',
          'Select the user, then Activate.',
          'Ask who disabled it and why, so that it stays enabled.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.applicationUsers],
      },
    ],
  },
  sources: [sources.requirements],
});
