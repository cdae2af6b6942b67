import { err, ok, type Result } from 'neverthrow';
import type { Fault } from '../fault.js';

/**
 * Every state that a map can be in: the five of the documentation, and `stopped`, which the management gateway distinguishes
 * from `not-running`. Both allow the same actions.
 *
 * Source: *Enable entity maps for dual-write*, 2020-03-20.
 */
export const mapStates = ['not-running', 'initializing', 'running', 'paused', 'resuming', 'stopped'] as const;

/**
 * A state of a map: `initializing` while the initial sync copies what was there before, `paused` while changes wait in the
 * queue, `resuming` while the map catches up on them.
 * @public
 */
export type MapState = (typeof mapStates)[number];

/**
 * What a person, or an alert, can do to a map. `run` on a paused map resumes it.
 * @public
 */
export type MapAction = 'run' | 'stop' | 'pause';

/**
 * What moves a map from one state to the next: an action, a variant of `run`, or an event of the service.
 * `run-without-initial-sync` goes live at once, also after an initial sync with errors; `skip-to-live` resumes without
 * catching up. An initial sync also starts on a running map, when it is
 * run again or when legal entities were added; one that ended with errors is not completed.
 */
export type MapStep =
  | MapAction
  | 'run-without-initial-sync'
  | 'skip-to-live'
  | 'initial-sync-started'
  | 'initial-sync-completed'
  | 'catch-up-completed';

/** Why a step is not possible, which actions are, and what to do. */
interface MapStepFault extends Fault<'not-allowed'> {
  readonly state: MapState;
  readonly step: MapStep;
  /** The actions that this state allows; none while the service is working. */
  readonly allowed: readonly MapAction[];
  readonly whatToDo: string;
}

type Transitions = Readonly<Partial<Record<MapStep, MapState>>>;

const whenOff: Transitions = { run: 'initializing', 'run-without-initial-sync': 'running' };

/** The whole machine. */
const transitions: Readonly<Record<MapState, Transitions>> = {
  'not-running': whenOff,
  initializing: { 'initial-sync-completed': 'running', 'run-without-initial-sync': 'running' },
  running: { stop: 'stopped', pause: 'paused', 'initial-sync-started': 'initializing' },
  paused: { run: 'resuming', 'skip-to-live': 'running' },
  resuming: { 'catch-up-completed': 'running' },
  stopped: whenOff,
};

const adviceByState: Readonly<Record<MapState, string>> = {
  'not-running': 'Run the map first: no other action is possible for a map that is not running.',
  initializing: 'Wait until the initial sync has ended: until then, no action is possible for the map.',
  running: 'Stop or pause the map first: it is running.',
  paused: 'Run the map first, which resumes it: its changes wait in the queue for at most one day.',
  resuming: 'Wait until the map has caught up with its queue: until then, no action is possible for it.',
  stopped: 'Run the map first: no other action is possible for a stopped map.',
};

/** `not running` */
export function stateInWords(state: MapState): string {
  return state.replace('-', ' ');
}

/**
 * The actions that the documentation allows in a state; none while the service is working.
 *
 * Source: *Enable entity maps for dual-write*, 2020-03-20.
 *
 * @example
 * ```ts
 * allowedActions('running'); // ['stop', 'pause']
 * ```
 * @public
 */
export function allowedActions(state: MapState): readonly MapAction[] {
  return (['run', 'stop', 'pause'] as const).filter((action) => transitions[state][action] !== undefined);
}

/**
 * The state of a map after a step: not running, initializing while the initial sync lasts, running; from there paused,
 * resuming, running again; or stopped.
 *
 * Source: *Enable entity maps for dual-write*, 2020-03-20.
 *
 * @returns the next state, or a {@link MapStepFault} that names the allowed actions
 *
 * @example
 * ```ts
 * stepMap('paused', 'run'); // ok('resuming')
 * stepMap('initializing', 'pause'); // err({ type: 'not-allowed', allowed: [], … })
 * ```
 */
export function stepMap(state: MapState, step: MapStep): Result<MapState, MapStepFault> {
  const next = stateAfter(state, step);
  if (next !== undefined) return ok(next);
  const because = `${step} is not possible: the map is ${stateInWords(state)}`;
  return err({
    type: 'not-allowed',
    because,
    state,
    step,
    allowed: allowedActions(state),
    whatToDo: adviceByState[state],
  });
}

/** {@link stepMap}, where nobody asks why. */
export function stateAfter(state: MapState, step: MapStep): MapState | undefined {
  return transitions[state][step];
}
