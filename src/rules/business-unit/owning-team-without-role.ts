import { syncedCompanies } from '../companies.js';
import { assignTeamRoles } from '../remediation/assign-team-roles.js';
import { makeTeamAdministrator } from '../remediation/make-team-administrator.js';
import * as sources from '../remediation/sources.js';
import { roleStanding } from '../roles.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { noOwningTeam, owningTeams, teamSubject, teamsThatOwn, whyNoOwningTeam } from './owning-teams.js';

/** `DWDVEV9401`: a default owning team must hold a role. @public */
export const owningTeamWithoutRole = defineCatalogueRule({
  code: 'DWDVEV9401',
  slug: 'owning-team-without-role',
  title: 'Default owning team without role',
  origin: 'documented-check',
  validation: 'BusinessUnit',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The default owning team of a synchronised company has no security role; under the stricter role model, it is no system administrator.',
  impact: 'Rows written for the company are refused, because their owner may not read them.',
  needs: ['link', 'companies', 'teams'],
  mayBePartial: ['companies'],
  notApplicable: whyNoOwningTeam,
  evaluate: ({ link, companies, teams }, { roleModel, derive }) => {
    const synced = derive(syncedCompanies, link, companies);
    return judgeEach(
      derive(owningTeams, synced, derive(teamsThatOwn, synced, teams)),
      ({ team, companies }) => {
        if (team.roles == null) return missing('teams', 'roles');
        return roleStanding(team.roles, 'team', roleModel) === 'without'
          ? finding(teamSubject(team), { team: team.name.trim(), companies, roleModel })
          : undefined;
      },
      { whenNone: noOwningTeam },
    );
  },
  message: ({ team, companies, roleModel }: { team: string; companies: readonly string[]; roleModel: string }) =>
    `the team "${team}" owns the rows of ${companies.join(', ')} and ${
      roleModel === 'system-administrator' ? 'is no system administrator' : 'has no security role'
    }`,
  remediation: {
    summary: 'Give the team the dual-write roles and access to the mapped tables.',
    options: [assignTeamRoles, makeTeamAdministrator],
  },
  sources: [sources.securityRoles, sources.liveSync, sources.healthCheck],
});
