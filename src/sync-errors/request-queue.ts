import { err, ok, type Result } from 'neverthrow';
import { guidKey } from '../facts/keys.js';
import type { Fault } from '../fault.js';
import {
  hasDismissed,
  isOpen,
  isSameJob,
  mostQueuedRequests,
  mostRecordsPerRequest,
  type QueuedRequest,
  type SyncErrorRequest,
} from './request.js';

/** Requests in the order of their creation, for any number of jobs. Plain data that survives JSON. */
export interface RequestQueue {
  readonly requests: readonly QueuedRequest[];
}

/** A queue without requests. */
export const emptyQueue: RequestQueue = { requests: [] };

/**
 * The progress of a request.
 * @public
 */
export type RequestProgress =
  | { readonly type: 'start'; readonly id: string }
  | { readonly type: 'complete'; readonly id: string }
  | { readonly type: 'fail'; readonly id: string; readonly because: string };

/** One step of a queue. */
export type QueueStep = { readonly type: 'enqueue'; readonly request: SyncErrorRequest } | RequestProgress;

/** A step that the queue would accept now: `enqueue` for a job with room, the others for the request of that id. */
type AllowedStep =
  | { readonly type: 'enqueue'; readonly job: string }
  | { readonly type: 'start' | 'complete' | 'fail'; readonly id: string };

/** Why a step is invalid, what the queue would accept instead for that job, and what to do. */
export type QueueFault = Fault & { readonly allowed: readonly AllowedStep[]; readonly whatToDo: string } & (
    | { readonly type: 'unknown-request'; readonly id: string }
    | { readonly type: 'request-exists'; readonly id: string }
    | { readonly type: 'wrong-status'; readonly id: string; readonly status: QueuedRequest['status'] }
    | { readonly type: 'not-its-turn'; readonly id: string; readonly first: string }
    | { readonly type: 'queue-full'; readonly job: string; readonly open: readonly string[] }
    | { readonly type: 'no-records'; readonly id: string }
    | { readonly type: 'too-many-records'; readonly id: string; readonly count: number; readonly most: number }
    | { readonly type: 'records-taken'; readonly id: string; readonly recordIds: readonly string[] }
  );

/**
 * The queue after a step: `queued`, then `running`, then `completed` or `failed`. For each job, at most
 * {@link mostQueuedRequests} wait or run, one at a time runs, and the oldest comes first; a row is in at most one open request, and in none after it was dismissed.
 *
 * A model of Microsoft's preview feature. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @returns a new queue, or a {@link QueueFault}; the given one is never changed
 *
 * @example
 * ```ts
 * const queue = stepQueue(emptyQueue, { type: 'enqueue', request }).andThen((next) =>
 *   stepQueue(next, { type: 'start', id: request.id }),
 * );
 * ```
 */
export function stepQueue(queue: RequestQueue, step: QueueStep): Result<RequestQueue, QueueFault> {
  if (step.type === 'enqueue') return enqueue(queue, step.request);
  const { id, type } = step;
  const request = queue.requests.find((one) => one.id === id);
  if (request === undefined) {
    const allowed = jobsOf(queue).flatMap((job) => allowedSteps(queue, job));
    const whatToDo = 'Enqueue the request before anything else.';
    return err({ type: 'unknown-request', because: `there is no request ${id}`, id, allowed, whatToDo });
  }
  const { status, job } = request;
  const allowed = allowedSteps(queue, job);
  if (status !== (type === 'start' ? 'queued' : 'running')) {
    const because = `request ${id} is ${status} and cannot ${type}`;
    return err({ type: 'wrong-status', because, id, status, allowed, whatToDo: adviceByStatus[status] });
  }
  const first = openOf(queue, job)[0]?.id ?? id;
  if (first !== id) {
    const because = `it is not the turn of ${id}: the requests of a job run one after the other, the oldest first`;
    return err({ type: 'not-its-turn', because, id, first, allowed, whatToDo: `Wait until ${first} has ended.` });
  }
  const next = { ...request, status: statusAfter[type], ...(step.type === 'fail' ? { because: step.because } : {}) };
  return ok({ requests: queue.requests.map((one) => (one === request ? next : one)) });
}

const statusAfter = { start: 'running', complete: 'completed', fail: 'failed' } as const;

const adviceByStatus: Readonly<Record<QueuedRequest['status'], string>> = {
  queued: 'Start the request before it ends.',
  running: 'Complete or fail the request: it is already running.',
  completed: 'Nothing: the request has ended. Plan a new one for rows that still exist.',
  failed: 'Nothing: the request has ended. Plan a new one for rows that still exist.',
};

function enqueue(queue: RequestQueue, request: SyncErrorRequest): Result<RequestQueue, QueueFault> {
  const { id, job, action, recordIds } = request;
  const allowed = allowedSteps(queue, job);
  if (queue.requests.some((one) => one.id === id)) {
    const whatToDo = 'To request the same rows again, plan again with the known requests.';
    return err({ type: 'request-exists', because: `request ${id} is already in the queue`, id, allowed, whatToDo });
  }
  if (recordIds.length === 0) {
    const because = `request ${id} has no rows`;
    return err({ type: 'no-records', because, id, allowed, whatToDo: 'Select at least one row.' });
  }
  if (recordIds.length > mostRecordsPerRequest) {
    const whatToDo = `Split the rows into requests of at most ${mostRecordsPerRequest}.`;
    const limits = { count: recordIds.length, most: mostRecordsPerRequest };
    const because = `request ${id} has ${recordIds.length} rows`;
    return err({ type: 'too-many-records', because, id, ...limits, allowed, whatToDo });
  }
  const open = openOf(queue, job).map((one) => one.id);
  if (open.length >= mostQueuedRequests) {
    const because = `${open.length} requests of ${job} are waiting or running, and the limit is ${mostQueuedRequests}`;
    const whatToDo = 'Wait until one of them has ended.';
    return err({ type: 'queue-full', because, job, open, allowed, whatToDo });
  }
  const holding = queue.requests.filter((one) => isOpen(one) || hasDismissed(one));
  const taken = new Set(holding.flatMap((one) => one.recordIds.map(guidKey)));
  const doubled: string[] = [];
  for (const recordId of recordIds) {
    const key = guidKey(recordId);
    if (taken.has(key)) doubled.push(recordId);
    taken.add(key);
  }
  if (doubled.length > 0) {
    const because =
      'another open request contains some of the rows, a dismissal has removed them, or this request contains them twice';
    const whatToDo = 'Leave these rows out.';
    return err({ type: 'records-taken', because, id, recordIds: doubled, allowed, whatToDo });
  }
  return ok({ requests: [...queue.requests, { id, job, action, recordIds, status: 'queued' }] });
}

/** What the queue would accept for a job. */
function allowedSteps(queue: RequestQueue, job: string): readonly AllowedStep[] {
  const open = openOf(queue, job);
  const [first] = open;
  return [
    ...(first === undefined ? [] : stepsOf(first)),
    ...(open.length < mostQueuedRequests ? [{ type: 'enqueue', job } as const] : []),
  ];
}

function stepsOf({ id, status }: QueuedRequest): readonly AllowedStep[] {
  return status === 'queued'
    ? [{ type: 'start', id }]
    : [
        { type: 'complete', id },
        { type: 'fail', id },
      ];
}

/** The open requests of a job, the oldest first. */
function openOf({ requests }: RequestQueue, job: string): readonly QueuedRequest[] {
  return requests.filter((one) => isOpen(one) && isSameJob(one.job, job));
}

function jobsOf({ requests }: RequestQueue): readonly string[] {
  return [...new Set(requests.map(({ job }) => job))];
}

/** The ids of the rows that completed dismissals have removed. */
export function dismissedBy({ requests }: RequestQueue): ReadonlySet<string> {
  return new Set(requests.filter(hasDismissed).flatMap(({ recordIds }) => recordIds));
}
