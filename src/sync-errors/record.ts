import { ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import { instantOf } from '../facts/instant.js';
import { isBlank } from '../facts/keys.js';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import type { MalformedInput } from '../fault.js';
import type { Source } from '../rules/remediation/remediation.js';

export { syncErrorPreview } from './sync-error-preview.js';

/** The article that all of this is based on. */
export const syncErrorSource: Source = { title: 'Manage errors in dual-write async', date: '2026-01-14' };

/**
 * The kind of failure of an error row: `application` is a rule of the business data, `system` the services themselves,
 * `concurrency` a change that a newer one has superseded (never retried), `conflict` a simultaneous change on both sides; `unknown` if the row does not say.
 * @public
 */
export type SyncErrorCategory = (typeof syncErrorCategories)[number];

/** Every {@link SyncErrorCategory}. */
export const syncErrorCategories = ['application', 'system', 'concurrency', 'conflict', 'unknown'] as const;

/**
 * One row of the sync errors of dual-write async (a preview feature).
 *
 * Source: *Manage errors in dual-write async*, 2026-01-14.
 * @public
 */
export interface SyncErrorRecord {
  /** The id of the error row itself. Compared without letter case, blanks and braces. */
  readonly id: string;
  /** The integration job whose map failed. */
  readonly integrationJob: string;
  readonly entity: string;
  /** The side that the change came from, as written in the row; `null` if it is not given. */
  readonly dataSource: string | null;
  /** The key of the business record on the source side. */
  readonly uniqueKey: string | null;
  /** The company (legal entity); `null` for data that all companies share. */
  readonly company: string | null;
  /** Free text: Microsoft does not list codes. */
  readonly code: string | null;
  /** As written in the row, empty if there is none; it can quote business data. */
  readonly message: string;
  readonly category: SyncErrorCategory;
  /** The time of the error row – the business record may be much older – in ISO 8601 with a time zone. */
  readonly createdOn: string;
}

/**
 * Why input is not an error row.
 * @public
 */
export type SyncErrorRecordFault = MalformedInput;

function buildRecordSchema(): z.ZodMiniType<SyncErrorRecord> {
  const required = z.string().check(z.trim(), z.minLength(1, 'expected text, found nothing'));
  const optional = z.pipe(
    z.nullish(z.union([z.string(), z.number()])),
    z.transform((value) => {
      const text = value?.toString();
      return isBlank(text) ? null : text.trim();
    }),
  );
  return z.object({
    id: required,
    integrationJob: required,
    entity: required,
    dataSource: optional,
    uniqueKey: optional,
    company: optional,
    code: optional,
    message: z.pipe(
      z.nullish(z.string()),
      z.transform((value) => value ?? ''),
    ),
    category: z.pipe(z.nullish(z.string()), z.transform(categoryOf)),
    createdOn: z
      .string()
      .check(
        z.refine(
          (text) => !Number.isNaN(instantOf(text)),
          'expected a date and time with a time zone, such as 2026-01-14T10:00:00Z',
        ),
      ),
  });
}

/** The zod schema of an error row. */
export const syncErrorRecordSchema = /* @__PURE__ */ once(buildRecordSchema);

/**
 * Checks one untrusted error row. Ids, job, entity and `createdOn` are required; the other fields may be absent, `null` or
 * blank, and numbers are taken as text. A category in words (`Application failure`) is understood, and any other text there
 * is `unknown`. Unknown extra properties are dropped.
 *
 * @returns the row, or a {@link SyncErrorRecordFault} that names every field and what was expected there
 *
 * @example
 * ```ts
 * parseSyncErrorRecord({ id: 'e1', integrationJob: 'Customers', entity: 'Customers V3', createdOn: '2026-01-14T10:00:00Z' });
 * ```
 * @public
 */
export function parseSyncErrorRecord(input: unknown): Result<SyncErrorRecord, SyncErrorRecordFault> {
  const asItStands = wellFormedRecord(input);
  if (asItStands !== undefined) return ok(asItStands);
  return parseWith(syncErrorRecordSchema(), input);
}

/**
 * A row that needs no change, or `undefined`: then the schema decides. It exists only for speed – the schema takes
 * longer than reading the row – and a test keeps the two in step.
 */
function wellFormedRecord(input: unknown): SyncErrorRecord | undefined {
  if (!isWellFormedButForItsDate(input) || Number.isNaN(instantOf(input.createdOn))) return undefined;
  return withoutExtras(input);
}

/** A row without unknown properties. */
export function withoutExtras(row: SyncErrorRecord): SyncErrorRecord {
  const { id, integrationJob, entity, dataSource, uniqueKey, company, code, message, category, createdOn } = row;
  return { id, integrationJob, entity, dataSource, uniqueKey, company, code, message, category, createdOn };
}

/** Whether a row needs no change apart from extra properties, provided that `createdOn` is a date: callers that need the time parse it once. */
export function isWellFormedButForItsDate(input: unknown): input is SyncErrorRecord {
  if (typeof input !== 'object' || input === null) return false;
  // Safe: each property is checked before it is used.
  const row = input as Readonly<Record<keyof SyncErrorRecord, unknown>>;
  return (
    isTrimmed(row.id) &&
    isTrimmed(row.integrationJob) &&
    isTrimmed(row.entity) &&
    (row.dataSource === null || isTrimmed(row.dataSource)) &&
    (row.uniqueKey === null || isTrimmed(row.uniqueKey)) &&
    (row.company === null || isTrimmed(row.company)) &&
    (row.code === null || isTrimmed(row.code)) &&
    typeof row.message === 'string' &&
    isCategory(row.category) &&
    typeof row.createdOn === 'string'
  );
}

/** Whether a value is text, not empty, that certainly has no white space at either end. */
function isTrimmed(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  return first > 32 && first < 128 && last > 32 && last < 128;
}

function isCategory(value: unknown): value is SyncErrorCategory {
  return (
    value === 'application' ||
    value === 'system' ||
    value === 'concurrency' ||
    value === 'conflict' ||
    value === 'unknown'
  );
}

function categoryOf(text: string | null | undefined): SyncErrorCategory {
  return categoryInWords(text ?? '') ?? 'unknown';
}

/** `Application failure` is `application`; `undefined` for other words. */
export function categoryInWords(text: string): SyncErrorCategory | undefined {
  const word = /^\s*(\w+?)\s*(?:failure|error)?s?\s*$/i.exec(text)?.[1]?.toLowerCase();
  return isCategory(word) ? word : undefined;
}
