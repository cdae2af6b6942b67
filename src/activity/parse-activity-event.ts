import { err, type Result } from 'neverthrow';
import * as z from 'zod';
import { instantOf } from '../facts/instant.js';
import { malformed } from '../facts/issues.js';
import { isBlank } from '../facts/keys.js';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import { scrub } from '../facts/scrub.js';
import type { MalformedInput } from '../fault.js';
import type { ActivityEvent, InitialSyncDirection, ResumeOption, RetryStatus } from './activity-event.js';
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
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return err(malformed([{ path: '', message: 'expected an object' }]));
  }
  const type = 'type' in input ? typesByWords.get(lettersOf(input.type)) : undefined;
  if (type === undefined) {
    return err(malformed([{ path: 'type', message: `expected one of: ${eventTypes.join(', ')}` }]));
  }
  return parseWith(schemas()[type], { ...input, type });
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
  error: ['failed', 'failure', 'errored'],
};

// Safe: these are the keys of the record above.
const eventTypes = Object.keys(wordsOfTypes) as EventType[];

const typesByWords: ReadonlyMap<string, EventType> = new Map(
  eventTypes.flatMap((type) => [lettersOf(type), ...wordsOfTypes[type]].map((words) => [words, type] as const)),
);

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
};

function directionOf(value: unknown): InitialSyncDirection {
  const letters = lettersOf(value);
  if (letters === '1' || /^(?:finance|finops|fo|ax)/.test(letters)) return 'finops-to-dataverse';
  if (letters === '2' || /^(?:dataverse|common|cds|crm|ce)/.test(letters)) return 'dataverse-to-finops';
  return 'unknown';
}

/** A value by the words or numbers for it; own properties only. */
function meaningOf<Value>(meanings: Readonly<Record<string, Value>>, words: unknown): Value | undefined {
  const letters = lettersOf(words);
  return Object.hasOwn(meanings, letters) ? meanings[letters] : undefined;
}

/** A token must not be cut before it is recognized. */
const scrubbedLength = 4_096;
const longestMessage = 1_000;

function buildSchemas() {
  const anything = z.unknown().optional();
  const required = z.string().trim().min(1, 'expected text, found nothing');
  const optional = z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value) => {
      const text = value?.toString();
      return isBlank(text) ? undefined : text.trim();
    });
  const message = z
    .string()
    .nullish()
    .transform((text) => scrub((text ?? '').trim().slice(0, scrubbedLength)).slice(0, longestMessage));
  const instant = z
    .string()
    .refine(
      (text) => !Number.isNaN(instantOf(text)),
      'expected a date and time with a time zone, such as 2026-11-20T10:00:00Z',
    );
  const count = z
    .union([z.number(), z.string().regex(/^\s*\d{1,15}\s*$/)], { error: 'expected a whole number from 0' })
    .transform(Number)
    .refine((number) => Number.isSafeInteger(number) && number >= 0, 'expected a whole number from 0');
  const optionalCount = count.nullish().transform((value) => value ?? undefined);
  const list = <Item extends z.ZodType>(item: Item) =>
    z
      .array(item)
      .nullish()
      .transform((items) => items ?? []);

  const base = {
    id: optional,
    map: required,
    at: instant,
    state: anything.transform((words) => meaningOf(states, words)),
  };
  const execution = { ...base, executionId: optional, legalEntity: optional };
  const queue = { ...base, queuedBytes: optionalCount, queuedRecords: optionalCount };
  const edited = { ...base, version: optional, publisher: optional };
  const paused = (type: 'paused' | 'queue-measured') => z.object({ type: z.literal(type), ...queue });
  const initialSyncCounts = z.object({
    direction: anything.transform(directionOf),
    records: optionalCount,
    errors: count,
    topErrors: list(z.object({ message, recordId: optional })),
  });
  const catchUpError = z.object({
    id: required,
    message,
    createdOn: instant,
    retryStatus: anything.transform((words) => meaningOf(retryStatuses, words) ?? 'unknown'),
  });

  return {
    'map-created': z.object({ type: z.literal('map-created'), ...edited }),
    'field-mappings-updated': z.object({ type: z.literal('field-mappings-updated'), ...edited }),
    run: z.object({
      type: z.literal('run'),
      ...base,
      skipInitialSync: z
        .boolean()
        .nullish()
        .transform((value) => value ?? undefined),
    }),
    'initial-sync-started': z.object({ type: z.literal('initial-sync-started'), ...execution }),
    'initial-sync-completed': z.object({
      type: z.literal('initial-sync-completed'),
      ...execution,
      directions: list(initialSyncCounts),
    }),
    paused: paused('paused'),
    'queue-measured': paused('queue-measured'),
    resumed: z.object({
      type: z.literal('resumed'),
      ...queue,
      option: anything
        .transform((words) => meaningOf(resumeOptions, words))
        .refine(
          (option): option is ResumeOption => option !== undefined,
          'expected one of: catch-up, skip-preserving, skip-discarding',
        ),
    }),
    'catch-up-started': z.object({ type: z.literal('catch-up-started'), ...queue }),
    'catch-up-completed': z.object({ type: z.literal('catch-up-completed'), ...base, errors: list(catchUpError) }),
    stopped: z.object({ type: z.literal('stopped'), ...base }),
    error: z.object({ type: z.literal('error'), ...base, message, log: optional }),
  } satisfies Readonly<Record<EventType, z.ZodType<ActivityEvent>>>;
}

const schemas: () => Readonly<Record<EventType, z.ZodType<ActivityEvent>>> = /* @__PURE__ */ once(buildSchemas);
