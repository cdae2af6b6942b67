import { okAsync } from 'neverthrow';
import { guidKey } from '../facts/keys.js';
import { type Fault, faultInWords } from '../fault.js';
import type { SyncErrorRecord } from './record.js';
import type { QueuedRequest } from './request.js';
import { type QueueFault, requestQueue } from './request-queue.js';
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
  start: {
    readonly records?: Iterable<SyncErrorRecord> | undefined;
    readonly queue?: { readonly requests: readonly QueuedRequest[] } | undefined;
  } = {},
): SyncErrorLedger {
  const rows = [...(start.records ?? [])];
  const queue = requestQueue(start.queue?.requests);
  return {
    submit: async (request) => queue.after({ type: 'enqueue', request }).map(queue.put).match(accepted, refused),
    lookUp: async (id) => (queue.find(id) === undefined ? 'absent' : 'arrived'),
    add: (records) => {
      for (const record of [...records]) rows.push(record);
      return okAsync(undefined);
    },
    records: async function* () {
      const dismissed = idKeys(queue.dismissed());
      for (const record of [...rows]) if (!dismissed.has(guidKey(record.id))) yield record;
    },
    requests: () => okAsync(queue.requests()),
    dismissed: () => okAsync(queue.dismissed()),
    advance: (step) =>
      queue
        .after(step)
        .map(queue.put)
        .asyncMap(async () => undefined),
  };
}

export function accepted(): SubmitAnswer {
  return { status: 'accepted' };
}

/** The answer where a queue does not take a request. One that it has already is accepted again, without a second effect. */
export function refused(fault: Fault | QueueFault): SubmitAnswer {
  return fault.type === 'request-exists' ? accepted() : { status: 'refused', because: faultInWords(fault) };
}
