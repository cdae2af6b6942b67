import { known, unknown } from '../../../src/facts/fact.js';
import { defaultTeamWithoutRole } from '../../../src/rules/business-unit/default-team-without-role.js';
import { make, rootUnitId, teamId } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const businessUnits = known([
  make.businessUnit(),
  make.businessUnit({ id: 'b2', name: 'Sales', parentId: rootUnitId }),
]);

export default {
  rule: defaultTeamWithoutRole,
  passed: [
    { when: 'the default team holds roles', facts: { link, businessUnits, teams: known([make.team()]) }, checked: 1 },
    {
      when: 'a team that is not the default has none',
      facts: { link, businessUnits, teams: known([make.team(), make.team({ id: 'a2', isDefault: false, roles: [] })]) },
      checked: 1,
    },
    {
      when: 'administrators are asked for and the team is one',
      facts: { link, businessUnits, teams: known([make.team({ roles: [{ name: 'SYSTEM ADMINISTRATOR' }] })]) },
      options: { roleModel: 'system-administrator' },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the default team has no role',
      facts: { link, businessUnits, teams: known([make.team({ roles: [] })]) },
      subjects: [`team ${teamId}`],
    },
    {
      when: 'the mapped unit is not the root and its default team has no role',
      facts: {
        link: known(make.link({ businessUnitId: 'b2' })),
        businessUnits,
        teams: known([make.team(), make.team({ id: 'a2', businessUnitId: 'B2', roles: [] })]),
      },
      subjects: ['team a2'],
    },
    {
      when: 'administrators are asked for and the team is none',
      facts: { link, businessUnits, teams: known([make.team()]) },
      options: { roleModel: 'system-administrator' },
      subjects: [`team ${teamId}`],
    },
  ],
  notApplicable: [
    { when: 'the environments are not linked', facts: { link: known(make.link({ linked: false })) } },
    { when: 'the unit has no default team: that is another finding', facts: { link, businessUnits, teams: known([]) } },
    {
      when: 'the mapped unit does not exist: that is another finding',
      facts: {
        link: known(make.link({ businessUnitId: 'gone' })),
        businessUnits,
        teams: known([make.team({ roles: [] })]),
      },
    },
  ],
  inconclusive: [
    {
      when: 'the roles of the team are not known',
      facts: { link, businessUnits, teams: known([make.team({ roles: null })]) },
      missing: ['teams.roles'],
    },
    {
      when: 'the root unit is not found',
      facts: { link, businessUnits: known([]), teams: known([make.team()]) },
      missing: ['businessUnits.parentId'],
    },
    {
      when: 'the business units could not be read',
      facts: { link, businessUnits: unknown('failed'), teams: known([make.team()]) },
      missing: ['businessUnits'],
    },
  ],
} satisfies RuleCases;
