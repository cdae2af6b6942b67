/**
 * One request. Plain data that survives JSON.
 * @public
 */
export type ActivityRequest = {
  /**
   * The same for the same request in the same situation: once the log shows its result, a new request has another id. A
   * port that knows it already has the request.
   */
  readonly id: string;
  readonly map: string;
} & (
  | {
      readonly type: 'rerun-initial-sync';
      readonly executionId?: string | undefined;
      readonly legalEntity?: string | undefined;
      /** `without-errors`: only records that are new since then, not the ones that failed. */
      readonly records: 'all' | 'without-errors';
    }
  | { readonly type: 'retry-catch-up-error'; readonly recordId: string }
  | { readonly type: 'download-error-log'; readonly log: string }
);

/**
 * The answer of a port to a request: `done` – the execution was started, the record was written, or `content` is the log;
 * `failed` – the record was retried and could not be written; `refused` – certainly nothing has happened.
 * @public
 */
export type ActivityAnswer =
  | { readonly status: 'done'; readonly content?: string | undefined }
  | { readonly status: 'failed' | 'refused'; readonly because: string };

/**
 * The target of requests: the port that consumers implement for their access to the Dual-write page. No API is documented
 * for it.
 * @public
 */
export interface ActivityPort {
  /**
   * Sends one request. A thrown error means that the outcome is not known, so a time-out must be thrown and never answered with
   * `refused`.
   */
  submit(request: ActivityRequest, options: { readonly signal?: AbortSignal | undefined }): Promise<ActivityAnswer>;
  /**
   * Whether a request has arrived, by its id. `absent` guarantees that it has not arrived and will not; if that is not certain,
   * the answer is `unknown`.
   */
  lookUp(
    requestId: string,
    options: { readonly signal?: AbortSignal | undefined },
  ): Promise<'arrived' | 'absent' | 'unknown'>;
}
