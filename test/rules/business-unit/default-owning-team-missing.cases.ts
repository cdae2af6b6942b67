import { known, unknown } from '../../../src/facts/fact.js';
import { defaultOwningTeamMissing } from '../../../src/rules/business-unit/default-owning-team-missing.js';
import { make, teamId } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());

export default {
  rule: defaultOwningTeamMissing,
  passed: [
    {
      when: 'every synchronised company names a team that exists',
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
      when: 'every synchronised company names a team, and nobody could read the teams',
      facts: { link, companies: known([make.company()]), teams: unknown('not-permitted') },
      checked: 1,
    },
    {
      when: 'a company without a team is neither linked nor enabled for dual-write',
      facts: {
        link,
        companies: known([
          make.company(),
          make.company({ id: 'c2', code: 'ZZZZ', enabledForDualWrite: null, defaultOwningTeamId: null }),
        ]),
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a linked company has no default owning team',
      facts: { link, companies: known([make.company({ defaultOwningTeamId: null })]) },
      subjects: ['company USMF'],
    },
    {
      when: 'the linked code differs from the company code in case and blanks only',
      facts: {
        link,
        companies: known([make.company({ code: ' usmf ', enabledForDualWrite: false, defaultOwningTeamId: ' ' })]),
      },
      subjects: ['company USMF'],
    },
    {
      when: 'a company is enabled for dual-write, though not linked, and has no team',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'C2', code: null, defaultOwningTeamId: null })]),
      },
      subjects: ['company c2'],
    },
    {
      when: 'the team no longer exists',
      facts: { link, companies: known([make.company()]), teams: known([]) },
      subjects: ['company USMF'],
    },
    {
      when: 'only a part of the companies was seen and one of them has no team',
      facts: { link, companies: known([make.company({ defaultOwningTeamId: null })], { coverage: 'partial' }) },
      subjects: ['company USMF'],
      missing: ['companies'],
    },
  ],
  notApplicable: [
    { when: 'there is no company, whatever is known of the link', facts: { companies: known([]) } },
    { when: 'the environments are not linked', facts: { link: known(make.link({ linked: false })) } },
    { when: 'no company takes part in dual-write', facts: { link, companies: known([]) } },
  ],
  inconclusive: [
    {
      when: 'the companies could not be read',
      facts: { link, companies: unknown('not-permitted') },
      missing: ['companies'],
    },
    { when: 'nobody said what is linked', facts: { companies: known([make.company()]) }, missing: ['link'] },
    {
      when: 'only a part of the companies was seen and all of those are fine',
      facts: { link, companies: known([make.company()], { coverage: 'partial' }) },
      missing: ['companies'],
    },
  ],
} satisfies RuleCases;
