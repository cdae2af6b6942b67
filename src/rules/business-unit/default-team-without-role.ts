import { assignTeamRoles } from '../remediation/assign-team-roles.js';
import { makeTeamAdministrator } from '../remediation/make-team-administrator.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type DefaultTeamArgs, defaultTeamInWords, judgeDefaultTeams } from './judge-default-teams.js';
import { whyNoDefaultTeam } from './mapped-business-unit.js';

/** `DWDVEV9402`: the default team of the business unit should have a role. @public */
export const defaultTeamWithoutRole = defineCatalogueRule({
  code: 'DWDVEV9402',
  slug: 'default-team-without-role',
  title: 'Default team without role',
  origin: 'documented-check',
  validation: 'BusinessUnit',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'The default team of the mapped business unit, which owns rows that belong to no company, has no security role. Under the stricter role model, it is not a system administrator.',
  impact: 'Dataverse refuses rows of tables that belong to no company, such as currencies and products.',
  needs: ['link', 'businessUnits', 'teams'],
  notApplicable: whyNoDefaultTeam,
  evaluate: (facts, context) => judgeDefaultTeams(facts, context, 'without'),
  message: (args: DefaultTeamArgs) =>
    `${defaultTeamInWords(args)} ${
      args.roleModel === 'system-administrator' ? 'is not a system administrator' : 'has no security role'
    }`,
  remediation: {
    summary:
      'Give the default team the dual-write roles and access to the global tables. Every user of the unit is a member of it and gets the same privileges, so choose roles that are no broader than needed.',
    options: [assignTeamRoles, makeTeamAdministrator],
  },
  sources: [sources.securityRoles, sources.liveSync],
});
