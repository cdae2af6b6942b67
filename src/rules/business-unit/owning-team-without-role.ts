import { companyIds } from '../companies.js';
import { assignTeamRoles } from '../remediation/assign-team-roles.js';
import { makeTeamAdministrator } from '../remediation/make-team-administrator.js';
import * as sources from '../remediation/sources.js';
import { roleStanding } from '../role-standing.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { teamSubject, teamsOfLinkedCompanies, whyNoTeamOfLinkedCompany } from './owning-teams.js';

/** `DWDVEV9401`: a default owning team must have a role. @public */
export const owningTeamWithoutRole = defineCatalogueRule({
  code: 'DWDVEV9401',
  slug: 'owning-team-without-role',
  title: 'Default owning team without role',
  origin: 'documented-check',
  validation: 'BusinessUnit',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The default owning team of a linked company has no security role. Under the stricter role model, it is not a system administrator.',
  impact:
    'Dataverse refuses the rows that dual-write writes for the company, because their owner is not allowed to read them.',
  needs: ['link', 'companies', 'teams'],
  mayBePartial: ['companies'],
  notApplicable: whyNoTeamOfLinkedCompany,
  evaluate: (facts, context) =>
    judgeEach(teamsOfLinkedCompanies(facts, context), ({ team, owned }) => {
      if (team.roles == null) return missing('teams', 'roles');
      return roleStanding(team.roles, context.roleModel) === 'without'
        ? finding(teamSubject(team), {
            team: team.name.trim(),
            companies: companyIds(owned),
            roleModel: context.roleModel,
          })
        : undefined;
    }),
  message: ({ team, companies, roleModel }: { team: string; companies: readonly string[]; roleModel: string }) =>
    `the team "${team}" owns the rows of ${companies.join(', ')} and ${
      roleModel === 'system-administrator' ? 'is not a system administrator' : 'has no security role'
    }`,
  remediation: {
    summary: 'Give the team the dual-write roles and access to the mapped tables.',
    options: [assignTeamRoles, makeTeamAdministrator],
  },
  sources: [sources.securityRoles, sources.liveSync, sources.healthCheck],
});
