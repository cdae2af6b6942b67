import { known, unknown } from '../../../src/facts/fact.js';
import { owningTeamRoleUnconfirmed } from '../../../src/rules/business-unit/owning-team-role-unconfirmed.js';
import { make, teamId } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const companies = known([make.company()]);
const unconfirmed = { problem: 'unconfirmed', team: 'Contoso', roleModel: 'least-privilege' };

export default {
  rule: owningTeamRoleUnconfirmed,
  passed: [
    {
      when: 'the team has both dual-write roles and one more',
      facts: { link, companies, teams: known([make.team()]) },
      checked: 1,
    },
    {
      when: 'the team is a system administrator',
      facts: {
        link,
        companies,
        teams: known([make.team({ roles: [{ name: 'x', templateId: '627090ff-40a3-4053-8790-584edc5be201' }] })]),
      },
      checked: 1,
    },
    {
      when: 'the team of a linked company has no role at all: another rule reports that',
      facts: { link, companies, teams: known([make.team({ roles: [] })]) },
      checked: 1,
    },
    {
      when: 'the team without a role owns a linked company beside one that is only enabled: another rule reports that',
      facts: {
        link,
        companies: known([
          make.company({ id: 'c2', code: 'ZZZZ', defaultOwningTeamId: `{${teamId.toUpperCase()}}` }),
          make.company({ enabledForDualWrite: false }),
        ]),
        teams: known([make.team({ roles: [] })]),
      },
      checked: 1,
    },
    {
      when: 'the team without a role owns a linked company whose only record is inactive: another rule reports that',
      facts: {
        link,
        companies: known([make.company({ id: 'c2', code: 'ZZZZ' }), make.company({ active: false })]),
        teams: known([make.team({ roles: [] })]),
      },
      checked: 1,
    },
    {
      when: 'teams without a role or with any role own only companies that do not take part',
      facts: {
        link,
        companies: known([
          make.company(),
          make.company({ id: 'c2', code: 'ZZZZ', enabledForDualWrite: null, defaultOwningTeamId: 'a2' }),
          make.company({ id: 'c3', code: 'YYYY', active: false, defaultOwningTeamId: 'a2' }),
          make.company({ id: 'c4', code: 'XXXX', enabledForDualWrite: false, defaultOwningTeamId: 'a3' }),
          make.company({ id: 'c5', code: 'usmf ', active: false, defaultOwningTeamId: 'a3' }),
        ]),
        teams: known([
          make.team(),
          make.team({ id: 'a2', roles: [] }),
          make.team({ id: 'a3', roles: [{ name: 'Salesperson' }] }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'administrators are required: the other rule decides then',
      facts: { link, companies, teams: known([make.team({ roles: [{ name: 'x' }] })]) },
      options: { roleModel: 'system-administrator' },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the team has both dual-write roles and nothing for the tables',
      facts: {
        link,
        companies,
        teams: known([
          make.team({
            roles: [
              { name: 'Dual-Write Runtime User' },
              { name: 'dual write app user' },
              { name: 'Dual-write app user' },
            ],
          }),
        ]),
      },
      subjects: [`team ${teamId}`],
      args: [
        {
          ...unconfirmed,
          companies: ['USMF'],
          roles: ['Dual-Write Runtime User', 'Dual-write app user', 'dual write app user'],
        },
      ],
    },
    {
      when: 'the team has only roles of your own',
      facts: {
        link,
        companies,
        teams: known([make.team({ name: ' Contoso', roles: [{ name: 'Salesperson' }, { name: 'Basic User' }] })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ ...unconfirmed, companies: ['USMF'], roles: ['Basic User', 'Salesperson'] }],
    },
    {
      when: 'a company that is not linked kept its flag, and its team has no role',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'c2', code: 'zzzz', defaultOwningTeamId: '{A2}' })]),
        teams: known([make.team(), make.team({ id: 'A2', name: 'ZZZZ Dual Write', roles: [] })]),
      },
      subjects: ['team a2'],
      args: [
        { problem: 'without', team: 'ZZZZ Dual Write', companies: ['ZZZZ'], roles: [], roleModel: 'least-privilege' },
      ],
    },
    {
      when: 'administrators are required, and the team of a company that is not linked is not one',
      facts: {
        link,
        companies: known([make.company({ id: 'c3', code: null }), make.company({ id: 'c2', code: 'ZZZZ' })]),
        teams: known([make.team()]),
      },
      options: { roleModel: 'system-administrator' },
      subjects: [`team ${teamId}`],
      args: [
        {
          problem: 'without',
          team: 'Contoso',
          companies: ['ZZZZ', 'c3'],
          roles: ['Dual-write app user', 'Dual-write runtime user', 'Salesperson'],
          roleModel: 'system-administrator',
        },
      ],
    },
    {
      when: 'only some of the companies were seen, and a team without a role owns none of those that are linked',
      facts: {
        link,
        companies: known(
          [
            make.company({ active: false }),
            make.company({ id: 'c2', code: 'ZZZZ' }),
            make.company({ id: 'c3', code: 'YYYY' }),
          ],
          { coverage: 'partial' },
        ),
        teams: known([make.team({ roles: [] })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ ...unconfirmed, problem: 'without', companies: ['YYYY', 'ZZZZ'], roles: [] }],
      missing: ['companies'],
    },
    {
      when: 'only some of the companies were seen, and the roles of a team are unconfirmed',
      facts: {
        link,
        companies: known([make.company({ enabledForDualWrite: null })], { coverage: 'partial' }),
        teams: known([make.team({ roles: [{ name: 'Salesperson' }] })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ ...unconfirmed, companies: ['USMF'], roles: ['Salesperson'] }],
      missing: ['companies'],
    },
    {
      when: 'the only record of a linked company is inactive, and the roles of its team are unconfirmed',
      facts: {
        link,
        companies: known([make.company({ active: false })]),
        teams: known([make.team({ roles: [{ name: 'Salesperson' }] })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ ...unconfirmed, companies: ['USMF'], roles: ['Salesperson'] }],
    },
    {
      when: 'the roles of one team are unconfirmed and those of another not known',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'c2', code: 'DEMF', defaultOwningTeamId: 'a2' })]),
        teams: known([make.team({ roles: [{ name: 'x' }] }), make.team({ id: 'a2', roles: null })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ ...unconfirmed, companies: ['USMF'], roles: ['x'] }],
      missing: ['teams.roles'],
    },
  ],
  notApplicable: [
    {
      when: 'there is no team, and the companies could not be read',
      facts: { link, companies: unknown('failed'), teams: known([]) },
    },
    {
      when: 'only an inactive record whose code an active one has names a team, and it is not known what is linked',
      facts: {
        companies: known([
          make.company({ defaultOwningTeamId: null }),
          make.company({ id: 'c2', code: 'usmf', active: false }),
        ]),
        teams: known([make.team({ roles: [] })]),
      },
    },
    {
      when: 'no synchronized company names a team, and the teams could not be read',
      facts: {
        link,
        companies: known([
          make.company({ defaultOwningTeamId: ' ' }),
          make.company({ id: 'c2', code: 'ZZZZ', enabledForDualWrite: null }),
        ]),
        teams: unknown('not-permitted'),
      },
    },
    {
      when: 'no company names a team that exists, and it is not known what is linked',
      facts: { companies, teams: known([make.team({ id: 'a2', roles: [] })]) },
    },
    {
      when: 'no company that names a team has a code or is enabled, and it is not known what is linked',
      facts: {
        companies: known([
          make.company({ code: null, enabledForDualWrite: false }),
          make.company({ id: 'c2', code: ' ', active: false }),
        ]),
        teams: known([make.team({ roles: [] })]),
      },
    },
    { when: 'there is no team, and nothing else is known', facts: { teams: known([]) } },
    { when: 'the environments are not linked', facts: { link: known(make.link({ linked: false })) } },
    {
      when: 'no synchronized company has a team',
      facts: {
        link,
        companies: known([make.company({ defaultOwningTeamId: null })]),
        teams: known([make.team({ roles: [] })]),
      },
    },
    { when: 'the team does not exist: another rule reports that', facts: { link, companies, teams: known([]) } },
  ],
  inconclusive: [
    {
      when: 'it is not known what is linked, and a company names a team that exists',
      facts: {
        companies: known([make.company({ defaultOwningTeamId: '{a2}' })]),
        teams: known([make.team({ id: 'A2 ', roles: [] })]),
      },
      missing: ['link'],
    },
    {
      when: 'it is not known what is linked, and a company without a code names a team',
      facts: { companies: known([make.company({ code: null })]), teams: known([make.team({ roles: [] })]) },
      missing: ['link'],
    },
    {
      when: 'no legal entity is linked, and the companies could not be read',
      facts: { link: known(make.link({ legalEntities: [] })), teams: known([make.team({ roles: [] })]) },
      missing: ['companies'],
    },
    {
      when: 'only some of the companies were seen, and a team without a role owns a linked one',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'c2', code: 'ZZZZ' })], { coverage: 'partial' }),
        teams: known([make.team({ roles: [] })]),
      },
      missing: ['companies'],
    },
    {
      when: 'the companies could not be read',
      facts: { link, companies: unknown('failed'), teams: known([make.team({ roles: [] })]) },
      missing: ['companies'],
    },
    {
      when: 'the roles of the team are not known',
      facts: { link, companies, teams: known([make.team({ roles: null })]) },
      missing: ['teams.roles'],
    },
    {
      when: 'the teams could not be read, and one of two companies names one',
      facts: {
        link,
        companies: known([make.company({ defaultOwningTeamId: null }), make.company({ id: 'c2' })]),
        teams: unknown('not-permitted'),
      },
      missing: ['teams'],
    },
    {
      when: 'only some of the teams were seen',
      facts: { link, companies, teams: known([make.team({ roles: [] })], { coverage: 'partial' }) },
      missing: ['teams'],
    },
    {
      when: 'only some of the companies were seen and their teams are fine',
      facts: { link, companies: known([make.company()], { coverage: 'partial' }), teams: known([make.team()]) },
      missing: ['companies'],
    },
    {
      when: 'only some of the companies were seen and none is synchronized',
      facts: { link, companies: known([], { coverage: 'partial' }), teams: known([make.team()]) },
      missing: ['companies'],
    },
  ],
} satisfies RuleCases;
