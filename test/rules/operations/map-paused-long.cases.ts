import { known, unknown } from '../../../src/facts/fact.js';
import { mapPausedLong } from '../../../src/rules/operations/map-paused-long.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

// The facts of all cases were read at 10:00 on 20 November.
const paused = (since: string | null, queuedBytes: number | null, state: 'paused' | 'unknown' = 'paused') => ({
  mapActivity: known([make.mapActivity({ state, since, queuedBytes })]),
});
const gigabyte = 1_000_000_000;

export default {
  rule: mapPausedLong,
  passed: [
    {
      when: 'a pause is just below both marks',
      facts: paused('2026-11-19T14:00:01Z', gigabyte * 0.8 - 1),
      checked: 1,
    },
    {
      when: 'a limit is reached, which another rule reports',
      facts: paused('2026-11-19T10:00:00Z', gigabyte * 0.9),
      checked: 1,
    },
    { when: 'the queue is full, which another rule reports', facts: paused(null, gigabyte), checked: 1 },
    {
      when: 'a map runs',
      facts: { mapActivity: known([make.mapActivity({ since: '2026-11-19T12:00:00Z' })]) },
      checked: 0,
    },
    {
      when: 'an option allows longer pauses',
      facts: paused('2026-11-19T12:00:00Z', 0),
      options: { rules: { DWFOEV9603: { options: { hours: 23 } } } },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a pause lasts 20 hours',
      facts: paused('2026-11-19T14:00:00Z', 0),
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 20, percent: 0 }],
    },
    {
      when: '80% of a gigabyte are queued',
      facts: paused('2026-11-20T09:00:00Z', gigabyte * 0.8),
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 1, percent: 80 }],
    },
    {
      when: 'a pause is long and its queue is not known',
      facts: paused('2026-11-19T10:00:01Z', null),
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 23, percent: null }],
    },
    {
      when: 'an option requires shorter pauses',
      facts: paused('2026-11-20T09:00:00Z', 0),
      options: { rules: { DWFOEV9603: { options: { hours: 1 } } } },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 1, percent: 0 }],
    },
    {
      when: 'a map has several rows: the longest pause and the largest queue count',
      facts: {
        mapActivity: known([
          make.mapActivity({ state: 'paused', since: '2026-11-19T13:00:00Z', queuedBytes: 0.8 * gigabyte }),
          make.mapActivity({ state: 'paused', since: '2026-11-19T12:00:00Z', queuedBytes: null }),
          make.mapActivity({ state: 'paused', since: null, queuedBytes: 0.9 * gigabyte }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 22, percent: 90 }],
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
      when: 'neither is known',
      facts: paused('noon', null),
      missing: ['mapActivity.queuedBytes', 'mapActivity.since'],
    },
    {
      when: 'it is not known whether the map is paused',
      facts: paused('2026-11-19T14:00:00Z', 0, 'unknown'),
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
