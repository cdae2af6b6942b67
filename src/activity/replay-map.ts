import type { Issue } from '../fault.js';
import { type ActivityAnomaly, conflictingEvents, type DiscardedQueue } from './activity-anomaly.js';
import type { ActivityEvent } from './activity-event.js';
import type { CatchUpError } from './catch-up-errors.js';
import type { InitialSyncExecution } from './initial-sync-executions.js';
import type { MapState } from './map-state.js';
import { MapTimeline, type StateSegment } from './map-timeline.js';
import { comparison } from './repeated-ids.js';

/**
 * What a `MapActivity` holds, with lists that may be made each time that they are read: of a long log, nobody needs all of them at
 * the same time.
 * @public
 */
export interface ReplayedMap {
  readonly map: string;
  readonly state: MapState;
  readonly log: Iterable<ActivityEvent>;
  readonly segments: Iterable<StateSegment>;
  readonly initialSyncs: Iterable<InitialSyncExecution>;
  readonly discardedQueues: Iterable<DiscardedQueue>;
  readonly catchUpErrors: Iterable<CatchUpError>;
  readonly anomalies: Iterable<ActivityAnomaly>;
}

/**
 * What an `ActivityReplay` holds, with maps that may be made while they are read. What is repeated in the log is found
 * meanwhile, so `events` is read after `maps`.
 * @public
 */
export interface ReplayedActivity {
  readonly judgedAt: string | null;
  readonly maps: Iterable<ReplayedMap>;
  readonly events: { readonly read: number; readonly duplicates: number; readonly unreadable: number };
  readonly unreadable: readonly UnreadableEvent[];
}

/**
 * An entry in a log that is not an event.
 * @public
 */
export interface UnreadableEvent {
  /** Its position in the log, from 0. */
  readonly index: number;
  readonly issues: readonly [Issue, ...Issue[]];
}

/** The events of one map, by their positions. */
interface MapEvents {
  /** What open states are judged against, in milliseconds. */
  readonly now: number;
  /** In the order of the log; they are put in the order of time. */
  readonly positions: Uint32Array;
  readonly eventAt: (position: number) => ActivityEvent;
  /** Milliseconds. */
  readonly instantAt: (position: number) => number;
  /** Its position among everything in the log. */
  readonly indexAt: (position: number) => number;
  /** Of its id. */
  readonly hashAt: (position: number) => number;
}

export function replayMap(
  map: string,
  { now, positions, eventAt, instantAt, indexAt, hashAt }: MapEvents,
): { readonly replayed: ReplayedMap; readonly duplicates: number } {
  const isSame = comparison(Float64Array.from(positions, hashAt));
  const timeline = new MapTimeline(eventAt);
  const conflicts: ActivityAnomaly[] = [];
  const kept: ActivityEvent[] = [];
  let length = 0;
  for (const position of inOrderOfTime(positions, instantAt)) {
    const event = eventAt(position);
    const instant = instantAt(position);
    const earlier = isSame(event, instant, indexAt(position));
    if (earlier === 'same') continue;
    if (earlier !== undefined) conflicts.push(conflictingEvents(event.id ?? '', instant, earlier, indexAt(position)));
    timeline.add(event, instant, position);
    if (length < mostKept) kept.push(event);
    positions[length] = position;
    length += 1;
  }
  const replayed = {
    map,
    state: timeline.state,
    log: length <= mostKept ? kept : madeEachTime(() => eventsAt(positions.subarray(0, length), eventAt)),
    segments: madeEachTime(() => timeline.segments()),
    initialSyncs: madeEachTime(() => timeline.initialSyncs()),
    discardedQueues: timeline.discardedQueues(),
    catchUpErrors: madeEachTime(() => timeline.catchUpErrors(now)),
    anomalies: madeEachTime(() => timeline.anomalies(now, conflicts)),
  };
  return { replayed, duplicates: positions.length - length };
}

/** A longer log is unpacked again where it is shown. */
const mostKept = 10_000;

/** Events with the same time keep their order. */
function inOrderOfTime(positions: Uint32Array, instantAt: (position: number) => number): Uint32Array {
  const isInOrder = positions.every(
    (one, place) => place === 0 || instantAt(one) >= instantAt(positions[place - 1] ?? 0),
  );
  return isInOrder ? positions : positions.sort((a, b) => instantAt(a) - instantAt(b) || a - b);
}

function* eventsAt(
  positions: Uint32Array,
  eventAt: (position: number) => ActivityEvent,
): Generator<ActivityEvent, void, undefined> {
  for (const position of positions) yield eventAt(position);
}

/** A list that is not kept. */
export function madeEachTime<Item>(make: () => Iterator<Item>): Iterable<Item> {
  return { [Symbol.iterator]: make };
}
