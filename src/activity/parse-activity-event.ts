import { err, ok, type Result } from 'neverthrow';
import { instantOf } from '../facts/instant.js';
import { malformed } from '../facts/issues.js';
import { kindOf } from '../facts/parse-with.js';
import { scrub } from '../facts/scrub.js';
import type { Issue, MalformedInput } from '../fault.js';
import type {
  ActivityEvent,
  CatchUpErrorRecord,
  InitialSyncCounts,
  InitialSyncDirection,
  InitialSyncError,
  ResumeOption,
  RetryStatus,
} from './activity-event.js';
import type { MapState } from './map-state.js';

/**
 * Why input is not an activity event.
 * @public
 */
export type ActivityEventFault = MalformedInput;

/**
 * Untrusted input, a line of a log as parsed JSON for example, as an activity event. Types are understood in words (`Update
 * field mappings`), states, directions and retries also as the numbers of the management gateway, counts also as text. Tokens
 * and email addresses are removed from messages, and other content of the input – who did it, for example – is left out.
 *
 * @returns the event, or an {@link ActivityEventFault} that names every place and what was expected there
 *
 * @example
 * ```ts
 * const event = parseActivityEvent({ type: 'Run', map: 'Customers V3 (accounts)', at: '2026-11-20T10:00:00Z' });
 * ```
 * @public
 */
export function parseActivityEvent(input: unknown): Result<ActivityEvent, ActivityEventFault> {
  const read = readActivityEvent(input);
  return 'issues' in read ? err(malformed(read.issues)) : ok(read.event);
}

/** An event and when it was, in milliseconds; or what is wrong with it. */
export type ReadEvent =
  | { readonly event: ActivityEvent; readonly instant: number }
  | { readonly issues: MalformedInput['issues'] };

/** {@link parseActivityEvent} for a million events: a schema takes ten times as long. */
export function readActivityEvent(input: unknown): ReadEvent {
  if (!isObject(input)) return { issues: [{ path: '', message: 'expected an object' }] };
  const type = typeOf(input.type);
  if (type === undefined) {
    return { issues: [{ path: 'type', message: `expected one of: ${eventTypes.join(', ')}` }] };
  }
  const issues: Issue[] = [];
  const place = { input, path: '', issues };
  const map = requiredText(place, 'map');
  const instant = instantIn(place, 'at');
  // Safe: where it is not a text, there is an issue.
  const base = { map, state: meaningOf(states, input.state), id: textIn(place, 'id'), at: input.at as string };
  const event = eventOf(type, base, place);
  if (issues.length === 0) return { event, instant };
  const [first, ...more] = issues;
  return first === undefined ? { event, instant } : { issues: [first, ...more] };
}

type EventType = ActivityEvent['type'];

/** Names that a log may use for them; letters only. */
const wordsOfTypes: Readonly<Record<EventType, readonly string[]>> = {
  'map-created': ['mappingscreated', 'mappingcreated', 'entitymapcreated', 'tablemapcreated', 'createmap'],
  'field-mappings-updated': [
    'updatefieldmappings',
    'updatecolumnmappings',
    'columnmappingsupdated',
    'fieldmappingupdated',
    'updatefieldmapping',
  ],
  run: ['started', 'start'],
  'initial-sync-started': ['startinitialsync', 'initialwritesstarted'],
  'initial-sync-completed': ['completeinitialsync', 'initialwritescompleted'],
  paused: ['pause'],
  'queue-measured': [],
  resumed: ['resume'],
  'catch-up-started': ['startcatchup'],
  'catch-up-completed': ['completecatchup'],
  stopped: ['stop'],
  observed: [],
  error: ['failed', 'failure', 'errored'],
};

// Safe: these are the keys of the record above.
const eventTypes = Object.keys(wordsOfTypes) as EventType[];

const typesByWords: ReadonlyMap<unknown, EventType> = new Map(
  eventTypes.flatMap((type) => [type, lettersOf(type), ...wordsOfTypes[type]].map((words) => [words, type] as const)),
);

function typeOf(words: unknown): EventType | undefined {
  return typesByWords.get(words) ?? typesByWords.get(lettersOf(words));
}

/** The letters and digits of a word or number, in lower case: `Catch-up started` is `catchupstarted`; empty for no value. */
function lettersOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' && typeof value !== 'number') return '?';
  return String(value)
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** With the numbers of the management gateway. */
const states: Readonly<Record<string, MapState>> = {
  1: 'stopped',
  stopped: 'stopped',
  2: 'initializing',
  initializing: 'initializing',
  initialsync: 'initializing',
  initialwrites: 'initializing',
  3: 'resuming',
  resuming: 'resuming',
  catchup: 'resuming',
  4: 'running',
  running: 'running',
  5: 'paused',
  paused: 'paused',
  6: 'not-running',
  notrunning: 'not-running',
};

const retryStatuses: Readonly<Record<string, RetryStatus>> = {
  '': 'not-retried',
  notretried: 'not-retried',
  notstarted: 'not-retried',
  1: 'retrying',
  retrying: 'retrying',
  waiting: 'retrying',
  inprogress: 'retrying',
  2: 'completed',
  completed: 'completed',
  3: 'failed',
  failed: 'failed',
  error: 'failed',
};

const resumeOptions: Readonly<Record<string, ResumeOption>> = {
  '': 'catch-up',
  catchup: 'catch-up',
  skippreserving: 'skip-preserving',
  skipdiscarding: 'skip-discarding',
  unknown: 'unknown',
};

function directionOf(value: unknown): InitialSyncDirection {
  const letters = lettersOf(value);
  if (letters === '1' || /^(?:finance|finops|fo|ax)/.test(letters)) return 'finops-to-dataverse';
  if (letters === '2' || /^(?:dataverse|common|cds|crm|ce)/.test(letters)) return 'dataverse-to-finops';
  return 'unknown';
}

/** A value by the words or numbers for it; own properties only. */
function meaningOf<Value>(meanings: Readonly<Record<string, Value>>, words: unknown): Value | undefined {
  if (words === undefined && !('' in meanings)) return undefined;
  const letters = lettersOf(words);
  return Object.hasOwn(meanings, letters) ? meanings[letters] : undefined;
}

/** A token must not be cut before it is recognized. */
const scrubbedLength = 4_096;
const longestMessage = 1_000;

interface Base {
  readonly map: string;
  readonly state: MapState | undefined;
  readonly id: string | undefined;
  readonly at: string;
}

/** Written out: to copy the properties takes several times as long. */
function eventOf(type: EventType, { map, state, id, at }: Base, place: Place): ActivityEvent {
  switch (type) {
    case 'map-created':
    case 'field-mappings-updated':
      return { map, type, state, id, at, version: textIn(place, 'version'), publisher: textIn(place, 'publisher') };
    case 'run':
      return { map, type, state, id, at, skipInitialSync: flagIn(place, 'skipInitialSync') };
    case 'initial-sync-started':
      return { map, type, state, id, at, ...executionIn(place) };
    case 'initial-sync-completed':
      return {
        ...{ map, type, state, id, at, ...executionIn(place), directions: listIn(place, 'directions', countsIn) },
        withErrors: flagIn(place, 'withErrors'),
      };
    case 'paused':
    case 'queue-measured':
    case 'catch-up-started':
      return { map, type, state, id, at, ...queueIn(place) };
    case 'resumed':
      return { map, type, state, id, at, ...queueIn(place), option: resumeOptionIn(place) };
    case 'catch-up-completed':
      return { map, type, state, id, at, errors: listIn(place, 'errors', catchUpErrorIn) };
    case 'stopped':
      return { map, type, state, id, at };
    case 'observed':
      return {
        ...{ map, type, state, id, at, ...queueIn(place) },
        since: instantTextIn(place, 'since'),
        lastStartedOn: instantTextIn(place, 'lastStartedOn'),
        errors: place.input.errors == null ? undefined : listIn(place, 'errors', catchUpErrorIn),
      };
    case 'error':
      return { map, type, state, id, at, message: messageIn(place), log: textIn(place, 'log') };
  }
}

function executionIn(place: Place) {
  return { executionId: textIn(place, 'executionId'), legalEntity: textIn(place, 'legalEntity') };
}

function queueIn(place: Place) {
  return { queuedBytes: countIn(place, 'queuedBytes'), queuedRecords: countIn(place, 'queuedRecords') };
}

function countsIn(place: Place): InitialSyncCounts {
  return {
    direction: directionOf(place.input.direction),
    records: countIn(place, 'records'),
    errors: countIn(place, 'errors') ?? wrong(place, 'errors', expectedCount, 0),
    topErrors: listIn(place, 'topErrors', topErrorIn),
  };
}

function topErrorIn(place: Place): InitialSyncError {
  return { message: messageIn(place), recordId: textIn(place, 'recordId') };
}

function catchUpErrorIn(place: Place): CatchUpErrorRecord {
  const id = requiredText(place, 'id');
  const message = messageIn(place);
  instantIn(place, 'createdOn');
  return {
    id,
    message,
    createdOn: place.input.createdOn as string, // safe: where it is not a text, there is an issue
    retryStatus: meaningOf(retryStatuses, place.input.retryStatus) ?? 'unknown',
  };
}

/** An object of the input, and where it is. */
interface Place {
  readonly input: Readonly<Record<string, unknown>>;
  /** `errors[0].`; empty for the event itself. */
  readonly path: string;
  readonly issues: Issue[];
}

/** Notes what was expected, and continues with a value that nobody receives. */
function wrong<Value>({ path, issues }: Place, name: string, message: string, value: Value): Value {
  issues.push({ path: `${path}${name}`, message });
  return value;
}

function requiredText(place: Place, name: string): string {
  const value = place.input[name];
  if (typeof value !== 'string') return wrong(place, name, `expected a string, found ${kindOf(value)}`, '');
  return value.trim() || wrong(place, name, 'expected text, found nothing', '');
}

/** Ids and names may be numbers. */
function textIn(place: Place, name: string): string | undefined {
  const value = place.input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.trim() || undefined;
  if (Number.isFinite(value)) return String(value);
  return wrong(place, name, `expected a string or a number, found ${kindOf(value)}`, undefined);
}

function messageIn(place: Place): string {
  const { message } = place.input;
  if (message === undefined || message === null) return '';
  if (typeof message !== 'string') return wrong(place, 'message', `expected a string, found ${kindOf(message)}`, '');
  return scrub(message.trim().slice(0, scrubbedLength)).slice(0, longestMessage);
}

/** Milliseconds. */
function instantIn(place: Place, name: string): number {
  const value = place.input[name];
  if (typeof value !== 'string') return wrong(place, name, `expected a string, found ${kindOf(value)}`, 0);
  const instant = instantOf(value);
  if (instant >= firstInstant && instant < noMoreInstants) return instant;
  return wrong(place, name, Number.isNaN(instant) ? expectedInstant : noDate, 0);
}

/** As it is written, if it is there. */
function instantTextIn(place: Place, name: string): string | undefined {
  const value = place.input[name];
  if (value === undefined || value === null) return undefined;
  instantIn(place, name);
  return value as string; // safe: where it is not a text, there is an issue
}

const expectedInstant = 'expected a date and time with a time zone, such as 2026-11-20T10:00:00Z';
const noDate = 'expected a date: the first and the last days of the calendar mean that there is none';

/** The services write the first day of year 1, or the last of year 9999, of any time zone, where they have no date. */
const firstInstant = Date.parse('0001-01-03T00:00:00Z');
const noMoreInstants = Date.parse('9999-12-30T00:00:00Z');

const expectedCount = 'expected a whole number from 0';

function countIn(place: Place, name: string): number | undefined {
  const value = place.input[name];
  if (value === undefined || value === null) return undefined;
  const count = typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : value;
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count;
  return wrong(place, name, expectedCount, undefined);
}

function flagIn(place: Place, name: string): boolean | undefined {
  const value = place.input[name] ?? undefined;
  if (value === undefined || typeof value === 'boolean') return value;
  return wrong(place, name, `expected true or false, found ${kindOf(value)}`, undefined);
}

function resumeOptionIn(place: Place): ResumeOption {
  const option = meaningOf(resumeOptions, place.input.option);
  return (
    option ?? wrong(place, 'option', 'expected one of: catch-up, skip-preserving, skip-discarding, unknown', 'catch-up')
  );
}

function listIn<Item>(place: Place, name: string, itemIn: (place: Place) => Item): readonly Item[] {
  const value = place.input[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return wrong(place, name, `expected a list, found ${kindOf(value)}`, []);
  return value.flatMap((input: unknown, index) => {
    const path = `${place.path}${name}[${index}]`;
    if (isObject(input)) return [itemIn({ input, path: `${path}.`, issues: place.issues })];
    place.issues.push({ path, message: `expected an object, found ${kindOf(input)}` });
    return [];
  });
}

function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
