import { assignUserRoles } from '../remediation/assign-user-roles.js';
import * as sources from '../remediation/sources.js';
import { roleNames, roleStanding } from '../role-standing.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { applicationSubject, dualWriteUsers, noDualWriteUser } from './application-users.js';

/** `DWDVEV9014`: the roles of the application users should be confirmed to cover the mapped tables. @public */
export const applicationUserRoleUnconfirmed = defineCatalogueRule({
  code: 'DWDVEV9014',
  slug: 'application-user-role-unconfirmed',
  title: 'Roles of application user unconfirmed',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'The application user of the data integrator, or of the application that finance and operations writes as, is not an administrator, and does not hold both dual-write roles with one more role for the tables. Roles such as Basic User do not count. Your own roles can be right: their names do not say what they allow.',
  impact: 'Dataverse may refuse writes to some tables because a privilege is missing.',
  needs: ['applicationUsers'],
  mayBePartial: ['applicationUsers'],
  uses: ['finopsEnvironment'],
  evaluate: ({ applicationUsers, finopsEnvironment }, { roleModel, isPartial }) =>
    judgeEach(
      dualWriteUsers(applicationUsers, finopsEnvironment, isPartial('applicationUsers')),
      ({ user, application }) =>
        roleStanding(user.roles, roleModel) === 'unconfirmed'
          ? finding(applicationSubject(application), { application: application.name, roles: roleNames(user.roles) })
          : undefined,
      { whenNone: noDualWriteUser, merge: (a, b) => ({ ...a, roles: [...new Set([...a.roles, ...b.roles])].sort() }) },
    ),
  message: ({ application, roles }: { application: string; roles: readonly string[] }, { id }) =>
    `the application user for ${application} (${id}) holds ${roles.join(', ')}: not both dual-write roles and one more for the tables`,
  remediation: {
    summary:
      'Make sure that the roles of the application user cover every mapped table, or give it the dual-write roles.',
    options: [assignUserRoles],
  },
  sources: [sources.securityRoles, sources.requirements],
});
