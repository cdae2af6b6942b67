import { instantOf, instantOfBound } from '../facts/instant.js';
import { guidKey, nameKey } from '../facts/keys.js';
import { problemCache } from './diagnosis-cache.js';
import type { SyncErrorCategory, SyncErrorRecord } from './record.js';

/**
 * Which error rows to select. Every given property must match; properties that are left out do not restrict. Names and keys are
 * compared without letter case and surrounding blanks.
 * @public
 */
export interface SyncErrorFilter {
  /**
   * Rows written at this time or later (inclusive): a `Date`, ISO 8601 with a time zone, with seconds or without, or a day
   * such as `2026-01-14`, which means midnight in UTC.
   */
  readonly from?: string | Date | undefined;
  /** Rows written before this time (exclusive), so that adjacent ranges do not share rows. */
  readonly to?: string | Date | undefined;
  readonly integrationJob?: string | readonly string[] | undefined;
  readonly entity?: string | readonly string[] | undefined;
  /** `null` selects rows without one; the same applies to company and key. */
  readonly dataSource?: string | null | readonly (string | null)[] | undefined;
  readonly company?: string | null | readonly (string | null)[] | undefined;
  /** The key of the business record on the source side. */
  readonly uniqueKey?: string | null | readonly (string | null)[] | undefined;
  /** The ids of error rows. */
  readonly id?: string | readonly string[] | undefined;
  readonly category?: SyncErrorCategory | readonly SyncErrorCategory[] | undefined;
  /**
   * The known problem that a row reports, as {@link summarizeSyncErrors} counts it: the id of a topic, or a code; `null` selects rows
   * that report none.
   */
  readonly problem?: string | null | readonly (string | null)[] | undefined;
  /** Text that the message, code, key, entity or company contains, ignoring letter case. */
  readonly text?: string | undefined;
  /** The ids of rows that were dismissed: they are never selected. */
  readonly dismissed?: Iterable<string> | undefined;
}

/**
 * Selects error rows, in their original order. The time is that of the error row.
 *
 * Dual-write async is a preview feature. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @returns an array for an iterable; an async iterable, which holds one row at a time, for an async iterable
 * @throws RangeError, at once, if `from` or `to` is not a date: a mistake of the caller, which must not look like "no errors"
 *
 * @example
 * ```ts
 * selectSyncErrors(records, { from: '2026-01-14', to: '2026-01-15', entity: 'Customers V3', dismissed });
 * ```
 * @public
 */
export function selectSyncErrors(
  records: Iterable<SyncErrorRecord>,
  filter: SyncErrorFilter,
): readonly SyncErrorRecord[];
/** The same, one row at a time. @public */
export function selectSyncErrors(
  records: AsyncIterable<SyncErrorRecord>,
  filter: SyncErrorFilter,
): AsyncIterable<SyncErrorRecord>;
export function selectSyncErrors(
  records: Iterable<SyncErrorRecord> | AsyncIterable<SyncErrorRecord>,
  filter: SyncErrorFilter,
): readonly SyncErrorRecord[] | AsyncIterable<SyncErrorRecord> {
  const isWanted = matchesFilter(filter);
  if (Symbol.asyncIterator in records) return wantedOf(records, isWanted);
  const wanted: SyncErrorRecord[] = [];
  for (const record of records) if (isWanted(record)) wanted.push(record);
  return wanted;
}

/**
 * The error rows of one business record, by its key on the source side and its company.
 *
 * Dual-write async is a preview feature. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @param record - `company: null` searches data that all companies share; without `company`, all rows are searched
 * @returns like {@link selectSyncErrors}
 * @public
 */
export function findSyncErrors(records: Iterable<SyncErrorRecord>, record: SoughtRecord): readonly SyncErrorRecord[];
/** The same, one row at a time. @public */
export function findSyncErrors(
  records: AsyncIterable<SyncErrorRecord>,
  record: SoughtRecord,
): AsyncIterable<SyncErrorRecord>;
export function findSyncErrors(
  records: Iterable<SyncErrorRecord> | AsyncIterable<SyncErrorRecord>,
  { uniqueKey, company, dismissed }: SoughtRecord,
): readonly SyncErrorRecord[] | AsyncIterable<SyncErrorRecord> {
  const filter = { uniqueKey, company, dismissed };
  return Symbol.asyncIterator in records ? selectSyncErrors(records, filter) : selectSyncErrors(records, filter);
}

/**
 * A business record to look up in error rows.
 * @public
 */
export interface SoughtRecord {
  /** Its key on the source side. */
  readonly uniqueKey: string;
  readonly company?: string | null | undefined;
  /** The ids of rows that were dismissed. */
  readonly dismissed?: Iterable<string> | undefined;
}

async function* wantedOf(
  records: AsyncIterable<SyncErrorRecord>,
  isWanted: (record: SyncErrorRecord) => boolean,
): AsyncIterable<SyncErrorRecord> {
  for await (const record of records) if (isWanted(record)) yield record;
}

/** Whether a row matches a filter, as in {@link selectSyncErrors}. @throws RangeError if a bound is not a date */
export function matchesFilter(filter: SyncErrorFilter): (record: SyncErrorRecord) => boolean {
  const from = boundOf('from', filter.from) ?? Number.NEGATIVE_INFINITY;
  const to = boundOf('to', filter.to) ?? Number.POSITIVE_INFINITY;
  const isDated = filter.from !== undefined || filter.to !== undefined;
  const dismissed = idKeys(filter.dismissed);
  const job = oneOf(filter.integrationJob);
  const entity = oneOf(filter.entity);
  const dataSource = oneOf(filter.dataSource);
  const company = oneOf(filter.company);
  const uniqueKey = oneOf(filter.uniqueKey);
  const id = oneOf(filter.id, guidKey);
  const category = oneOf(filter.category);
  const problem = filter.problem === undefined ? undefined : reports(filter.problem);
  const text = filter.text?.trim().toLowerCase() ?? '';
  return (record) => {
    if (!(id(record.id) && category(record.category))) return false;
    if (!(job(record.integrationJob) && entity(record.entity) && dataSource(record.dataSource))) return false;
    if (!(company(record.company) && uniqueKey(record.uniqueKey))) return false;
    if (isDated) {
      const instant = instantOf(record.createdOn);
      if (!(instant >= from && instant < to)) return false;
    }
    if (text !== '' && !holds(record, text)) return false;
    if (dismissed.size > 0 && dismissed.has(guidKey(record.id))) return false;
    // Last, because it takes longest.
    return problem === undefined || problem(record);
  };
}

/** Ids of rows, to be compared with `guidKey`. */
export function idKeys(ids: Iterable<string> = []): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const id of ids) keys.add(guidKey(id));
  return keys;
}

function boundOf(name: string, bound: string | Date | undefined): number | undefined {
  if (bound === undefined) return undefined;
  const instant = instantOfBound(bound);
  if (Number.isNaN(instant)) throw new RangeError(`${name}: expected a date, or a date and time with a time zone`);
  return instant;
}

type Choice = string | null | readonly (string | null)[] | undefined;

function oneOf(choice: Choice, keyOf = nameKey): (value: string | null) => boolean {
  if (choice === undefined) return () => true;
  // A blank name counts as none.
  const keys = new Set(listOf(choice).map((name) => keyOf(name ?? '')));
  return (value) => keys.has(keyOf(value ?? ''));
}

function reports(choice: Exclude<Choice, undefined>): (record: SyncErrorRecord) => boolean {
  const isWanted = oneOf(choice);
  const problemOf = problemCache();
  return (record) => {
    const problem = problemOf(record);
    return isWanted(problem?.id ?? null) || (problem?.code !== undefined && isWanted(problem.code));
  };
}

function listOf<Name>(choice: Name | readonly Name[]): readonly Name[] {
  return Array.isArray(choice) ? choice : [choice as Name]; // Safe: a name is not a list.
}

function holds({ message, code, uniqueKey, entity, company }: SyncErrorRecord, text: string): boolean {
  return [message, code, uniqueKey, entity, company].some((part) => part?.toLowerCase().includes(text));
}
