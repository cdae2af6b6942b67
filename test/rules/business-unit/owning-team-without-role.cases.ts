import { known, unknown } from '../../../src/facts/fact.js';
import { owningTeamWithoutRole } from '../../../src/rules/business-unit/owning-team-without-role.js';
import { make, teamId } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const companies = known([make.company()]);

export default {
  rule: owningTeamWithoutRole,
  passed: [
    {
      when: 'the team without a role owns only what a company writes that is not synchronised',
      facts: {
        link,
        companies: known([
          make.company(),
          make.company({ id: 'c2', code: 'ZZZZ', enabledForDualWrite: false, defaultOwningTeamId: 'a2' }),
        ]),
        teams: known([make.team(), make.team({ id: 'a2', roles: [] })]),
      },
      checked: 1,
    },
    { when: 'the team holds roles', facts: { link, companies, teams: known([make.team()]) }, checked: 1 },
    {
      when: 'a team that owns nothing has no role',
      facts: { link, companies, teams: known([make.team(), make.team({ id: 'a2', roles: [] })]) },
      checked: 1,
    },
    {
      when: 'the team holds a role of its own only',
      facts: { link, companies, teams: known([make.team({ roles: [{ name: 'Integration' }] })]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the team is written with braces and in capitals, and another company names one that does not exist',
      facts: {
        link,
        companies: known([
          make.company({ defaultOwningTeamId: ` {${teamId.toUpperCase()}} ` }),
          make.company({ id: 'c2', code: 'DEMF', defaultOwningTeamId: 'gone' }),
        ]),
        teams: known([make.team({ roles: [] })]),
      },
      subjects: [`team ${teamId}`],
    },
    {
      when: 'one team has no role and the roles of another are not known',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'c2', code: 'DEMF', defaultOwningTeamId: 'a2' })]),
        teams: known([make.team({ roles: [] }), make.team({ id: 'a2', roles: null })]),
      },
      subjects: [`team ${teamId}`],
      missing: ['teams.roles'],
    },
    {
      when: 'the team has no role',
      facts: { link, companies, teams: known([make.team({ roles: [] })]) },
      subjects: [`team ${teamId}`],
    },
    {
      when: 'several companies share a team without role: one finding',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'c2', code: 'DEMF' })]),
        teams: known([make.team({ roles: [] })]),
      },
      subjects: [`team ${teamId}`],
    },
    {
      when: 'administrators are asked for and the team holds the dual-write roles',
      facts: { link, companies, teams: known([make.team()]) },
      options: { roleModel: 'system-administrator' },
      subjects: [`team ${teamId}`],
    },
    {
      when: 'only a part of the companies was seen and a team has no role',
      facts: {
        link,
        companies: known([make.company()], { coverage: 'partial' }),
        teams: known([make.team({ roles: [] })]),
      },
      subjects: [`team ${teamId}`],
      missing: ['companies'],
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
