import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { applicationSubject } from './application-users.js';
import { clientRowsOf, requiredFinopsClients } from './finops-clients.js';

/** `DWFOEV9002`: finance and operations must know the applications that dual-write calls it with. @public */
export const finopsClientMissing = defineCatalogueRule({
  code: 'DWFOEV9002',
  slug: 'finops-client-missing',
  title: 'Application not registered in finance and operations',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The Microsoft Entra ID applications page of finance and operations has no row for an application of dual-write.',
  impact:
    'Finance and operations rejects calls from Dataverse: linking is refused, and rows from Dataverse never arrive.',
  needs: ['finopsClients', 'solutions'],
  evaluate: ({ finopsClients, solutions }) =>
    judgeEach(requiredFinopsClients(solutions), (alternatives) => {
      const absent = alternatives.filter((application) => clientRowsOf(finopsClients, application).length === 0);
      const [application] = absent;
      if (application === undefined) return undefined;
      if (alternatives.length > 1) return missing('solutions', 'version');
      return finding(applicationSubject(application), { application: application.name });
    }),
  message: ({ application }: { application: string }, { id }) =>
    `finance and operations has no client row for ${application} (${id})`,
  remediation: {
    summary: 'Add the missing application on the Microsoft Entra ID applications page and give it an enabled user.',
    options: [
      {
        title: 'Add the client row',
        steps: [
          'In finance and operations, go to System administration > Setup > Microsoft Entra ID applications (address: `https://<your environment>/?mi=SysAADClientTable`).',
          'Select New and paste the application id that the finding names into Client Id.',
          'Give the row a name that says what it is for.',
          'Choose a User ID that is enabled and allowed to manage data; do not use the account of a person.',
          'Save. Then open Data management > Framework parameters > Entity settings, select Refresh entity list, and wait until Data entities is filled.',
          'Run this check again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.requirements],
      },
    ],
  },
  sources: [sources.requirements],
});
