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
      args: [{ count: 1, purged: 0, hoursLeft: 6 }],
    },
    {
      when: 'one is just a day old and purged, one is not yet',
      facts: errors('2026-11-19T10:00:01Z', '2026-11-19T10:00:00Z', '2026-11-19T15:00:00Z'),
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ count: 3, purged: 1, hoursLeft: 0 }],
    },
    {
      when: 'all of them are older than a day and purged',
      facts: errors('2026-11-18T16:00:00Z', '2026-11-18T17:00:00Z'),
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ count: 2, purged: 2, hoursLeft: null }],
    },
    {
      when: 'a map has two rows',
      facts: {
        mapActivity: known(
          [['2026-11-18T16:00:00Z'], ['2026-11-19T16:00:00Z', '2026-11-19T15:30:00Z'], ['2026-11-19T14:00:00Z']].map(
            (moments) =>
              make.mapActivity({
                catchUpErrors: moments.map((createdOn, index) => ({ id: String(index), createdOn })),
              }),
          ),
        ),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ count: 2, purged: 1, hoursLeft: 4 }],
    },
    {
      when: 'the age of another one is not known',
      facts: errors('2026-11-19T16:00:00Z', 'yesterday'),
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ count: 1, purged: 0, hoursLeft: 6 }],
    },
  ],
  notApplicable: { never: 'it looks for what must not be' },
  inconclusive: [
    {
      when: 'the catch-up errors of a map are not known',
      facts: { mapActivity: known([make.mapActivity({ catchUpErrors: null })]) },
      missing: ['mapActivity.catchUpErrors'],
    },
    { when: 'their age is not known', facts: errors('yesterday'), missing: ['mapActivity.catchUpErrors'] },
    { when: 'nothing is known of the maps', facts: { mapActivity: unknown('not-provided') }, missing: ['mapActivity'] },
    {
      when: 'only some of the maps were seen',
      facts: { mapActivity: known([make.mapActivity({ catchUpErrors: [] })], { coverage: 'partial' }) },
      missing: ['mapActivity'],
    },
  ],
} satisfies RuleCases;
