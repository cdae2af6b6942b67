import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { allowedActions, type MapState } from '../../src/activity/index.js';
import { type MapStep, mapStates, stepMap } from '../../src/activity/map-state.js';
import { steps } from './valid-log.js';

/** Every step that is possible; all others are faults. */
const machine: Readonly<Record<MapState, Partial<Record<MapStep, MapState>>>> = {
  'not-running': { run: 'initializing', 'run-without-initial-sync': 'running' },
  initializing: { 'initial-sync-completed': 'running', 'run-without-initial-sync': 'running' },
  running: { stop: 'stopped', pause: 'paused', 'initial-sync-started': 'initializing' },
  paused: { run: 'resuming', 'skip-to-live': 'running' },
  resuming: { 'catch-up-completed': 'running' },
  stopped: { run: 'initializing', 'run-without-initial-sync': 'running' },
};

describe('the machine', () => {
  const cases = mapStates.flatMap((state) => steps.map((step) => ({ state, step, next: machine[state][step] })));
  test.each(cases)('$state, $step: $next', ({ state, step, next }) => {
    const stepped = stepMap(state, step);
    if (next === undefined) {
      const fault = stepped._unsafeUnwrapErr();
      expect(fault).toMatchObject({ type: 'not-allowed', state, step, allowed: allowedActions(state) });
      expect(fault.whatToDo).toMatch(/\.$/);
    } else {
      expect(stepped._unsafeUnwrap()).toBe(next);
    }
  });

  test.each([
    ['not-running', ['run']],
    ['initializing', []],
    ['running', ['stop', 'pause']],
    ['paused', ['run']],
    ['resuming', []],
    ['stopped', ['run']],
  ] as const)('%s allows %j', (state, allowed) => {
    expect(allowedActions(state)).toEqual(allowed);
  });
});

property.prop([fc.array(fc.constantFrom(...steps), { maxLength: 60 })])(
  'no path reaches a state that is not documented, and a fault changes nothing',
  (path) => {
    let state: MapState = 'not-running';
    for (const step of path) {
      const allowed = allowedActions(state);
      const stepped = stepMap(state, step);
      if (stepped.isOk()) state = stepped.value;
      else expect(allowed).not.toContain(step);
      expect(mapStates).toContain(state);
    }
  },
);

test('every state can be reached, and left', () => {
  const reached = new Set<MapState>(['not-running']);
  for (const state of reached) for (const step of steps) stepMap(state, step).map((next) => reached.add(next));
  expect([...reached].sort()).toEqual([...mapStates].sort());
  for (const state of mapStates) expect(steps.some((step) => stepMap(state, step).isOk())).toBe(true);
});
