import { assignTeamRoles } from '../remediation/assign-team-roles.js';
import { makeTeamAdministrator } from '../remediation/make-team-administrator.js';
import * as sources from '../remediation/sources.js';
import { roleStanding } from '../roles.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, inconclusive, judgeEach, missing, notApplicable } from '../verdict.js';
import { mappedBusinessUnit, noDefaultTeam, unitGone, whyNoDefaultTeam } from './mapped-business-unit.js';
import { teamSubject } from './owning-teams.js';

/** `DWDVEV9402`: the default team of the business unit should hold a role. @public */
export const defaultTeamWithoutRole = defineCatalogueRule({
  code: 'DWDVEV9402',
  slug: 'default-team-without-role',
  title: 'Default team without role',
  origin: 'documented-check',
  validation: 'BusinessUnit',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'The default team of the mapped business unit, which owns rows that belong to no company, has no security role; under the stricter role model, it is no system administrator.',
  impact: 'Rows of global tables, such as currencies and products, are refused.',
  needs: ['link', 'businessUnits', 'teams'],
  notApplicable: whyNoDefaultTeam,
  evaluate: ({ link, businessUnits, teams }, { roleModel, derive }) => {
    const mapped = derive(mappedBusinessUnit, link, businessUnits, teams);
    if (mapped.state === 'no-root') return inconclusive(missing('businessUnits', 'parentId'));
    if (mapped.state === 'gone') return notApplicable(unitGone);
    return judgeEach(
      mapped.defaultTeams,
      (team) => {
        if (team.roles == null) return missing('teams', 'roles');
        return roleStanding(team.roles, 'team', roleModel) === 'without'
          ? finding(teamSubject(team), { team: team.name.trim(), roleModel })
          : undefined;
      },
      { whenNone: noDefaultTeam },
    );
  },
  message: ({ team, roleModel }: { team: string; roleModel: string }) =>
    `the default team "${team}" ${roleModel === 'system-administrator' ? 'is no system administrator' : 'has no security role'}`,
  remediation: {
    summary:
      'Give the default team the dual-write roles and access to the global tables. Every user of the unit is a member of it and gains what it gains, so choose roles that are no wider than needed.',
    options: [assignTeamRoles, makeTeamAdministrator],
  },
  sources: [sources.securityRoles, sources.liveSync],
});
