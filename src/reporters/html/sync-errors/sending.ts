import { isSameJob, mostQueuedRequests, mostRecordsPerRequest } from '../../../sync-errors/request.js';
import type { SyncErrorSummary } from '../../../sync-errors/summarize-sync-errors.js';
import { type Content, type Markup, markup, nameOf } from '../markup.js';
import { counted, figure } from '../words.js';
import type { ShownRows } from './shown-rows.js';

const mostJobs = 50;

/** What a retry or a dismissal would send, job by job: of all rows, and by the script of those that the filter shows. */
export function sending({ integrationJobs }: SyncErrorSummary, rows: ShownRows, left: number): Markup {
  const { groups } = integrationJobs;
  const jobs = groups.slice(0, mostJobs);
  return markup`<section id="sending" aria-labelledby="sending-title">
<h2 id="sending-title">What a retry or dismissal would send</h2>
<p class="intro"><span id="sending-scope" data-all="For all rows.">For all rows.</span> A request holds ${figure(mostRecordsPerRequest)} rows, and ${figure(mostQueuedRequests)} requests of a job wait or run at a time: these figures are for an active job with an empty queue. This page sends nothing.</p>
<p class="lost"><strong>Dismissing is for ever:</strong> dismissed rows can be neither reported nor retried, and nothing brings them back.</p>
${jobs.map(({ name, count, concurrency }) => {
  const job = name === null ? -1 : rows.jobs.findIndex((one) => one !== null && isSameJob(one, name));
  return jobCard(name, job, left > 0 ? { count, concurrency } : distinct(rows, job, { count, concurrency }));
})}${groups.length > mostJobs ? markup`<p class="intro">And ${counted(groups.length - mostJobs, 'more job')}.</p>` : undefined}<p class="intro">Concurrency failures cannot be retried: a newer change has overtaken them. A row that stands there twice is sent once${left > 0 ? ', which these figures of all rows do not know' : ''}. <code>dual-write-health errors plan</code> makes the plan itself.</p>
</section>`;
}

interface Counts {
  readonly count: number;
  readonly concurrency: number;
}

/** Of a row that is there twice, one. */
function distinct({ rows }: ShownRows, job: number, otherwise: Counts): Counts {
  if (job < 0) return otherwise;
  const all = new Set<number>();
  const retriable = new Set<number>();
  for (const row of rows) {
    if (row.job !== job) continue;
    all.add(row.id);
    if (row.category !== 'concurrency') retriable.add(row.id);
  }
  return { count: all.size, concurrency: all.size - retriable.size };
}

function jobCard(name: string | null, job: number, { count, concurrency }: Counts): Markup {
  return markup`<article class="card is-blocked" data-job="${job}"><h3><span>${name === null ? 'no job' : nameOf(name)}</span></h3>
<table class="counts"><caption>What would be sent</caption>
<thead><tr><th scope="col"><span>Action</span></th><th scope="col"><span>Rows</span></th><th scope="col"><span>Requests</span></th><th scope="col"><span>Fit now</span></th><th scope="col"><span>Rows that remain</span></th><th scope="col"><span>Not retriable</span></th></tr></thead>
<tbody>${line('Retry', count - concurrency, concurrency)}${line('Dismiss', count, 0)}</tbody></table></article>
`;
}

/** The script writes the same figures into the same cells. */
function line(action: string, rows: number, notRetriable: number): Content {
  const requests = Math.ceil(rows / mostRecordsPerRequest);
  const fit = Math.min(requests, mostQueuedRequests);
  const remain = Math.max(rows - mostQueuedRequests * mostRecordsPerRequest, 0);
  return markup`<tr><th scope="row">${action}</th>${[rows, requests, fit, remain, notRetriable].map((number) => markup`<td>${figure(number)}</td>`)}</tr>
`;
}
