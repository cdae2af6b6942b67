import { assignTeamRoles } from '../remediation/assign-team-roles.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type DefaultTeamArgs, defaultTeamInWords, judgeDefaultTeams } from './judge-default-teams.js';
import { whyNoDefaultTeam } from './mapped-business-unit.js';

/** `DWDVEV9404`: the roles of the business unit's default team should be those that dual-write documents. @public */
export const defaultTeamRoleUnconfirmed = defineCatalogueRule({
  code: 'DWDVEV9404',
  slug: 'default-team-role-unconfirmed',
  title: 'Roles of default team unconfirmed',
  origin: 'documented-check',
  validation: 'BusinessUnit',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'The default team of the mapped business unit has roles, but not both dual-write roles and one more for the tables. Your own roles can be right: their names do not say what they allow.',
  impact:
    'The team owns rows that belong to no company, such as currencies and products. If a privilege is missing, writing such rows fails.',
  needs: ['link', 'businessUnits', 'teams'],
  notApplicable: whyNoDefaultTeam,
  evaluate: (facts, context) => judgeDefaultTeams(facts, context, 'unconfirmed'),
  message: (args: DefaultTeamArgs) => `${defaultTeamInWords(args)} has only the roles ${args.roles.join(', ')}`,
  remediation: {
    summary:
      'Make sure that the roles of the team cover every mapped table that belongs to no company, or give it the documented roles. Every user of the business unit is a member of this team and gets the same privileges.',
    options: [assignTeamRoles],
  },
  sources: [sources.securityRoles],
});
