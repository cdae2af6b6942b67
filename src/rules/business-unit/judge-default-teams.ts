import type { Facts } from '../../facts/schemas.js';
import { type RoleStanding, roleNames, roleStanding } from '../role-standing.js';
import type { RoleModel, RuleContext } from '../rule.js';
import { finding, inconclusive, judgeEach, missing, notApplicable, type Verdict } from '../verdict.js';
import { mappedBusinessUnit, noDefaultTeam, unitGone } from './mapped-business-unit.js';
import { teamSubject } from './owning-teams.js';

/** What findings say about the roles of a default team. */
export type DefaultTeamArgs = {
  team: string;
  /** The name of its business unit; null where rows of the unit disagree. */
  businessUnit: string | null;
  roles: readonly string[];
  roleModel: RoleModel;
};

/** Finds the default teams of the mapped business unit whose roles have this standing. A missing team is left to DWFOEV1006. */
export function judgeDefaultTeams(
  { link, businessUnits, teams }: Pick<Facts, 'link' | 'businessUnits' | 'teams'>,
  { roleModel, derive }: Pick<RuleContext, 'roleModel' | 'derive'>,
  bad: RoleStanding,
): Verdict<DefaultTeamArgs> {
  const mapped = derive(mappedBusinessUnit, link, businessUnits, teams);
  if (mapped.state === 'no-root') return inconclusive(missing('businessUnits', 'parentId'));
  if (mapped.state === 'gone') return notApplicable(unitGone);
  return judgeEach(
    mapped.defaultTeams,
    (team) => {
      if (team.roles == null) return missing('teams', 'roles');
      if (roleStanding(team.roles, roleModel) !== bad) return undefined;
      return finding<DefaultTeamArgs>(teamSubject(team), {
        team: team.name.trim(),
        businessUnit: mapped.name ?? null,
        roles: roleNames(team.roles),
        roleModel,
      });
    },
    { whenNone: noDefaultTeam },
  );
}

/** A default team in words: `the default team "Sales" of the business unit "Sales"` */
export function defaultTeamInWords({ team, businessUnit }: Pick<DefaultTeamArgs, 'team' | 'businessUnit'>): string {
  return `the default team "${team}"${businessUnit === null ? '' : ` of the business unit "${businessUnit}"`}`;
}
