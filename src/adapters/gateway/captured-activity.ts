// cspell:words completedwitherrors completedwithwarnings
import type { ActivityEvent, InitialSyncCounts } from '../../activity/activity-event.js';
import { readActivityEvent } from '../../activity/parse-activity-event.js';
import { instantOf, isoOf } from '../../facts/instant.js';
import { nameKey, projectKeys } from '../../facts/keys.js';
import { scrub } from '../../facts/scrub.js';
import { isRecord, listOf, propertyOf, textOf } from '../lenient-json.js';
import type { RecordedAnswer } from '../recorded/recorded-answer.js';
import { type CapturedMap, capturedMapOf, isCapturedMap } from './captured-maps.js';

/** What captured answers show of the activity of maps. */
export interface CapturedActivity {
  readonly events: readonly ActivityEvent[];
  /** What could not be understood, each a phrase. */
  readonly lacks: readonly string[];
  /** The name of the map that a project belongs to, if its map was captured too. */
  readonly nameOf: (project: string) => string | undefined;
}

/**
 * The activity that answers of the gateway show: the details of initial syncs, catch-up errors, and the requests and states of
 * maps. Answers may be in lists and envelopes. Asked for again and again, each thing counts once, as the latest answer shows it.
 *
 * Nothing is guessed. A status that is not known does not end an initial sync. A state counts from when the answer was
 * saved; where that is not known, from the last event of the map, but only if that event explains it.
 *
 * No public source shows the properties of catch-up errors: what has `retryStatus`, an id and the time of its creation is one.
 */
export function capturedActivityOf(answers: readonly RecordedAnswer[]): CapturedActivity {
  const found = new Found();
  const inOrder = [...answers].sort((a, b) => timeOf(a) - timeOf(b) || 0); // without times, in the order that they have
  for (const { status, body, at } of inOrder) {
    if (status >= 200 && status < 300) found.collect(body, { at, project: undefined }, 0);
  }
  return activityOf(found);
}

/** Whether a value has details of initial syncs or catch-up errors; captured maps alone do not count. */
export function hasCapturedActivity(value: unknown): boolean {
  const found = new Found();
  found.collect(value, { at: undefined, project: undefined }, 0);
  return found.executions.size > 0 || found.errors.size > 0;
}

function timeOf({ at = Number.NEGATIVE_INFINITY }: RecordedAnswer): number {
  return at;
}

/** Where a thing was found: the time of its answer, and the project of the envelope. */
interface Place {
  readonly at: number | undefined;
  readonly project: string | undefined;
}

interface Thing extends Place {
  readonly value: unknown;
}

interface FoundMap extends CapturedMap {
  readonly detail: unknown;
  readonly at: number | undefined;
}

/** How deep answers may be wrapped: a list of files, of envelopes, of lists. */
const deepest = 6;

/** The things in answers, each as it was found last. */
class Found {
  readonly executions = new Map<string, Thing>();
  readonly errors = new Map<string, Thing>();
  readonly maps = new Map<string, FoundMap>();

  collect(value: unknown, place: Place, depth: number): void {
    if (depth > deepest || typeof value !== 'object') return;
    if (Array.isArray(value)) for (const item of value) this.collect(item, place, depth + 1);
    else if (isCapturedMap(value)) this.#addMap(value, place);
    else if (isCatchUpError(value)) this.#addError({ ...place, value });
    else if (isRecord(value) && typeof value.map !== 'string') {
      // What names its map is an event, or the activity of a map: those hold such errors too, and are not captures.
      const inside = { ...place, project: projectOf(value) ?? place.project };
      const executions = propertyOf(value, 'projectExecutionResponses');
      if (Array.isArray(executions))
        for (const execution of executions) this.#addExecution({ ...inside, value: execution });
      else for (const item of Object.values(value)) this.collect(item, inside, depth + 1);
    }
  }

  #addMap(value: unknown, { at }: Place): void {
    const map = capturedMapOf(value);
    if (map !== undefined) this.maps.set(nameKey(map.name), { ...map, detail: propertyOf(value, 'detail'), at });
  }

  #addError(thing: Thing): void {
    const key = [projectOf(thing.value) ?? thing.project ?? '', idOf(thing.value) ?? `at ${this.errors.size}`];
    this.errors.set(JSON.stringify(key.map(nameKey)), thing);
  }

  #addExecution(thing: Thing): void {
    const { value, project = '' } = thing;
    const key = textOf(value, 'responseId') ?? [project, legalEntityOf(value), textOf(value, 'submittedOn')].join(' ');
    this.executions.set(nameKey(key), thing);
  }
}

function projectOf(value: unknown): string | undefined {
  return textOf(value, 'projectName') ?? textOf(value, 'pid');
}

function legalEntityOf(execution: unknown): string | undefined {
  return textOf(execution, 'legalEntityName') ?? textOf(execution, 'legalEntityId');
}

function isCatchUpError(value: unknown): boolean {
  return (
    isRecord(value) &&
    propertyOf(value, 'retryStatus') !== undefined &&
    createdOnOf(value) !== undefined &&
    idOf(value) !== undefined
  );
}

function idOf(error: unknown): string | undefined {
  return textOf(error, 'id') ?? textOf(error, 'recordId') ?? textOf(error, 'errorId');
}

function createdOnOf(error: unknown): string | undefined {
  return textOf(error, 'createdOn') ?? textOf(error, 'createdDateTime') ?? textOf(error, 'createdTime');
}

function activityOf(found: Found): CapturedActivity {
  const made = new Made(found.maps);
  for (const execution of found.executions.values()) made.addExecution(execution);
  for (const map of found.maps.values()) made.addRequests(map);
  made.addCatchUpErrors(found.errors.values());
  for (const map of found.maps.values()) made.addState(map);
  return {
    events: [...made.beginnings(), ...made.events],
    lacks: made.lacks(),
    nameOf: (project) => made.nameOf(project),
  };
}

/** Events that are made of what was found, and what could not be understood. */
class Made {
  readonly events: ActivityEvent[] = [];
  readonly #lacks = new Map<string, number>();
  /** The names of the maps by their projects, and by the GUIDs in the names of those; `undefined` where several have one. */
  readonly #names = new Map<string, string | undefined>();
  /** The latest event of each map, in milliseconds, and the states that the latest explains. */
  readonly #latest = new Map<string, { readonly instant: number; readonly explains: readonly string[] }>();
  /** The first event of each map. */
  readonly #first = new Map<string, { readonly event: ActivityEvent; readonly instant: number }>();
  readonly #synced = new Set<string>();

  constructor(maps: ReadonlyMap<string, FoundMap>) {
    for (const { name, projectName } of maps.values()) {
      const { key, parts } = projectKeys(projectName ?? '');
      for (const one of [key, ...parts]) this.#names.set(one, this.#names.has(one) ? undefined : name);
    }
  }

  lacks(): readonly string[] {
    return Array.from(this.#lacks, ([phrase, count]) => (count === 1 ? phrase : `${phrase} (${count} times)`));
  }

  /** A capture does not begin when the map did: that it was there before, without a state, is not a gap in a log. */
  beginnings(): readonly ActivityEvent[] {
    return Array.from(this.#first.values(), ({ event }) => event)
      .filter(({ type }) => type !== 'observed')
      .map(({ map, at }) => ({ type: 'observed', map, at }));
  }

  addExecution({ value, project }: Thing): void {
    const map = this.#mapOf(projectOf(value) ?? project, 'an initial sync');
    if (map === undefined) return;
    this.#synced.add(nameKey(map));
    const execution = { map, executionId: textOf(value, 'responseId'), legalEntity: legalEntityOf(value) };
    const what = 'an initial sync';
    const submittedOn = textOf(value, 'submittedOn');
    if (submittedOn !== undefined) {
      this.#add({ ...execution, type: 'initial-sync-started', at: submittedOn }, what, ['initializing']);
    }
    const end = endOf(value);
    if (end === 'not-known') {
      this.#note(
        `${what}: whether it has ended (the status ${wordFor(propertyOf(value, 'executionStatus'))} is not known)`,
      );
    }
    if (end !== 'ended' && end !== 'ended-with-errors') return;
    const withErrors = end === 'ended-with-errors' || (countOf(value, 'errorCount') ?? 0) > 0;
    const ended = { ...execution, type: 'initial-sync-completed', at: textOf(value, 'lastExecutionStatusChangeOn') };
    this.#add({ ...ended, directions: directionsOf(value), ...(withErrors ? { withErrors } : {}) }, what);
  }

  addRequests({ name: map, detail }: FoundMap): void {
    const requests = [...listOf(detail, 'lastRequests'), propertyOf(detail, 'lastRequest')].filter(isRecord);
    const byId = new Map(requests.map((request, index) => [textOf(request, 'requestId') ?? `at ${index}`, request]));
    for (const request of byId.values()) this.#addRequest(request, map);
  }

  /** A request that waits has done nothing yet. */
  #addRequest(request: Readonly<Record<string, unknown>>, map: string): undefined {
    const what = 'a request of a map';
    const state = meaningOf(requestStates, request, 'state');
    if (state === undefined)
      return this.#note(`${what}: its state ${wordFor(propertyOf(request, 'state'))} is not known`);
    const id = textOf(request, 'requestId');
    const createdOn = textOf(request, 'createdOn');
    if (state === 'failed') {
      const message = textOf(request, 'errorMessage');
      const log = textOf(request, 'errorUri');
      const failed = { type: 'error', map, id, at: textOf(request, 'modifiedOn') ?? createdOn, message };
      return this.#add({ ...failed, log: log === undefined ? undefined : scrub(log) }, what);
    }
    if (state === 'waiting') return;
    const action = meaningOf(actions, request, 'action');
    if (action === undefined)
      return this.#note(`${what}: the action ${wordFor(propertyOf(request, 'action'))} is not known`);
    // Its executions say more.
    if (action === 'initial-sync-started' && this.#synced.has(nameKey(map))) return;
    const option = action === 'resumed' ? { option: 'unknown' } : {};
    this.#add({ type: action, map, id, at: createdOn, ...option }, what, explained[action]);
  }

  /** One event of each map, as of its latest answer. */
  addCatchUpErrors(errors: Iterable<Thing>): void {
    const byMap = new Map<string, { at: number; readonly errors: object[] }>();
    for (const { value, at, project } of errors) {
      const map = this.#mapOf(projectOf(value) ?? project, 'a catch-up error');
      const createdOn = createdOnOf(value) ?? '';
      const created = instantOf(createdOn);
      if (map === undefined) continue;
      if (Number.isNaN(created)) {
        this.#note('a catch-up error: when it was created, with a time zone');
        continue;
      }
      const seen = byMap.get(map) ?? { at: Number.NEGATIVE_INFINITY, errors: [] };
      byMap.set(map, seen);
      const changed = ['modifiedOn', 'lastRetriedOn'].map((name) => instantOf(textOf(value, name) ?? ''));
      seen.at = Math.max(seen.at, ...[at ?? created, created, ...changed].filter((one) => !Number.isNaN(one)));
      const message = textOf(value, 'message') ?? textOf(value, 'errorMessage');
      seen.errors.push({ id: idOf(value), message, createdOn, retryStatus: propertyOf(value, 'retryStatus') });
    }
    for (const [map, seen] of byMap) {
      this.#add({ type: 'observed', map, at: isoOf(seen.at), errors: seen.errors }, 'the catch-up errors of a map');
    }
  }

  addState({ name: map, state, at }: FoundMap): undefined {
    if (state === 'unknown') return this.#note('the state of a map');
    const latest = this.#latest.get(nameKey(map));
    if (at === undefined && latest === undefined) return this.#note('when the state of a map was seen');
    if (at === undefined && hasLimit.has(state) && latest?.explains.includes(state) !== true) {
      return this.#note(`since when a map is ${state}`);
    }
    const seenAt = isoOf(at ?? latest?.instant ?? 0);
    // Without a time of its own, it is the state that the latest event has led to.
    this.#add({ type: 'observed', map, at: seenAt, state }, 'the state of a map');
  }

  #mapOf(project: string | undefined, what: string): string | undefined {
    if (project === undefined) this.#note(`${what}: which map it belongs to`);
    else return this.nameOf(project) ?? project;
  }

  nameOf(project: string): string | undefined {
    return this.#names.get(projectKeys(project).key);
  }

  #add(event: Readonly<Record<string, unknown>>, what: string, explains: readonly string[] = []): undefined {
    const read = readActivityEvent(event);
    if ('issues' in read) {
      const [{ path, message }] = read.issues;
      return this.#note(`${what}: ${path}: ${message}`);
    }
    this.events.push(read.event);
    const key = nameKey(read.event.map);
    const first = this.#first.get(key);
    if (first === undefined || read.instant < first.instant) this.#first.set(key, read);
    const latest = this.#latest.get(key);
    if (latest === undefined || read.instant >= latest.instant)
      this.#latest.set(key, { instant: read.instant, explains });
  }

  #note(phrase: string): undefined {
    this.#lacks.set(phrase, (this.#lacks.get(phrase) ?? 0) + 1);
  }
}

/** The numbers of the management gateway, and their names. */
const requestStates: Readonly<Record<string, 'waiting' | 'completed' | 'failed'>> = {
  1: 'waiting',
  waiting: 'waiting',
  2: 'completed',
  completed: 'completed',
  3: 'failed',
  error: 'failed',
};

type Action = 'run' | 'stopped' | 'paused' | 'resumed' | 'initial-sync-started';

const actions: Readonly<Record<string, Action>> = {
  1: 'run',
  start: 'run',
  4: 'stopped',
  stop: 'stopped',
  5: 'paused',
  pause: 'paused',
  6: 'resumed',
  resume: 'resumed',
  8: 'initial-sync-started',
  initialsync: 'initial-sync-started',
};

/** The states with a limit in time that an action leads to. */
const explained: Readonly<Record<Action, readonly string[]>> = {
  run: ['initializing'],
  'initial-sync-started': ['initializing'],
  paused: ['paused'],
  resumed: ['resuming'],
  stopped: [],
};

/** A map must not be in these for long, so it matters since when it is. */
const hasLimit: ReadonlySet<string> = new Set(['initializing', 'paused', 'resuming']);

/** Whether an execution has ended; the words are those of the Dual-write page and of the projects of Data Integrator. */
const ends: Readonly<Record<string, 'running' | 'ended' | 'ended-with-errors'>> = {
  running: 'running',
  inprogress: 'running',
  executing: 'running',
  queued: 'running',
  submitted: 'running',
  waiting: 'running',
  notstarted: 'running',
  completed: 'ended',
  succeeded: 'ended',
  error: 'ended-with-errors',
  failed: 'ended-with-errors',
  warning: 'ended-with-errors',
  completedwitherrors: 'ended-with-errors',
  completedwithwarnings: 'ended-with-errors',
};

function endOf(execution: unknown): 'running' | 'ended' | 'ended-with-errors' | 'not-known' {
  const isRunning = listOf(execution, 'taskExecutionStatuses').some((task) => propertyOf(task, 'isRunning') === true);
  const end = meaningOf(ends, execution, 'executionStatus');
  if (isRunning) return end === undefined || end === 'running' ? 'running' : 'not-known';
  return end ?? 'not-known';
}

function meaningOf<Value>(meanings: Readonly<Record<string, Value>>, holder: unknown, name: string): Value | undefined {
  const value = propertyOf(holder, name);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const letters = String(value)
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(meanings, letters) ? meanings[letters] : undefined;
}

/** A word of the capture that may be repeated: short, of letters and digits. */
function wordFor(value: unknown): string {
  const word = typeof value === 'number' ? String(value) : value;
  return typeof word === 'string' && /^[a-z][a-z ]{0,30}$|^-?\d{1,6}$/i.test(word) ? word : 'in it';
}

/** By direction if all is counted there; else the counts of the whole. */
function directionsOf(execution: unknown): readonly object[] {
  const legs = listOf(execution, 'taskExecutionStatuses').flatMap((task) => listOf(task, 'legs'));
  const counted = legs.flatMap((leg) => countsOf(leg) ?? []);
  if (counted.length === legs.length && legs.length > 0) return counted;
  const errors = countOf(execution, 'errorCount');
  if (errors === undefined) return [];
  return [
    { direction: 'unknown', records: countOf(execution, 'upsertCount'), errors, topErrors: legs.flatMap(errorsOf) },
  ];
}

function countsOf(leg: unknown): Readonly<Record<keyof InitialSyncCounts, unknown>> | undefined {
  const errors = [countOf(leg, 'exportRecordErrorCount'), countOf(leg, 'importRecordsErrorCount')];
  if (errors[1] === undefined) return undefined;
  const [inserted, updated] = [countOf(leg, 'importRecordsInsertedCount'), countOf(leg, 'importRecordsUpdatedCount')];
  return {
    direction: directionOf(textOf(leg, 'displayName') ?? ''),
    records: inserted === undefined || updated === undefined ? undefined : inserted + updated,
    errors: errors.reduce((sum = 0, count = 0) => sum + count),
    topErrors: errorsOf(leg),
  };
}

/** `From AX Customers V3 to CRM accounts`: the side that it begins with. */
function directionOf(displayName: string): InitialSyncCounts['direction'] {
  const side = /^(?:executed leg:\s*)?from\s+(ax|crm|cds)\b/i.exec(displayName)?.[1]?.toLowerCase();
  if (side === undefined) return 'unknown';
  return side === 'ax' ? 'finops-to-dataverse' : 'dataverse-to-finops';
}

/** The page shows five of each. */
const mostErrors = 100;

/** The errors of single records; without any, what the leg itself says of its failure. */
function errorsOf(leg: unknown): readonly object[] {
  const errors = [
    ...listOf(leg, 'exportErrors').slice(0, mostErrors),
    ...listOf(leg, 'importErrors').slice(0, mostErrors),
  ];
  const details = textOf(leg, 'details');
  if (errors.length === 0 && details !== undefined && meaningOf(ends, leg, 'status') === 'ended-with-errors') {
    return [{ message: details }];
  }
  return errors.map((error) => ({ message: textOf(error, 'errorMessage'), recordId: textOf(error, 'recordId') }));
}

function countOf(holder: unknown, name: string): number | undefined {
  const value = propertyOf(holder, name);
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}
