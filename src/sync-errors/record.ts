import { ok, type Result } from 'neverthrow';
import * as z from 'zod';
import { instantOf } from '../facts/instant.js';
import { isBlank } from '../facts/keys.js';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import type { MalformedInput } from '../fault.js';
import type { Source } from '../rules/remediation/remediation.js';

/** What the vendor says about the feature; output that people read should pass it on. */
export const syncErrorPreview: string =
  'Managing errors of dual-write async is a preview of the vendor: it can change, and is not meant for production.';

/** The article that all of this rests on. */
export const syncErrorSource: Source = { title: 'Manage errors in dual-write async', date: '2026-01-14' };

/**
 * What kind of failure an error row tells of: `application` is a rule of the business data, `system` the services themselves,
 * `concurrency` a change that a newer one has overtaken (never to be retried), `conflict` a change of both sides at once;
 * `unknown` where the row does not say.
 * @public
 */
export type SyncErrorCategory = (typeof syncErrorCategories)[number];

/** Every {@link SyncErrorCategory}. */
const syncErrorCategories = ['application', 'system', 'concurrency', 'conflict', 'unknown'] as const;

/**
 * One row of the sync errors of dual-write async (a preview feature of the vendor).
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
  /** The side that the change came from, as the row says it; `null` where it says nothing. */
  readonly dataSource: string | null;
  /** The key of the business record on the source side. */
  readonly uniqueKey: string | null;
  /** The company (legal entity); `null` for data that all companies share. */
  readonly company: string | null;
  /** Free text: the vendor lists no codes. */
  readonly code: string | null;
  /** As it stands in the row, empty where there is none; it can quote business data. */
  readonly message: string;
  readonly category: SyncErrorCategory;
  /** The moment of the error row – the business record may be much older – in ISO 8601 with a time zone. */
  readonly createdOn: string;
}

/**
 * Why input is not an error row.
 * @public
 */
export type SyncErrorRecordFault = MalformedInput;

function buildRecordSchema(): z.ZodType<SyncErrorRecord> {
  const required = z.string().trim().min(1, 'expected text, found nothing');
  const optional = z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value) => {
      const text = value?.toString();
      return isBlank(text) ? null : text.trim();
    });
  return z.object({
    id: required,
    integrationJob: required,
    entity: required,
    dataSource: optional,
    uniqueKey: optional,
    company: optional,
    code: optional,
    message: z
      .string()
      .nullish()
      .transform((value) => value ?? ''),
    category: z.string().nullish().transform(categoryOf),
    createdOn: z
      .string()
      .refine(
        (text) => !Number.isNaN(instantOf(text)),
        'expected a date and time with a time zone, such as 2026-01-14T10:00:00Z',
      ),
  });
}

/** The zod schema of an error row. */
export const syncErrorRecordSchema = /* @__PURE__ */ once(buildRecordSchema);

/**
 * Checks one untrusted error row. Ids, job, entity and `createdOn` must be there; the other fields may be absent, `null` or
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
 * A row that needs no change, or `undefined`: then the schema decides. It is here for speed alone – the schema takes longer
 * than reading the row did – and a test holds the two together.
 */
function wellFormedRecord(input: unknown): SyncErrorRecord | undefined {
  if (!isWellFormedButForItsDate(input) || Number.isNaN(instantOf(input.createdOn))) return undefined;
  return withoutExtras(input);
}

/** A row without properties that are none of a row. */
export function withoutExtras(row: SyncErrorRecord): SyncErrorRecord {
  const { id, integrationJob, entity, dataSource, uniqueKey, company, code, message, category, createdOn } = row;
  return { id, integrationJob, entity, dataSource, uniqueKey, company, code, message, category, createdOn };
}

/** Whether a row needs no change, extra properties aside, if only `createdOn` is a date: whoever needs the moment reads it once. */
export function isWellFormedButForItsDate(input: unknown): input is SyncErrorRecord {
  if (typeof input !== 'object' || input === null) return false;
  // Safe: each property is looked at before it is used.
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

/** Whether a value is text with something at both ends that is certainly no white space. */
function isTrimmed(value: unknown): value is string {
  if (typeof value !== 'string' || value === '') return false;
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
  const word = /^\s*(\w+?)\s*(?:failure|error)?s?\s*$/i.exec(text ?? '')?.[1]?.toLowerCase();
  return isCategory(word) ? word : 'unknown';
}
