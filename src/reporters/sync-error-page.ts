import { tool } from '../report/tool.js';
import type { CorruptLines } from '../sync-errors/error-lines.js';
import type { SyncErrorRecord } from '../sync-errors/record.js';
import type { SyncErrorSummary } from '../sync-errors/summarize-sync-errors.js';
import { markup } from './html/markup.js';
import { page } from './html/page.js';
import { style, styleHash } from './html/style.js';
import { byHour } from './html/sync-errors/by-hour.js';
import { errorsFilter } from './html/sync-errors/errors-filter.js';
import { errorsScript, errorsScriptHash } from './html/sync-errors/errors-script.js';
import { errorsStyle, errorsStyleHash } from './html/sync-errors/errors-style.js';
import { groups } from './html/sync-errors/groups.js';
import { overview } from './html/sync-errors/overview.js';
import { rowList } from './html/sync-errors/row-list.js';
import { sending } from './html/sync-errors/sending.js';
import { shownRows } from './html/sync-errors/shown-rows.js';
import { counted } from './html/words.js';

/** More rows make a page that browsers are slow to open. */
export const mostRowsOnPage = 10_000;

/**
 * A page to look through sync errors: how many by hour, known problem, entity, data source and company; what a retry or a
 * dismissal would send; and the rows with their texts and diagnoses, which can be filtered. One file that asks nothing of the
 * network; it can be read without its script, which filters. Tokens and mail addresses in messages are taken out; other business
 * data is not.
 *
 * The page holds the first 10,000 of the rows that it is given, and says so where there are more.
 *
 * Dual-write async is a preview feature of the vendor. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @param summary - of all rows; with `corrupt`, the page also says which lines could not be read
 * @param records - the same rows, or the first of them
 *
 * @example
 * ```ts
 * await writeFile('errors.html', syncErrorPage(summarizeSyncErrors(records), records));
 * ```
 * @public
 */
export function syncErrorPage(
  summary: SyncErrorSummary & { readonly corrupt?: CorruptLines | undefined },
  records: readonly SyncErrorRecord[],
): string {
  const rows = shownRows(records.slice(0, mostRowsOnPage));
  const left = Math.max(summary.total - rows.length, 0);
  return page({
    title: `${counted(summary.total, 'sync error')} – dual-write async`,
    skip: 'Skip to the errors',
    header: 'Sync errors of dual-write async',
    main: markup`${overview(summary, left)}
${byHour(summary)}
${groups(summary)}
${errorsFilter(rows, left)}
${sending(summary, rows, left)}
${rowList(rows, left)}`,
    footer: markup`<p>${summary.preview}</p><p>Made by ${tool.name} ${tool.version}. All times are of the error rows, in UTC; the business records may be much older.</p>`,
    styles: [
      { text: style, hash: styleHash },
      { text: errorsStyle, hash: errorsStyleHash },
    ],
    script: { text: errorsScript, hash: errorsScriptHash },
  });
}
