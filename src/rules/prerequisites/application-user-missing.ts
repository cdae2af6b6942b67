import { addApplicationUser } from '../remediation/add-application-user.js';
import { askForWritingApplication } from '../remediation/ask-for-writing-application.js';
import * as links from '../remediation/links.js';
import { openApplicationUsers } from '../remediation/pages.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { dataIntegrator, finopsToDataverse, finopsToDataverseLegacy } from './application-ids.js';
import { applicationSubject, isCustomerManaged, usersOf } from './application-users.js';
import { writerVersion } from './writing-application.js';

/** `DWDVEV9004`: Dataverse must have the application users that dual-write signs in with. @public */
export const applicationUserMissing = defineCatalogueRule({
  code: 'DWDVEV9004',
  slug: 'application-user-missing',
  title: 'Application user missing in Dataverse',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'Dataverse has no application user for the data integrator, or none for either application that finance and operations may write as. The second is not needed where the customer hosts finance and operations.',
  impact: 'Dual-write cannot sign in to Dataverse: linking is refused, or live synchronization fails with 403.',
  needs: ['applicationUsers'],
  uses: ['finopsEnvironment'],
  evaluate: ({ applicationUsers, finopsEnvironment }) => {
    const customerManaged = isCustomerManaged(finopsEnvironment);
    const writing = writerVersion(finopsEnvironment)?.isBeforeCurrent ? finopsToDataverseLegacy : finopsToDataverse;
    return judgeEach([dataIntegrator, writing], (application) => {
      const accepted = application === dataIntegrator ? [application] : [finopsToDataverse, finopsToDataverseLegacy];
      if (accepted.some((one) => usersOf(applicationUsers, one).length > 0)) return undefined;
      if (application !== dataIntegrator && customerManaged !== false) {
        return customerManaged ? undefined : missing('finopsEnvironment', 'customerManaged');
      }
      return finding(applicationSubject(application), { application: application.name });
    });
  },
  message: ({ application }: { application: string }, { id }) =>
    `Dataverse has no application user for ${application} (${id})`,
  remediation: {
    summary:
      'Create the application user in Dataverse and give it the dual-write roles; the user of f1752846-f0df-4766-96f5-c109adf67d7f can only come from Microsoft.',
    options: [
      {
        title: 'Create the user of the data integrator or of the legacy application',
        steps: [
          'Environment created in Lifecycle Services that is not linked yet: do not create the users manually. On its environment details page, select Power Platform Integration > Dual-write application > Configure, which creates the users.',
          /* @__PURE__ */ addApplicationUser('Otherwise add it manually.', '<application id of the finding>'),
          openApplicationUsers,
          'Select the new user, then Edit security roles. Select Dual-write runtime user, Dual-write app user, and a role that can create, read, write and delete rows of every mapped table, and save.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator', 'tenant-administrator'],
        destroys: null,
        links: [links.requirements, links.applicationUsers, links.assignUser],
      },
      askForWritingApplication,
    ],
  },
  sources: [sources.requirements, sources.securityRoles],
});
