import { known, unknown } from '../../../src/facts/fact.js';
import { mapResumingLong } from '../../../src/rules/operations/map-resuming-long.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

// The facts of all cases were read at 10:00 on 20 November.
const since = (moment: string | null, state: 'resuming' | 'unknown' = 'resuming') => ({
  mapActivity: known([make.mapActivity({ state, since: moment })]),
});

export default {
  rule: mapResumingLong,
  passed: [
    { when: 'a map has been resuming for almost a day', facts: since('2026-11-19T10:00:01Z'), checked: 1 },
    {
      when: 'maps have been in other states for a long time',
      facts: {
        mapActivity: known(
          (['not-running', 'initializing', 'running', 'paused', 'stopped'] as const).map((state) =>
            make.mapActivity({ map: state, state, since: '2026-01-01T00:00:00Z' }),
          ),
        ),
      },
      checked: 0,
    },
    {
      when: 'a map has been in an unknown state for an hour',
      facts: since('2026-11-20T09:00:00Z', 'unknown'),
      checked: 1,
    },
    { when: 'there is no map', facts: { mapActivity: known([]) }, checked: 0 },
    {
      when: 'an option allows more',
      facts: since('2026-11-19T10:00:00Z'),
      checked: 1,
      options: { rules: { DWFOEV9606: { options: { hours: 25 } } } },
    },
  ],
  failed: [
    {
      when: 'a map has been resuming for exactly a day',
      facts: since(' 2026-11-19T11:00:00+01:00 '),
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 24 }],
    },
    {
      when: 'one map has been resuming for two and a half days, and it is not known since when another one has',
      facts: {
        mapActivity: known([
          make.mapActivity({ map: ' uoms - Units ', state: 'resuming', since: '2026-11-17T22:00:00Z' }),
          make.mapActivity({ state: 'resuming', since: null }),
        ]),
      },
      subjects: ['entity-map uoms - Units'],
      args: [{ hours: 60 }],
      missing: ['mapActivity.since'],
    },
    {
      when: 'only some of the maps were seen, with one that has been resuming for a long time',
      facts: {
        mapActivity: known([make.mapActivity({ state: 'resuming', since: '2026-11-19T00:00:00Z' })], {
          coverage: 'partial',
        }),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 34 }],
      missing: ['mapActivity'],
    },
    {
      when: 'an option allows less',
      facts: since('2026-11-20T09:00:00Z'),
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 1 }],
      options: { rules: { DWFOEV9606: { options: { hours: 1 } } } },
    },
    {
      when: 'a map has two rows in that state',
      facts: {
        mapActivity: known(
          ['2026-11-16T06:00:00Z', '2026-11-16T05:00:00Z', '2026-11-18T07:00:00Z'].map((moment) =>
            make.mapActivity({ map: ' accounts - Customers V3 ', state: 'resuming', since: moment }),
          ),
        ),
      },
      subjects: ['entity-map accounts - Customers V3'],
      args: [{ hours: 101 }],
    },
  ],
  notApplicable: { never: 'it looks for what must not be' },
  inconclusive: [
    { when: 'it is not known since when it has been resuming', facts: since(null), missing: ['mapActivity.since'] },
    { when: 'the time of its resuming is not a time', facts: since('yesterday'), missing: ['mapActivity.since'] },
    {
      when: 'a map has been in an unknown state for days',
      facts: since('2026-11-01T00:00:00Z', 'unknown'),
      missing: ['mapActivity.state'],
    },
    {
      when: 'neither the state of a map nor since when it has been in it is known',
      facts: since(null, 'unknown'),
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
