import { ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import { documentedErrorTypes, isErrorType } from '../facts/error-type.js';
import { instantOfBound } from '../facts/instant.js';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import type { MalformedInput } from '../fault.js';
import type { SyncErrorRecord } from '../sync-errors/record.js';
import { errorTypeSchema } from './alert-setting.js';

/**
 * One error that happened.
 * @public
 */
export interface SyncErrorEvent {
  /** A documented type in any spelling (`429` is `429 Too Many Requests`), or another status from 400 to 599. */
  readonly type: string;
  /** When it happened: ISO 8601 with a time zone, or milliseconds since the epoch, which are faster. */
  readonly at: string | number;
  /** The map that it happened on. */
  readonly map?: string | undefined;
}

const latestTime = 8.64e15; // the largest valid date

/** Milliseconds since the epoch; NaN for an invalid time. */
export function millisecondsOf(at: string | number): number {
  const milliseconds = typeof at === 'number' ? at : isDayAlone(at) ? Number.NaN : instantOfBound(at);
  return Math.abs(milliseconds) <= latestTime ? milliseconds : Number.NaN;
}

function isDayAlone(text: string): boolean {
  return text.length === 10;
}

/**
 * Why input is not an error event.
 * @public
 */
export type SyncErrorEventFault = MalformedInput;

const errorEventSchema = /* @__PURE__ */ once(() =>
  z.object({
    type: errorTypeSchema(),
    at: z
      .union([z.string(), z.number()])
      .check(
        z.refine((at) => !Number.isNaN(millisecondsOf(at)), 'expected ISO 8601 with a time zone, or milliseconds'),
      ),
    map: z.optional(z.string()),
  }),
);

/**
 * Untrusted input, a line of a log as parsed JSON for example, as an error event. Other content is left out.
 *
 * @returns the event, or every place that is wrong; for a type that is not known, with the nearest one
 *
 * @example
 * ```ts
 * const event = parseSyncErrorEvent(JSON.parse('{"type":"503","at":"2026-11-20T10:00:00Z"}'));
 * ```
 * @public
 */
export function parseSyncErrorEvent(input: unknown): Result<SyncErrorEvent, SyncErrorEventFault> {
  const asItStands = wellFormedEvent(input);
  return asItStands === undefined ? parseWith(errorEventSchema(), input) : ok(asItStands);
}

/**
 * An event that needs no change, or `undefined`: then the schema decides. It exists only for speed – the schema takes longer
 * than reading the line – and a test keeps the two in step.
 */
function wellFormedEvent(input: unknown): SyncErrorEvent | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  // Safe: each property is checked before it is used.
  const { type, at, map } = input as Readonly<Record<keyof SyncErrorEvent, unknown>>;
  if (typeof type !== 'string' || !(documentedTypes.has(type) || /^[45]\d\d$/.test(type))) return undefined;
  if ((typeof at !== 'string' && typeof at !== 'number') || Number.isNaN(millisecondsOf(at))) return undefined;
  if (map === undefined) return { type, at };
  return typeof map === 'string' ? { type, at, map } : undefined;
}

const documentedTypes: ReadonlySet<string> = /* @__PURE__ */ new Set(documentedErrorTypes);

/**
 * A row of the sync errors of dual-write async as an error event at its `createdOn`, with its entity as the map. Its type is its
 * code, if that is an error type such as `429`; an application failure is an `Application error`; for other rows it is the
 * status of a service that the message reports.
 *
 * Source of the categories: *Manage errors in dual-write async*, 2026-01-14. That an application failure is what alerts call
 * an application error is our reading: both are about the validation of data.
 *
 * @returns `undefined` for a row whose type is not known, such as a system failure without a status: it cannot be counted
 *
 * @example
 * ```ts
 * const events = rows.flatMap((row) => eventOfSyncError(row) ?? []);
 * ```
 * @public
 */
export function eventOfSyncError(row: SyncErrorRecord): SyncErrorEvent | undefined {
  const type = typeOfSyncError(row);
  return type === undefined ? undefined : { type, at: row.createdOn, map: row.entity };
}

function typeOfSyncError({ category, code, message }: SyncErrorRecord): string | undefined {
  if (code !== null && isErrorType(code)) return code;
  if (category === 'application') return 'Application error';
  const status = reportedStatus.exec(message)?.[1];
  return status !== undefined && isErrorType(status) ? status : undefined;
}

/** `Request failed with status code BadRequest`, `status code does not indicate success: 401`, `returned an error: (403)`. */
const reportedStatus =
  /\b(?:status code (?:does not|doesn't) indicate success:|status code:?|remote server returned an error:) \(?(\w{3,40})\b/i;
