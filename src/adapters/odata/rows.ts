import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod';
import { type Coverage, type Fact, known, type Unknown, unknown } from '../../facts/fact.js';
import { describeIssues, issueInWords } from '../../facts/issues.js';
import { nameKey } from '../../facts/keys.js';
import { quickParser } from '../../facts/quick-parser.js';
import type { JsonAnswer, Service } from './service.js';

/** What is asked of an entity set: the columns that are needed, and no more. */
export interface Query {
  readonly select: readonly string[];
  readonly filter?: string | undefined;
  readonly expand?: string | undefined;
}

/** All rows of a set, each already made into what the fact holds. */
export interface Rows<T> {
  readonly rows: readonly T[];
  readonly coverage: Coverage;
}

/** More than this is no configuration but a fault, or a table that was never cleaned up: what was read so far is partial. */
const mostPages = 2_000;

/**
 * Reads every page of an entity set. Next links are followed as they stand; one to another host, or one that comes again, is a fault.
 *
 * @param row - the columns of one row
 * @param make - makes a row into what is kept of it; there may be more in a row than its columns
 */
export async function readRows<Row, T>(
  service: Service,
  set: string,
  query: Query,
  row: z.ZodType<Row>,
  make: (row: Row) => T,
  signal: AbortSignal,
): Promise<Result<Rows<T>, Unknown>> {
  return readPages(service, `${set}?${queryString(query)}`, set, row, make, signal);
}

/** Reads every page from one address on. */
export async function readPages<Row, T>(
  service: Service,
  firstUrl: string,
  what: string,
  row: z.ZodType<Row>,
  make: (row: Row) => T,
  signal: AbortSignal,
): Promise<Result<Rows<T>, Unknown>> {
  const parsePage = quickParser(
    z.object({
      value: z.array(row),
      '@odata.nextLink': z.string().nullish(),
      nextLink: z.string().nullish(), // Power Platform leaves the prefix out
    }),
    'kept',
  );
  const rows: T[] = [];
  const seen = new Set<string>();
  let url = firstUrl;
  for (let pages = 1; ; pages += 1) {
    const answer = await service.get(url, what, signal);
    if (answer.isErr()) return err(answer.error);
    const parsed = parsePage(answer.value.json);
    if (!parsed.success) return err(unknown('malformed', `${what}: ${issueInWords(describeIssues(parsed.error)[0])}`));
    for (const one of parsed.data.value) rows.push(make(one));
    const link = parsed.data['@odata.nextLink'] ?? parsed.data.nextLink ?? '';
    if (link === '') return ok({ rows, coverage: 'complete' });
    if (pages === mostPages) return ok({ rows, coverage: 'partial' });
    const next = nextUrl(link, answer.value);
    if (next === undefined)
      return err(unknown('malformed', `${what}: the link to the next page leads to another host`));
    seen.add(answer.value.url);
    if (seen.has(next)) return err(unknown('malformed', `${what}: the link to the next page comes again`));
    url = next;
  }
}

/** The fact that rows, or the failure to read them, amount to. */
export function factOfRows<T>(result: Result<Rows<T>, Unknown>): Fact<readonly T[]> {
  return result.match(
    ({ rows, coverage }) => (coverage === 'partial' ? known(rows, { coverage }) : known(rows)),
    (failure) => failure,
  );
}

/** All rows or none: for lookups that must not miss a row unnoticed. */
export function allRows<T>(result: Result<Rows<T>, Unknown>, what: string): Result<readonly T[], Unknown> {
  return result.andThen(({ rows, coverage }) =>
    coverage === 'complete' ? ok(rows) : err(unknown('malformed', `${what} has more pages than can be believed`)),
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

/** The link as it stands when it is absolute; `undefined` when it leaves the origin that answered. */
function nextUrl(link: string, { url }: JsonAnswer): string | undefined {
  if (!URL.canParse(link, url)) return undefined;
  const target = new URL(link, url);
  if (target.origin !== new URL(url).origin) return undefined;
  return nameKey(link).startsWith('http') ? link : target.href;
}
