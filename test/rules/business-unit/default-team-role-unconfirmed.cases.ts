import { known, unknown } from '../../../src/facts/fact.js';
import { defaultTeamRoleUnconfirmed } from '../../../src/rules/business-unit/default-team-role-unconfirmed.js';
import { make, rootUnitId, teamId } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const roleModel = 'least-privilege';
const businessUnits = known([
  make.businessUnit(),
  make.businessUnit({ id: 'b2', name: 'Sales', parentId: rootUnitId }),
]);
const withRoles = (...names: readonly string[]) => make.team({ roles: names.map((name) => ({ name })) });

export default {
  rule: defaultTeamRoleUnconfirmed,
  passed: [
    {
      when: 'the default team has both dual-write roles and one for the tables',
      facts: { link, businessUnits, teams: known([make.team()]) },
      checked: 1,
    },
    {
      when: 'the default team is a system administrator',
      facts: {
        link,
        businessUnits,
        teams: known([make.team({ roles: [{ name: 'Admin', templateId: '{627090FF-40A3-4053-8790-584EDC5BE201}' }] })]),
      },
      checked: 1,
    },
    {
      when: 'the default team has no role at all: another rule reports that',
      facts: { link, businessUnits, teams: known([withRoles()]) },
      checked: 1,
    },
    {
      when: 'administrators are required: the other rule decides then',
      facts: { link, businessUnits, teams: known([withRoles('Integration')]) },
      options: { roleModel: 'system-administrator' },
      checked: 1,
    },
    {
      when: 'other teams have roles only of their own',
      facts: {
        link,
        businessUnits,
        teams: known([
          make.team(),
          { ...withRoles('Integration'), id: 'a2', isDefault: false },
          { ...withRoles('Integration'), id: 'a3', businessUnitId: 'b2' },
        ]),
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the default team has roles only of its own',
      facts: { link, businessUnits, teams: known([withRoles('Salesperson', 'Integration')]) },
      subjects: [`team ${teamId}`],
      args: [{ team: 'Contoso', businessUnit: 'Contoso', roles: ['Integration', 'Salesperson'], roleModel }],
    },
    {
      when: 'the default team has both dual-write roles and nothing for the tables but Basic User',
      facts: {
        link,
        businessUnits,
        teams: known([withRoles('Dual-write runtime user', 'Dual-write app user', 'Basic User')]),
      },
      subjects: [`team ${teamId}`],
      args: [
        {
          team: 'Contoso',
          businessUnit: 'Contoso',
          roles: ['Basic User', 'Dual-write app user', 'Dual-write runtime user'],
          roleModel,
        },
      ],
    },
    {
      when: 'the mapped unit is not the root, and its default team has only one of the dual-write roles',
      facts: {
        link: known(make.link({ businessUnitId: '{B2}' })),
        businessUnits,
        teams: known([
          withRoles('Integration'),
          { ...withRoles('Dual-write app user', 'Salesperson'), id: 'A2', name: ' Sales ', businessUnitId: 'b2' },
        ]),
      },
      subjects: ['team a2'],
      args: [{ team: 'Sales', businessUnit: 'Sales', roles: ['Dual-write app user', 'Salesperson'], roleModel }],
    },
    {
      when: 'the unit has two default teams, and the roles of one are not known',
      facts: {
        link,
        businessUnits,
        teams: known([withRoles('Integration'), make.team({ id: 'a2', roles: null })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ team: 'Contoso', businessUnit: 'Contoso', roles: ['Integration'], roleModel }],
      missing: ['teams.roles'],
    },
  ],
  notApplicable: [
    {
      when: 'the environments are not linked',
      facts: { link: known(make.link({ linked: false })), businessUnits, teams: known([withRoles('Integration')]) },
    },
    { when: 'no team is a default team, and nothing else is known', facts: { teams: known([]) } },
    {
      when: 'the unit has no default team: another rule reports that',
      facts: { link, businessUnits, teams: known([]) },
    },
    {
      when: 'the only default team is of another unit',
      facts: { link, businessUnits, teams: known([{ ...withRoles('Integration'), businessUnitId: 'b2' }]) },
    },
    {
      when: 'the mapped unit does not exist: another rule reports that',
      facts: {
        link: known(make.link({ businessUnitId: 'gone' })),
        businessUnits,
        teams: known([withRoles('Integration')]),
      },
    },
    {
      when: 'the mapped unit does not exist, and the teams could not be read',
      facts: { link: known(make.link({ businessUnitId: 'gone' })), businessUnits, teams: unknown('not-permitted') },
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
      facts: { link, businessUnits: known([]), teams: known([withRoles('Integration')]) },
      missing: ['businessUnits.parentId'],
    },
    {
      when: 'the business units could not be read',
      facts: { link, businessUnits: unknown('failed'), teams: known([withRoles('Integration')]) },
      missing: ['businessUnits'],
    },
    {
      when: 'only some of the teams were seen',
      facts: { link, businessUnits, teams: known([withRoles('Integration')], { coverage: 'partial' }) },
      missing: ['teams'],
    },
    {
      when: 'only some of the units were seen, and the mapped one is not among those',
      facts: {
        link: known(make.link({ businessUnitId: 'b3' })),
        businessUnits: known([make.businessUnit()], { coverage: 'partial' }),
        teams: known([{ ...withRoles('Integration'), businessUnitId: 'b3' }]),
      },
      missing: ['businessUnits'],
    },
    {
      when: 'the link is not known',
      facts: { businessUnits, teams: known([withRoles('Integration')]) },
      missing: ['link'],
    },
  ],
} satisfies RuleCases;
