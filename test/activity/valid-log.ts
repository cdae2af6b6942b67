import { fc } from '@fast-check/vitest';
import type { ActivityEvent, MapState } from '../../src/activity/index.js';
import { type MapStep, stepMap } from '../../src/activity/map-state.js';

const start = Date.parse('2026-11-01T00:00:00Z');
const minute = 60_000;
/** Every step there is. */
export const steps: readonly MapStep[] = [
  'run',
  'stop',
  'pause',
  'run-without-initial-sync',
  'skip-to-live',
  'initial-sync-started',
  'initial-sync-completed',
  'catch-up-completed',
];

/** The log entry for a step. */
function eventsOf(step: MapStep, from: MapState, number: number): readonly Record<string, unknown>[] {
  switch (step) {
    case 'run':
      return from === 'paused'
        ? [number % 2 === 0 ? { type: 'resumed', option: 'catch-up' } : { type: 'run' }, { type: 'catch-up-started' }]
        : [
            { type: 'field-mappings-updated' },
            { type: 'run' },
            { type: 'initial-sync-started', executionId: `x${number}` },
          ];
    case 'run-without-initial-sync':
      return [{ type: 'run', skipInitialSync: true }];
    case 'skip-to-live':
      // What is discarded is lost, unless there was nothing.
      return [
        number % 2 === 0
          ? { type: 'resumed', option: 'skip-preserving' }
          : { type: 'resumed', option: 'skip-discarding', queuedRecords: 0 },
      ];
    case 'initial-sync-started':
      return [{ type: 'initial-sync-started', executionId: `x${number}` }];
    case 'initial-sync-completed':
      return [{ type: 'initial-sync-completed', directions: [{ direction: 1, records: number, errors: 0 }] }];
    case 'catch-up-completed':
      return [
        {
          type: 'catch-up-completed',
          errors: [{ id: `r${number}`, createdOn: new Date(start).toISOString(), retryStatus: 'completed' }],
        },
      ];
    case 'pause':
      return [{ type: 'paused' }, { type: 'queue-measured', queuedBytes: (number * 7_919) % 800_000_000 }];
    case 'stop':
      return [{ type: 'stopped' }];
  }
}

/**
 * A log of one map that walks the machine, no step further than 19 hours from the next, and the states that it goes through.
 */
export const arbitraryValidLog: fc.Arbitrary<{
  readonly events: readonly ActivityEvent[];
  readonly states: readonly MapState[];
}> = fc.array(fc.record({ choice: fc.nat(1_000), minutes: fc.nat(19 * 60) }), { maxLength: 40 }).map((walk) => {
  let at = start;
  let state: MapState = 'not-running';
  const states: MapState[] = [state];
  const events: Record<string, unknown>[] = [{ type: 'map-created', at: new Date(at).toISOString() }];
  for (const [number, { choice, minutes }] of walk.entries()) {
    const possible = steps.filter((step) => stepMap(state, step).isOk());
    const step = possible[choice % possible.length];
    if (step === undefined) throw new Error(`${state} cannot be left`);
    at += minutes * minute;
    for (const event of eventsOf(step, state, number)) events.push({ ...event, at: new Date(at).toISOString() });
    state = stepMap(state, step)._unsafeUnwrap();
    states.push(state);
  }
  return {
    events: events.map((event, index) => ({ id: `e${index}`, map: 'Customers V3', ...event }) as ActivityEvent),
    states,
  };
});
