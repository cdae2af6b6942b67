import { groupsBy } from '../../facts/groups-by.js';
import { faultInWords } from '../../fault.js';
import { tool } from '../../report/tool.js';
import type { CorruptLines } from '../../sync-errors/error-lines.js';
import type { PlanFault, RecordRefusal, RequestPlan } from '../../sync-errors/plan-requests.js';
import type { SyncErrorRecord } from '../../sync-errors/record.js';
import { mostQueuedRequests, mostRecordsPerRequest } from '../../sync-errors/request.js';
import { syncErrorPreview } from '../../sync-errors/sync-error-preview.js';
import { list, notice, paragraph, section, steps, when } from '../blocks.js';
import type { Block, DocumentModel, Inline, Item, Mark, Section } from '../document.js';
import { code, items, name, time } from '../inlines.js';
import { capitalized, counted, countedDo, figure } from '../words.js';
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
}

/**
 * The requests that a retry or a dismissal of error rows would send, and what prevents it: rows that have no room in the queue, rows
 * that are left out and why, rows of other jobs, lines that could not be read. Nothing is sent.
 *
 * @example
 * ```ts
 * const plan = planRequests(input);
 * const text = toPretty(requestPlanDocument({ records, ofOtherJobs: 0, plan, faults: [] }));
 * ```
 * @public
 */
export function requestPlanDocument(shown: ShownRequestPlan): DocumentModel {
  const { ofOtherJobs, plan, faults, corrupt } = shown;
  const { action, job, requests, remainder, refused } = plan;
  const left = refused.map(({ record, ...refusal }) => ({ ...refusal, id: record.id }));
  const reasons = refusalItems(left, refusalInWords, 'row');
  const { heading, mark } = verdictOf(shown);
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
      notice('inconclusive', syncErrorPreview),
      ...unreadableLines(corrupt),
    ],
    blocks: [
      ...part('Not possible now', faults.length > 0, list(obstacles(faults), 'reason')),
      ...part('Requests', requests.length > 0, steps(requestLines(shown))),
      ...part('Dismissal is permanent', action === 'dismiss', ...permanent()),
      ...part('No room in the queue now', remainder.length > 0, paragraph(noRoom(remainder.length))),
      ...part('Not included', refused.length > 0, list(reasons, 'reason')),
      ...part('Other jobs', ofOtherJobs > 0, paragraph(others(ofOtherJobs))),
    ],
    footer: [`Made by ${tool.name} ${tool.version}.`],
  };
}

/** `Retry 142 rows (1 request, possible)`: in words too whether it is possible. */
function verdictOf(shown: ShownRequestPlan): { readonly heading: string; readonly mark: Mark } {
  const { records, plan, faults, ofOtherJobs, corrupt } = shown;
  const { action, requests, remainder, refused } = plan;
  const number = requests.length === 0 ? 'no request' : counted(requests.length, 'request');
  const of = (possible: string): string =>
    records.length === 0
      ? `No rows to ${action}`
      : `${capitalized(action)} ${counted(records.length, 'row')} (${number}, ${possible})`;
  if (faults.length > 0) return { heading: of('not possible now'), mark: 'error' };
  const left = remainder.length + refused.length + ofOtherJobs + (corrupt?.count ?? 0);
  if (requests.length > 0 && left === 0) return { heading: of('possible'), mark: 'passed' };
  return { heading: of(requests.length === 0 ? 'nothing to send' : 'possible in part'), mark: 'warning' };
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
function requestLines({ records, plan }: ShownRequestPlan): readonly Inline[] {
  const ends = new Set(plan.requests.flatMap(({ recordIds }) => [recordIds[0], recordIds.at(-1)]));
  const byId = new Map<string | undefined, SyncErrorRecord>();
  for (const record of records) if (ends.has(record.id) && !byId.has(record.id)) byId.set(record.id, record);
  const row = (id = ''): Inline => {
    const createdOn = byId.get(id)?.createdOn;
    return createdOn === undefined ? code(id) : [code(id), ' (', time(createdOn), ')'];
  };
  return plan.requests.map(({ id, recordIds }) => {
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
