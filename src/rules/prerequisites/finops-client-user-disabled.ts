import { isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { applicationSubject } from './application-users.js';
import { clientRowsOf, hasDualWriteClient, requiredFinopsClients } from './finops-clients.js';

const noClientRow = 'no client row of dual-write exists';

/** `DWFOEV9003`: the client rows of dual-write must point to an enabled user. @public */
export const finopsClientUserDisabled = defineCatalogueRule({
  code: 'DWFOEV9003',
  slug: 'finops-client-user-disabled',
  title: 'Application without an enabled user in finance and operations',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A client row of dual-write exists in finance and operations, but its user is blank or disabled.',
  impact: 'The application signs in and is then refused: the row looks correct on the page, but nothing works.',
  needs: ['finopsClients', 'solutions'],
  notApplicable: ({ finopsClients }) =>
    finopsClients !== undefined && !hasDualWriteClient(finopsClients) ? noClientRow : undefined,
  evaluate: ({ finopsClients, solutions }) => {
    const registered = requiredFinopsClients(solutions).flatMap((alternatives) =>
      alternatives
        .map((application) => ({
          application,
          isCertain: alternatives.length === 1,
          rows: clientRowsOf(finopsClients, application),
        }))
        .filter(({ rows }) => rows.length > 0),
    );
    return judgeEach(
      registered,
      ({ application, isCertain, rows }) => {
        const states = rows.map(hasEnabledUser);
        if (states.includes(true)) return undefined;
        if (states.includes(undefined)) return missing('finopsClients', 'userEnabled');
        if (!isCertain) return missing('solutions', 'version');
        return finding(applicationSubject(application), { application: application.name, rows: rows.length });
      },
      { whenNone: noClientRow },
    );
  },
  message: ({ application }: { application: string; rows: number }, { id }) =>
    `the client row of ${application} (${id}) has no enabled user`,
  remediation: {
    summary: 'Give the client row a user that is enabled and has the rights to manage data.',
    options: [
      {
        title: 'Choose or enable the user',
        steps: [
          'In finance and operations, go to System administration > Setup > Microsoft Entra ID applications (address: `https://<your environment>/?mi=SysAADClientTable`) and find the client id of the finding.',
          'If User ID is blank, choose a user that was created for integration.',
          'If it is filled, go to System administration > Users > Users, open that user, and set Enabled to Yes, or choose another user on the client row.',
          'Make sure that the user has the security roles to run data management.',
          'Save, and run this check again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.requirements],
      },
    ],
  },
  sources: [sources.requirements],
});

/** An enabled user exists, whatever its id; a blank id is not a user, whatever the flag says. */
function hasEnabledUser({ userId, userEnabled }: Facts['finopsClients'][number]): boolean | undefined {
  return userId != null && isBlank(userId) ? false : (userEnabled ?? undefined);
}
