import { fromThrowable, type Result } from 'neverthrow';
import { instantOf, isCalendarInstant, isoOf } from '../facts/instant.js';
import { scrub } from '../facts/scrub.js';
import { missingPageOf, type PlacedPage } from '../maps/missing-page-of.js';
import { type Page, pagesIn } from '../maps/pages-in.js';
import { parseSyncErrorRecord, type SyncErrorRecord, type SyncErrorRecordFault } from './record.js';
import { type ColumnMapping, columnsOf, type RowColumns, type RowProperty } from './row-columns.js';

/** What is known of rows besides the rows. */
export interface AboutRows {
  /** What each column was taken for, where the columns are not simply the properties of a row. */
  readonly columns?: ColumnMapping | undefined;
  /** What the rows would need to be whole, each a phrase. */
  readonly lacks: readonly string[];
}

/** Finds rows of sync errors in JSON of any form, and keeps what is to be said of all of them. */
export interface RowReading {
  /** What may be a row: the items of lists, envelopes, pages and facts. Any other value is one itself. */
  candidatesIn(value: unknown): readonly unknown[];
  rowOf(candidate: unknown): Result<SyncErrorRecord, SyncErrorRecordFault>;
  /** What may be a row, of a table whose cells are as many as its columns. */
  candidateOfCells(cells: readonly string[], columns: RowColumns): unknown;
  /** Adds the columns of a table, unless they are simply called like the properties of a row. */
  noteColumns(columns: RowColumns): void;
  lack(phrase: string): void;
  about(): AboutRows;
}

export function rowReading(): RowReading {
  const lacks = new Set<string>();
  const pages: (PlacedPage & Pick<Page, 'counted' | 'gap'>)[] = [];
  const columns = new Map<string, RowProperty | null>();
  const known = new Map<string, RowColumns>();
  let withoutZone = 0;

  function candidatesIn(value: unknown, depth = 0): readonly unknown[] {
    if (isPlainRow(value) || depth > mostDepth) return [value];
    if (Array.isArray(value)) {
      return value.every(isPlainRow) ? value : value.flatMap((item) => candidatesIn(item, depth + 1));
    }
    if (!isRecord(value)) return [value];
    const inner = (content: unknown) => candidatesIn(content, depth + 1);
    const { facts, syncErrors, statusCode, remainder, requests, records } = value;
    if (isRecord(facts)) return factIn(facts.syncErrors) ?? [value];
    if (isRecord(syncErrors)) return factIn(syncErrors) ?? [value];
    if (value.status === 'unknown' && typeof value.reason === 'string') return factIn(value) ?? [value];
    if (statusCode !== undefined && 'body' in value) return inner(bodyOf(value)); // Power Automate
    const listed = value.CrmRecords ?? value.crmRecords;
    if (Array.isArray(listed)) return inner(pageOfCrmRecords(value, listed)); // Get-CrmRecords of PowerShell
    if (Array.isArray(value.value)) return rowsOfPage(value).flatMap(inner);
    if (Array.isArray(remainder) && Array.isArray(requests)) return inner(rowsOfPlan(value, remainder, requests));
    return Array.isArray(records) && 'schemaVersion' in value ? inner(records) : [value];
  }

  /** The rows of a fact; none, and why, of one that is not known. `undefined`: there is no such fact. */
  function factIn(fact: unknown): readonly unknown[] | undefined {
    if (!isRecord(fact) || fact.reason === 'not-provided') return undefined;
    if (fact.status === 'known' && Array.isArray(fact.value)) return rowsOfPage(fact);
    if (fact.status !== 'unknown' || typeof fact.reason !== 'string') return undefined;
    const detail = typeof fact.detail === 'string' ? `: ${scrub(fact.detail)}` : '';
    lacks.add(`the sync errors are not known (${fact.reason}${detail})`);
    return [];
  }

  function rowsOfPage(envelope: Readonly<Record<string, unknown>>): readonly unknown[] {
    return pagesIn(envelope, 0).flatMap(({ rows, nextLink, counted, gap }) => {
      pages.push({ rows: { length: rows.length }, nextLink, counted, gap: gap && scrub(gap) });
      return rows;
    });
  }

  function bodyOf({ statusCode, body }: Readonly<Record<string, unknown>>): unknown {
    if (Number(statusCode) >= 400) {
      lacks.add(`an answer is an error of the service (status ${Number(statusCode)})`);
      return [];
    }
    return typeof body === 'string' ? parse(body).unwrapOr(body) : body;
  }

  function rowsOfPlan(
    { refused }: Readonly<Record<string, unknown>>,
    remainder: readonly unknown[],
    requests: readonly unknown[],
  ): readonly unknown[] {
    const sent = requests.reduce<number>((sum, request) => sum + (listOf(request, 'recordIds')?.length ?? 0), 0);
    if (sent > 0) lacks.add(`${sent} rows are in the requests of a plan, which has only their ids`);
    const refusals = Array.isArray(refused) ? refused : [];
    return [...remainder, ...refusals.flatMap(recordOfRefusal)];
  }

  function columnsOfRow(row: Readonly<Record<string, unknown>>): RowColumns & { readonly names: readonly string[] } {
    const names = Object.keys(row).filter((name) => !name.includes('@') && !name.endsWith('_Property'));
    const form = names.join('\n');
    let found = known.get(form);
    if (found === undefined) {
      found = columnsOf(names);
      noteColumns(found);
      if (known.size >= mostForms) known.clear();
      known.set(form, found);
    }
    return { ...found, names };
  }

  /** Columns that are called like the properties of a row need no words, unless one of them is not known. */
  function noteColumns({ mapping }: RowColumns): void {
    const entries = Object.entries(mapping);
    if (entries.every(([name, property]) => name === property)) return;
    if (entries.every(([, property]) => property === null)) return; // this is something else
    for (const [name, property] of entries) {
      const shown = scrub(name.slice(0, longestName));
      if (columns.size < mostColumns && columns.get(shown) == null) columns.set(shown, property);
    }
  }

  function rowOf(candidate: unknown): Result<SyncErrorRecord, SyncErrorRecordFault> {
    if (!isRecord(candidate)) return parseSyncErrorRecord(candidate);
    const { names, places, isInUtc } = columnsOfRow(candidate);
    const row: Record<string, unknown> = {};
    for (const [property, place] of places) row[property] = valueAt(candidate, names[place] ?? property, property);
    const createdOn = momentIn(row.createdOn, isInUtc);
    if (typeof createdOn === 'string' && Number.isNaN(instantOf(createdOn)) && isLocal.test(createdOn))
      withoutZone += 1;
    return parseSyncErrorRecord({ ...row, createdOn });
  }

  function about(): AboutRows {
    const given = pages.reduce((sum, { rows }) => sum + rows.length, 0);
    const counted = pages.reduce((most, page) => Math.max(most, page.counted ?? 0), 0);
    const missing = missingPageOf(pages) ?? pages.find(({ gap }) => gap !== undefined)?.gap;
    const all = [
      ...lacks,
      ...(missing === undefined ? [] : [missing]),
      ...(missing === undefined && counted > given ? [`${given} of ${counted} rows were given`] : []),
      ...(withoutZone === 0 ? [] : [timesWithoutZone(withoutZone)]),
    ];
    return { ...(columns.size === 0 ? {} : { columns: Object.fromEntries(columns) }), lacks: all };
  }

  return {
    candidatesIn,
    rowOf,
    candidateOfCells,
    noteColumns,
    lack: (phrase) => void lacks.add(phrase),
    about,
  };
}

/** No envelope is in so many others. */
const mostDepth = 8;
const mostForms = 1_000;
const mostColumns = 500;
const longestName = 100;

const parse = /* @__PURE__ */ fromThrowable((text: string): unknown => JSON.parse(text));

/** Whether a value is certainly a row and not what holds rows. */
export function isPlainRow(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'createdOn' in value;
}

/** An empty cell is none. */
function candidateOfCells(cells: readonly string[], { places, isInUtc }: RowColumns): unknown {
  const at = (property: RowProperty) => cells[places.get(property) ?? -1] ?? '';
  const textOrNull = (property: RowProperty) => at(property).trim() || null;
  return {
    id: textOrNull('id'),
    integrationJob: textOrNull('integrationJob'),
    entity: textOrNull('entity'),
    dataSource: textOrNull('dataSource'),
    uniqueKey: textOrNull('uniqueKey'),
    company: textOrNull('company'),
    code: textOrNull('code'),
    message: at('message'),
    category: textOrNull('category') ?? 'unknown',
    createdOn: momentIn(at('createdOn'), isInUtc),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(holder: unknown, name: string): readonly unknown[] | undefined {
  const value = isRecord(holder) ? holder[name] : undefined;
  return Array.isArray(value) ? value : undefined;
}

/** A duplicate is among the other rows. */
function recordOfRefusal(refusal: unknown): readonly unknown[] {
  return isRecord(refusal) && refusal.type !== 'duplicate' && isRecord(refusal.record) ? [refusal.record] : [];
}

/** `NextPage` says that more follow; `Count` is that of the page. */
function pageOfCrmRecords({ NextPage }: Readonly<Record<string, unknown>>, value: readonly unknown[]): unknown {
  return NextPage === true ? { value, nextLink: 'NextPage' } : { value };
}

/** PowerShell keeps the value behind a shown text beside it; Dataverse keeps the words of a choice beside its number. */
function valueAt(row: Readonly<Record<string, unknown>>, name: string, property: RowProperty): unknown {
  const value = row[name];
  if (property === 'createdOn') {
    const exact = row[`${name}_Property`];
    return isRecord(exact) && 'Value' in exact ? exact.Value : value;
  }
  if (property !== 'category' || typeof value !== 'number') return value;
  const words = row[`${name}@OData.Community.Display.V1.FormattedValue`];
  return typeof words === 'string' ? words : String(value);
}

/** A time in other spellings that leave no doubt, in ISO 8601; what has no time zone remains as it is. */
function momentIn(value: unknown, isInUtc: boolean): unknown {
  if (isRecord(value)) return 'value' in value ? momentIn(value.value, isInUtc) : value; // a date of PowerShell 5.1
  if (typeof value !== 'string' || !Number.isNaN(instantOf(value))) return value;
  const text = value.trim();
  const milliseconds = Number(/^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/.exec(text)?.[1] ?? Number.NaN);
  if (isCalendarInstant(milliseconds)) return isoOf(milliseconds);
  const [, day, minute = '', second = ':00', zone] = isoLike.exec(isInUtc ? dayLast(text) : text) ?? [];
  if (day === undefined || (zone === undefined && !isInUtc)) return text;
  const offset = zone === undefined || /^(?:z|utc)$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return `${day}T${minute}${second}${offset}`;
}

/** `14.01.2026 10:00`, as Excel writes it where the day comes first: between periods it always does. */
function dayLast(text: string): string {
  return text.replace(/^(\d\d?)\.(\d\d?)\.(\d{4})(?=[ T])/, (_, day, month, year) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );
}

const isoLike = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(?: ?([Zz]|UTC|[+-]\d\d:?\d\d))?$/;

/** A date and a time that may be one of any zone. */
const isLocal = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[T ,]+\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?$/;

function timesWithoutZone(count: number): string {
  const times = count === 1 ? '1 time has no time zone and is' : `${count} times have no time zone and are`;
  return `${times} not counted: write them as 2026-01-14T10:00:00Z; where they are in UTC as 2026-01-14 10:00:00 or 14.01.2026 10:00, name the column Created On (UTC)`;
}
