import { isSameJob, mostQueuedRequests, mostRecordsPerRequest } from '../../../sync-errors/request.js';
import type { SyncErrorJob, SyncErrorSummary } from '../../../sync-errors/summarize-sync-errors.js';
import { onPage, paragraph, section, table } from '../../blocks.js';
import type { Block, Inline, Section } from '../../document.js';
import { name, strong } from '../../inlines.js';
import { figure } from '../../words.js';
import type { ShownRows } from './shown-rows.js';

/** What a retry or a dismissal would send, job by job: of all rows, and by the script of a page of those that its filter shows. */
export function sending({ integrationJobs: { groups } }: SyncErrorSummary, rows: ShownRows, left: number): Block {
  const cards = groups.map((group) => {
    const { name: wanted } = group;
    const job = wanted === null ? -1 : rows.jobs.findIndex((one) => one !== null && isSameJob(one, wanted));
    return jobCard(wanted, job, left > 0 || job < 0 ? group : distinct(rows, job));
  });
  const limits = ` A request holds up to ${figure(mostRecordsPerRequest)} rows, and up to ${mostQueuedRequests} requests of a job wait or run at a time: these figures are for an active job with an empty queue. This page sends nothing. The Sync errors tab of the integration job does, and is blocked until the rows are queued.`;
  const loss = ' dismissed rows can be neither reported nor retried, and this cannot be undone.';
  const twice = left > 0 ? ', which these figures of all rows do not take into account' : '';
  const exceptions = `Concurrency failures cannot be retried: a newer change has replaced them. A row that occurs twice is sent once${twice}. \`dual-write-health errors plan\` makes the plan itself.`;
  const blocks = [
    paragraph([{ type: 'slot', id: 'sending-scope', text: 'For all rows.' }, limits], 'intro'),
    paragraph([strong('Dismissal is permanent:'), loss], 'lost'),
    ...cards,
    paragraph(exceptions, 'intro'),
  ];
  return onPage(section('What a retry or dismissal would send', blocks, { id: 'sending' }));
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
  const columns = ['Action', 'Rows', 'Requests', 'Fit now', 'Remaining rows', 'Not retriable'];
  const rows = [line('Retry', count - concurrency, concurrency), line('Dismiss', count, 0)];
  const counts = table('What would be sent', columns, rows, { noun: 'action', look: 'counts' });
  return section(job === null ? 'no job' : name(job), [counts], { facets: { job: number } });
}

/** The script of the page writes the same figures into the same cells. */
function line(action: string, rows: number, notRetriable: number): readonly Inline[] {
  const requests = Math.ceil(rows / mostRecordsPerRequest);
  const fit = Math.min(requests, mostQueuedRequests);
  const remaining = Math.max(rows - mostQueuedRequests * mostRecordsPerRequest, 0);
  return [action, rows, requests, fit, remaining, notRetriable];
}
