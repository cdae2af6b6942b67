import { known, unknown } from '../../../src/facts/fact.js';
import { defaultOwningTeamMissing } from '../../../src/rules/business-unit/default-owning-team-missing.js';
import { make, teamId } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());

export default {
  rule: defaultOwningTeamMissing,
  passed: [
    {
      when: 'every synchronized company names a team that exists',
      facts: { link, companies: known([make.company()]), teams: known([make.team()]) },
      checked: 1,
    },
    {
      when: 'the team is written with braces and in capitals',
      facts: {
        link,
        companies: known([make.company({ defaultOwningTeamId: `{${teamId.toUpperCase()}}` })]),
        teams: known([make.team()]),
      },
      checked: 1,
    },
    {
      when: 'every synchronized company names a team, and the teams could not be read',
      facts: { link, companies: known([make.company()]), teams: unknown('not-permitted') },
      checked: 1,
      without: ['teams'],
    },
    {
      when: 'a company without a team is neither linked nor enabled for dual-write',
      facts: {
        link,
        companies: known([
          make.company(),
          make.company({ id: 'c2', code: 'ZZZZ', enabledForDualWrite: null, defaultOwningTeamId: null }),
          make.company({ id: 'c3', code: 'YYYY', enabledForDualWrite: false, defaultOwningTeamId: null }),
        ]),
      },
      checked: 1,
      without: ['teams'],
    },
    {
      when: 'an inactive company without a team is enabled for dual-write and not linked',
      facts: {
        link,
        companies: known([
          make.company(),
          make.company({ id: 'c2', code: 'ZZZZ', active: false, defaultOwningTeamId: null }),
          make.company({ id: 'c3', code: null, active: false, defaultOwningTeamId: null }),
        ]),
      },
      checked: 1,
      without: ['teams'],
    },
    {
      when: 'an inactive record without a team has the code of an active one',
      facts: {
        link,
        companies: known([
          make.company({ id: 'c2', code: ' usmf', active: false, defaultOwningTeamId: null }),
          make.company({ active: true }),
        ]),
        teams: known([make.team()]),
      },
      checked: 1,
    },
    {
      when: 'two records of a company name teams that exist',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'c2', defaultOwningTeamId: 'A2' })]),
        teams: known([make.team({ id: '{a2}' }), make.team()]),
      },
      checked: 1,
    },
    {
      when: 'only some of the teams were seen, and that of the company is not among those',
      facts: { link, companies: known([make.company()]), teams: known([], { coverage: 'partial' }) },
      checked: 1,
      without: ['teams'],
    },
  ],
  failed: [
    {
      when: 'a linked company has no default owning team',
      facts: { link, companies: known([make.company({ defaultOwningTeamId: null })]) },
      subjects: ['company USMF'],
      args: [{ code: 'USMF', records: 1, recordsWithoutTeam: 1, missingTeams: [] }],
    },
    {
      when: 'the linked code differs from the company code only in letter case and blanks',
      facts: {
        link,
        companies: known([make.company({ code: ' usmf ', enabledForDualWrite: false, defaultOwningTeamId: ' ' })]),
      },
      subjects: ['company USMF'],
      args: [{ code: 'USMF', records: 1, recordsWithoutTeam: 1, missingTeams: [] }],
    },
    {
      when: 'companies are enabled for dual-write, although not linked, and have no team',
      facts: {
        link,
        companies: known([
          make.company(),
          make.company({ id: 'c3', code: 'ZZZZ', defaultOwningTeamId: null }),
          make.company({ id: '{C2}', code: null, defaultOwningTeamId: null }),
        ]),
      },
      subjects: ['company ZZZZ', 'company c2'],
      args: [
        { code: 'ZZZZ', records: 1, recordsWithoutTeam: 1, missingTeams: [] },
        { code: null, records: 1, recordsWithoutTeam: 1, missingTeams: [] },
      ],
    },
    {
      when: 'the team no longer exists',
      facts: {
        link,
        companies: known([make.company({ defaultOwningTeamId: '{GONE}' })]),
        teams: known([make.team()]),
      },
      subjects: ['company USMF'],
      args: [{ code: 'USMF', records: 1, recordsWithoutTeam: 0, missingTeams: ['gone'] }],
    },
    {
      when: 'the only record of a linked company is inactive and names no team',
      facts: { link, companies: known([make.company({ active: false, defaultOwningTeamId: null })]) },
      subjects: ['company USMF'],
      args: [{ code: 'USMF', records: 1, recordsWithoutTeam: 1, missingTeams: [] }],
    },
    {
      when: 'records of one company name no team, one that exists, and some that do not',
      facts: {
        link,
        companies: known([
          make.company({ id: 'c4', code: 'usmf', defaultOwningTeamId: 'gone' }),
          make.company({ id: 'c2', defaultOwningTeamId: null }),
          make.company(),
          make.company({ id: 'c3', defaultOwningTeamId: 'A9' }),
          make.company({ id: 'c5', defaultOwningTeamId: '{a9}' }),
        ]),
        teams: known([make.team()]),
      },
      subjects: ['company USMF'],
      args: [{ code: 'USMF', records: 5, recordsWithoutTeam: 1, missingTeams: ['a9', 'gone'] }],
    },
    {
      when: 'only some of the companies were seen and one of them has no team',
      facts: { link, companies: known([make.company({ defaultOwningTeamId: null })], { coverage: 'partial' }) },
      subjects: ['company USMF'],
      args: [{ code: 'USMF', records: 1, recordsWithoutTeam: 1, missingTeams: [] }],
      missing: ['companies'],
    },
  ],
  notApplicable: [
    { when: 'there is no company, whatever is known of the link', facts: { companies: known([]) } },
    { when: 'the environments are not linked', facts: { link: known(make.link({ linked: false })) } },
    { when: 'no company takes part in dual-write', facts: { link, companies: known([]) } },
    {
      when: 'no company is linked, and none is both active and enabled',
      facts: {
        link: known(make.link({ legalEntities: [' '] })),
        companies: known([
          make.company({ enabledForDualWrite: null, defaultOwningTeamId: null }),
          make.company({ id: 'c2', code: 'DEMF', active: false, defaultOwningTeamId: null }),
          make.company({ id: 'c3', code: ' ', enabledForDualWrite: false, defaultOwningTeamId: null }),
        ]),
      },
    },
    {
      when: 'no company has a code or is enabled, and it is not known what is linked',
      facts: {
        companies: known([make.company({ code: null, enabledForDualWrite: false, defaultOwningTeamId: null })]),
      },
    },
  ],
  inconclusive: [
    {
      when: 'the companies could not be read',
      facts: { link, companies: unknown('not-permitted') },
      missing: ['companies'],
    },
    { when: 'it is not known what is linked', facts: { companies: known([make.company()]) }, missing: ['link'] },
    {
      when: 'only some of the companies were seen, and of those an inactive one has no team',
      facts: {
        link,
        companies: known([make.company({ active: false, defaultOwningTeamId: null })], { coverage: 'partial' }),
      },
      missing: ['companies'],
    },
    {
      when: 'only some of the companies were seen and all of those are fine',
      facts: { link, companies: known([make.company()], { coverage: 'partial' }) },
      missing: ['companies'],
    },
  ],
} satisfies RuleCases;
