import { errAsync, okAsync } from 'neverthrow';
import { guidKey } from '../facts/keys.js';
import { faultInWords } from '../fault.js';
import type { SyncErrorRecord } from './record.js';
import type { SyncErrorRequest } from './request.js';
import { dismissedBy, emptyQueue, type RequestQueue, stepQueue } from './request-queue.js';
import { idKeys } from './select-sync-errors.js';
import type { SubmitAnswer, SyncErrorLedger } from './sync-error-store.js';

/**
 * A store that holds rows and queue in memory and enforces the documented limits. It sends nothing: `advance` moves
 * its requests on. A repeated request is accepted again without a second effect.
 *
 * Microsoft labels the feature as a preview. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @example
 * ```ts
 * const store = memorySyncErrorStore({ records });
 * await runRequests(plan, store);
 * ```
 * @public
 */
export function memorySyncErrorStore(
  start: { readonly records?: Iterable<SyncErrorRecord> | undefined; readonly queue?: RequestQueue | undefined } = {},
): SyncErrorLedger {
  const rows = [...(start.records ?? [])];
  let queue = start.queue ?? emptyQueue;
  return {
    submit: async (request) => {
      const [answer, next] = submitTo(queue, request);
      queue = next;
      return answer;
    },
    lookUp: async (id) => (queue.requests.some((request) => request.id === id) ? 'arrived' : 'absent'),
    add: (records) => {
      for (const record of [...records]) rows.push(record);
      return okAsync(undefined);
    },
    records: async function* () {
      const dismissed = idKeys(dismissedBy(queue));
      for (const record of [...rows]) if (!dismissed.has(guidKey(record.id))) yield record;
    },
    requests: () => okAsync(queue.requests),
    dismissed: () => okAsync(dismissedBy(queue)),
    advance: (step) =>
      stepQueue(queue, step).match(
        (next) => {
          queue = next;
          return okAsync(undefined);
        },
        (fault) => errAsync(fault),
      ),
  };
}

/** The answer of a queue to a request, and the queue afterward. */
export function submitTo(queue: RequestQueue, request: SyncErrorRequest): readonly [SubmitAnswer, RequestQueue] {
  return stepQueue(queue, { type: 'enqueue', request }).match(
    (next): readonly [SubmitAnswer, RequestQueue] => [{ status: 'accepted' }, next],
    (fault) => [
      fault.type === 'request-exists' ? { status: 'accepted' } : { status: 'refused', because: faultInWords(fault) },
      queue,
    ],
  );
}
