import { guidKey } from '../facts/keys.js';
import type { Fault } from '../fault.js';
import type { SyncErrorRecord } from './record.js';
import {
  hasDismissed,
  isOpen,
  isSameJob,
  mostQueuedRequests,
  mostRecordsPerRequest,
  type QueuedRequest,
  requestIdOf,
  type SyncErrorAction,
  type SyncErrorRequest,
} from './request.js';

/**
 * The integration job that requests are for. `unknown` is a state that could not be read: nothing is planned for it.
 * @public
 */
export interface IntegrationJob {
  readonly name: string;
  readonly status: 'active' | 'inactive' | 'unknown';
}

/**
 * The confirmation that a person types, or code states, before rows are permanently removed.
 * @public
 */
export type DismissalConfirmation = 'dismiss-permanently';

/**
 * What to plan.
 * @public
 */
export interface PlanInput {
  readonly action: SyncErrorAction;
  readonly job: IntegrationJob;
  /**
   * The existing requests in any state. Waiting and running requests occupy places and keep their rows; completed dismissals have
   * removed their rows, and other finished requests only show that the same rows were requested before. After an interrupted run, {@link requestsOfRun} returns its requests.
   */
  readonly queued: Iterable<QueuedRequest>;
  /** In the order in which to process them. */
  readonly records: Iterable<SyncErrorRecord>;
  /** Required for `dismiss`, which cannot be undone: dismissed rows can be neither reported nor retried. */
  readonly confirmDismissal?: DismissalConfirmation | undefined;
  /** Smaller limits than the documented ones; larger ones are ignored. */
  readonly limits?:
    | { readonly queuedRequests?: number | undefined; readonly recordsPerRequest?: number | undefined }
    | undefined;
}

/**
 * Requests within the limits. Every given row is in exactly one place: a request, `remainder` or `refused`.
 *
 * `verdict`: `clear` – every row is in a request; `partial` – some rows remain or are refused; `obstructed` – nothing can be sent now,
 * and `fault` says why and what to do.
 * @public
 */
export type RequestPlan =
  | ReadyRequestPlan
  | (RequestPlanParts & { readonly verdict: 'obstructed'; readonly fault: PlanFault });

/**
 * A plan that {@link runRequests} accepts.
 * @public
 */
export type ReadyRequestPlan = RequestPlanParts & { readonly verdict: 'clear' | 'partial' };

/**
 * The common content of plans, whatever their verdict.
 * @public
 */
export interface RequestPlanParts {
  readonly job: string;
  readonly action: SyncErrorAction;
  /** In the order in which to create them, which is the order in which the service runs them. */
  readonly requests: readonly SyncErrorRequest[];
  /** The rows for which the queue has no room now: plan them again when requests have ended. */
  readonly remainder: readonly SyncErrorRecord[];
  readonly refused: readonly RecordRefusal[];
}

/**
 * Why a row is not in a request, and what to do.
 * @public
 */
export type RecordRefusal = { readonly record: SyncErrorRecord; readonly whatToDo: string } & (
  | { readonly type: 'already-queued'; readonly requestId: string }
  | { readonly type: 'dismissed'; readonly requestId: string }
  | { readonly type: 'concurrency-failure' }
  | { readonly type: 'duplicate' }
  | { readonly type: 'other-job'; readonly job: string }
);

/**
 * Why nothing is planned, and what to do.
 * @public
 */
export type PlanFault = Fault & { readonly job: string; readonly whatToDo: string } & (
    | { readonly type: 'job-inactive' }
    | { readonly type: 'job-status-unknown' }
    | { readonly type: 'dismissal-not-confirmed'; readonly expected: DismissalConfirmation }
    | { readonly type: 'invalid-limits' }
    | {
        readonly type: 'queue-full';
        /** The requests that occupy the places. */
        readonly open: readonly string[];
      }
    | { readonly type: 'nothing-to-send' }
  );

/**
 * Plans requests to retry or dismiss error rows, within the documented limits: the job must be active, at most
 * {@link mostQueuedRequests} requests of a job are waiting or running, each has at most {@link mostRecordsPerRequest} rows, and a row is in at most one of them. Rows that are superseded by a newer change are not retried. Nothing is sent.
 *
 * Dual-write async is a preview feature. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @returns the plan; if nothing can be sent, its verdict is `obstructed`
 *
 * @example
 * ```ts
 * const plan = planRequests({ action: 'retry', job: { name: 'Customers', status: 'active' }, queued: [], records });
 * ```
 * @public
 */
export function planRequests(input: PlanInput): RequestPlan {
  const { action, job, limits = {} } = input;
  const size = Math.min(limits.recordsPerRequest ?? mostRecordsPerRequest, mostRecordsPerRequest);
  const places = Math.min(limits.queuedRequests ?? mostQueuedRequests, mostQueuedRequests);
  const fault = faultBefore(input, [size, places]);
  const nothing = { job: job.name, action, requests: [], verdict: 'obstructed' } as const;
  if (fault !== undefined) return { ...nothing, remainder: [...input.records], refused: [], fault };

  const queued = [...input.queued];
  const ofJob = queued.filter((request) => isOpen(request) && isSameJob(request.job, job.name));
  const open = [...new Set(ofJob.map(({ id }) => id))]; // the queue and an earlier run may both contain the same request
  const { accepted, refused } = sortOut(input, queued);
  if (accepted.length === 0) {
    const [because, whatToDo] =
      refused.length === 0
        ? ['no row is selected', 'Select at least one row.']
        : ['none of the selected rows can be sent', 'Select other rows: each of these has its reason.'];
    return { ...nothing, remainder: [], refused, fault: { type: 'nothing-to-send', because, job: job.name, whatToDo } };
  }
  if (open.length >= places) {
    const because = `${open.length} requests of ${job.name} are waiting or running, and the limit is ${places}`;
    const whatToDo = 'Wait until one of them has ended, then plan the remainder again.';
    return {
      ...nothing,
      remainder: accepted,
      refused,
      fault: { type: 'queue-full', because, job: job.name, open, whatToDo },
    };
  }
  const fitting = (places - open.length) * size;
  const known = new Set(queued.map(({ id }) => id));
  const requests: SyncErrorRequest[] = [];
  for (let start = 0; start < Math.min(accepted.length, fitting); start += size) {
    const recordIds = accepted.slice(start, start + size).map(({ id }) => id);
    requests.push(newRequest({ job: job.name, action, recordIds }, known));
  }
  const remainder = accepted.slice(fitting);
  const verdict = remainder.length === 0 && refused.length === 0 ? 'clear' : 'partial';
  return { job: job.name, action, requests, remainder, refused, verdict };
}

/** A request with a unique id: the same rows may be requested again when the first request has ended. */
function newRequest(request: Omit<SyncErrorRequest, 'id'>, taken: ReadonlySet<string>): SyncErrorRequest {
  let repetition = 0;
  let id = requestIdOf(request, repetition);
  while (taken.has(id)) {
    repetition += 1;
    id = requestIdOf(request, repetition);
  }
  return { id, ...request };
}

/** The obstacles, whatever the rows. */
function faultBefore(
  { action, job, confirmDismissal: confirmed }: PlanInput,
  given: readonly number[],
): PlanFault | undefined {
  if (given.some((limit) => !(Number.isInteger(limit) && limit > 0))) {
    const whatToDo = 'Give whole numbers from 1 as limits, or none.';
    return { type: 'invalid-limits', because: 'a limit is not a whole number from 1', job: job.name, whatToDo };
  }
  if (job.status === 'inactive') {
    const whatToDo = `Start the job ${job.name} in Data management > Dual-write > Integration jobs, and plan again when its status is Active.`;
    return { type: 'job-inactive', because: `the job ${job.name} is inactive`, job: job.name, whatToDo };
  }
  if (job.status !== 'active') {
    const because = `whether the job ${job.name} is active is not known`;
    const whatToDo = 'Find out whether it is active: requests are accepted only then.';
    return { type: 'job-status-unknown', because, job: job.name, whatToDo };
  }
  const expected = 'dismiss-permanently';
  if (action === 'dismiss' && confirmed !== expected) {
    const because = 'dismissed rows can be neither reported nor retried, and cannot be restored';
    const whatToDo = `Save the rows if anyone may need them, then confirm with "${expected}".`;
    return { type: 'dismissal-not-confirmed', because, job: job.name, expected, whatToDo };
  }
  return undefined;
}

/** The rows that can be sent, and the others; each row is in one of the two. */
function sortOut(
  { action, job, records }: PlanInput,
  queued: readonly QueuedRequest[],
): { readonly accepted: readonly SyncErrorRecord[]; readonly refused: readonly RecordRefusal[] } {
  const holders = new Map<string, string>();
  const dismissed = new Map<string, string>();
  for (const request of queued) {
    const group = isOpen(request) ? holders : hasDismissed(request) ? dismissed : undefined;
    if (group !== undefined) for (const id of request.recordIds) group.set(guidKey(id), request.id);
  }
  const seen = new Set<string>();
  const accepted: SyncErrorRecord[] = [];
  const refused: RecordRefusal[] = [];
  for (const record of records) {
    const key = guidKey(record.id);
    const requestId = holders.get(key);
    const dismissal = dismissed.get(key);
    if (!isSameJob(record.integrationJob, job.name)) {
      refused.push({ type: 'other-job', record, job: record.integrationJob, whatToDo: adviceOnOtherJob });
    } else if (dismissal !== undefined) {
      refused.push({ type: 'dismissed', record, requestId: dismissal, whatToDo: adviceOnDismissed });
    } else if (requestId !== undefined) {
      refused.push({ type: 'already-queued', record, requestId, whatToDo: adviceOnQueued });
    } else if (action === 'retry' && record.category === 'concurrency') {
      refused.push({ type: 'concurrency-failure', record, whatToDo: adviceOnConcurrency });
    } else if (seen.has(key)) {
      refused.push({ type: 'duplicate', record, whatToDo: adviceOnDuplicate });
    } else {
      seen.add(key);
      accepted.push(record);
    }
  }
  return { accepted, refused };
}

const adviceOnOtherJob = 'Plan it with the rows of its own job: a request belongs to one job.';
const adviceOnDismissed = 'Nothing: it was dismissed, which cannot be undone. Read the rows again.';
const adviceOnQueued = 'Wait for the request that contains it; if the row still exists afterward, select it again.';
const adviceOnConcurrency =
  'Do not retry it: a newer change of the same data has superseded this one. Check that the newer one has arrived, then dismiss the row.';
const adviceOnDuplicate = 'Nothing: the same row is earlier in the selection and is sent once.';
