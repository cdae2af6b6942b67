import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import { type Coverage, type Fact, known, type Unknown, unknown } from '../../facts/fact.js';
import { issueInWords } from '../../facts/issues.js';
import { malformedBy } from '../../facts/parse-with.js';
import { quickParser } from '../../facts/quick-parser.js';
import type { Service } from './service.js';

/** The query for an entity set: only the columns that are needed. */
interface Query {
  readonly select: readonly string[];
  readonly filter?: string | undefined;
  readonly expand?: string | undefined;
}

/** How the rows of a set are taken. */
export interface RowKind<Row, T> {
  /** The columns of one row; it may contain more. */
  readonly row: z.ZodMiniType<Row>;
  /** What identifies a row: a repeated value means the same row. */
  readonly idOf: (row: Row) => string;
  /** Converts a row to the form that is kept. */
  readonly make: (row: Row) => T;
}

/** Rows that are kept unchanged. */
export function wholeRows<Row>(row: z.ZodMiniType<Row>, idOf: (row: Row) => string): RowKind<Row, Row> {
  return { row, idOf, make: (one) => one };
}

/** All rows of a set, each already converted for the fact. */
export interface Rows<T> {
  readonly rows: readonly T[];
  readonly coverage: Coverage;
  /** Why these are not all rows. */
  readonly detail?: string | undefined;
  /** Why a fact that needs all of them is not known; `malformed` by default. */
  readonly reason?: Unknown['reason'] | undefined;
}

/** More than this is not a configuration but a fault, or a table that was never cleaned up: what was read so far is partial. */
const mostPages = 2_000;

/** This many consecutive pages without a new row mean that the pages repeat. */
const mostIdlePages = 100;

/**
 * Reads every page of an entity set. Next links are followed unchanged; a link to another host, or a repeated link, is a fault.
 */
export async function readRows<Row, T>(
  service: Service,
  set: string,
  query: Query,
  kind: RowKind<Row, T>,
  signal: AbortSignal,
): Promise<Result<Rows<T>, Unknown>> {
  return readPages(service, `${set}?${queryString(query)}`, set, kind, signal);
}

/** Reads every page from one address on. */
export async function readPages<Row, T>(
  service: Service,
  firstUrl: string,
  what: string,
  { row, idOf, make }: RowKind<Row, T>,
  signal: AbortSignal,
): Promise<Result<Rows<T>, Unknown>> {
  const parsePage = quickParser(
    z.object({
      value: z.array(row),
      '@odata.count': z.nullish(z.union([z.number(), z.string()])),
      '@odata.nextLink': z.nullish(z.string()),
      '@nextLink': z.nullish(z.string()), // OData 4.01
      nextLink: z.nullish(z.string()), // Power Platform omits the prefix
    }),
    'kept',
  );
  const rows: T[] = [];
  const unseenOf = unseenRows(idOf);
  const visited = new Set<string>();
  let url = firstUrl;
  let received = 0;
  let counted = 0;
  let idlePages = 0;
  let lack: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const answer = await service.get(url, what, signal);
    if (answer.isErr()) return err(answer.error);
    const parsed = parsePage(answer.value.json);
    if (!parsed.success)
      return err(unknown('malformed', `${what}: ${issueInWords(malformedBy(parsed.error).issues[0])}`));
    const { value, '@odata.count': count, ...links } = parsed.data;
    const unseen = unseenOf(value);
    for (const one of unseen) rows.push(make(one));
    received += value.length;
    counted = Math.max(counted, Number(count ?? 0) || 0);
    const link = links['@odata.nextLink'] ?? links['@nextLink'] ?? links.nextLink ?? '';
    lack ??= answer.value.lack;
    if (link === '' && lack !== undefined) return ok({ ...inPart(rows, lack), reason: 'not-provided' });
    if (link === '') return ok(asWhole(rows, received, counted));
    if (pages === mostPages) return ok(inPart(rows, `it has more than ${mostPages} pages: the others were not read`));
    const next = nextUrl(link, answer.value.url);
    if (next === undefined)
      return err(unknown('malformed', `${what}: the link to the next page leads to another host`));
    visited.add(answer.value.url);
    if (visited.has(next)) return err(unknown('malformed', `${what}: the link to the next page is repeated`));
    idlePages = unseen.length > 0 ? 0 : idlePages + 1;
    if (idlePages === mostIdlePages) return err(unknown('malformed', `${what}: the pages continue without new rows`));
    url = next;
  }
}

/**
 * The rows of each page that have not been seen before. Pages overlap when rows are added while they are read, so an id of an
 * earlier page is the same row; on one page, only identical rows are the same. A row without an id is always a separate row.
 */
function unseenRows<Row>(idOf: (row: Row) => string): (page: readonly Row[]) => readonly Row[] {
  const pageOf = new Map<string, number>();
  let pages = 0;
  return (page) => {
    pages += 1;
    let firstHere: ReadonlyMap<string, Row> | undefined; // created when it is needed, which is rare
    return page.filter((row) => {
      const id = idOf(row);
      const earlier = id === '' ? undefined : pageOf.get(id);
      if (earlier === undefined) {
        pageOf.set(id, pages);
        return true;
      }
      if (earlier < pages) return false;
      firstHere ??= new Map(page.toReversed().map((one) => [idOf(one), one]));
      return JSON.stringify(firstHere.get(id)) !== JSON.stringify(row);
    });
  };
}

/** A service that counts more rows than it sends has withheld some. */
function asWhole<T>(rows: readonly T[], received: number, counted: number): Rows<T> {
  return counted > received
    ? inPart(rows, `the service counts ${counted} rows and sent ${received}`)
    : { rows, coverage: 'complete' };
}

function inPart<T>(rows: readonly T[], detail: string): Rows<T> {
  return { rows, coverage: 'partial', detail };
}

/** The fact for rows, or for the failure to read them. */
export function factOfRows<T>(result: Result<Rows<T>, Unknown>): Fact<readonly T[]> {
  return result.match(
    ({ rows, coverage, detail }) => (coverage === 'partial' ? known(rows, { coverage, detail }) : known(rows)),
    (failure) => failure,
  );
}

/** All rows or none: for lookups that must not miss a row. */
export function allRows<T>(result: Result<Rows<T>, Unknown>, what: string): Result<readonly T[], Unknown> {
  return result.andThen(({ rows, coverage, detail, reason = 'malformed' }) =>
    coverage === 'complete' ? ok(rows) : err(unknown(reason, `${what}: ${detail}`)),
  );
}

/** `column eq a or column eq b`: for ids, which need no quotes. */
export function anyOf(column: string, ids: Iterable<string>): string {
  return [...ids].map((id) => `${column} eq ${id}`).join(' or ');
}

/** Distinct ids, in lists short enough for one address. */
export function inBatches(ids: Iterable<string>, size = 40): readonly (readonly string[])[] {
  const distinct = [...new Set(ids)];
  return Array.from({ length: Math.ceil(distinct.length / size) }, (_, index) =>
    distinct.slice(index * size, (index + 1) * size),
  );
}

function queryString({ select, filter, expand }: Query): string {
  const parts = [
    `$select=${select.join(',')}`,
    ...(filter === undefined ? [] : [`$filter=${encodeURIComponent(filter)}`]),
    ...(expand === undefined ? [] : [`$expand=${encodeURIComponent(expand)}`]),
  ];
  return parts.join('&');
}

/** The address of a link in a response from `base`, unchanged if it is absolute; `undefined` if it leads to another host. */
export function nextUrl(link: string, base: string): string | undefined {
  if (!URL.canParse(link, base)) return undefined;
  const target = new URL(link, base);
  if (target.origin !== new URL(base).origin) return undefined;
  return /^https?:\/\//i.test(link) ? link : target.href; // `https:page` is relative, but only here
}
