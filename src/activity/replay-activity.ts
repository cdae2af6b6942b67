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
   * What open pauses, initial syncs and catch-up errors are judged against: a `Date`, or ISO 8601 with a time zone. Default: the
   * last event of the log, which claims nothing that the log does not show.
   */
  readonly now?: Date | string | undefined;
}

/**
 * What a log of activities tells of each map. Plain data that survives JSON.
 * @public
 */
export interface ActivityReplay {
  /** What open states were judged against, ISO 8601; `null` where nothing was read. */
  readonly judgedAt: string | null;
  /** In the order of their names. */
  readonly maps: readonly MapActivity[];
  readonly events: {
    /** How many different events were read. */
    readonly read: number;
    /** How many came again with the same id. */
    readonly duplicates: number;
    /** How many could not be read. */
    readonly unreadable: number;
  };
  /** Every one that could not be read, in the order of the log. */
  readonly unreadable: readonly UnreadableEvent[];
}

/**
 * Something in a log that is no event.
 * @public
 */
export interface UnreadableEvent {
  /** Its place in the log, from 0. */
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
  /** Where the map stands after the last event. */
  readonly state: MapState;
  /** In the order of time; in the order of the log where the time is the same. */
  readonly log: readonly ActivityEvent[];
  /** The states one after the other, the first of them not running. */
  readonly segments: readonly StateSegment[];
  /** Initial syncs in the order in which the log first tells of them. */
  readonly initialSyncs: readonly InitialSyncExecution[];
  /** In the order in which the log first tells of them. */
  readonly catchUpErrors: readonly CatchUpError[];
  /** In the order of time. */
  readonly anomalies: readonly ActivityAnomaly[];
}

/**
 * Replays a log of activities: for each map its events in order, its states over time, its initial syncs and catch-up errors, and
 * what is wrong. Events may come in any order, and what is no event is counted and named.
 *
 * Every map begins as not running. After an event that the state does not allow, the state is what the event says that happened;
 * a `run` that is not allowed changes nothing. A state that the log itself tells wins. An initial sync that ended with errors
 * leaves the map initializing until it is run again, or skipped.
 *
 * Sources: *Error management and alert notifications*, 2020-03-13; *Enable entity maps for dual-write*, 2020-03-20.
 *
 * @param events - untrusted: each is read as {@link parseActivityEvent} does
 * @returns at once; a promise where the events come asynchronously
 * @throws RangeError when `now` is no moment
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

/** The events by map, in the order in which they came. */
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
  // Sorting is stable: events of the same moment stay in their order.
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
