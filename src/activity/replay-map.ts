import type { Issue } from '../fault.js';
import { type ActivityAnomaly, conflictingEvents, type DiscardedQueue } from './activity-anomaly.js';
import type { ActivityEvent } from './activity-event.js';
import type { CatchUpError } from './catch-up-errors.js';
import type { InitialSyncExecution } from './initial-sync-executions.js';
import type { MapState } from './map-state.js';
import { MapTimeline, type StateSegment } from './map-timeline.js';
import { isPlainError, type PackedEvents, readerOf } from './packed-events.js';
import { PackedLog } from './packed-log.js';
import { RepeatedIds } from './repeated-ids.js';

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
  /** What the source of the log lacks besides, each a phrase. */
  readonly lacks?: readonly string[] | undefined;
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

/** The events of one map. */
interface MapEvents {
  /** What open states are judged against, in milliseconds. */
  readonly now: number;
  readonly events: PackedEvents;
  /** In the order of the log. */
  readonly positions: Uint32Array;
  /** Milliseconds. */
  readonly instantAt: (position: number) => number;
  /** Its position among everything in the log. */
  readonly indexAt: (position: number) => number;
  /** Of their ids. */
  readonly hashes: Float64Array;
}

export function replayMap(
  map: string,
  { now, events, positions, instantAt, indexAt, hashes }: MapEvents,
): { readonly replayed: ReplayedMap; readonly duplicates: number } {
  const ids = new RepeatedIds(hashes);
  const ranks = inOrderOfTime(positions, instantAt);
  const jsonOf = readerOf(map);
  // Safe: they were made from events.
  const eventOf = (line: string): ActivityEvent => JSON.parse(jsonOf([line], ''));
  const timeline = new MapTimeline((rank) => eventOf(events.line(positions, rank)));
  const conflicts: ActivityAnomaly[] = [];
  const kept: (readonly string[])[] = [];
  let seen = 0;
  let length = 0;
  for (const lines of events.lines(positions, ranks)) {
    const own = lines.filter((line) => {
      const rank = ranks[seen] ?? 0;
      seen += 1;
      const isNew = take(line, rank);
      if (isNew) ranks[length++] = rank;
      return isNew;
    });
    if (own.length > 0 && length <= mostKept) kept.push(own);
  }
  const log = length <= mostKept ? kept : madeEachTime(() => events.lines(positions, ranks.subarray(0, length)));
  const replayed = {
    map,
    state: timeline.state,
    log: new PackedLog(map, log),
    segments: madeEachTime(() => timeline.segments()),
    initialSyncs: madeEachTime(() => timeline.initialSyncs()),
    discardedQueues: timeline.discardedQueues(),
    catchUpErrors: madeEachTime(() => timeline.catchUpErrors(now)),
    anomalies: madeEachTime(() => timeline.anomalies(now, conflicts)),
  };
  return { replayed, duplicates: positions.length - length };

  /** @returns whether the event has not occurred before */
  function take(line: string, rank: number): boolean {
    const mayBeRepeated = ids.mayBeRepeated(hashes[rank] ?? Number.NaN);
    if (!mayBeRepeated && isPlainError(line)) {
      timeline.addPlainError(); // most are: nobody needs to unpack them
      return true;
    }
    const event = eventOf(line);
    const position = positions[rank] ?? 0;
    const instant = instantAt(position);
    if (mayBeRepeated) {
      const index = indexAt(position);
      const earlier = ids.add(event, instant, index);
      if (earlier === 'same') return false;
      if (earlier !== undefined) conflicts.push(conflictingEvents(event.id ?? '', instant, earlier, index));
    }
    timeline.add(event, instant, rank);
    return true;
  }
}

/** A longer log is unpacked again where it is shown. */
const mostKept = 10_000;

/** The ranks of the events in the order of time, those with the same time in the order of the log. */
function inOrderOfTime(positions: Uint32Array, instantAt: (position: number) => number): Uint32Array {
  const ranks = new Uint32Array(positions.length);
  let isInOrder = true;
  let latest = Number.NEGATIVE_INFINITY;
  for (let rank = 0; rank < ranks.length; rank += 1) {
    ranks[rank] = rank;
    const instant = instantAt(positions[rank] ?? 0);
    isInOrder &&= instant >= latest;
    latest = instant;
  }
  if (isInOrder) return ranks;
  const instants = Float64Array.from(positions, instantAt);
  return ranks.sort((a, b) => (instants[a] ?? 0) - (instants[b] ?? 0) || a - b);
}

/** A list that is not kept. */
export function madeEachTime<Item>(make: () => Iterator<Item>): Iterable<Item> {
  return { [Symbol.iterator]: make };
}
