import { known, unknown } from '../../../src/facts/fact.js';
import { tooManyLegalEntities } from '../../../src/rules/stale-configuration/too-many-legal-entities.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const linkOf = (count: number) =>
  known(make.link({ legalEntities: Array.from({ length: count }, (_, index) => `C${index}`) }));
const unlinked = known(make.link({ linked: false }));

export default {
  rule: tooManyLegalEntities,
  passed: [
    { when: 'exactly 250 are linked', facts: { link: linkOf(250) }, checked: 1 },
    {
      when: 'there are more entries, but codes repeat or are blank',
      facts: { link: known(make.link({ legalEntities: [...linkOf(250).value.legalEntities, 'c1', ' C2', ''] })) },
      checked: 1,
    },
    {
      when: 'the option allows more',
      facts: { link: linkOf(300) },
      options: { rules: { DWFOEV9301: { options: { maximum: 300 } } } },
      checked: 1,
    },
  ],
  failed: [
    {
      when: '251 are linked',
      facts: { link: linkOf(251) },
      subjects: ['environment link'],
      args: [{ count: 251, maximum: 250 }],
    },
    {
      when: 'the option allows fewer',
      facts: { link: linkOf(11) },
      options: { rules: { DWFOEV9301: { options: { maximum: 10 } } } },
      subjects: ['environment link'],
      args: [{ count: 11, maximum: 10 }],
    },
  ],
  notApplicable: [{ when: 'the environments are not linked', facts: { link: unlinked } }],
  inconclusive: [{ when: 'the link is not known', facts: { link: unknown('not-permitted') }, missing: ['link'] }],
} satisfies RuleCases;
