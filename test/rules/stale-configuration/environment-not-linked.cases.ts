import { known, unknown } from '../../../src/facts/fact.js';
import { environmentNotLinked } from '../../../src/rules/stale-configuration/environment-not-linked.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: environmentNotLinked,
  passed: [{ when: 'the environments are linked', facts: { link: known(make.link()) }, checked: 1 }],
  failed: [
    {
      when: 'the environments are not linked',
      facts: { link: known(make.link({ linked: false })) },
      subjects: ['environment link'],
      args: [{}],
    },
  ],
  notApplicable: { never: 'environments are linked or they are not' },
  inconclusive: [
    { when: 'it is not known whether they are linked', facts: {}, missing: ['link'] },
    { when: 'the link could not be read', facts: { link: unknown('not-connected') }, missing: ['link'] },
  ],
} satisfies RuleCases;
