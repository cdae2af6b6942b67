import { assignUserRoles } from '../remediation/assign-user-roles.js';
import { makeUserAdministrator } from '../remediation/make-user-administrator.js';
import * as sources from '../remediation/sources.js';
import { roleStanding } from '../role-standing.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { applicationSubject, dualWriteUsers, noDualWriteUser } from './application-users.js';

/** `DWDVEV9006`: the application users that dual-write signs in with must hold a role. @public */
export const applicationUserWithoutRole = defineCatalogueRule({
  code: 'DWDVEV9006',
  slug: 'application-user-without-role',
  title: 'Application user without role',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The application user of the data integrator, or of the application that finance and operations writes as, has no security role, neither its own nor through a team; or, under the stricter role model, is not a system administrator.',
  impact: 'Dataverse answers its requests with 403, and no data arrives from finance and operations.',
  needs: ['applicationUsers'],
  mayBePartial: ['applicationUsers'],
  uses: ['finopsEnvironment'],
  evaluate: ({ applicationUsers, finopsEnvironment }, { roleModel, isPartial }) =>
    judgeEach(
      dualWriteUsers(applicationUsers, finopsEnvironment, isPartial('applicationUsers')),
      ({ user, application }) =>
        roleStanding(user.roles, roleModel) === 'without'
          ? finding(applicationSubject(application), { application: application.name, roleModel })
          : undefined,
      { whenNone: noDualWriteUser },
    ),
  message: ({ application, roleModel }: { application: string; roleModel: string }, { id }) =>
    roleModel === 'system-administrator'
      ? `the application user for ${application} (${id}) is not a system administrator`
      : `the application user for ${application} (${id}) has no security role`,
  remediation: {
    summary: 'Give the application user the dual-write roles and access to the mapped tables.',
    options: [assignUserRoles, makeUserAdministrator],
  },
  sources: [sources.requirements, sources.securityRoles, sources.liveSync],
});
