import { known, unknown } from '../../../src/facts/fact.js';
import { mapPauseExceeded } from '../../../src/rules/operations/map-pause-exceeded.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

// The facts of all cases were read at 10:00 on 20 November.
const paused = (since: string | null, queuedBytes: number | null, state: 'paused' | 'unknown' = 'paused') => ({
  mapActivity: known([make.mapActivity({ state, since, queuedBytes })]),
});
const gigabyte = 1_000_000_000;

export default {
  rule: mapPauseExceeded,
  passed: [
    { when: 'a pause is just below both limits', facts: paused('2026-11-19T10:00:01Z', gigabyte - 1), checked: 1 },
    {
      when: 'a map runs',
      facts: { mapActivity: known([make.mapActivity({ since: '2026-11-01T12:00:00Z' })]) },
      checked: 0,
    },
    {
      when: 'a map has been in an unknown state for an hour',
      facts: paused('2026-11-20T09:00:00Z', 0, 'unknown'),
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a pause lasts a day',
      facts: paused('2026-11-19T10:00:00Z', null),
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 24, percent: null }],
    },
    {
      when: 'a gigabyte is queued',
      facts: paused(null, gigabyte),
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: null, percent: 100 }],
    },
    {
      when: 'a map has several rows: the longest pause and the largest queue count',
      facts: {
        mapActivity: known([
          make.mapActivity({ state: 'paused', since: '2026-11-19T08:00:00Z', queuedBytes: gigabyte }),
          make.mapActivity({ state: 'paused', since: '2026-11-16T06:00:00Z', queuedBytes: null }),
          make.mapActivity({ state: 'paused', since: null, queuedBytes: 2 * gigabyte }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 100, percent: 200 }],
    },
    {
      when: 'a map has three rows: none says for how long it is paused, and one does not say how much it has queued',
      facts: {
        mapActivity: known([
          make.mapActivity({ state: 'paused', since: null, queuedBytes: gigabyte }),
          make.mapActivity({ state: 'paused', since: null, queuedBytes: 2 * gigabyte }),
          make.mapActivity({ state: 'paused', since: null, queuedBytes: null }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: null, percent: 200 }],
      missing: ['mapActivity.queuedBytes', 'mapActivity.since'],
    },
  ],
  notApplicable: { never: 'it looks for what must not be' },
  inconclusive: [
    { when: 'it is not known since when it is paused', facts: paused(null, 0), missing: ['mapActivity.since'] },
    {
      when: 'it is not known how much is queued',
      facts: paused('2026-11-20T09:00:00Z', null),
      missing: ['mapActivity.queuedBytes'],
    },
    {
      when: 'it is not known whether the map is paused',
      facts: paused('2026-11-01T00:00:00Z', 0, 'unknown'),
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
