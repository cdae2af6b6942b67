import { err, ok, type Result } from 'neverthrow';
import { guidKey, nameKey } from '../facts/keys.js';
import type { Fault } from '../fault.js';
import {
  hasDismissed,
  isOpen,
  mostQueuedRequests,
  mostRecordsPerRequest,
  type QueuedRequest,
  type SyncErrorRequest,
} from './request.js';

/** Requests in the order of their creation, for any number of jobs. Every step costs as much as its own rows, however many requests there are. */
export interface RequestQueue {
  /** Plain data that survives JSON. */
  requests(): readonly QueuedRequest[];
  find(id: string): QueuedRequest | undefined;
  /** The ids of the rows that completed dismissals have removed. */
  dismissed(): ReadonlySet<string>;
  /**
   * The request after a step: `queued`, then `running`, then `completed` or `failed`; or a {@link QueueFault}. The queue itself
   * does not change. For each job, at most {@link mostQueuedRequests} wait or run, one at a time runs, and the oldest comes
   * first; a row is in at most one open request, and in none after it was dismissed.
   *
   * A model of Microsoft's preview feature. Source: *Manage errors in dual-write async*, 2026-01-14.
   */
  after(step: QueueStep): Result<QueuedRequest, QueueFault>;
  /** Adds a request, or replaces the one with its id. */
  put(request: QueuedRequest): void;
}

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
 * A queue of requests.
 *
 * @example
 * ```ts
 * const queue = requestQueue();
 * queue.after({ type: 'enqueue', request }).map(queue.put);
 * ```
 */
export function requestQueue(given: Iterable<QueuedRequest> = []): RequestQueue {
  const byId = new Map<string, QueuedRequest>();
  /** By job: the ids of what waits or runs, the oldest first. */
  const openByJob = new Map<string, Set<string>>();
  /** By row: how many requests keep it. */
  const keepers = new Map<string, number>();
  for (const request of given) put(request);
  return { requests: () => [...byId.values()], find: (id) => byId.get(id), dismissed, after, put };

  function put(request: QueuedRequest): void {
    const before = byId.get(request.id);
    if (before !== undefined && keepsRows(before)) count(before, -1);
    if (keepsRows(request)) count(request, 1);
    byId.set(request.id, request);
    const key = nameKey(request.job);
    const open = openByJob.get(key) ?? new Set();
    openByJob.set(key, open);
    if (isOpen(request)) open.add(request.id);
    else open.delete(request.id);
  }

  function count({ recordIds }: QueuedRequest, by: 1 | -1): void {
    for (const id of recordIds) {
      const key = guidKey(id);
      const times = (keepers.get(key) ?? 0) + by;
      if (times > 0) keepers.set(key, times);
      else keepers.delete(key);
    }
  }

  function dismissed(): ReadonlySet<string> {
    return new Set([...byId.values()].filter(hasDismissed).flatMap(({ recordIds }) => recordIds));
  }

  function after(step: QueueStep): Result<QueuedRequest, QueueFault> {
    return step.type === 'enqueue' ? enqueued(step.request) : advanced(step);
  }

  function advanced(step: RequestProgress): Result<QueuedRequest, QueueFault> {
    const { id, type } = step;
    const request = byId.get(id);
    if (request === undefined) {
      const jobs = new Set([...byId.values()].map(({ job }) => job));
      const allowed = [...jobs].flatMap(allowedSteps);
      const whatToDo = 'Enqueue the request before anything else.';
      return err({ type: 'unknown-request', because: `there is no request ${id}`, id, allowed, whatToDo });
    }
    const { status, job } = request;
    const allowed = allowedSteps(job);
    if (status !== (type === 'start' ? 'queued' : 'running')) {
      const because = `request ${id} is ${status} and cannot ${type}`;
      return err({ type: 'wrong-status', because, id, status, allowed, whatToDo: adviceByStatus[status] });
    }
    const [first = id] = openOf(job);
    if (first !== id) {
      const because = `it is not the turn of ${id}: the requests of a job run one after the other, the oldest first`;
      return err({ type: 'not-its-turn', because, id, first, allowed, whatToDo: `Wait until ${first} has ended.` });
    }
    return ok({ ...request, status: statusAfter[type], ...(step.type === 'fail' ? { because: step.because } : {}) });
  }

  function enqueued({ id, job, action, recordIds }: SyncErrorRequest): Result<QueuedRequest, QueueFault> {
    const allowed = allowedSteps(job);
    if (byId.has(id)) {
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
    const open = openOf(job);
    if (open.length >= mostQueuedRequests) {
      const because = `${open.length} requests of ${job} are waiting or running, and the limit is ${mostQueuedRequests}`;
      const whatToDo = 'Wait until one of them has ended.';
      return err({ type: 'queue-full', because, job, open, allowed, whatToDo });
    }
    const doubled = takenOf(recordIds);
    if (doubled.length > 0) {
      const because =
        'another open request contains some of the rows, a dismissal has removed them, or this request contains them twice';
      const whatToDo = 'Leave these rows out.';
      return err({ type: 'records-taken', because, id, recordIds: doubled, allowed, whatToDo });
    }
    return ok({ id, job, action, recordIds, status: 'queued' });
  }

  /** The rows that another request keeps, or that are there twice. */
  function takenOf(recordIds: readonly string[]): readonly string[] {
    const seen = new Set<string>();
    return recordIds.filter((recordId) => {
      const key = guidKey(recordId);
      const isTaken = keepers.has(key) || seen.has(key);
      seen.add(key);
      return isTaken;
    });
  }

  /** What the queue would accept for a job. */
  function allowedSteps(job: string): readonly AllowedStep[] {
    const open = openOf(job);
    const first = byId.get(open[0] ?? '');
    return [
      ...(first === undefined ? [] : stepsOf(first)),
      ...(open.length < mostQueuedRequests ? [{ type: 'enqueue', job } as const] : []),
    ];
  }

  function openOf(job: string): readonly string[] {
    return [...(openByJob.get(nameKey(job)) ?? [])];
  }
}

/** Whether the rows of a request are kept out of others. */
function keepsRows(request: QueuedRequest): boolean {
  return isOpen(request) || hasDismissed(request);
}

const statusAfter = { start: 'running', complete: 'completed', fail: 'failed' } as const;

const adviceByStatus: Readonly<Record<QueuedRequest['status'], string>> = {
  queued: 'Start the request before it ends.',
  running: 'Complete or fail the request: it is already running.',
  completed: 'Nothing: the request has ended. Plan a new one for rows that still exist.',
  failed: 'Nothing: the request has ended. Plan a new one for rows that still exist.',
};

function stepsOf({ id, status }: QueuedRequest): readonly AllowedStep[] {
  return status === 'queued'
    ? [{ type: 'start', id }]
    : [
        { type: 'complete', id },
        { type: 'fail', id },
      ];
}
