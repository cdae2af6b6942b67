import type { ResultAsync } from 'neverthrow';
import type { SyncErrorRecord } from './record.js';
import type { QueuedRequest, SyncErrorRequest } from './request.js';
import type { QueueFault, RequestProgress } from './request-queue.js';

/**
 * Where requests go: the port that consumers implement over whatever reaches the vendor's queue.
 *
 * Dual-write async is a preview feature of the vendor, and no interface of its own is documented for this.
 * @public
 */
export interface SyncErrorStore {
  /**
   * Asks for one request. It answers when the request is taken (`accepted`) or certainly is not (`refused`). Anything thrown
   * means that nobody knows; so a time-out must be thrown, never answered with `refused`.
   *
   * A store does well to take a request whose id it has seen as accepted, without a second effect.
   */
  submit(request: SyncErrorRequest, options: { readonly signal?: AbortSignal | undefined }): Promise<SubmitAnswer>;
  /**
   * Whether a request has arrived, by its id. `absent` promises that it has not and will not any more; where that is open – the
   * first attempt may still be on its way – the answer is `unknown`.
   */
  lookUp(
    requestId: string,
    options: { readonly signal?: AbortSignal | undefined },
  ): Promise<'arrived' | 'absent' | 'unknown'>;
}

/**
 * What a store says to a request.
 * @public
 */
export type SubmitAnswer = { readonly status: 'accepted' } | { readonly status: 'refused'; readonly because: string };

/**
 * A store of one's own that holds the rows and the queue too, for tests, rehearsals and copies of exported rows.
 * `Fault` is what else can go wrong with it, besides illegal steps.
 * @public
 */
export interface SyncErrorLedger<Fault = never> extends SyncErrorStore {
  /** Adds rows; all of them or none. */
  add(records: Iterable<SyncErrorRecord>): ResultAsync<void, Fault>;
  /** The rows in the order in which they were added, without those that were dismissed. */
  records(): AsyncIterable<SyncErrorRecord>;
  /** Every request, in the order of creation. */
  requests(): ResultAsync<readonly QueuedRequest[], Fault>;
  /** The ids of the rows that completed dismissals have removed. */
  dismissed(): ResultAsync<ReadonlySet<string>, Fault>;
  /** Starts, completes or fails a request. When a dismissal completes, its rows are gone. */
  advance(step: RequestProgress): ResultAsync<void, Fault | QueueFault>;
}
