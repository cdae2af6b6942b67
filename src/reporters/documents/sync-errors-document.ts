import { tool } from '../../report/tool.js';
import type { CorruptLines } from '../../sync-errors/error-lines.js';
import type { SuspectedInflux } from '../../sync-errors/influx.js';
import type { SyncErrorRecord } from '../../sync-errors/record.js';
import type { SyncErrorSummary } from '../../sync-errors/summarize-sync-errors.js';
import { type Block, type Document, type Inline, list, name, paragraph, strong, time, when } from '../document.js';
import { counted, figure } from '../words.js';
import { byHour, groupCards, knownProblems } from './sync-errors/groups.js';
import { rowParts } from './sync-errors/rows.js';
import { unreadableLines } from './unreadable-lines.js';

/** More rows make a page that browsers are slow to open. */
export const mostRowsOnPage = 10_000;

/**
 * What the error rows of dual-write async amount to: how many by hour, known problem, entity, data source, company, job and category,
 * and where an influx is suspected. With `records`, a page also shows the rows with their messages and diagnoses, which it can filter,
 * and what a retry or a dismissal would send. Tokens and mail addresses in messages are taken out; other business data is not.
 *
 * A page holds the first 10,000 of the rows that it is given, and says so where there are more.
 *
 * Dual-write async is a preview feature of the vendor. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @param summary - of all rows; with `corrupt`, the lines that could not be read are named too
 * @param records - the same rows, or the first of them
 *
 * @example
 * ```ts
 * await writeFile('errors.html', toHtml(syncErrorsDocument(summarizeSyncErrors(records), records)));
 * ```
 * @public
 */
export function syncErrorsDocument(
  summary: SyncErrorSummary & { readonly corrupt?: CorruptLines | undefined },
  records?: readonly SyncErrorRecord[],
): Document {
  const { total, first, last, categories, corrupt, preview } = summary;
  const mark = total > 0 ? 'error' : (corrupt?.count ?? 0) > 0 ? 'inconclusive' : 'passed';
  const shown = records?.slice(0, mostRowsOnPage);
  const left = shown === undefined ? 0 : Math.max(total - shown.length, 0);
  return {
    title: `${headings[mark](total)} – dual-write async`,
    header: 'Sync errors of dual-write async',
    noun: 'errors',
    heading: headings[mark](total),
    mark,
    summary: [
      paragraph(
        total === 0
          ? 'No change is known that dual-write async could not synchronize.'
          : 'Each row is a change that dual-write async could not synchronize from one side to the other.',
        'lead',
      ),
      {
        type: 'fields',
        fields: [
          ['First', momentOf(first)],
          ['Last', momentOf(last)],
          ['Concurrency failures', categories.concurrency],
        ],
      },
      { type: 'notice', mark: 'inconclusive', text: preview },
      ...influx(summary.influxes),
      ...unreadableLines(corrupt),
      ...when(left > 0, () => capped(total, left)),
    ],
    blocks: [
      tiles(summary, shown?.length),
      byHour(summary),
      knownProblems(summary),
      groupCards(summary),
      ...(shown === undefined ? [] : rowParts(summary, shown, left)),
    ],
    footer: [
      'All times are those of the error rows, in UTC; the business records may be much older.',
      `Made by ${tool.name} ${tool.version}.`,
    ],
  };
}

const headings = {
  error: (total: number) => counted(total, 'error row'),
  inconclusive: () => 'No error row could be read',
  passed: () => 'No error rows',
} as const;

function momentOf(iso: string | null): Inline {
  return iso === null ? '–' : time(iso);
}

function influx(influxes: readonly SuspectedInflux[]): readonly Block[] {
  const [first] = influxes;
  if (first === undefined) return [];
  return [
    {
      type: 'notice',
      mark: 'warning',
      text: [strong('Suspected influx of errors.'), ` ${first.summary}`],
      blocks: [list(influxes.map(influxInWords), 'hour'), { type: 'steps', steps: first.whatToDo }],
    },
  ];
}

/** Where and when, how many, and how sure it is. */
function influxInWords({ hour, count, usual, sign, entity, dataSource }: SuspectedInflux): Inline {
  const sure =
    sign === 'no-change-expected'
      ? 'no change was expected'
      : usual === null
        ? 'there is no other hour to compare it with'
        : `${usual < 10 ? Math.round(usual * 10) / 10 : figure(Math.round(usual))} in an ordinary hour`;
  return [
    time(hour),
    `: ${counted(count, 'row')} of `,
    entity === null ? 'no entity' : name(entity),
    ...(dataSource === null ? [] : [' from ', name(dataSource)]),
    ` (${sure})`,
  ];
}

function capped(total: number, left: number): Block {
  return {
    type: 'notice',
    on: 'page',
    mark: 'warning',
    text: [
      strong(`${counted(left, 'row')} ${left === 1 ? 'is' : 'are'} not on this page,`),
      ` which holds the first ${figure(total - left)}. The picture and the groups count all rows; the list and the filter do not include these. To see them, make pages of fewer rows: \`dual-write-health errors report\` with \`--from\`, \`--to\`, \`--entity\` or \`--company\`.`,
    ],
  };
}

function tiles({ total, topics, entities, integrationJobs }: SyncErrorSummary, rows: number | undefined): Block {
  return {
    type: 'tiles',
    tiles: [
      { to: 'hours', count: total, label: 'By hour' },
      { to: 'topics', count: topics.length, label: 'Known problems' },
      { to: 'groups', count: entities.groups.length, label: 'Entities' },
      ...(rows === undefined
        ? []
        : [
            { to: 'sending', count: integrationJobs.groups.length, label: 'Integration jobs' },
            { to: 'rows', count: rows, label: 'Rows on this page' },
          ]),
    ],
  };
}
