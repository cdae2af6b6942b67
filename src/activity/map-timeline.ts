import { byCodeUnits } from '../facts/by-code-units.js';
import { isoOf, isoOrNull } from '../facts/instant.js';
import {
  type ActivityAnomaly,
  anomaliesOfInitialization,
  anomaliesOfPause,
  illegalTransition,
  type SeenQueue,
  seenAgain,
} from './activity-anomaly.js';
import type { ActivityEvent, QueueSize } from './activity-event.js';
import { CatchUpErrors } from './catch-up-errors.js';
import { InitialSyncExecutions } from './initial-sync-executions.js';
import { allowedActions, type MapState, type MapStep, stepMap } from './map-state.js';

/**
 * A time in one state.
 * @public
 */
export interface StateSegment {
  readonly state: MapState;
  /** ISO 8601; `null` for the first one if the log does not include the creation of the map. */
  readonly from: string | null;
  /** `null` for the last one, which lasts. */
  readonly to: string | null;
  /** The largest queue reported during a pause. */
  readonly queuedBytes?: number | undefined;
}

interface Segment {
  readonly state: MapState;
  readonly from: number;
  to: number | undefined;
  queue: SeenQueue | undefined;
}

/**
 * The state of a map, event by event, in chronological order.
 *
 * After an event that the state does not allow, the state that the event implies is assumed; a `run` that is not allowed
 * changes nothing. A state in the log itself takes precedence over both. An initial sync that ends with errors leaves the map
 * in the initial sync, and an error there, or while it catches up, may have set it back: the log does not always show that, so
 * events that fit the other states are also accepted.
 */
export class MapTimeline {
  readonly executions = new InitialSyncExecutions();
  readonly catchUpErrors = new CatchUpErrors();
  readonly #segments: Segment[] = [{ state: 'not-running', from: Number.NaN, to: undefined, queue: undefined }];
  readonly #anomalies: ActivityAnomaly[] = [];
  #lastPause: Segment | undefined;
  /** Other states that the map may be in. */
  #doubtful: readonly MapState[] = [];

  get state(): MapState {
    return this.#current.state;
  }

  get #current(): Segment {
    return this.#segments.at(-1) ?? { state: 'not-running', from: Number.NaN, to: undefined, queue: undefined };
  }

  add(event: ActivityEvent, instant: number): void {
    if (event.type === 'map-created' && Number.isNaN(this.#current.from) && this.#segments.length === 1) {
      this.#segments[0] = { ...this.#current, from: instant };
    }
    const before = this.state;
    const possible = [before, ...this.#doubtful];
    const wasUnderWay = this.#take(event);
    const [from, next] = this.#follow(event, possible, wasUnderWay);
    const to = event.state ?? next ?? this.#claimOf(event);
    const doubtful = this.#doubtAfter(event, to, possible);
    const isExplained = next !== undefined && [next, ...doubtful].some((state) => isSame(to, state));
    if (!isExplained) {
      this.#anomalies.push(illegalTransition(event, instant, { from, to, allowed: allowedActions(from) }));
    }
    this.#doubtful = event.state === undefined ? doubtful : [];
    this.#noteQueue(event, instant);
    if (event.type === 'run' && isOff(from)) this.executions.startOver();
    else if (before === 'initializing' && to !== before) this.executions.leave();
    // From a state other than the assumed one, the map may have returned to it.
    if (to !== before || from !== before) this.#move(to, instant);
    if (event.type === 'paused') this.#noteQueue(event, instant);
  }

  /** @param now - what open segments are judged against, in milliseconds */
  anomalies(now: number): readonly ActivityAnomaly[] {
    const ofSegments = this.#segments.flatMap(({ state, from, to, queue }) => {
      const span = { from, until: to ?? now, isOver: to !== undefined };
      if (state === 'initializing') return anomaliesOfInitialization(span);
      return state === 'paused' ? anomaliesOfPause(span, queue) : [];
    });
    const all = [...this.#anomalies, ...ofSegments, ...this.catchUpErrors.anomalies(now)];
    return all.sort((a, b) => byCodeUnits(a.at, b.at));
  }

  segments(): readonly StateSegment[] {
    return this.#segments.map(({ state, from, to, queue }) => ({
      state,
      from: isoOrNull(from),
      to: to === undefined ? null : isoOf(to),
      ...(queue === undefined ? {} : { queuedBytes: queue.bytes }),
    }));
  }

  /** Processes the content of the event besides the state, and returns whether it ends a running execution. */
  #take(event: ActivityEvent): boolean {
    if (event.type === 'initial-sync-started') this.executions.start(event);
    if (event.type === 'catch-up-completed') this.catchUpErrors.add(event.errors, event.at);
    return event.type === 'initial-sync-completed' && this.executions.complete(event);
  }

  /** The first of the possible states that allows the event, and the state after it; `undefined` if none does. */
  #follow(
    event: ActivityEvent,
    possible: readonly MapState[],
    wasUnderWay: boolean,
  ): readonly [from: MapState, next: MapState | undefined] {
    for (const from of possible) {
      const next = this.#nextOf(event, from, wasUnderWay);
      if (next !== undefined) return [from, next];
    }
    return [this.state, undefined];
  }

  #nextOf(event: ActivityEvent, from: MapState, wasUnderWay: boolean): MapState | undefined {
    const after = (step: MapStep) => stepMap(from, step).unwrapOr(undefined);
    switch (event.type) {
      case 'map-created':
      case 'field-mappings-updated':
        // A map must be stopped before it is edited.
        return isOff(from) ? from : undefined;
      case 'run':
        return after(event.skipInitialSync === true && from !== 'paused' ? 'run-without-initial-sync' : 'run');
      case 'initial-sync-started':
        // Initial writes of legal entities that were added do not end a pause.
        return from === 'initializing' || from === 'paused' ? from : after('initial-sync-started');
      case 'initial-sync-completed':
        if (from === 'initializing') return this.executions.isThrough() ? after('initial-sync-completed') : from;
        // It began before the map was resumed.
        return wasUnderWay && !isOff(from) ? from : undefined;
      case 'paused':
        return after('pause');
      case 'resumed':
        if (from !== 'paused') return undefined;
        return after(event.option === 'catch-up' ? 'run' : 'skip-to-live');
      case 'catch-up-started':
        return from === 'resuming' ? from : undefined;
      case 'catch-up-completed':
        // On a running map, it reports retries, or a queue that was kept.
        return from === 'running' && event.errors.length > 0 ? from : after('catch-up-completed');
      case 'stopped':
        return after('stop');
      case 'queue-measured':
      case 'error':
        return from;
    }
  }

  /** The state that an event implies, although it was not possible. */
  #claimOf(event: ActivityEvent): MapState {
    switch (event.type) {
      case 'initial-sync-started':
        return 'initializing';
      case 'initial-sync-completed':
        return this.executions.isThrough() ? 'running' : this.state;
      case 'paused':
        return 'paused';
      case 'resumed':
        return event.option === 'catch-up' ? 'resuming' : 'running';
      case 'catch-up-started':
        return 'resuming';
      case 'catch-up-completed':
        return 'running';
      case 'stopped':
        return 'stopped';
      default:
        return this.state;
    }
  }

  #doubtAfter(event: ActivityEvent, to: MapState, possible: readonly MapState[]): readonly MapState[] {
    const [before, ...doubtful] = possible;
    if (event.type === 'initial-sync-completed' && to === 'initializing' && !this.executions.isUnderWay()) {
      return ['running', 'not-running'];
    }
    if (event.type === 'error' && before === 'initializing') return ['running', 'not-running'];
    if (event.type === 'error' && before === 'resuming') return ['running', 'paused'];
    return to === before ? doubtful : [];
  }

  #noteQueue(event: ActivityEvent, at: number): void {
    const { queuedBytes } = event as QueueSize; // Safe: its properties are optional, and no event has other properties with these names.
    if (queuedBytes === undefined) return;
    const isAfterward = event.type === 'resumed' || event.type === 'catch-up-started';
    const pause = this.state === 'paused' ? this.#current : isAfterward ? this.#lastPause : undefined;
    if (pause !== undefined) pause.queue = seenAgain(pause.queue, queuedBytes, at);
  }

  #move(state: MapState, instant: number): void {
    this.#current.to = instant;
    const segment = { state, from: instant, to: undefined, queue: undefined };
    this.#segments.push(segment);
    if (state === 'paused') this.#lastPause = segment;
  }
}

function isOff(state: MapState): boolean {
  return state === 'not-running' || state === 'stopped';
}

/** The pages do not distinguish a stopped map from one that is not running. */
function isSame(one: MapState, other: MapState): boolean {
  return one === other || (isOff(one) && isOff(other));
}
