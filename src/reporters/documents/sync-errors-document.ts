import { tool } from '../../report/tool.js';
import type { CorruptLines } from '../../sync-errors/error-lines.js';
import type { SuspectedInflux } from '../../sync-errors/influx.js';
import type { SyncErrorRecord } from '../../sync-errors/record.js';
import type { ColumnMapping } from '../../sync-errors/row-columns.js';
import type { SyncErrorSummary } from '../../sync-errors/summarize-sync-errors.js';
import { fields, given, list, notice, onPage, paragraph, steps, when } from '../blocks.js';
import type { Block, DocumentModel, Inline } from '../document.js';
import { name, strong, time, timeOrDash } from '../inlines.js';
import { counted, countedDo, figure } from '../words.js';
import { columnNotes, rowLacks } from './column-notes.js';
import { byHour, groupCards, knownProblems } from './sync-errors/groups.js';
import { rowParts } from './sync-errors/rows.js';
import { unreadableLines } from './unreadable-lines.js';

/** What is known of the rows besides their summary. */
interface AboutRead {
  readonly corrupt?: CorruptLines | undefined;
  readonly columns?: ColumnMapping | undefined;
  readonly lacks?: readonly string[] | undefined;
}

/** More rows make a page that browsers are slow to open. */
export const mostRowsOnPage = 10_000;

/**
 * The error rows of dual-write async: how many by hour, known problem, entity, data source, company, job and category,
 * and where an influx is suspected. With `records`, a page also shows the rows with their messages and diagnoses, which it can filter,
 * and what a retry or a dismissal would send. Tokens and email addresses in messages are taken out; other business data is not.
 *
 * A page holds the first 10,000 of the rows that it is given, and says so where there are more.
 *
 * Dual-write async is a preview feature of Microsoft. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @param summary - of all rows; with `corrupt`, the lines that could not be read are named too, with `columns` what each column was taken for, and with `lacks` what is missing
 * @param records - the same rows, or the first of them
 *
 * @example
 * ```ts
 * await writeFile('errors.html', toHtml(syncErrorsDocument(summarizeSyncErrors(records), records)));
 * ```
 * @public
 */
export function syncErrorsDocument(
  summary: SyncErrorSummary & AboutRead,
  records?: readonly SyncErrorRecord[],
): DocumentModel {
  const { total, first, last, categories, corrupt, columns, lacks = [], preview } = summary;
  const isWhole = (corrupt?.count ?? 0) + lacks.length === 0;
  const mark = total > 0 ? 'error' : isWhole ? 'passed' : 'inconclusive';
  const heading = {
    error: counted(total, 'error row'),
    inconclusive: 'No error row could be read',
    passed: 'No error rows',
  }[mark];
  const shown = records?.slice(0, mostRowsOnPage);
  const left = shown === undefined ? 0 : Math.max(total - shown.length, 0);
  const lead = {
    error: 'Each row is a change that dual-write async could not synchronize from one side to the other.',
    inconclusive: 'It is not known whether there are changes that dual-write async could not synchronize.',
    passed: 'No change is known that dual-write async could not synchronize.',
  }[mark];
  return {
    title: `${heading} – dual-write async`,
    header: 'Sync errors of dual-write async',
    noun: 'errors',
    heading,
    mark,
    summary: [
      paragraph(lead, 'lead'),
      fields([
        ['First', timeOrDash(first)],
        ['Last', timeOrDash(last)],
        ['Concurrency failures', categories.concurrency],
      ]),
      notice('inconclusive', preview),
      ...given(summary.influxes[0], (worst) => influx(worst, summary.influxes)),
      ...rowLacks(lacks),
      ...unreadableLines(corrupt),
      ...columnNotes(columns),
      ...when(left > 0, () => capped(total, left)),
    ],
    blocks: [
      tiles(summary, shown?.length),
      byHour(summary),
      knownProblems(summary),
      ...when(total > 0, () => groupCards(summary)),
      ...(shown === undefined ? [] : rowParts(summary, shown, left)),
    ],
    footer: [
      'All times are Created on of the error rows, in UTC: when each was written. The business records may be much older.',
      `Made by ${tool.name} ${tool.version}.`,
    ],
  };
}

function influx({ summary, whatToDo }: SuspectedInflux, influxes: readonly SuspectedInflux[]): Block {
  const text = [strong('Suspected influx of errors.'), ` ${summary}`];
  return notice('warning', text, [list(influxes.map(influxInWords), 'hour'), steps(whatToDo)]);
}

/** Where and when, how many, and how sure it is. */
function influxInWords({ hour, count, usual, sign, entity, dataSource }: SuspectedInflux): Inline {
  const sure =
    sign === 'no-change-expected'
      ? 'no change was expected'
      : usual === null
        ? 'there is no other hour to compare it with'
        : `usually ${usual < 10 ? Math.round(usual * 10) / 10 : figure(Math.round(usual))} per hour`;
  const from = given(dataSource, (source) => [' from ', name(source)]);
  return [
    time(hour),
    `: ${counted(count, 'row')} of `,
    entity === null ? 'no entity' : name(entity),
    from,
    ` (${sure})`,
  ];
}

function capped(total: number, left: number): Block {
  const which = ` which holds the first ${figure(total - left)}. The picture and the groups count all rows; the list and the filter do not include these. To see them, make pages of fewer rows: \`dual-write-health errors report\` with \`--from\`, \`--to\`, \`--entity\` or \`--company\`.`;
  return onPage(notice('warning', [strong(`${countedDo(left, 'row', 'is', 'are')} not on this page,`), which]));
}

function tiles({ total, topics, entities, integrationJobs }: SyncErrorSummary, rows: number | undefined): Block {
  const ofRows = (count: number) => [
    ...when(total > 0, () => ({ to: 'sending', count: integrationJobs.groups.length, label: 'Integration jobs' })),
    { to: 'rows', count, label: 'Rows on this page' },
  ];
  return {
    type: 'tiles',
    tiles: [
      { to: 'hours', count: total, label: 'By hour' },
      { to: 'topics', count: topics.length, label: 'Known problems' },
      ...when(total > 0, () => ({ to: 'groups', count: entities.groups.length, label: 'Entities' })),
      ...given(rows, ofRows).flat(),
    ],
  };
}
