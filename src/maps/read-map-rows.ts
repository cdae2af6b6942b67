import { err, fromThrowable, ok, type Result } from 'neverthrow';
import { byCodeUnits } from '../facts/by-code-units.js';
import { type Known, known } from '../facts/fact.js';
import { groupsBy } from '../facts/groups-by.js';
import { instantOf } from '../facts/instant.js';
import { guidKey, hostKey } from '../facts/keys.js';
import type { Fault } from '../fault.js';
import { isMapRow } from './is-map-row.js';
import { jsonOf } from './json.js';
import { missingPageOf } from './missing-page-of.js';
import { type Page, pagesIn } from './pages-in.js';

/**
 * Why documents are not a list of saved maps, and what to do.
 * @public
 */
export type MapRowsFault = Fault & {
  readonly whatToDo: string;
} /** `document` is the position of the document, from 0. */ & (
    | { readonly type: 'not-maps' | 'service-error'; readonly document: number }
    | { readonly type: 'several-environments'; readonly hosts: readonly string[] }
  );

/**
 * The rows of saved maps as they were saved, and whether they are all that there are: `coverage` is `partial` where a page says
 * that more rows follow and the next page is not given, where the service counts more rows than are given, or where an answer ends with
 * an error. `detail` says why.
 *
 * Pages of one list are put together in any order. A row of several pages counts once; with different contents, the one that was
 * changed later counts, otherwise the one given last, and the rows are `partial`.
 *
 * @param documents - each file, parsed as JSON: rows, one row, a response of Dataverse, a list of responses, or a fact
 *
 * @example
 * ```ts
 * const rows = readMapRows([firstPage, secondPage]);
 * rows.map(({ value, coverage }) => console.log(value.map(entityMapOf), coverage ?? 'complete'));
 * ```
 * @public
 */
export function readMapRows(documents: readonly unknown[]): Result<Known<readonly unknown[]>, MapRowsFault> {
  // Getters and proxies may throw.
  return fromThrowable(
    () => mapRowsOf(documents.map((content) => ({ content }))),
    () => notMaps(0, 'is not JSON'),
  )().andThen((rows) => rows);
}

/** A document of {@link readMapRows}. */
interface MapAnswer {
  readonly content: unknown;
  /** Why it may not have all rows, if that is known from elsewhere. */
  readonly gap?: string | undefined;
}

/** {@link readMapRows} for documents of which more is known. It throws where a getter or a proxy does. */
export function mapRowsOf(answers: readonly MapAnswer[]): Result<Known<readonly unknown[]>, MapRowsFault> {
  const pages = answers.flatMap(({ content }, index) => pagesIn(content, index));
  const stranger = strangerIn(pages) ?? failureIn(pages) ?? severalHostsIn(pages);
  if (stranger !== undefined) return err(stranger);
  const { rows, keptOf, replaced } = unseenRows(pages);
  const gaps = [
    ...pages.flatMap(({ gap }) => gap ?? []),
    ...[...groupsBy(pages, ({ context }) => context).values()].flatMap((list) => gapsOf(list, keptOf)),
    ...(replaced === 0
      ? []
      : [`${replaced} ${replaced === 1 ? 'row was' : 'rows were'} given twice with different content`]),
    ...answers.flatMap(({ gap }) => gap ?? []),
  ];
  return ok(
    gaps.length === 0 ? known(rows) : known(rows, { coverage: 'partial', detail: [...new Set(gaps)].join('; ') }),
  );
}

/** The first row that is not a map, or a page of another table. */
function strangerIn(pages: readonly Page[]): MapRowsFault | undefined {
  for (const page of pages) {
    const otherTable = otherTableIn(page.context);
    const index = otherTable === undefined ? page.rows.findIndex((row) => !isMapRow(row)) : 0;
    if (index < 0) continue;
    const because =
      otherTable === undefined
        ? `${rowInWords(page, index)}is not a table map`
        : `is not a table map, but an answer about ${otherTable}`;
    return notMaps(page.document, because);
  }
  return undefined;
}

function notMaps(document: number, because: string): MapRowsFault {
  return { type: 'not-maps', because, document, whatToDo: 'Give rows with msdyn_name and msdyn_mapping.' };
}

function rowInWords({ page, firstRow }: Page, index: number): string {
  if (firstRow === undefined) return '';
  return `${page === undefined ? '' : `page ${page}, `}row ${firstRow + index}: `;
}

/** `…/$metadata#solutions(uniquename)` */
function otherTableIn(context: string): string | undefined {
  const table = /#(?:Collection\(|Microsoft\.Dynamics\.CRM\.)*([\w.]+)/.exec(context)?.[1];
  return table === undefined || /dualwriteentitymap/i.test(context) ? undefined : table;
}

/** An error of the service is not an empty list. */
function failureIn(pages: readonly Page[]): MapRowsFault | undefined {
  const [first] = pages;
  if (first === undefined || !pages.every(({ isError }) => isError)) return undefined;
  return {
    type: 'service-error',
    because: 'is an error of the service: which maps there are is not known',
    document: first.document,
    whatToDo: 'Read the maps again.',
  };
}

function severalHostsIn(pages: readonly Page[]): MapRowsFault | undefined {
  const hosts = [
    ...new Set(pages.flatMap(({ context }) => (/^https?:/i.test(context) ? (hostKey(context) ?? []) : []))),
  ];
  if (hosts.length < 2) return undefined;
  const because = `the maps are those of several environments: ${hosts.join(', ')}`;
  return { type: 'several-environments', because, hosts, whatToDo: 'Give the maps of one environment.' };
}

interface UnseenRows {
  readonly rows: readonly unknown[];
  /** How many of them each page contributes. */
  readonly keptOf: ReadonlyMap<Page, number>;
  /** How many were given twice with different content. */
  readonly replaced: number;
}

/** The rows of one id. */
interface RowsOfId {
  /** The first page that has it. */
  readonly page: Page;
  /** Where they are in the list of all rows. */
  readonly indexes: number[];
  /** Determined when another page has the id, too. */
  contents?: Set<string | undefined>;
}

/** Every row once: a row of another page with the same id is the same row. On one page, and without an id, each is separate. */
function unseenRows(pages: readonly Page[]): UnseenRows {
  const rows: unknown[] = [];
  const keptOf = new Map<Page, number>();
  const seen = new Map<string, RowsOfId>();
  const replaced = new Set<string>();
  const keep = (row: unknown, { indexes }: Pick<RowsOfId, 'indexes'>) => indexes.push(rows.push(row) - 1);
  for (const page of pages) {
    const before = rows.length;
    for (const row of page.rows) {
      const id = idOf(row);
      const earlier = seen.get(id) ?? { page, indexes: [] };
      if (id !== '') seen.set(id, earlier);
      if (earlier.page === page) keep(row, earlier);
      else if (hasNewContent(row, earlier, rows)) {
        replaced.add(id);
        const [index = 0, second] = earlier.indexes;
        if (second !== undefined) keep(row, earlier);
        else if (isNoLater(rows[index], row)) rows[index] = row;
      }
    }
    keptOf.set(page, rows.length - before);
  }
  return { rows, keptOf, replaced: replaced.size };
}

function hasNewContent(row: unknown, earlier: RowsOfId, rows: readonly unknown[]): boolean {
  const content = contentOf(row);
  earlier.contents ??= new Set(earlier.indexes.map((index) => contentOf(rows[index])));
  const isKnown = content !== undefined && earlier.contents.has(content);
  earlier.contents.add(content);
  return !isKnown;
}

function idOf(row: unknown): string {
  const id = columnOf(row, 'msdyn_dualwriteentitymapid') ?? columnOf(row, 'id');
  return typeof id === 'string' ? guidKey(id) : '';
}

function columnOf(row: unknown, column: string): unknown {
  if (typeof row !== 'object' || row === null) return undefined;
  return Object.entries(row).find(([key]) => key.toLowerCase() === column)?.[1];
}

/** What a row says, whatever the form of its id and what OData adds; `undefined` if it is not JSON. */
function contentOf(row: unknown): string | undefined {
  const columns = Object.entries(Object(row))
    .filter(([key]) => !key.includes('@') && !idColumns.has(key.toLowerCase()))
    .sort(([a], [b]) => byCodeUnits(a, b));
  return JSON.stringify(jsonOf(Object.fromEntries(columns)));
}

const idColumns: ReadonlySet<string> = /* @__PURE__ */ new Set(['msdyn_dualwriteentitymapid', 'id']);

/** Whether the first row was not changed after the second one, as far as they say when. */
function isNoLater(one: unknown, other: unknown): boolean {
  return !(modifiedOn(one) > modifiedOn(other));
}

/** `NaN` if the row does not say it. */
function modifiedOn(row: unknown): number {
  const time = columnOf(row, 'modifiedon');
  return typeof time === 'string' ? instantOf(time) : Number.NaN;
}

/** Whether a page has all rows that are counted. Dataverse counts no further than 5,000. */
function isWholeByItself({ rows, counted, nextLink }: Page): boolean {
  return counted !== undefined && counted < 5_000 && counted <= rows.length && nextLink === undefined;
}

/** Why the pages of one list are not all of it. */
function gapsOf(pages: readonly Page[], keptOf: UnseenRows['keptOf']): readonly string[] {
  const missing = missingPageOf(pages);
  let [counted, given] = [0, 0];
  for (const page of pages) {
    if (isWholeByItself(page)) continue;
    counted = Math.max(counted, page.counted ?? 0);
    given += keptOf.get(page) ?? 0;
  }
  return [
    ...(missing === undefined ? [] : [missing]),
    ...(given < counted ? [`the service counts ${counted} rows, and ${given} were given`] : []),
  ];
}
