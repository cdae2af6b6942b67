import { savedMapColumns } from '../dataverse/map-definitions.js';
import { isRecord } from '../lenient-json.js';
import type { RecordedAddress } from './recorded-answer.js';
import { isMet, type RowFilter, rowFilterOf, valueIn, valuesOf } from './row-filter.js';
import { pathKey, type SavedAnswer, shapeOf } from './saved-answer.js';
import { isSameQuery, type Listing } from './saved-answers.js';

/** A request for rows, taken apart. */
export interface Wanted {
  readonly address: RecordedAddress;
  /** As {@link pathKey} makes it. */
  readonly path: string;
  readonly columns: readonly string[];
  /** Lists inside rows. */
  readonly lists: readonly string[];
  readonly filter: RowFilter | undefined;
  /** What the context of its answer names, or of one with more columns that is listed instead of it. */
  readonly shapes: readonly string[];
}

export function wantedOf(address: RecordedAddress): Wanted {
  const { $select = '', $expand = '', $filter } = address.query;
  return {
    address,
    path: pathKey(address.path),
    columns: $select.split(',').filter((column) => column !== ''),
    lists: [...$expand.matchAll(/(?:^|,)(\w+)\(/g)].map(([, list = '']) => list),
    filter: $filter === undefined ? undefined : rowFilterOf($filter),
    shapes: [
      shapeOf([$select, $expand].filter((part) => part !== '').join()),
      ...(address.path === 'msdyn_dualwriteentitymaps' ? [shapeOf(savedMapColumns().join())] : []),
    ],
  };
}

/** A list that was saved, as the answer to a request. */
export interface Reading {
  readonly first: SavedAnswer;
  /** Whether it is of the very address that is requested. */
  readonly isExact: boolean;
  /** Why it cannot be used at all; continues "the answer that was given". */
  readonly unfit: string | undefined;
  /** The rows that were requested. */
  readonly rows: readonly unknown[];
  /** Why these are not all of them. */
  readonly lack: string | undefined;
  readonly nextPage: string | undefined;
  /** Whether it has all rows with one of the values that the filter lists. */
  readonly holdsAll: (value: string) => boolean;
}

export function readingOf(listing: Listing, wanted: Wanted): Reading {
  const { first, rows: saved, nextPage } = listing;
  const { filter } = wanted;
  const isExact = first.query !== undefined && isSameQuery(first.query, wanted.address.query);
  const rows = filter === undefined || isExact ? saved : saved.filter((row) => isMet(filter, row));
  const missing = isExact ? [] : missingIn(listing, wanted);
  const lacks = [listing.lack, ...(isExact ? [] : lacksOfAddress(listing, wanted, missing))].filter(
    (one) => one !== undefined,
  );
  const ofRows = isExact ? undefined : lackOfRows(listing, rows, wanted);
  const all = [...lacks, ...(ofRows === undefined ? [] : [ofRows])];
  return {
    first,
    isExact,
    unfit: missing.some((column) => !optionalColumns.has(column.toLowerCase()))
      ? `lacks ${missing.join(', ')}`
      : undefined,
    rows,
    lack: all.length === 0 ? undefined : all.join('; '),
    nextPage,
    holdsAll: (value) => lacks.length === 0 && holdsAll(listing, wanted, rows, value),
  };
}

/** Without these a row says less, and nothing else than with them. */
const optionalColumns: ReadonlySet<string> = new Set(
  'ismanaged name cdm_isenabledfordualwrite msdyn_name msdyn_displayname _roletemplateid_value'.split(' '),
);

/** The columns and lists that no row has; in an answer without rows, those that its address or context leaves out. */
function missingIn({ first, rows }: Listing, { columns, lists }: Wanted): readonly string[] {
  const named = new Set((first.query?.$select ?? first.shape ?? '').toLowerCase().split(/[,()]/));
  const isInRows = (column: string) => rows.some((row) => isRecord(row) && Object.hasOwn(row, column));
  const isMissing =
    rows.length > 0
      ? (column: string) => !isInRows(column) && !named.has(column.toLowerCase())
      : (column: string) => !named.has('') && !named.has(column.toLowerCase());
  const lacksList = (list: string) => !rows.every((row) => isRecord(row) && Array.isArray(row[list]));
  return [...columns.filter(isMissing), ...lists.filter(lacksList)];
}

/** What its address, or the lack of one, says against its being all rows. */
function lacksOfAddress({ first }: Listing, wanted: Wanted, missing: readonly string[]): readonly string[] {
  const { query, shape } = first;
  const without = missing.length === 0 ? [] : [`an answer was requested without ${missing.join(', ')}`];
  if (query === undefined) {
    return wanted.shapes.includes(shape ?? 'none')
      ? []
      : [...without, 'an answer was saved without its address, so it may not have all rows'];
  }
  const cut = ['$top', '$skip', '$apply', '$skiptoken'].filter((option) => query[option] !== undefined);
  const isOfOneCompany = needsAllCompanies(wanted) && query['cross-company']?.toLowerCase() !== 'true';
  return [
    ...without,
    ...cut.map((option) => `an answer was requested with ${option}`),
    ...(isOfOneCompany ? ['an answer was requested without cross-company=true'] : []),
  ];
}

function needsAllCompanies({ address, path }: Wanted): boolean {
  return address.query['cross-company'] !== undefined && !sharedSets.has(path);
}

/** Their rows belong to no company. */
const sharedSets: ReadonlySet<string> = new Set(
  ['LegalEntities', 'SysAADClients', 'DualWriteProjectConfigurations'].map(pathKey),
);

/** Why rows that were requested may have been filtered away. */
function lackOfRows({ first, rows: saved }: Listing, rows: readonly unknown[], wanted: Wanted): string | undefined {
  if (first.query === undefined) {
    const isOfAnother = wanted.filter !== undefined && saved.length > 0 && rows.length === 0;
    const isEmptyPart = wanted.filter !== undefined && !coversFilter(rows, saved, wanted);
    return isOfAnother || isEmptyPart ? 'an answer was saved without its address, which may be another one' : undefined;
  }
  const { $filter } = first.query;
  if ($filter === undefined || $filter === wanted.address.query.$filter) return undefined;
  return 'an answer was requested with $filter'; // its text may name people
}

/** Without an address: rows of several answers that have the same columns are distinguished by their values. */
function coversFilter(rows: readonly unknown[], saved: readonly unknown[], { filter }: Wanted): boolean {
  const listed = filter && valuesOf(filter);
  if (listed === undefined || rows.length === saved.length) return true;
  const present = new Set(rows.map((row) => valueIn(row, listed.column)));
  return [...listed.values].every((value) => present.has(value));
}

function holdsAll(
  { first, rows: saved }: Listing,
  { filter }: Wanted,
  rows: readonly unknown[],
  value: string,
): boolean {
  const column = filter && valuesOf(filter)?.column;
  if (column === undefined) return false;
  if (first.query === undefined) {
    return rows.length === saved.length || rows.some((row) => valueIn(row, column) === value);
  }
  const own = first.query.$filter;
  if (own === undefined) return true;
  const listed = valuesOf(rowFilterOf(own) ?? []);
  return listed?.column === column && listed.values.has(value);
}
