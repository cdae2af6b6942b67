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
    {
      when: 'the default team has a role only of its own',
      facts: { link, businessUnits, teams: known([make.team({ roles: [{ name: 'Integration' }] })]) },
      checked: 1,
    },
    { when: 'the default team has roles', facts: { link, businessUnits, teams: known([make.team()]) }, checked: 1 },
    {
      when: 'a team that is not the default has none',
      facts: { link, businessUnits, teams: known([make.team(), make.team({ id: 'a2', isDefault: false, roles: [] })]) },
      checked: 1,
    },
    {
      when: 'administrators are required and the team is one',
      facts: { link, businessUnits, teams: known([make.team({ roles: [{ name: 'SYSTEM ADMINISTRATOR' }] })]) },
      options: { roleModel: 'system-administrator' },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the default team has no role',
      facts: { link, businessUnits, teams: known([make.team({ name: ' Contoso ', roles: [] })]) },
      subjects: [`team ${teamId}`],
      args: [{ team: 'Contoso', businessUnit: 'Contoso', roles: [], roleModel: 'least-privilege' }],
    },
    {
      when: 'the mapped unit is not the root and its default team has no role',
      facts: {
        link: known(make.link({ businessUnitId: 'b2' })),
        businessUnits,
        teams: known([make.team(), make.team({ id: 'a2', businessUnitId: 'B2', roles: [] })]),
      },
      subjects: ['team a2'],
      args: [{ team: 'Contoso', businessUnit: 'Sales', roles: [], roleModel: 'least-privilege' }],
    },
    {
      when: 'ids of units have braces and capitals, and rows of the unit spell its name in several ways',
      facts: {
        link: known(make.link({ businessUnitId: 'b2' })),
        businessUnits: known([
          make.businessUnit(),
          make.businessUnit({ id: '{B2}', name: 'Sales ', parentId: rootUnitId }),
          make.businessUnit({ id: 'B2', name: 'SALES', parentId: rootUnitId }),
        ]),
        teams: known([make.team(), make.team({ id: 'a2', businessUnitId: '{b2}', roles: [] })]),
      },
      subjects: ['team a2'],
      args: [{ team: 'Contoso', businessUnit: 'SALES', roles: [], roleModel: 'least-privilege' }],
    },
    {
      when: 'rows of the unit give it several names, and one of two default teams has no role',
      facts: {
        link,
        businessUnits: known([make.businessUnit(), make.businessUnit({ name: 'Contoso Group' })]),
        teams: known([make.team(), make.team({ id: '{A2}', roles: [] })]),
      },
      subjects: ['team a2'],
      args: [{ team: 'Contoso', businessUnit: null, roles: [], roleModel: 'least-privilege' }],
    },
    {
      when: 'administrators are required and the team is not one',
      facts: { link, businessUnits, teams: known([make.team()]) },
      options: { roleModel: 'system-administrator' },
      subjects: [`team ${teamId}`],
      args: [
        {
          team: 'Contoso',
          businessUnit: 'Contoso',
          roles: ['Dual-write app user', 'Dual-write runtime user', 'Salesperson'],
          roleModel: 'system-administrator',
        },
      ],
    },
  ],
  notApplicable: [
    {
      when: 'the only team of the mapped unit is not its default, and the units could not be read',
      facts: {
        link: known(make.link({ businessUnitId: 'b2' })),
        teams: known([make.team({ businessUnitId: 'b2', isDefault: false, roles: [] })]),
      },
    },
    {
      when: 'the mapped unit does not exist, and the teams could not be read',
      facts: { link: known(make.link({ businessUnitId: 'gone' })), businessUnits, teams: unknown('not-permitted') },
    },
    {
      when: 'no default team belongs to the mapped unit, and the units could not be read',
      facts: { link: known(make.link({ businessUnitId: 'B2' })), teams: known([make.team({ roles: [] })]) },
    },
    { when: 'no team is a default team, and nothing else is known', facts: { teams: known([]) } },
    { when: 'the environments are not linked', facts: { link: known(make.link({ linked: false })) } },
    {
      when: 'the unit has no default team: another rule reports that',
      facts: { link, businessUnits, teams: known([]) },
    },
    {
      when: 'the only default team is of another unit',
      facts: { link, businessUnits, teams: known([make.team({ businessUnitId: 'b2', roles: [] })]) },
    },
    {
      when: 'the mapped unit does not exist: another rule reports that',
      facts: {
        link: known(make.link({ businessUnitId: 'gone' })),
        businessUnits,
        teams: known([make.team({ roles: [] })]),
      },
    },
  ],
  inconclusive: [
    {
      when: 'the mapped unit has a default team, and the units could not be read',
      facts: {
        link: known(make.link({ businessUnitId: '{B2}' })),
        teams: known([make.team({ businessUnitId: 'b2', roles: [] })]),
      },
      missing: ['businessUnits'],
    },
    {
      when: 'the mapped unit exists, and the teams could not be read',
      facts: { link: known(make.link({ businessUnitId: '{B2}' })), businessUnits },
      missing: ['teams'],
    },
    {
      when: 'only some of the teams were seen, and none of those is a default team',
      facts: { link, businessUnits, teams: known([], { coverage: 'partial' }) },
      missing: ['teams'],
    },
    {
      when: 'only some of the units were seen, and the mapped one is not among those',
      facts: {
        link: known(make.link({ businessUnitId: 'b3' })),
        businessUnits: known([make.businessUnit()], { coverage: 'partial' }),
        teams: known([make.team({ businessUnitId: 'b3', roles: [] })]),
      },
      missing: ['businessUnits'],
    },
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
