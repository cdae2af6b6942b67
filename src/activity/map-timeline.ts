import { instantOf, isoOf, isoOrNull } from '../facts/instant.js';
import {
  type ActivityAnomaly,
  anomaliesOfInitialization,
  anomaliesOfPause,
  type DiscardedQueue,
  discardedChanges,
  illegalTransition,
  type SeenQueue,
  seenAgain,
} from './activity-anomaly.js';
import type { ActivityEvent, MapResumed, QueueSize } from './activity-event.js';
import { type CatchUpError, CatchUpErrors } from './catch-up-errors.js';
import { Column } from './column.js';
import { type InitialSyncExecution, InitialSyncExecutions } from './initial-sync-executions.js';
import { type MapState, type MapStep, mapStates, stateAfter } from './map-state.js';

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

/** A time in one state; milliseconds. */
interface Segment {
  readonly state: MapState;
  /** `NaN` if it is not known. */
  readonly from: number;
  /** `undefined` for the last one. */
  readonly to: number | undefined;
  readonly queue: SeenQueue | undefined;
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
  readonly #executions = new InitialSyncExecutions();
  readonly #catchUpErrors = new CatchUpErrors();
  /** Of each segment: its state, and when it began. */
  readonly #states = new Column();
  readonly #starts = new Column();
  /** The queues of pauses, by the number of the segment. */
  readonly #queues = new Map<number, SeenQueue>();
  /** What the state did not allow: the position of the event, and both states. */
  readonly #illegal = { positions: new Column(), from: new Column(), to: new Column() };
  readonly #eventAt: (position: number) => ActivityEvent;
  readonly #discards: (QueueSize & { readonly instant: number })[] = [];
  /** When the map was run from the beginning, while its initial sync lasts. */
  #copiesFrom = Number.NaN;
  /** Changes before this have arrived with an initial sync. */
  #copiedFrom = Number.NEGATIVE_INFINITY;
  /** Of the first segment. */
  #createdAt = Number.NaN;
  #lastPause: number | undefined;
  /** The map was observed before any event: its state until then is not known. */
  #beginsObserved = false;
  #state: MapState = 'not-running';
  /** Other states that the map may be in. */
  #doubtful: readonly MapState[] = [];

  /** @param eventAt - an event that was added, by its position */
  constructor(eventAt: (position: number) => ActivityEvent) {
    this.#eventAt = eventAt;
    this.#states.add(mapStates.indexOf(this.#state));
    this.#starts.add(Number.NaN);
  }

  get state(): MapState {
    return this.#state;
  }

  /** An error that does not say which state the map is in: as {@link add} takes it. */
  addPlainError(): void {
    this.#doubtful = doubtsAfterError(this.#state) ?? this.#doubtful;
  }

  /** @param position - by which `eventAt` finds it */
  add(event: ActivityEvent, instant: number, position: number): void {
    if (event.type === 'error' && event.state === undefined) {
      this.addPlainError();
      return;
    }
    if (event.type === 'map-created' && Number.isNaN(this.#createdAt) && this.#states.length === 1) {
      this.#createdAt = instant;
    }
    const isFirst = event.type === 'observed' && this.#knowsNothing();
    if (isFirst) this.#beginsObserved = true;
    const before = this.state;
    const possible = [before, ...this.#doubtful];
    const wasUnderWay = this.#take(event, instant);
    const [from, next] = this.#follow(event, possible, wasUnderWay);
    const to = event.state ?? next ?? this.#claimOf(event);
    const doubtful = isFirst ? otherStates : this.#doubtAfter(event, to, possible);
    const isExplained = next !== undefined && [next, ...doubtful].some((state) => isSame(to, state));
    if (!isExplained) {
      this.#illegal.positions.add(position);
      this.#illegal.from.add(mapStates.indexOf(from));
      this.#illegal.to.add(mapStates.indexOf(to));
    }
    this.#doubtful = event.state === undefined ? doubtful : [];
    this.#noteQueue(event, instant);
    this.#noteCopying(event, instant, { from, before, to });
    // From a state other than the assumed one, the map may have returned to it.
    if (to !== before || from !== before || (isFirst && event.state !== undefined))
      this.#move(to, this.#startOf(event, instant));
    if (event.type === 'paused' || event.type === 'observed') this.#noteQueue(event, instant);
  }

  /** When the state after an event began: what was observed may have begun earlier, but after the last change. */
  #startOf(event: ActivityEvent, instant: number): number {
    if (event.type !== 'observed' || event.since === undefined) return instant;
    const last = this.#starts.at(this.#starts.length - 1);
    return Math.min(instant, Math.max(instantOf(event.since), Number.isNaN(last) ? Number.NEGATIVE_INFINITY : last));
  }

  /** Whether no event has shown its state yet. */
  #knowsNothing(): boolean {
    return this.#states.length === 1 && Number.isNaN(this.#createdAt);
  }

  /**
   * In chronological order.
   *
   * @param now - what open segments are judged against, in milliseconds
   * @param others - what else is wrong
   */
  *anomalies(now: number, others: readonly ActivityAnomaly[] = []): Generator<ActivityAnomaly, void, undefined> {
    const ofSegments: ActivityAnomaly[] = [];
    for (const { state, from, to, queue } of this.#allSegments()) {
      const span = { from, until: to ?? now, isOver: to !== undefined };
      if (state === 'initializing') ofSegments.push(...anomaliesOfInitialization(span));
      if (state === 'paused') ofSegments.push(...anomaliesOfPause(span, queue));
    }
    const lost = this.discardedQueues()
      .filter(({ isLost }) => isLost)
      .map(discardedChanges);
    const failed = [...this.#executions.anomalies(), ...this.#catchUpErrors.anomalies(now, this.#copiedFrom)];
    const rest = [...others, ...ofSegments, ...lost, ...failed]
      .map((anomaly) => ({ anomaly, instant: instantOf(anomaly.at) }))
      .sort((a, b) => a.instant - b.instant);
    let next = 0;
    for (const { event, from, to } of this.#illegalTransitions()) {
      const instant = instantOf(event.at);
      for (let one = rest[next]; one !== undefined && one.instant < instant; one = rest[++next]) yield one.anomaly;
      yield illegalTransition(event, { instant, from, to });
    }
    for (const { anomaly } of rest.slice(next)) yield anomaly;
  }

  discardedQueues(): readonly DiscardedQueue[] {
    return this.#discards.map(({ instant, ...size }) => {
      return { at: isoOf(instant), ...size, isLost: instant >= this.#copiedFrom };
    });
  }

  initialSyncs(): Generator<InitialSyncExecution, void, undefined> {
    return this.#executions.all(this.state);
  }

  catchUpErrors(now: number): Generator<CatchUpError, void, undefined> {
    return this.#catchUpErrors.all(now, this.#copiedFrom);
  }

  *segments(): Generator<StateSegment, void, undefined> {
    let next = isoOrNull(this.#beginsObserved ? this.#starts.at(1) : this.#createdAt);
    for (const { state, to, queue } of this.#allSegments()) {
      const from = next;
      next = to === undefined ? null : isoOf(to);
      yield { state, from, to: next, ...(queue === undefined ? {} : { queuedBytes: queue.bytes }) };
    }
  }

  *#allSegments(): Generator<Segment, void, undefined> {
    for (
      let number = this.#beginsObserved && this.#states.length > 1 ? 1 : 0;
      number < this.#states.length;
      number += 1
    ) {
      yield {
        state: stateOf(this.#states.at(number)),
        from: number === 0 ? this.#createdAt : this.#starts.at(number),
        to: number + 1 === this.#states.length ? undefined : this.#starts.at(number + 1),
        queue: this.#queues.get(number),
      };
    }
  }

  *#illegalTransitions(): Generator<{ readonly event: ActivityEvent; readonly from: MapState; readonly to: MapState }> {
    const { positions, from, to } = this.#illegal;
    for (let number = 0; number < positions.length; number += 1) {
      const event = this.#eventAt(positions.at(number));
      yield { event, from: stateOf(from.at(number)), to: stateOf(to.at(number)) };
    }
  }

  /** Processes the content of the event besides the state, and returns whether it ends a running execution. */
  #take(event: ActivityEvent, instant: number): boolean {
    if (event.type === 'initial-sync-started') this.#executions.start(event);
    if (event.type === 'catch-up-completed' || event.type === 'observed') {
      this.#catchUpErrors.add(event.errors ?? [], event.at);
    }
    if (isDiscard(event)) {
      const { queuedBytes, queuedRecords } = event;
      this.#discards.push({ instant, queuedBytes, queuedRecords });
    }
    return event.type === 'initial-sync-completed' && this.#executions.complete(event);
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
    const after = (step: MapStep) => stateAfter(from, step);
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
        if (from === 'initializing') return this.#executions.isThrough() ? after('initial-sync-completed') : from;
        // It began before the map was resumed.
        return wasUnderWay && !isOff(from) ? from : undefined;
      case 'paused':
        return after('pause');
      case 'resumed':
        if (from !== 'paused') return undefined;
        return after(isSkip(event) ? 'skip-to-live' : 'run');
      case 'catch-up-started':
        return from === 'resuming' ? from : undefined;
      case 'catch-up-completed':
        // On a running map, it reports retries, or a queue that was kept.
        return from === 'running' && event.errors.length > 0 ? from : after('catch-up-completed');
      case 'stopped':
        return after('stop');
      case 'observed':
        return event.state ?? from;
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
        return this.#executions.isThrough() ? 'running' : this.state;
      case 'paused':
        return 'paused';
      case 'resumed':
        return isSkip(event) ? 'running' : 'resuming';
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
    if (event.type === 'initial-sync-completed' && to === 'initializing' && !this.#executions.isUnderWay()) {
      return ['running', 'not-running'];
    }
    if (event.type === 'resumed' && event.option === 'unknown' && to === 'resuming') return ['running'];
    const afterError = event.type === 'error' && before !== undefined ? doubtsAfterError(before) : undefined;
    return afterError ?? (to === before ? doubtful : []);
  }

  /** An initial sync copies all rows when the map is run from the beginning: what was lost before arrives with it. */
  #noteCopying(
    event: ActivityEvent,
    instant: number,
    { from, before, to }: { readonly from: MapState; readonly before: MapState; readonly to: MapState },
  ): void {
    if (event.type === 'run' && isOff(from) && event.skipInitialSync !== true) {
      this.#executions.startOver();
      this.#copiesFrom = instant;
    } else if (before === 'initializing' && to !== before) {
      if (this.#executions.haveCopiedAll() && !Number.isNaN(this.#copiesFrom)) this.#copiedFrom = this.#copiesFrom;
      this.#executions.leave();
      this.#copiesFrom = Number.NaN;
    }
  }

  #noteQueue(event: ActivityEvent, at: number): void {
    const { queuedBytes } = event as QueueSize; // Safe: its properties are optional, and no event has other properties with these names.
    if (queuedBytes === undefined) return;
    const isAfterward = event.type === 'resumed' || event.type === 'catch-up-started';
    const pause = this.state === 'paused' ? this.#states.length - 1 : isAfterward ? this.#lastPause : undefined;
    if (pause !== undefined) this.#queues.set(pause, seenAgain(this.#queues.get(pause), queuedBytes, at));
  }

  #move(state: MapState, instant: number): void {
    this.#state = state;
    this.#states.add(mapStates.indexOf(state));
    this.#starts.add(instant);
    if (state === 'paused') this.#lastPause = this.#states.length - 1;
  }
}

/** What a map may be besides not running, the most likely first. */
const otherStates: readonly MapState[] = ['running', 'initializing', 'paused', 'resuming', 'stopped'];

function stateOf(index: number): MapState {
  return mapStates[index] ?? 'not-running';
}

/** It may have set the map back. */
function doubtsAfterError(state: MapState): readonly MapState[] | undefined {
  if (state === 'initializing') return ['running', 'not-running'];
  return state === 'resuming' ? ['running', 'paused'] : undefined;
}

/** Whether the map goes live at once. */
function isSkip({ option }: MapResumed): boolean {
  return option === 'skip-preserving' || option === 'skip-discarding';
}

/** A queue that is known to be empty loses nothing. */
function isDiscard(event: ActivityEvent): event is MapResumed {
  return (
    event.type === 'resumed' &&
    event.option === 'skip-discarding' &&
    event.queuedBytes !== 0 &&
    event.queuedRecords !== 0
  );
}

function isOff(state: MapState): boolean {
  return state === 'not-running' || state === 'stopped';
}

/** The pages do not distinguish a stopped map from one that is not running. */
function isSame(one: MapState, other: MapState): boolean {
  return one === other || (isOff(one) && isOff(other));
}
