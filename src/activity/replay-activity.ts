import { byCodeUnits } from '../facts/by-code-units.js';
import { instantOf, instantOfBound, isoOrNull } from '../facts/instant.js';
import { guidKey, nameKey } from '../facts/keys.js';
import { takeEach } from '../facts/take-each.js';
import type { Issue } from '../fault.js';
import type { ActivityAnomaly } from './activity-anomaly.js';
import type { ActivityEvent } from './activity-event.js';
import type { CatchUpError } from './catch-up-errors.js';
import type { InitialSyncExecution } from './initial-sync-executions.js';
import type { MapState } from './map-state.js';
import { MapTimeline, type StateSegment } from './map-timeline.js';
import { parseActivityEvent } from './parse-activity-event.js';

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
    /** How many occurred again with the same id. */
    readonly duplicates: number;
    /** How many could not be read. */
    readonly unreadable: number;
  };
  /** Every one that could not be read, in the order of the log. */
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
  /** The states one after the other, beginning with not running. */
  readonly segments: readonly StateSegment[];
  /** Initial syncs in the order in which the log first mentions them. */
  readonly initialSyncs: readonly InitialSyncExecution[];
  /** In the order in which the log first mentions them. */
  readonly catchUpErrors: readonly CatchUpError[];
  /** In chronological order. */
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
  if (Number.isNaN(given)) throw new RangeError('now: expected a date and time with a time zone');
  const log = new Logs();
  const take = (event: unknown) => log.add(event);
  return takeEach(events, take, () => {
    const { all, unreadable, read, duplicates } = log;
    let last = Number.NEGATIVE_INFINITY;
    for (const entries of all) for (const { instant } of entries) if (instant > last) last = instant;
    const judgedAt = given ?? last;
    return {
      judgedAt: isoOrNull(judgedAt),
      maps: all
        .map((entries) => activityOf(entries, judgedAt))
        .sort((a, b) => byCodeUnits(nameKey(a.map), nameKey(b.map))),
      events: { read, duplicates, unreadable: unreadable.length },
      unreadable,
    };
  });
}

interface Entry {
  readonly event: ActivityEvent;
  readonly instant: number;
}

/** The events by map, in their original order. */
class Logs {
  readonly unreadable: UnreadableEvent[] = [];
  read = 0;
  duplicates = 0;
  readonly #byMap = new Map<string, Entry[]>();
  readonly #ids = new Set<string>();
  #index = 0;

  get all(): readonly (readonly Entry[])[] {
    return [...this.#byMap.values()];
  }

  add(input: unknown): void {
    const parsed = parseActivityEvent(input);
    if (parsed.isErr()) {
      this.unreadable.push({ index: this.#index, issues: parsed.error.issues });
    } else if (this.#isDuplicate(parsed.value)) {
      this.duplicates += 1;
    } else {
      this.read += 1;
      this.#keep(parsed.value);
    }
    this.#index += 1;
  }

  #isDuplicate({ id }: ActivityEvent): boolean {
    if (id === undefined) return false;
    const before = this.#ids.size;
    return this.#ids.add(guidKey(id)).size === before;
  }

  #keep(event: ActivityEvent): void {
    const key = nameKey(event.map);
    const log = this.#byMap.get(key);
    const entry = { event, instant: instantOf(event.at) };
    if (log === undefined) this.#byMap.set(key, [entry]);
    else log.push(entry);
  }
}

function activityOf(log: readonly Entry[], now: number): MapActivity {
  // Sorting is stable: events with the same time keep their order.
  const inOrder = [...log].sort((a, b) => a.instant - b.instant);
  const timeline = new MapTimeline();
  for (const { event, instant } of inOrder) timeline.add(event, instant);
  return {
    map: log[0]?.event.map ?? '',
    state: timeline.state,
    log: inOrder.map(({ event }) => event),
    segments: timeline.segments(),
    initialSyncs: timeline.executions.all(timeline.state),
    catchUpErrors: timeline.catchUpErrors.all(now),
    anomalies: timeline.anomalies(now),
  };
}
