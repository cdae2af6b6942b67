import { groupsBy } from '../../facts/groups-by.js';
import { instantOf, isoOrNull } from '../../facts/instant.js';
import { nameKey } from '../../facts/keys.js';
import { faultInWords } from '../../fault.js';
import { tool } from '../../report/tool.js';
import type { CorruptLine, CorruptLines } from '../../sync-errors/error-lines.js';
import type { PlanFault, RecordRefusal, RequestPlan } from '../../sync-errors/plan-requests.js';
import type { SyncErrorRecord } from '../../sync-errors/record.js';
import { mostQueuedRequests, mostRecordsPerRequest } from '../../sync-errors/request.js';
import type { ColumnMapping } from '../../sync-errors/row-columns.js';
import { syncErrorPreview } from '../../sync-errors/sync-error-preview.js';
import { given, list, notice, paragraph, section, steps, table, when } from '../blocks.js';
import type { Block, DocumentModel, Inline, Item, Mark, Section } from '../document.js';
import { code, items, name, strong, time, timeOrDash } from '../inlines.js';
import { capitalized, counted, countedDo, figure, listed } from '../words.js';
import { columnNotes, rowLacks } from './column-notes.js';
import { unreadableLines } from './unreadable-lines.js';
import { refusalItems, whatToDo } from './what-to-do.js';

/**
 * What a person sees before anything is sent.
 * @public
 */
export interface ShownRequestPlan {
  /** The selected rows of the job, in the order of the file. */
  readonly records: readonly SyncErrorRecord[];
  /** Selected rows of other jobs, which the plan does not include. */
  readonly ofOtherJobs: number;
  /** What would be sent if nothing prevented it. */
  readonly plan: RequestPlan;
  /** What prevents it. */
  readonly faults: readonly PlanFault[];
  /** The lines that could not be read, where the rows come from a file. */
  readonly corrupt?: CorruptLines | undefined;
  /** What each column was taken for, `null` for one that is not known. */
  readonly columns?: ColumnMapping | undefined;
  /** What the rows would need to be whole, each a phrase. */
  readonly lacks?: readonly string[] | undefined;
  /** The request that a write has left incomplete, where the known requests come from a file. */
  readonly torn?: CorruptLine | undefined;
}

/**
 * The requests that a retry or a dismissal of error rows would send, and what prevents it: rows that have no room in the queue, rows
 * that are left out and why, rows of other jobs, lines that could not be read; and how a person sends them on the page. Nothing is sent.
 *
 * @example
 * ```ts
 * const plan = planRequests(input);
 * const text = toPretty(requestPlanDocument({ records, ofOtherJobs: 0, plan, faults: [] }));
 * ```
 * @public
 */
export function requestPlanDocument(shown: ShownRequestPlan): DocumentModel {
  const { ofOtherJobs, plan, faults, corrupt, columns, lacks, torn } = shown;
  const { action, job, requests, remainder, refused } = plan;
  const left = refused.map(({ record, ...refusal }) => ({ ...refusal, id: record.id }));
  const reasons = refusalItems(left, refusalInWords, 'row');
  const { heading, mark } = verdictOf(shown);
  const rows = rowsOf(shown);
  const part = (title: string, isShown: boolean, ...blocks: readonly Block[]): readonly Section[] =>
    when(isShown, () => section(title, blocks));
  return {
    title: `${heading} – ${job}`,
    header: 'Request plan for dual-write async',
    noun: 'plan',
    heading,
    subject: name(job),
    mark,
    summary: [
      paragraph('This is only a plan: nothing has been sent.', 'lead'),
      ...division(shown),
      notice('inconclusive', syncErrorPreview),
      ...rowLacks(lacks),
      ...unreadableLines(corrupt),
      ...columnNotes(columns),
      ...given(torn, tornRequest),
    ],
    blocks: [
      ...part('Not possible now', faults.length > 0, list(obstacles(faults), 'reason')),
      ...part('Requests', requests.length > 0, steps(requestLines(plan, rows))),
      ...part(
        'How to send them',
        requests.length > 0,
        steps(bySteps(plan)),
        paragraph(createdOn, 'intro'),
        ...when(rows.size > 0, () => filters(plan, rows)),
      ),
      ...part('Dismissal is permanent', action === 'dismiss', ...permanent()),
      ...part('No room in the queue now', remainder.length > 0, paragraph(noRoom(remainder.length))),
      ...part('Not included', refused.length > 0, list(reasons, 'reason')),
      ...part('Other jobs', ofOtherJobs > 0, paragraph(others(ofOtherJobs))),
    ],
    footer: [`Made by ${tool.name} ${tool.version}.`],
  };
}

/** `Retry 50,000 of 62,000 rows (5 requests, possible in part)`: in words too whether it is possible. */
function verdictOf(shown: ShownRequestPlan): { readonly heading: string; readonly mark: Mark } {
  const { records, plan, faults, ofOtherJobs, corrupt, torn } = shown;
  const { action, requests, remainder, refused } = plan;
  const number = requests.length === 0 ? 'no request' : counted(requests.length, 'request');
  const sent = rowsIn(plan);
  const rows = `${sent === 0 || sent === records.length ? '' : `${figure(sent)} of `}${counted(records.length, 'row')}`;
  const of = (possible: string): string =>
    records.length === 0 ? `No rows to ${action}` : `${capitalized(action)} ${rows} (${number}, ${possible})`;
  if (faults.length > 0) return { heading: of('not possible now'), mark: 'error' };
  const left = remainder.length + refused.length + ofOtherJobs + (corrupt?.count ?? 0);
  const isWhole = requests.length > 0 && left === 0;
  if (isWhole) return { heading: of('possible'), mark: torn === undefined ? 'passed' : 'warning' };
  return { heading: of(requests.length === 0 ? 'nothing to send' : 'possible in part'), mark: 'warning' };
}

function rowsIn({ requests }: RequestPlan): number {
  return requests.reduce((sum, { recordIds }) => sum + recordIds.length, 0);
}

/** Where the selected rows go, if not all of them go now. */
function division({ records, plan }: ShownRequestPlan): readonly Block[] {
  const { requests, remainder, refused } = plan;
  const sent = rowsIn(plan);
  const parts = [
    `${countedDo(sent, 'row', 'goes', 'go')} in ${counted(requests.length, 'request')}`,
    ...when(remainder.length > 0, () => countedDo(remainder.length, 'row', 'remains', 'remain')),
    ...when(refused.length > 0, () => `${countedDo(refused.length, 'row', 'is', 'are')} not included`),
  ];
  const selected = `${countedDo(records.length, 'row', 'is', 'are')} selected`;
  return when(sent > 0 && sent < records.length, () => paragraph(`${selected}: ${listed(parts)}.`));
}

function tornRequest({ line }: CorruptLine): Block {
  const what = ` (line ${figure(line)}) and does not count: writing it was cut off, or is still going on. It was not accepted, and the next change removes it.`;
  return notice('warning', [strong('The last request in the file beside the rows is incomplete'), what]);
}

/** What a person does on the page: there is no service for it. */
function bySteps({ job, action }: RequestPlan): readonly Inline[] {
  return [
    [
      'In finance and operations, open Data management > Dual-write > Integration jobs and select ',
      name(job),
      '. Its status must be Active.',
    ],
    'Open its Sync errors tab.',
    `For each request, in this order: filter by date and time, entity and data source as listed here, select the rows of the request and no others, and select ${capitalized(action)}. Plans of rows that were chosen with \`--from\`, \`--to\`, \`--entity\` and \`--data-source\` fit these filters best.`,
    'Leave the page open: it is blocked until all selected rows are queued, which takes longer the more there are, and shows the result only then. The requests themselves run in the background.',
    'Record what was sent, so that the next plan leaves it out: save this plan with `--format json -o plan.json`, and run `dual-write-health errors mark-sent plan.json`; with `--ended completed` or `--ended failed` when the requests have ended.',
  ];
}

const createdOn =
  'Created on is when the error row was written, not when the business record was created or changed. Times here are in UTC; the page may show them in another time zone.';

type RowsById = ReadonlyMap<string | undefined, SyncErrorRecord>;

/** The rows in requests. */
function rowsOf({ records, plan }: ShownRequestPlan): RowsById {
  const planned = new Set(plan.requests.flatMap(({ recordIds }) => recordIds));
  return new Map(records.flatMap((record) => (planned.has(record.id) ? [[record.id, record]] : [])));
}

/** By what the page shows the rows of each request. */
function filters({ requests }: RequestPlan, byId: RowsById): Block {
  const columns = ['Request', 'Rows', 'Created on from', 'Created on to', 'Entity', 'Data source'];
  const lines = requests.map(({ recordIds }, index) => {
    const rows = recordIds.flatMap((id) => byId.get(id) ?? []);
    const { first, last } = spanOf(rows);
    const entities = namesIn(rows.map(({ entity }) => entity));
    const sources = namesIn(rows.map(({ dataSource }) => dataSource));
    const names = [items(entities, 'entity'), items(sources, 'data source')];
    return [index + 1, recordIds.length, timeOrDash(first), timeOrDash(last), ...names];
  });
  return table('What to filter by for each request', columns, lines, { noun: 'request' });
}

function spanOf(rows: readonly SyncErrorRecord[]): { readonly first: string | null; readonly last: string | null } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { createdOn } of rows) {
    const instant = instantOf(createdOn);
    if (instant < first) first = instant;
    if (instant > last) last = instant;
  }
  return { first: isoOrNull(first), last: isoOrNull(last) };
}

function namesIn(names: readonly (string | null)[]): readonly Inline[] {
  return [...groupsBy(names, (one) => nameKey(one ?? '')).values()].map(([one]) => (one === null ? 'none' : name(one)));
}

function obstacles(faults: readonly PlanFault[]): readonly Item[] {
  return [...groupsBy(faults, faultInWords).values()].map(([fault]) => ({
    mark: 'error',
    text: capitalized(fault.because),
    items: [
      ...(fault.type === 'queue-full' ? [{ text: ['In the queue: ', items(fault.open.map(code), 'request')] }] : []),
      { text: whatToDo(fault.whatToDo) },
    ],
  }));
}

/** How many rows each holds, and from which to which. */
function requestLines({ requests }: RequestPlan, byId: RowsById): readonly Inline[] {
  const row = (id = ''): Inline => {
    const createdOn = byId.get(id)?.createdOn;
    return createdOn === undefined ? code(id) : [code(id), ' (', time(createdOn), ')'];
  };
  return requests.map(({ id, recordIds }) => {
    const to = recordIds.length === 1 ? '' : [' to ', row(recordIds.at(-1))];
    return [`${counted(recordIds.length, 'row')}, `, row(recordIds[0]), to, ', as ', code(id)];
  });
}

function permanent(): readonly Block[] {
  return [
    paragraph('Dismissed rows can be neither reported nor retried, and this cannot be undone.', 'lost'),
    paragraph(
      'Confirm it with `dismiss-permanently` (`--confirm-dismissal` on the command line, `confirmDismissal` in code).',
    ),
  ];
}

function noRoom(rows: number): string {
  return `${countedDo(rows, 'row', 'remains', 'remain')}: a job has room for ${mostQueuedRequests} requests of ${figure(mostRecordsPerRequest)} rows. Plan them again when requests have ended.`;
}

function others(rows: number): string {
  return `${countedDo(rows, 'selected row', 'belongs', 'belong')} to other jobs: plan each job by itself.`;
}

const refusalInWords: Readonly<Record<RecordRefusal['type'], string>> = {
  'already-queued': 'Already in a request',
  dismissed: 'Dismissed before',
  'concurrency-failure': 'Concurrency failure, replaced by a newer change',
  duplicate: 'Selected more than once',
  'other-job': 'Of another job',
};
