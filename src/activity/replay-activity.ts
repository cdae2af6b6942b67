import { instantOfBound, isCalendarInstant } from '../facts/instant.js';
import { takeEach } from '../facts/take-each.js';
import type { ActivityAnomaly, DiscardedQueue } from './activity-anomaly.js';
import type { ActivityEvent } from './activity-event.js';
import { ActivityLog } from './activity-log.js';
import type { CatchUpError } from './catch-up-errors.js';
import type { InitialSyncExecution } from './initial-sync-executions.js';
import type { MapState } from './map-state.js';
import type { StateSegment } from './map-timeline.js';
import type { ReplayedMap, UnreadableEvent } from './replay-map.js';

/**
 * How activity is replayed.
 * @public
 */
export interface ActivityReplayOptions {
  /**
   * The time against which open pauses, initial syncs and catch-up errors are judged: a `Date`, or ISO 8601 with a time zone.
   * Default: the last event of the log, which assumes nothing that the log does not show.
   */
  readonly now?: Date | string | undefined;
}

/**
 * What an activity log shows about each map. Plain data that survives JSON.
 * @public
 */
export interface ActivityReplay {
  /** The time against which open states were judged, ISO 8601; `null` if nothing was read. */
  readonly judgedAt: string | null;
  /** In the order of their names. */
  readonly maps: readonly MapActivity[];
  readonly events: {
    /** How many different events were read. */
    readonly read: number;
    /** How many occurred again: the same map, the same id and the same content. */
    readonly duplicates: number;
    /** How many could not be read. */
    readonly unreadable: number;
  };
  /** Every one that could not be read, in the order of the log. */
  readonly unreadable: readonly UnreadableEvent[];
}

/**
 * Everything about one map in one place.
 * @public
 */
export interface MapActivity {
  /** As it was first written. */
  readonly map: string;
  /** The state of the map after the last event. */
  readonly state: MapState;
  /** In chronological order; in the order of the log if the time is the same. */
  readonly log: readonly ActivityEvent[];
  /** The states one after the other, beginning with not running, or with the state that was observed before any event. */
  readonly segments: readonly StateSegment[];
  /** Initial syncs in the order in which the log first mentions them. */
  readonly initialSyncs: readonly InitialSyncExecution[];
  /** In chronological order. */
  readonly discardedQueues: readonly DiscardedQueue[];
  /** In the order in which the log first mentions them. */
  readonly catchUpErrors: readonly CatchUpError[];
  /** In chronological order. A failure that was resolved later is none. */
  readonly anomalies: readonly ActivityAnomaly[];
}

/**
 * Replays a log of activities: for each map its events in order, its states over time, its initial syncs and catch-up errors,
 * and what is wrong. Events may come in any order, and entries that are not events are counted and named.
 *
 * Every map begins as not running. After an event that the state does not allow, the state is the one that the event implies; a
 * `run` that is not allowed changes nothing. A state in the log itself takes precedence. An initial sync that ended with errors
 * leaves the map initializing until it is run again, or skipped.
 *
 * Sources: *Error management and alert notifications*, 2020-03-13; *Enable entity maps for dual-write*, 2020-03-20.
 *
 * @param events - untrusted: each is read as {@link parseActivityEvent} does
 * @returns at once; a promise where the events come asynchronously
 * @throws RangeError if `now` is not a valid time
 *
 * @example
 * ```ts
 * const { maps } = replayActivity(lines.map((line) => JSON.parse(line)), { now: new Date() });
 * const stuck = maps.filter(({ anomalies }) => anomalies.length > 0);
 * ```
 * @public
 */
export function replayActivity(events: Iterable<unknown>, options?: ActivityReplayOptions): ActivityReplay;
/** The same, one event at a time. @public */
export function replayActivity(
  events: AsyncIterable<unknown>,
  options?: ActivityReplayOptions,
): Promise<ActivityReplay>;
export function replayActivity(
  events: Iterable<unknown> | AsyncIterable<unknown>,
  { now }: ActivityReplayOptions = {},
): ActivityReplay | Promise<ActivityReplay> {
  const given = now === undefined ? undefined : instantOfBound(now);
  if (given !== undefined && !isCalendarInstant(given)) {
    throw new RangeError('now: expected a date and time with a time zone');
  }
  const log = new ActivityLog();
  const take = (event: unknown) => log.add(event);
  return takeEach(events, take, () => {
    const replay = log.replay(given);
    const maps = Array.from(replay.maps, wholeMap);
    return { judgedAt: replay.judgedAt, maps, events: replay.events, unreadable: replay.unreadable };
  });
}

export function wholeMap({ map, state, ...lists }: ReplayedMap): MapActivity {
  return {
    map,
    state,
    log: [...lists.log],
    segments: [...lists.segments],
    initialSyncs: [...lists.initialSyncs],
    discardedQueues: [...lists.discardedQueues],
    catchUpErrors: [...lists.catchUpErrors],
    anomalies: [...lists.anomalies],
  };
}
