import { known, unknown } from '../../../src/facts/fact.js';
import { owningTeamRoleUnconfirmed } from '../../../src/rules/business-unit/owning-team-role-unconfirmed.js';
import { make, teamId } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const companies = known([make.company()]);

export default {
  rule: owningTeamRoleUnconfirmed,
  passed: [
    {
      when: 'the team holds both dual-write roles and one more',
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
      when: 'the team has no role at all: that is another finding',
      facts: { link, companies, teams: known([make.team({ roles: [] })]) },
      checked: 1,
    },
    {
      when: 'administrators are asked for: the other rule decides then',
      facts: { link, companies, teams: known([make.team({ roles: [{ name: 'x' }] })]) },
      options: { roleModel: 'system-administrator' },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the team holds both dual-write roles and nothing for the tables',
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
    },
    {
      when: 'the team holds only roles of your own',
      facts: { link, companies, teams: known([make.team({ roles: [{ name: 'Salesperson' }] })]) },
      subjects: [`team ${teamId}`],
    },
    {
      when: 'the roles of one team are unconfirmed and those of another not known',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'c2', code: 'DEMF', defaultOwningTeamId: 'a2' })]),
        teams: known([make.team({ roles: [{ name: 'x' }] }), make.team({ id: 'a2', roles: null })]),
      },
      subjects: [`team ${teamId}`],
      missing: ['teams.roles'],
    },
  ],
  notApplicable: [
    {
      when: 'no synchronised company names a team, and nobody could read the teams',
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
      when: 'no company names a team that exists, and nobody said what is linked',
      facts: { companies, teams: known([make.team({ id: 'a2', roles: [] })]) },
    },
    { when: 'there is no team, and nothing else is known', facts: { teams: known([]) } },
    { when: 'the environments are not linked', facts: { link: known(make.link({ linked: false })) } },
    {
      when: 'no synchronised company has a team',
      facts: {
        link,
        companies: known([make.company({ defaultOwningTeamId: null })]),
        teams: known([make.team({ roles: [] })]),
      },
    },
    { when: 'the team does not exist: that is another finding', facts: { link, companies, teams: known([]) } },
  ],
  inconclusive: [
    {
      when: 'nobody said what is linked, and a company names a team that exists',
      facts: { companies, teams: known([make.team({ roles: [] })]) },
      missing: ['link'],
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
      when: 'the teams could not be read',
      facts: { link, companies, teams: unknown('not-permitted') },
      missing: ['teams'],
    },
    {
      when: 'only a part of the teams was seen',
      facts: { link, companies, teams: known([make.team({ roles: [] })], { coverage: 'partial' }) },
      missing: ['teams'],
    },
    {
      when: 'only a part of the companies was seen and their teams are fine',
      facts: { link, companies: known([make.company()], { coverage: 'partial' }), teams: known([make.team()]) },
      missing: ['companies'],
    },
    {
      when: 'only a part of the companies was seen and none is synchronised',
      facts: { link, companies: known([], { coverage: 'partial' }), teams: known([make.team()]) },
      missing: ['companies'],
    },
  ],
} satisfies RuleCases;
