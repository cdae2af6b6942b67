import { companyIds } from '../companies.js';
import { assignTeamRoles } from '../remediation/assign-team-roles.js';
import * as sources from '../remediation/sources.js';
import { roleNames, roleStanding } from '../role-standing.js';
import { defineCatalogueRule, type RoleModel } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import {
  teamSubject,
  teamsOfLinkedCompanies,
  teamsOfSyncedCompanies,
  whyNoTeamOfSyncedCompany,
} from './owning-teams.js';

type Args = {
  problem: 'unconfirmed' | 'without';
  team: string;
  companies: readonly string[];
  roles: readonly string[];
  roleModel: RoleModel;
};

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
    'The default owning team of a synchronized company has roles, but not both dual-write roles and one more for the tables. Your own roles can be right: their names do not say what they allow. Or the team has no role, and owns only companies that are enabled for dual-write but not linked.',
  impact:
    'Writes to some tables may be refused with a missing privilege; those of a company that is not linked, once it is linked.',
  needs: ['link', 'companies', 'teams'],
  mayBePartial: ['companies'],
  notApplicable: whyNoTeamOfSyncedCompany,
  evaluate: (facts, context) => {
    const { roleModel } = context;
    const ofLinked = new Set(teamsOfLinkedCompanies(facts, context).map(({ team }) => team));
    return judgeEach(teamsOfSyncedCompanies(facts, context), ({ team, owned }) => {
      if (team.roles == null) return missing('teams', 'roles');
      const standing = roleStanding(team.roles, roleModel);
      if (standing === 'sufficient' || (standing === 'without' && ofLinked.has(team))) return undefined;
      const roles = roleNames(team.roles);
      return finding<Args>(teamSubject(team), {
        problem: standing,
        team: team.name.trim(),
        companies: companyIds(owned),
        roles,
        roleModel,
      });
    });
  },
  message: ({ problem, team, companies, roles, roleModel }: Args) => {
    const owner = `the team "${team}" owns the rows of ${companies.join(', ')}`;
    if (problem === 'unconfirmed') return `${owner} and has only the roles ${roles.join(', ')}`;
    return `${owner} (enabled for dual-write, but not linked) and ${
      roleModel === 'system-administrator' ? 'is not a system administrator' : 'has no security role'
    }`;
  },
  remediation: {
    summary: 'Make sure that the roles of the team cover every mapped table, or give it the documented ones.',
    options: [assignTeamRoles],
  },
  sources: [sources.securityRoles],
});
