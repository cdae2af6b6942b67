import { known, unknown } from '../../../src/facts/fact.js';
import { mapStuckInitializing } from '../../../src/rules/operations/map-stuck-initializing.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

// The facts of all cases were read at 10:00 on 20 November.
const since = (moment: string | null, state: 'initializing' | 'unknown' = 'initializing') => ({
  mapActivity: known([make.mapActivity({ state, since: moment })]),
});

export default {
  rule: mapStuckInitializing,
  passed: [
    { when: 'an initial sync has run for just a day', facts: since('2026-11-19T10:00:00Z'), checked: 1 },
    {
      when: 'a map runs for a long time',
      facts: { mapActivity: known([make.mapActivity({ since: '2026-01-01T00:00:00Z' })]) },
      checked: 0,
    },
    {
      when: 'a map has been in an unknown state for an hour',
      facts: since('2026-11-20T09:00:00Z', 'unknown'),
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'an initial sync has run for more than a day',
      facts: since('2026-11-19T10:59:59+01:00'),
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 24 }],
    },
    {
      when: 'a map has two rows in that state',
      facts: {
        mapActivity: known(
          ['2026-11-16T06:00:00Z', '2026-11-16T05:00:00Z', '2026-11-18T07:00:00Z'].map((moment) =>
            make.mapActivity({ map: ' accounts - Customers V3 ', state: 'initializing', since: moment }),
          ),
        ),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 101 }],
    },
  ],
  notApplicable: { never: 'it looks for what must not be' },
  inconclusive: [
    { when: 'it is not known since when it runs', facts: since(null), missing: ['mapActivity.since'] },
    { when: 'its start is not a valid time', facts: since('yesterday'), missing: ['mapActivity.since'] },
    {
      when: 'a map has been in an unknown state for days',
      facts: since('2026-11-01T00:00:00Z', 'unknown'),
      missing: ['mapActivity.state'],
    },
    { when: 'nothing is known of the maps', facts: { mapActivity: unknown('not-provided') }, missing: ['mapActivity'] },
    {
      when: 'only some of the maps were seen',
      facts: { mapActivity: known([make.mapActivity()], { coverage: 'partial' }) },
      missing: ['mapActivity'],
    },
  ],
} satisfies RuleCases;
