import { guidKey } from '../../facts/keys.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import * as applications from './application-ids.js';
import { applicationSubject, writingApplications } from './application-users.js';

/** `DWDVEV9004`: Dataverse must have the application users that finance and operations writes as. @public */
export const applicationUserMissing = defineCatalogueRule({
  code: 'DWDVEV9004',
  slug: 'application-user-missing',
  title: 'Application user missing in Dataverse',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'Dataverse has no application user for an application of dual-write. The first-party one is not needed where the finance and operations environment is hosted by the customer.',
  impact:
    'Finance and operations cannot sign in to Dataverse: linking is refused and live synchronisation answers 403.',
  needs: ['applicationUsers'],
  uses: ['finopsEnvironment'],
  evaluate: ({ applicationUsers, finopsEnvironment }) => {
    const present = new Set(applicationUsers.map(({ applicationId }) => guidKey(applicationId)));
    const customerManaged = finopsEnvironment.status === 'known' ? finopsEnvironment.value.customerManaged : undefined;
    return judgeEach(writingApplications, (application) => {
      if (present.has(application.id)) return undefined;
      if (application === applications.finops && customerManaged === true) return undefined;
      if (application === applications.finops && customerManaged == null) {
        return missing('finopsEnvironment', 'customerManaged');
      }
      return finding(applicationSubject(application), { application: application.name });
    });
  },
  message: ({ application }: { application: string }, { id }) =>
    `Dataverse has no application user for ${application} (${id})`,
  remediation: {
    summary: 'Create the application user in Dataverse and give it the dual-write roles.',
    options: [
      {
        title: 'Create the application user',
        steps: [
          'Open the Power Platform admin center, select Environments, then the environment, then Settings.',
          'Under Users + permissions, open Application users and select New app user.',
          'Select Add an app and search for the application id of the finding.',
          'Choose the root business unit.',
          'Under Security roles, tick Dual-write runtime user, Dual-write app user, and a role that covers every mapped table.',
          'Select Create, and run this check again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.requirements, links.applicationUsers],
      },
    ],
  },
  sources: [sources.requirements, sources.securityRoles],
});
