import { groupsBy } from '../../facts/groups-by.js';
import { propertyOf } from '../lenient-json.js';
import { hasInStreamError } from '../odata/in-stream-error.js';
import { recordedAddressOf } from './recorded-address.js';
import type { RecordedService } from './recorded-answer.js';
import type { SavedAnswer } from './saved-answer.js';

/** The rows of one list, from the first page that was saved on. */
export interface Listing {
  /** The page that it begins with. */
  readonly first: SavedAnswer;
  readonly rows: readonly unknown[];
  /** Why these are not all rows that the address has, if that is known. */
  readonly lack: string | undefined;
  /** The address of the page that is missing. */
  readonly nextPage: string | undefined;
}

/** What was saved about one set or function. */
export interface SavedAbout {
  readonly listings: readonly Listing[];
  /** Answers that are not rows: errors, what functions return, and answers whose body was not saved. */
  readonly others: readonly SavedAnswer[];
}

/** Finds what was saved by what it is about. */
export type SavedAnswers = (service: RecordedService, path: string) => SavedAbout;

/** Puts pages together. Of what was saved twice, the later one counts; without times, the one given last. */
export function savedAnswers(answers: readonly SavedAnswer[]): SavedAnswers {
  const groups = groupsBy(distinct(answers), ({ service, path }) => keyOf(service, path));
  const found = new Map<string, SavedAbout>();
  return (service, path) => {
    const key = keyOf(service, path);
    const known = found.get(key);
    if (known !== undefined) return known;
    const group = groups.get(key) ?? [];
    const about = { listings: listingsOf(group), others: group.filter(({ rows }) => rows === undefined) };
    found.set(key, about);
    return about;
  };
}

function keyOf(service: RecordedService, path: string): string {
  return `${service} ${path}`;
}

/** Without an address, a page is recognized by its link to the next one. */
function distinct(answers: readonly SavedAnswer[]): readonly SavedAnswer[] {
  const kept = new Map<unknown, SavedAnswer>();
  for (const answer of answers) {
    const key = identityOf(answer);
    const earlier = kept.get(key);
    if (earlier !== undefined && !replaces(answer, earlier)) continue;
    kept.delete(key); // the one that counts is last
    kept.set(key, answer);
  }
  return [...kept.values()];
}

function identityOf(answer: SavedAnswer): unknown {
  const { service, path, query, link } = answer;
  if (query !== undefined) return `${keyOf(service, path)} ${addressKey(query)}`;
  return link === undefined ? answer : `${keyOf(service, path)} ${link}`;
}

/** Whether two addresses ask for the same of one set. */
export function isSameQuery(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return addressKey(a) === addressKey(b);
}

function addressKey(query: Readonly<Record<string, string>>): string {
  return JSON.stringify(
    Object.entries(query)
      .map(([name, value]) => [name, value.trim()])
      .sort(),
  );
}

/** A body that was not saved says nothing about the one that was. */
function replaces(answer: SavedAnswer, earlier: SavedAnswer): boolean {
  if ((answer.body === undefined) !== (earlier.body === undefined)) return answer.body !== undefined;
  return answer.at === undefined || earlier.at === undefined || answer.at >= earlier.at;
}

function listingsOf(group: readonly SavedAnswer[]): readonly Listing[] {
  const pages = group.filter(({ rows }) => rows !== undefined);
  const byAddress = new Map(group.flatMap((page) => (page.query ? [[addressKey(page.query), page] as const] : [])));
  const loose = groupsBy(
    pages.filter(({ query }) => query === undefined),
    ({ shape }) => shape,
  );
  const all = [...loose.values()].flat();
  const byStart = new Map(
    all.flatMap((page) => (page.link ? [[`${startOf(page)} ${page.shape}`, page] as const] : [])),
  );
  // Each continues one list at most.
  const lastPages = new Map(
    [...loose].map(([shape, alike]) => [shape, alike.filter(({ link }) => link === undefined)]),
  );
  const taken = new Set<SavedAnswer>();
  const addressed = pages.filter(({ query }) => query !== undefined && query.$skiptoken === undefined).map(follow);
  const unaddressed = [...loose.values()].flatMap((alike) =>
    firstPages(alike)
      .filter((page) => !taken.has(page))
      .map(follow),
  );
  // Pages in the middle or at the end of a list whose beginning is not there.
  const rest = pages.filter((page) => !taken.has(page));
  return [
    ...rest.map((page) => listing([page], 'one page of several was given', undefined)),
    ...unaddressed,
    ...addressed,
  ];

  function follow(first: SavedAnswer): Listing {
    const chain: [SavedAnswer, ...SavedAnswer[]] = [first];
    const inChain = new Set(chain);
    taken.add(first);
    for (let page = first; page.link !== undefined; ) {
      const next = pageAfter(page);
      if (next?.rows === undefined || inChain.has(next))
        return listing(chain, 'more rows follow on a page that was not given', absolute(page));
      chain.push(next);
      inChain.add(next);
      taken.add(next);
      page = next;
    }
    return listing(chain, undefined, undefined);
  }

  function pageAfter(page: SavedAnswer): SavedAnswer | undefined {
    const address = recordedAddressOf(absolute(page) ?? '');
    const named = address && byAddress.get(addressKey(address.query));
    if (named !== undefined) return named;
    const position = positionOf(page);
    const linked = byStart.get(`${position} ${page.shape}`);
    if (position !== undefined && linked !== undefined && !taken.has(linked)) return linked;
    const ends = lastPages.get(page.shape) ?? [];
    while (ends.length > 0) {
      const end = ends.pop();
      if (end !== undefined && !taken.has(end)) return end;
    }
    return undefined;
  }
}

/** Without its address, a page is the first one if its link says so, or if it is the only one with a link, or if none has. */
function firstPages(alike: readonly SavedAnswer[]): readonly SavedAnswer[] {
  const linked = alike.filter(({ link }) => link !== undefined);
  if (linked.length === 0) return alike;
  return linked.length === 1 ? linked : linked.filter((page) => ['page 1', 'row 0'].includes(startOf(page) ?? ''));
}

function listing(
  pages: readonly [SavedAnswer, ...SavedAnswer[]],
  lack: string | undefined,
  nextPage: string | undefined,
): Listing {
  const [first] = pages;
  const rows = pages.length === 1 ? (first.rows ?? []) : pages.flatMap((page) => page.rows ?? []);
  const counted = Math.max(...pages.map(({ body }) => countIn(body)));
  const lacks = [
    ...pages.flatMap((page) => page.lack ?? []),
    ...(pages.some(({ body }) => hasInStreamError(body)) ? ['an answer ends with an error: rows are missing'] : []),
    ...(lack === undefined ? [] : [lack]),
    ...(lack === undefined && counted > rows.length
      ? [`the service counts ${counted} rows, and ${rows.length} are given`]
      : []),
  ];
  return { first, rows, lack: lacks.length === 0 ? undefined : lacks.join('; '), nextPage };
}

function countIn(body: unknown): number {
  const count = Number(propertyOf(body, '@odata.count'));
  return Number.isFinite(count) ? count : 0;
}

function absolute({ link = '', base }: SavedAnswer): string | undefined {
  if (!URL.canParse(link, base)) return undefined;
  const target = new URL(link, base);
  return target.host === new URL(base).host ? target.href : undefined;
}

/** Where the page after this one begins, as its link says: a number of a page, or of a row. */
function positionOf(page: SavedAnswer): string | undefined {
  const query = recordedAddressOf(absolute(page) ?? '')?.query ?? {};
  const token = query.$skiptoken ?? query.$skip ?? '';
  const number = /pagenumber=\W*(\d+)/i.exec(token)?.[1];
  if (number !== undefined) return `page ${number}`;
  return /^\d+$/.test(token) ? `row ${token}` : undefined;
}

/** Where this page begins, as the link to the next one says. */
function startOf(page: SavedAnswer): string | undefined {
  const [kind, number] = positionOf(page)?.split(' ') ?? [];
  if (kind === undefined) return undefined;
  return `${kind} ${Number(number) - (kind === 'page' ? 1 : (page.rows?.length ?? 0))}`;
}
