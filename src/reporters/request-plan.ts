import picocolors from 'picocolors';
import { groupsBy } from '../facts/groups-by.js';
import { faultInWords } from '../fault.js';
import type { CorruptLines } from '../sync-errors/error-lines.js';
import type { PlanFault, RecordRefusal, RequestPlan } from '../sync-errors/plan-requests.js';
import { type SyncErrorRecord, syncErrorPreview } from '../sync-errors/record.js';
import { mostQueuedRequests, mostRecordsPerRequest } from '../sync-errors/request.js';
import { markdownText, startOf, visibleStart } from './escape.js';
import { counted, figure } from './html/words.js';
import { momentInWords } from './moment-in-words.js';
import type { PrettyOptions } from './pretty.js';
import { corruptInWords } from './pretty-sync-errors.js';

/** What a person sees before anything is asked for. */
export interface ShownPlan {
  /** The selected rows of the job, in the order of the file. */
  readonly records: readonly SyncErrorRecord[];
  /** Selected rows of other jobs, which the plan leaves alone. */
  readonly ofOtherJobs: number;
  /** What would be sent, once nothing stands in the way. */
  readonly plan: RequestPlan;
  /** What stands in the way. */
  readonly faults: readonly PlanFault[];
  readonly corrupt: CorruptLines;
}

/** A plan for a terminal. */
export function prettyRequestPlan(shown: ShownPlan, { color = false }: PrettyOptions = {}): string {
  const colors = picocolors.createColors(color);
  const safe = (text: string) => visibleStart(text, 400);
  const blocks = blocksOf(shown, safe).map(({ title, lines, isBad }) =>
    [isBad === true ? colors.red(colors.bold(title)) : colors.bold(title), ...lines.map((line) => `  ${line}`)].join(
      '\n',
    ),
  );
  return `${[`${colors.bold(headline(shown, safe))}\n${colors.dim(nothingIsSent)}\n${colors.dim(syncErrorPreview)}`, ...blocks].join('\n\n')}\n`;
}

/** A plan for a ticket. */
export function markdownRequestPlan(shown: ShownPlan): string {
  const safe = (text: string) => markdownText(startOf(text, 400));
  const blocks = blocksOf(shown, safe).map(
    ({ title, lines }) => `### ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
  );
  return `${[`## ${headline(shown, safe)}`, `${nothingIsSent} ${syncErrorPreview}`, ...blocks].join('\n\n')}\n`;
}

const nothingIsSent = 'This is a plan: nothing is sent by it.';

type Safe = (text: string) => string;

interface Block {
  readonly title: string;
  readonly lines: readonly string[];
  readonly isBad?: boolean;
}

function headline({ records, plan: { action, job, requests: ofPlan } }: ShownPlan, safe: Safe): string {
  const requests = ofPlan.length === 0 ? 'no request' : counted(ofPlan.length, 'request');
  return `${action === 'retry' ? 'Retry' : 'Dismiss'} ${counted(records.length, 'row')} of ${safe(job)}: ${requests}`;
}

function blocksOf(shown: ShownPlan, safe: Safe): readonly Block[] {
  const { faults, corrupt, ofOtherJobs } = shown;
  const { action, remainder, refused } = shown.plan;
  return [
    {
      title: 'Not as it stands',
      lines: [...new Set(faults.flatMap((fault) => linesOf(fault, safe)))],
      isBad: true,
    },
    { title: 'Requests', lines: requests(shown, safe) },
    {
      title: 'For ever',
      lines:
        action === 'dismiss'
          ? [
              'What is dismissed can be neither reported nor retried, and nothing brings it back.',
              'It has to be confirmed with "dismiss-permanently" (--confirm-dismissal, or confirmDismissal in code).',
            ]
          : [],
      isBad: true,
    },
    {
      title: 'No room now',
      lines:
        remainder.length === 0
          ? []
          : [
              `${counted(remainder.length, 'row')} ${remainder.length === 1 ? 'remains' : 'remain'}: a job has room for ${mostQueuedRequests} requests of ${figure(mostRecordsPerRequest)} rows.`,
              'Plan them again when requests have ended.',
            ],
    },
    { title: 'Left out', lines: refusals(refused, safe) },
    {
      title: 'Other jobs',
      lines:
        ofOtherJobs === 0
          ? []
          : [
              `${counted(ofOtherJobs, 'selected row')} ${ofOtherJobs === 1 ? 'is' : 'are'} of other jobs: plan each job by itself.`,
            ],
    },
    { title: 'Not read', lines: corruptInWords(corrupt).map((line) => safe(line.trim())), isBad: true },
  ].filter(({ lines }) => lines.length > 0);
}

function linesOf(fault: PlanFault, safe: Safe): readonly string[] {
  const open = fault.type === 'queue-full' ? [`In the queue: ${fault.open.slice(0, 10).map(safe).join(', ')}`] : [];
  return [safe(faultInWords(fault)), ...open];
}

/** How many there are, of how many rows each, and from which row to which. */
function requests({ records, plan }: ShownPlan, safe: Safe): readonly string[] {
  const ends = new Set(plan.requests.flatMap(({ recordIds }) => [recordIds[0], recordIds.at(-1)]));
  const byId = new Map<string | undefined, SyncErrorRecord>();
  for (const record of records) if (ends.has(record.id) && !byId.has(record.id)) byId.set(record.id, record);
  const rowInWords = (id: string | undefined) => {
    const createdOn = byId.get(id)?.createdOn;
    return `${safe(id ?? '')}${createdOn === undefined ? '' : ` (${safe(momentInWords(createdOn))})`}`;
  };
  return plan.requests.map(({ id, recordIds }, index) => {
    const to = recordIds.length === 1 ? '' : ` to ${rowInWords(recordIds.at(-1))}`;
    return `${index + 1}. ${counted(recordIds.length, 'row')}, ${rowInWords(recordIds[0])}${to}, as ${safe(id)}`;
  });
}

const refusalInWords: Readonly<Record<RecordRefusal['type'], string>> = {
  'already-queued': 'in a request already',
  dismissed: 'dismissed before',
  'concurrency-failure': 'overtaken by a newer change (concurrency failure)',
  duplicate: 'there more than once',
  'other-job': 'of another job',
};

function refusals(refused: readonly RecordRefusal[], safe: Safe): readonly string[] {
  return [...groupsBy(refused, ({ type }) => type)].flatMap(([type, group]) => {
    const ids = group.slice(0, 3).map(({ record }) => safe(record.id));
    const rest = group.length > ids.length ? ' and more' : '';
    return [
      `${counted(group.length, 'row')} ${refusalInWords[type]}: ${ids.join(', ')}${rest}`,
      `What to do: ${safe(group[0].whatToDo)}`,
    ];
  });
}
