import { guidKey, nameKey } from '../facts/keys.js';

/**
 * The action of a request: `retry` sends rows again, `dismiss` permanently removes them.
 * @public
 */
export type SyncErrorAction = 'retry' | 'dismiss';

/**
 * One request: rows of one job, to be retried or dismissed. Plain data that survives JSON.
 *
 * Source: *Manage errors in dual-write async*, 2026-01-14 (a preview feature).
 * @public
 */
export interface SyncErrorRequest {
  /**
   * Derived from job, action and the ids of the rows, and from how often the same was requested before: a store that knows
   * it already has the request.
   */
  readonly id: string;
  readonly job: string;
  readonly action: SyncErrorAction;
  /** The ids of the rows, in the order in which they were selected. */
  readonly recordIds: readonly string[];
}

/**
 * A request and its state. `queued` and `running` requests occupy places in the queue.
 * @public
 */
export interface QueuedRequest extends SyncErrorRequest {
  readonly status: 'queued' | 'running' | 'completed' | 'failed';
  /** Why it failed. */
  readonly because?: string | undefined;
}

/**
 * How many requests of one job may wait or run at a time: five.
 *
 * The source (*Manage errors in dual-write async*, 2026-01-14) does not say whether a running one still counts; here it does.
 */
export const mostQueuedRequests = 5;

/** How many rows one request may hold: 10,000 (*Manage errors in dual-write async*, 2026-01-14). */
export const mostRecordsPerRequest = 10_000;

/** Whether a request occupies a place, and keeps its rows from other requests. */
export function isOpen({ status }: QueuedRequest): boolean {
  return status === 'queued' || status === 'running';
}

/** Whether the rows of a request are permanently removed. */
export function hasDismissed({ action, status }: QueuedRequest): boolean {
  return action === 'dismiss' && status === 'completed';
}

/** Whether two names are the same job. */
export function isSameJob(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** The id of a request: the same for the same job, action and rows, whatever their order; `repetition` counts from 0. */
export function requestIdOf({ job, action, recordIds }: Omit<SyncErrorRequest, 'id'>, repetition: number): string {
  const content = JSON.stringify([action, nameKey(job), recordIds.map(guidKey).sort()]);
  return `${action}-${hashOf(content)}${repetition === 0 ? '' : `-${repetition + 1}`}`;
}

/** 128 bits in hexadecimal. Not against attackers: someone who can choose ids of rows gains nothing from a collision. */
function hashOf(text: string): string {
  const lanes = Uint32Array.of(0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef);
  const factors = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    for (let lane = 0; lane < 4; lane += 1) {
      const mixed = Math.imul((lanes[lane] ?? 0) ^ code, factors[lane] ?? 1);
      lanes[lane] = mixed ^ (mixed >>> (13 + lane)) ^ (lanes[(lane + 1) % 4] ?? 0);
    }
  }
  // The last characters must affect every bit too.
  for (let round = 0; round < 8; round += 1) {
    for (let lane = 0; lane < 4; lane += 1) {
      const mixed = Math.imul((lanes[lane] ?? 0) ^ (lanes[(lane + 3) % 4] ?? 0), factors[lane] ?? 1);
      lanes[lane] = mixed ^ (mixed >>> 15);
    }
  }
  return [...lanes].map((lane) => lane.toString(16).padStart(8, '0')).join('');
}
