import { assignUserRoles } from '../remediation/assign-user-roles.js';
import * as sources from '../remediation/sources.js';
import { roleNames, roleStanding } from '../roles.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { applicationSubject, dualWriteUsers } from './application-users.js';

/** `DWDVEV9014`: the roles of the application users should be those that dual-write documents. @public */
export const applicationUserRoleUnconfirmed = defineCatalogueRule({
  code: 'DWDVEV9014',
  slug: 'application-user-role-unconfirmed',
  title: 'Roles of application user unconfirmed',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'An application user of dual-write has roles, but it is neither administrator nor holder of both dual-write roles. Roles of your own can be right; nobody can tell from their names.',
  impact: 'Writes to some tables may be refused for want of a privilege.',
  needs: ['applicationUsers'],
  mayBePartial: ['applicationUsers'],
  evaluate: ({ applicationUsers }, { roleModel }) =>
    judgeEach(
      dualWriteUsers(applicationUsers),
      ({ user, application }) =>
        roleStanding(user.roles, 'user', roleModel) === 'unconfirmed'
          ? finding(applicationSubject(application), { application: application.name, roles: roleNames(user.roles) })
          : undefined,
      { whenNone: 'no application user of dual-write exists' },
    ),
  message: ({ application, roles }: { application: string; roles: readonly string[] }, { id }) =>
    `the application user for ${application} (${id}) holds ${roles.join(', ')}, not both dual-write roles`,
  remediation: {
    summary:
      'Make sure that the roles of the application user cover every mapped table, or give it the dual-write roles.',
    options: [assignUserRoles],
  },
  sources: [sources.securityRoles, sources.requirements],
});
