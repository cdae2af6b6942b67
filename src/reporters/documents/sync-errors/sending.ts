import { isSameJob, mostQueuedRequests, mostRecordsPerRequest } from '../../../sync-errors/request.js';
import type { SyncErrorJob, SyncErrorSummary } from '../../../sync-errors/summarize-sync-errors.js';
import { type Block, name, paragraph, type Row, type Section, strong } from '../../document.js';
import { figure } from '../../words.js';
import type { ShownRows } from './shown-rows.js';

/** What a retry or a dismissal would send, job by job: of all rows, and by the script of a page of those that its filter shows. */
export function sending({ integrationJobs: { groups } }: SyncErrorSummary, rows: ShownRows, left: number): Block {
  const cards = groups.map((group) => {
    const job =
      group.name === null ? -1 : rows.jobs.findIndex((one) => one !== null && isSameJob(one, group.name ?? ''));
    return jobCard(group.name, job, left > 0 || job < 0 ? group : distinct(rows, job));
  });
  const twice = left > 0 ? ', which these figures of all rows do not take into account' : '';
  return {
    type: 'section',
    on: 'page',
    id: 'sending',
    title: 'What a retry or dismissal would send',
    blocks: [
      paragraph(
        [
          { type: 'slot', id: 'sending-scope', text: 'For all rows.' },
          ` A request holds up to ${figure(mostRecordsPerRequest)} rows, and up to ${mostQueuedRequests} requests of a job wait or run at a time: these figures are for an active job with an empty queue. This page sends nothing.`,
        ],
        'intro',
      ),
      paragraph(
        [
          strong('Dismissal is permanent:'),
          ' dismissed rows can be neither reported nor retried, and nothing brings them back.',
        ],
        'lost',
      ),
      ...cards,
      paragraph(
        `Concurrency failures cannot be retried: a newer change has replaced them. A row that occurs twice is sent once${twice}. \`dual-write-health errors plan\` makes the plan itself.`,
        'intro',
      ),
    ],
  };
}

type Counts = Pick<SyncErrorJob, 'count' | 'concurrency'>;

/** Of a row that is there twice, one. */
function distinct({ rows }: ShownRows, job: number): Counts {
  const ofJob = rows.filter((row) => row.job === job);
  const all = new Set(ofJob.map(({ id }) => id));
  const retriable = new Set(ofJob.filter(({ category }) => category !== 'concurrency').map(({ id }) => id));
  return { count: all.size, concurrency: all.size - retriable.size };
}

function jobCard(job: string | null, number: number, { count, concurrency }: Counts): Section {
  return {
    type: 'section',
    title: job === null ? 'no job' : name(job),
    facets: { job: number },
    blocks: [
      {
        type: 'table',
        caption: 'What would be sent',
        columns: ['Action', 'Rows', 'Requests', 'Fit now', 'Remaining rows', 'Not retriable'],
        noun: 'action',
        look: 'counts',
        rows: [line('Retry', count - concurrency, concurrency), line('Dismiss', count, 0)],
      },
    ],
  };
}

/** The script of the page writes the same figures into the same cells. */
function line(action: string, rows: number, notRetriable: number): Row {
  const requests = Math.ceil(rows / mostRecordsPerRequest);
  const fit = Math.min(requests, mostQueuedRequests);
  const remaining = Math.max(rows - mostQueuedRequests * mostRecordsPerRequest, 0);
  return { cells: [action, rows, requests, fit, remaining, notRetriable] };
}
