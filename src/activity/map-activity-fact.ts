import { type Known, known } from '../facts/fact.js';
import { instantOf, isoOf } from '../facts/instant.js';
import type { Facts } from '../facts/schemas.js';
import type { ActivityEvent } from './activity-event.js';
import { ActivityLog } from './activity-log.js';
import { readActivityEvent } from './parse-activity-event.js';
import type { ReplayedMap } from './replay-map.js';

type MapActivityRow = Facts['mapActivity'][number];

/**
 * The fact `mapActivity` that an activity log shows: of each map its state and since when, when it was last started, what is queued,
 * and the catch-up errors that are still open, as of the last event of the log.
 *
 * It is partial, because a log shows only the maps that it has events of. A state that the log does not decide is `unknown`: of a map
 * with errors alone, and after an error that may have set the map back. What a log does not show is left out.
 *
 * @example
 * ```ts
 * const snapshot = snapshotOf('contoso-uat', { mapActivity: mapActivityOf(events) }, { takenAt });
 * ```
 * @public
 */
export function mapActivityOf(events: Iterable<ActivityEvent>): Known<Facts['mapActivity']> {
  const log = new ActivityLog();
  for (const event of events) log.add(event);
  const rows = Array.from(log.replay(undefined).maps, rowOf);
  return known(rows, { coverage: 'partial', detail: 'an activity log shows only the maps that it has events of' });
}

function rowOf(replayed: ReplayedMap): MapActivityRow {
  const current = [...replayed.segments].at(-1);
  const resumedAt = new Set<string>();
  for (const { state, from } of replayed.segments) if (state === 'resuming' && from !== null) resumedAt.add(from);
  const from = current?.from ?? null;
  const seen = seenIn(replayed, from === null ? Number.NEGATIVE_INFINITY : instantOf(from), resumedAt);
  const since = from === null || seen.onlyObserved.has(from) ? undefined : from;
  return {
    map: replayed.map,
    state: seen.hasState && !isDoubtful(replayed, seen) ? replayed.state : 'unknown',
    ...(since === undefined ? {} : { since }),
    ...(seen.lastStartedOn === undefined ? {} : { lastStartedOn: seen.lastStartedOn }),
    ...(seen.queuedBytes === undefined ? {} : { queuedBytes: seen.queuedBytes }),
    ...(seen.hasCatchUpErrors ? { catchUpErrors: openErrorsOf(replayed) } : {}),
  };
}

/** What the events of a map show. */
interface Seen {
  /** Whether one of them shows its state. */
  hasState: boolean;
  /** When a state was observed without knowing when it began. */
  readonly onlyObserved: Set<string>;
  lastStartedOn: string | undefined;
  /** The latest measurement since the state began. */
  queuedBytes: number | undefined;
  hasCatchUpErrors: boolean;
  /** Whether, since the state began, there were errors, initial syncs that ended, or a resumption whose option is not known. */
  hasErrors: boolean;
  hasCompleted: boolean;
  hasUnknownOption: boolean;
}

/** @param from - when the current state began, in milliseconds */
function seenIn({ log }: ReplayedMap, from: number, resumedAt: ReadonlySet<string>): Seen {
  const seen: Seen = {
    hasState: false,
    onlyObserved: new Set(),
    lastStartedOn: undefined,
    queuedBytes: undefined,
    hasCatchUpErrors: false,
    hasErrors: false,
    hasCompleted: false,
    hasUnknownOption: false,
  };
  for (const event of log) {
    const instant = instantOf(event.at);
    seen.hasState ||= event.state !== undefined || !silentTypes.has(event.type);
    if (event.type === 'run' && !resumedAt.has(isoOf(instant))) seen.lastStartedOn = event.at;
    if (event.type === 'observed') {
      if (event.since === undefined) seen.onlyObserved.add(isoOf(instant));
      seen.lastStartedOn = event.lastStartedOn ?? seen.lastStartedOn;
    }
    seen.hasCatchUpErrors ||= 'errors' in event && event.errors !== undefined;
    if (instant < from) continue;
    if ('queuedBytes' in event && event.queuedBytes !== undefined) seen.queuedBytes = event.queuedBytes;
    const decides = event.state !== undefined;
    seen.hasErrors = !decides && (event.type === 'error' || seen.hasErrors);
    seen.hasCompleted = !decides && (event.type === 'initial-sync-completed' || seen.hasCompleted);
    seen.hasUnknownOption =
      !decides && ((event.type === 'resumed' && event.option === 'unknown') || seen.hasUnknownOption);
  }
  return seen;
}

/** Without a state of their own, they do not show in which one the map is. */
const silentTypes: ReadonlySet<ActivityEvent['type']> = new Set([
  'field-mappings-updated',
  'queue-measured',
  'observed',
  'error',
]);

/** An error may have set the map back, and a map whose initial sync ended with errors may be live or not running. */
function isDoubtful({ state, initialSyncs }: ReplayedMap, seen: Seen): boolean {
  if (state === 'resuming') return seen.hasErrors || seen.hasUnknownOption;
  if (state !== 'initializing') return false;
  return seen.hasErrors || (seen.hasCompleted && ![...initialSyncs].some(({ isUnderWay }) => isUnderWay));
}

function openErrorsOf({ catchUpErrors }: ReplayedMap): NonNullable<MapActivityRow['catchUpErrors']> {
  return Array.from(catchUpErrors)
    .filter(({ isOpen }) => isOpen)
    .map(({ id, createdOn }) => ({ id, createdOn }));
}

/** Events, and what could not be made one, each a phrase. */
export interface EventsOfMapActivity {
  readonly events: readonly ActivityEvent[];
  readonly lacks: readonly string[];
}

/**
 * What a fact `mapActivity` shows of the maps, as one `observed` event of each.
 *
 * @param takenAt - when that was seen, ISO 8601; without it, the latest time that the row of a map has counts
 */
export function eventsOfMapActivity(rows: Facts['mapActivity'], takenAt?: string): EventsOfMapActivity {
  const events: ActivityEvent[] = [];
  const lacks: string[] = [];
  for (const { map, state, since, lastStartedOn, queuedBytes, catchUpErrors } of rows) {
    const errors = catchUpErrors?.map((error) => ({ ...error, message: '', retryStatus: 'unknown' }));
    const at = takenAt ?? latestOf([since, lastStartedOn, ...(catchUpErrors ?? []).map(({ createdOn }) => createdOn)]);
    const read = readActivityEvent({ type: 'observed', map, at, state, since, lastStartedOn, queuedBytes, errors });
    if ('event' in read) events.push(read.event);
    if ('event' in read && state === 'unknown') lacks.push(`${map}: its state`);
    if ('event' in read) continue;
    const [{ path, message }] = read.issues;
    lacks.push(at === undefined ? `${map}: when its state was seen` : `${map}: ${path}: ${message}`);
  }
  return { events, lacks };
}

function latestOf(times: readonly (string | null | undefined)[]): string | undefined {
  let latest: string | undefined;
  for (const time of times) {
    if (time != null && !(instantOf(time) <= instantOf(latest ?? ''))) latest = time;
  }
  return latest;
}
