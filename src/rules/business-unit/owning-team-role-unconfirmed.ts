import { syncedCompanies } from '../companies.js';
import { assignTeamRoles } from '../remediation/assign-team-roles.js';
import * as sources from '../remediation/sources.js';
import { roleNames, roleStanding } from '../roles.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { noOwningTeam, owningTeams, teamSubject, teamsThatOwn, whyNoOwningTeam } from './owning-teams.js';

/** `DWDVEV9403`: the roles of a default owning team should be those that dual-write documents. @public */
export const owningTeamRoleUnconfirmed = defineCatalogueRule({
  code: 'DWDVEV9403',
  slug: 'owning-team-role-unconfirmed',
  title: 'Roles of default owning team unconfirmed',
  origin: 'documented-check',
  validation: 'BusinessUnit',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'The default owning team of a synchronised company has roles, but not both dual-write roles and one more for the tables. Roles of your own can be right; nobody can tell from their names.',
  impact: 'Writes to some tables may be refused with a missing privilege.',
  needs: ['link', 'companies', 'teams'],
  mayBePartial: ['companies'],
  notApplicable: whyNoOwningTeam,
  evaluate: ({ link, companies, teams }, { roleModel, derive }) => {
    const synced = derive(syncedCompanies, link, companies);
    return judgeEach(
      derive(owningTeams, synced, derive(teamsThatOwn, synced, teams)),
      ({ team, companies }) => {
        if (team.roles == null) return missing('teams', 'roles');
        return roleStanding(team.roles, 'team', roleModel) === 'unconfirmed'
          ? finding(teamSubject(team), { team: team.name.trim(), companies, roles: [...roleNames(team.roles)].sort() })
          : undefined;
      },
      { whenNone: noOwningTeam },
    );
  },
  message: ({ team, companies, roles }: { team: string; companies: readonly string[]; roles: readonly string[] }) =>
    `the team "${team}" owns the rows of ${companies.join(', ')} and holds only ${roles.join(', ')}`,
  remediation: {
    summary: 'Make sure that the roles of the team cover every mapped table, or give it the documented ones.',
    options: [assignTeamRoles],
  },
  sources: [sources.securityRoles],
});
