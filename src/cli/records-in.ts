import { isRecord } from '../adapters/lenient-json.js';
import { missingPageOf, type PlacedPage } from '../maps/missing-page-of.js';
import { type Page, pagesIn } from '../maps/pages-in.js';

/** The records of a JSON value, and the pages that they come from, if they come from any. */
export interface RecordsIn {
  readonly records: readonly unknown[];
  readonly pages: readonly SeenPage[];
}

/** A page of which only the number of rows is kept. */
export type SeenPage = PlacedPage & Pick<Page, 'counted' | 'gap'>;

/** The items of a list, of an envelope with `value`, or of a list of such pages; any other value is one record. */
export function recordsIn(value: unknown): RecordsIn {
  const items = Array.isArray(value) ? value : [value];
  if (!items.some(isPage)) return { records: items, pages: [] };
  const pages = pagesIn(items, 0);
  return {
    records: pages.flatMap(({ rows }) => rows),
    pages: pages.map(({ rows: { length }, ...page }) => ({ ...page, rows: { length } })),
  };
}

function isPage(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value.value);
}

/** Whether pages, which may be on several lines of a file, say that there are more records than theirs. */
export function isPart(pages: readonly SeenPage[]): boolean {
  const given = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    missingPageOf(pages) !== undefined || pages.some(({ gap, counted = 0 }) => gap !== undefined || counted > given)
  );
}
