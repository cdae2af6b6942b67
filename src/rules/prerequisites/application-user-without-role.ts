import { assignUserRoles } from '../remediation/assign-user-roles.js';
import { makeUserAdministrator } from '../remediation/make-user-administrator.js';
import * as sources from '../remediation/sources.js';
import { roleStanding } from '../roles.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { applicationSubject, dualWriteUsers } from './application-users.js';

/** `DWDVEV9006`: the application users of dual-write must hold a role. @public */
export const applicationUserWithoutRole = defineCatalogueRule({
  code: 'DWDVEV9006',
  slug: 'application-user-without-role',
  title: 'Application user without role',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'An application user of dual-write has no security role, neither its own nor through a team; under the stricter role model, it is no system administrator.',
  impact: 'Dataverse answers its writes with 403: nothing arrives from finance and operations.',
  needs: ['applicationUsers'],
  mayBePartial: ['applicationUsers'],
  evaluate: ({ applicationUsers }, { roleModel }) =>
    judgeEach(
      dualWriteUsers(applicationUsers),
      ({ user, application }) =>
        roleStanding(user.roles, 'user', roleModel) === 'without'
          ? finding(applicationSubject(application), { application: application.name, roleModel })
          : undefined,
      { whenNone: 'no application user of dual-write exists' },
    ),
  message: ({ application, roleModel }: { application: string; roleModel: string }, { id }) =>
    roleModel === 'system-administrator'
      ? `the application user for ${application} (${id}) is no system administrator`
      : `the application user for ${application} (${id}) has no security role`,
  remediation: {
    summary: 'Give the application user the dual-write roles and access to the mapped tables.',
    options: [assignUserRoles, makeUserAdministrator],
  },
  sources: [sources.requirements, sources.securityRoles, sources.liveSync],
});
