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
      when: 'the team without a role owns only companies that are not linked, enabled or not: another rule looks at those',
      facts: {
        link,
        companies: known([
          make.company(),
          make.company({ id: 'c2', code: 'ZZZZ', enabledForDualWrite: false, defaultOwningTeamId: 'a2' }),
          make.company({ id: 'c3', code: 'YYYY', defaultOwningTeamId: 'a2' }),
          make.company({ id: 'c4', code: null, defaultOwningTeamId: 'a2' }),
        ]),
        teams: known([make.team(), make.team({ id: 'a2', roles: [] })]),
      },
      checked: 1,
    },
    {
      when: 'the team without a role is on an inactive record whose code an active one has',
      facts: {
        link,
        companies: known([
          make.company(),
          make.company({ id: 'c2', code: ' usmf', active: false, defaultOwningTeamId: 'a2' }),
        ]),
        teams: known([make.team(), make.team({ id: 'a2', roles: [] })]),
      },
      checked: 1,
    },
    {
      when: 'administrators are required and the team is one',
      facts: { link, companies, teams: known([make.team({ roles: [{ name: 'system administrator' }] })]) },
      options: { roleModel: 'system-administrator' },
      checked: 1,
    },
    { when: 'the team has roles', facts: { link, companies, teams: known([make.team()]) }, checked: 1 },
    {
      when: 'a team that owns nothing has no role',
      facts: { link, companies, teams: known([make.team(), make.team({ id: 'a2', roles: [] })]) },
      checked: 1,
    },
    {
      when: 'the team has a role only of its own',
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
        teams: known([make.team({ id: `{${teamId.toUpperCase()}}`, name: ' USMF Dual Write ', roles: [] })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ team: 'USMF Dual Write', companies: ['USMF'], roleModel: 'least-privilege' }],
    },
    {
      when: 'one team has no role and the roles of another are not known',
      facts: {
        link: known(make.link({ legalEntities: ['USMF', 'DEMF'] })),
        companies: known([make.company(), make.company({ id: 'c2', code: 'DEMF', defaultOwningTeamId: 'a2' })]),
        teams: known([make.team({ roles: [] }), make.team({ id: 'a2', roles: null })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ team: 'Contoso', companies: ['USMF'], roleModel: 'least-privilege' }],
      missing: ['teams.roles'],
    },
    {
      when: 'the team has no role',
      facts: { link, companies, teams: known([make.team({ roles: [] })]) },
      subjects: [`team ${teamId}`],
      args: [{ team: 'Contoso', companies: ['USMF'], roleModel: 'least-privilege' }],
    },
    {
      when: 'several companies share a team without a role: one finding, which names those that are linked',
      facts: {
        link: known(make.link({ legalEntities: ['usmf', 'DEMF', 'DEMF '] })),
        companies: known([
          make.company(),
          make.company({ id: 'c2', code: 'demf ', enabledForDualWrite: false }),
          make.company({ id: 'c3', code: 'DEMF' }),
          make.company({ id: 'c4', code: 'ZZZZ' }),
        ]),
        teams: known([make.team({ roles: [] })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ team: 'Contoso', companies: ['DEMF', 'USMF'], roleModel: 'least-privilege' }],
    },
    {
      when: 'the only record of a linked company is inactive, and its team has no role',
      facts: { link, companies: known([make.company({ active: false })]), teams: known([make.team({ roles: [] })]) },
      subjects: [`team ${teamId}`],
      args: [{ team: 'Contoso', companies: ['USMF'], roleModel: 'least-privilege' }],
    },
    {
      when: 'one of two rows of the team has no role, and the names differ',
      facts: {
        link,
        companies,
        teams: known([make.team({ name: 'Zulu', roles: [] }), make.team(), make.team({ name: 'Alpha', roles: [] })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ team: 'Alpha', companies: ['USMF'], roleModel: 'least-privilege' }],
    },
    {
      when: 'administrators are required and the team has the dual-write roles',
      facts: { link, companies, teams: known([make.team()]) },
      options: { roleModel: 'system-administrator' },
      subjects: [`team ${teamId}`],
      args: [{ team: 'Contoso', companies: ['USMF'], roleModel: 'system-administrator' }],
    },
    {
      when: 'only some of the companies were seen and a team has no role',
      facts: {
        link,
        companies: known([make.company()], { coverage: 'partial' }),
        teams: known([make.team({ roles: [] })]),
      },
      subjects: [`team ${teamId}`],
      args: [{ team: 'Contoso', companies: ['USMF'], roleModel: 'least-privilege' }],
      missing: ['companies'],
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
      when: 'no linked company names a team, and the teams could not be read',
      facts: {
        link,
        companies: known([make.company({ defaultOwningTeamId: ' ' }), make.company({ id: 'c2', code: 'ZZZZ' })]),
        teams: unknown('not-permitted'),
      },
    },
    {
      when: 'no company names a team that exists, and it is not known what is linked',
      facts: { companies, teams: known([make.team({ id: 'a2', roles: [] })]) },
    },
    {
      when: 'no company that names a team has a code, and it is not known what is linked',
      facts: { companies: known([make.company({ code: ' ' })]), teams: known([make.team({ roles: [] })]) },
    },
    { when: 'there is no team, and nothing else is known', facts: { teams: known([]) } },
    {
      when: 'no legal entity is linked, whatever else is known',
      facts: {
        link: known(make.link({ legalEntities: [' '] })),
        companies: known([make.company()], { coverage: 'partial' }),
        teams: unknown('not-permitted'),
      },
    },
    { when: 'the environments are not linked', facts: { link: known(make.link({ linked: false })) } },
    {
      when: 'no linked company has a team, and one that is enabled has',
      facts: {
        link,
        companies: known([make.company({ defaultOwningTeamId: ' ' }), make.company({ id: 'c2', code: 'ZZZZ' })]),
        teams: known([make.team({ roles: [] }), make.team({ id: '', roles: [] })]),
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
      when: 'only some of the companies were seen and none is linked',
      facts: { link, companies: known([], { coverage: 'partial' }), teams: known([make.team()]) },
      missing: ['companies'],
    },
    {
      when: 'only some of the companies were seen, and the linked one that was seen is inactive',
      facts: {
        link,
        companies: known([make.company({ active: false })], { coverage: 'partial' }),
        teams: known([make.team({ roles: [] })]),
      },
      missing: ['companies'],
    },
  ],
} satisfies RuleCases;
