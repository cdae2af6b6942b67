import type { Page } from './pages-in.js';

/** What shows the place of a page in its list. */
export interface PlacedPage extends Pick<Page, 'nextLink'> {
  readonly rows: { readonly length: number };
}

/** Which page of a list is missing, as far as the pages that are given show; `undefined` if none is known to be. */
export function missingPageOf(pages: readonly PlacedPage[]): string | undefined {
  const linked = pages.filter(({ nextLink }) => nextLink !== undefined);
  if (linked.length === 0) return undefined;
  if (linked.length === pages.length) return 'more rows follow on a page that was not given (@odata.nextLink)';
  const [byNumber, byOffset] = [linked.map(placeByNumber), linked.map(placeByOffset)];
  const isReadable = [byNumber, byOffset].some((places) => places.every((place) => place !== undefined));
  if (!isReadable || isUnbroken(byNumber) || isUnbroken(byOffset)) return undefined;
  return 'the first page, or one between the others, was not given';
}

/** Where a page and the next one are in their list; the first page is at 0. */
type Place = { readonly own: number; readonly next: number } | undefined;

/** Whether the pages follow one another from the first one on: only one of the next pages is not among them, the last one, which has no link. */
function isUnbroken(places: readonly Place[]): boolean {
  const own = new Set(places.map((place) => place?.own));
  const open = new Set(places.flatMap((place) => (place === undefined || own.has(place.next) ? [] : [place.next])));
  return own.has(0) && !own.has(undefined) && open.size === 1;
}

/** Dataverse numbers the next page in the cookie of its link, which is encoded once or several times. */
function placeByNumber({ nextLink = '' }: PlacedPage): Place {
  const cookie = /pagenumber(?:=|%(?:25)*3d)(?:["'+]|%(?:25)*2[27])*(\d+)/i.exec(nextLink)?.[1];
  const number = cookie ?? numberIn(nextLink);
  return number === undefined ? undefined : { own: Number(number) - 2, next: Number(number) - 1 };
}

/** Other services count the rows before the next page. */
function placeByOffset({ nextLink = '', rows }: PlacedPage): Place {
  const offset = numberIn(nextLink);
  return offset === undefined ? undefined : { own: Number(offset) - rows.length, next: Number(offset) };
}

/** A short number in the link; a long one is an id. */
function numberIn(link: string): string | undefined {
  return /[?&](?:\$|%24)?(?:skip(?:token)?|page)=(?:page)?[-_]?(\d{1,6})(?=&|$)/i.exec(link)?.[1];
}
