import { missingPageOf } from '../maps/missing-page-of.js';
import type { Page } from '../maps/pages-in.js';

/** What pages of a list say that they lack, each a phrase. */
export function pageLacks(pages: readonly Page[]): readonly string[] {
  const missing = missingPageOf(pages);
  const given = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  const counted = pages.reduce((most, page) => Math.max(most, page.counted ?? 0), 0);
  return [
    ...(missing === undefined ? [] : [missing]),
    ...new Set(pages.flatMap(({ gap }) => gap ?? [])),
    ...(counted > given ? [`${given} of ${counted} rows`] : []),
  ];
}
