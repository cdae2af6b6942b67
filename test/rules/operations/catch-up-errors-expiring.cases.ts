import { known, unknown } from '../../../src/facts/fact.js';
import { catchUpErrorsExpiring } from '../../../src/rules/operations/catch-up-errors-expiring.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

// The facts of all cases were read at 10:00 on 20 November.
const errors = (...moments: readonly string[]) => ({
  mapActivity: known([
    make.mapActivity({ catchUpErrors: moments.map((createdOn, index) => ({ id: String(index), createdOn })) }),
  ]),
});

export default {
  rule: catchUpErrorsExpiring,
  passed: [
    { when: 'there is none', facts: errors(), checked: 1 },
    {
      when: 'they are younger than 18 hours',
      facts: errors('2026-11-19T16:00:01Z', '2026-11-20T09:00:00Z'),
      checked: 1,
    },
    {
      when: 'an option warns later',
      facts: errors('2026-11-19T16:00:00Z'),
      options: { rules: { DWFOEV9605: { options: { hours: 23 } } } },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'one is 18 hours old',
      facts: errors('2026-11-19T16:00:00Z', '2026-11-20T09:00:00Z'),
      subjects: ['entity-map accounts - Customers V3'],
    },
    {
      when: 'one is older than a day and still there',
      facts: errors('2026-11-18T16:00:00Z'),
      subjects: ['entity-map accounts - Customers V3'],
    },
    {
      when: 'nobody knows the age of another one',
      facts: errors('2026-11-19T16:00:00Z', 'yesterday'),
      subjects: ['entity-map accounts - Customers V3'],
    },
  ],
  notApplicable: { never: 'it looks for what must not be' },
  inconclusive: [
    {
      when: 'nobody knows the catch-up errors of a map',
      facts: { mapActivity: known([make.mapActivity({ catchUpErrors: null })]) },
      missing: ['mapActivity.catchUpErrors'],
    },
    { when: 'nobody knows their age', facts: errors('yesterday'), missing: ['mapActivity.catchUpErrors'] },
    { when: 'nothing is known of the maps', facts: { mapActivity: unknown('not-provided') }, missing: ['mapActivity'] },
    {
      when: 'only a part of the maps was seen',
      facts: { mapActivity: known([make.mapActivity({ catchUpErrors: [] })], { coverage: 'partial' }) },
      missing: ['mapActivity'],
    },
  ],
} satisfies RuleCases;
