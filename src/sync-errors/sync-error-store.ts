import type { ResultAsync } from 'neverthrow';
import type { SyncErrorRecord } from './record.js';
import type { QueuedRequest, SyncErrorRequest } from './request.js';
import type { QueueFault, RequestProgress } from './request-queue.js';

/**
 * The target of requests: the port that consumers implement for their access to Microsoft's queue.
 *
 * Dual-write async is a preview feature, and no API is documented for this.
 * @public
 */
export interface SyncErrorStore {
  /**
   * Sends one request. It resolves when the request is accepted (`accepted`) or certainly not accepted (`refused`). A thrown error means
   * that the outcome is not known, so a time-out must be thrown and never answered with `refused`.
   *
   * A store should treat a request whose id it has already seen as accepted, without a second effect.
   */
  submit(request: SyncErrorRequest, options: { readonly signal?: AbortSignal | undefined }): Promise<SubmitAnswer>;
  /**
   * Whether a request has arrived, by its id. `absent` guarantees that it has not arrived and will not; if that is not certain –
   * the first attempt may still be on its way – the answer is `unknown`.
   */
  lookUp(
    requestId: string,
    options: { readonly signal?: AbortSignal | undefined },
  ): Promise<'arrived' | 'absent' | 'unknown'>;
}

/**
 * The answer of a store to a request.
 * @public
 */
export type SubmitAnswer = { readonly status: 'accepted' } | { readonly status: 'refused'; readonly because: string };

/**
 * A store that also holds the rows and the queue, for tests, rehearsals and copies of exported rows.
 * `Fault` is what else can go wrong, besides invalid steps.
 * @public
 */
export interface SyncErrorLedger<Fault = never> extends SyncErrorStore {
  /** Adds all of the rows or none. */
  add(records: Iterable<SyncErrorRecord>): ResultAsync<void, Fault>;
  /** The rows in the order in which they were added, without those that were dismissed. */
  records(): AsyncIterable<SyncErrorRecord>;
  /** Every request, in the order of creation. */
  requests(): ResultAsync<readonly QueuedRequest[], Fault>;
  /** The ids of the rows that completed dismissals have removed. */
  dismissed(): ResultAsync<ReadonlySet<string>, Fault>;
  /** Starts, completes or fails a request. When a dismissal completes, its rows are removed. */
  advance(step: RequestProgress): ResultAsync<void, Fault | QueueFault>;
}
