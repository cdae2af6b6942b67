import { known, unknown } from '../../../src/facts/fact.js';
import { owningTeamCannotOwn } from '../../../src/rules/business-unit/owning-team-cannot-own.js';
import { make, teamId } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const companies = known([make.company()]);
const accessTeam = make.team({ name: ' USMF Dual Write', type: 'access', roles: [] });

export default {
  rule: owningTeamCannotOwn,
  passed: [
    {
      when: 'the team is an owner team',
      facts: { link, companies, teams: known([make.team({ type: 'owner' })]) },
      checked: 1,
    },
    {
      when: 'the teams are those of groups of Microsoft Entra ID, which can own rows',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'c2', code: 'DEMF', defaultOwningTeamId: 'a2' })]),
        teams: known([make.team({ type: 'security-group' }), make.team({ id: 'a2', type: 'office-group' })]),
      },
      checked: 2,
    },
    {
      when: 'the type of one of two teams is not known: it is not counted',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'c2', code: 'DEMF', defaultOwningTeamId: 'a2' })]),
        teams: known([make.team({ type: 'owner' }), make.team({ id: 'a2', type: null })]),
      },
      checked: 1,
    },
    {
      when: 'the type of no team is known',
      facts: { link, companies, teams: known([make.team()]) },
      checked: 0,
    },
    {
      when: 'an access team owns no company that takes part in dual-write',
      facts: {
        link,
        companies: known([
          make.company(),
          make.company({ id: 'c2', code: 'ZZZZ', enabledForDualWrite: false, defaultOwningTeamId: 'a2' }),
          make.company({ id: 'c3', code: 'YYYY', enabledForDualWrite: null, defaultOwningTeamId: 'a2' }),
          make.company({ id: 'c4', code: 'XXXX', active: false, defaultOwningTeamId: 'a2' }),
        ]),
        teams: known([make.team({ type: 'owner' }), { ...accessTeam, id: 'a2' }, { ...accessTeam, id: 'a3' }]),
      },
      checked: 1,
    },
    {
      when: 'an access team is on an inactive record whose code an active one has',
      facts: {
        link,
        companies: known([
          make.company({ id: 'c2', code: 'usmf', active: false, defaultOwningTeamId: 'a2' }),
          make.company(),
        ]),
        teams: known([make.team({ type: 'owner' }), { ...accessTeam, id: 'a2' }]),
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the team is an access team',
      facts: { link, companies, teams: known([accessTeam]) },
      subjects: [`team ${teamId}`],
      args: [{ team: 'USMF Dual Write', companies: ['USMF'] }],
    },
    {
      when: 'the access team owns a company that is enabled, although not linked, and a linked one that is not enabled',
      facts: {
        link,
        companies: known([
          make.company({ enabledForDualWrite: false }),
          make.company({ id: 'c2', code: 'demf', defaultOwningTeamId: `{${teamId.toUpperCase()}}` }),
        ]),
        teams: known([accessTeam]),
      },
      subjects: [`team ${teamId}`],
      args: [{ team: 'USMF Dual Write', companies: ['DEMF', 'USMF'] }],
    },
    {
      when: 'the only record of a linked company is inactive',
      facts: { link, companies: known([make.company({ active: false })]), teams: known([accessTeam]) },
      subjects: [`team ${teamId}`],
      args: [{ team: 'USMF Dual Write', companies: ['USMF'] }],
    },
    {
      when: 'of two teams one is an access team, and the type of the other is not known',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'c2', code: 'DEMF', defaultOwningTeamId: 'A2' })]),
        teams: known([make.team(), { ...accessTeam, id: 'A2' }]),
      },
      subjects: ['team a2'],
      args: [{ team: 'USMF Dual Write', companies: ['DEMF'] }],
    },
    {
      when: 'only some of the companies were seen, and one of those has an access team',
      facts: {
        link,
        companies: known([make.company()], { coverage: 'partial' }),
        teams: known([accessTeam]),
      },
      subjects: [`team ${teamId}`],
      args: [{ team: 'USMF Dual Write', companies: ['USMF'] }],
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
        teams: known([accessTeam]),
      },
    },
    {
      when: 'the environments are not linked',
      facts: { link: known(make.link({ linked: false })), companies, teams: known([accessTeam]) },
    },
    { when: 'the team does not exist: another rule reports that', facts: { link, companies, teams: known([]) } },
    {
      when: 'no synchronized company has a team, and the teams could not be read',
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
      facts: { companies, teams: known([{ ...accessTeam, id: 'a2' }]) },
    },
    { when: 'there is no team, and nothing else is known', facts: { teams: known([]) } },
  ],
  inconclusive: [
    {
      when: 'it is not known what is linked, and a company names a team that exists',
      facts: {
        companies: known([make.company({ defaultOwningTeamId: '{a2}' })]),
        teams: known([{ ...accessTeam, id: 'A2 ' }]),
      },
      missing: ['link'],
    },
    {
      when: 'the companies could not be read',
      facts: { link, companies: unknown('failed'), teams: known([accessTeam]) },
      missing: ['companies'],
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
      facts: { link, companies, teams: known([accessTeam], { coverage: 'partial' }) },
      missing: ['teams'],
    },
    {
      when: 'only some of the companies were seen, and their teams can own rows',
      facts: {
        link,
        companies: known([make.company()], { coverage: 'partial' }),
        teams: known([make.team({ type: 'owner' })]),
      },
      missing: ['companies'],
    },
    {
      when: 'only some of the companies were seen, and only an inactive one has an access team',
      facts: {
        link,
        companies: known([make.company({ active: false })], { coverage: 'partial' }),
        teams: known([accessTeam]),
      },
      missing: ['companies'],
    },
  ],
} satisfies RuleCases;
