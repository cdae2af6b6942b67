/**
 * One thing that is asked for. Plain data that survives JSON.
 * @public
 */
export type ActivityRequest = {
  /**
   * The same for the same thing in the same situation: once the log tells what came of it, asking again has another id. A port
   * that knows it has the request already.
   */
  readonly id: string;
  readonly map: string;
} & (
  | {
      readonly type: 'rerun-initial-sync';
      readonly executionId?: string | undefined;
      readonly legalEntity?: string | undefined;
      /** `without-errors`: only what is new since, not the records that failed. */
      readonly records: 'all' | 'without-errors';
    }
  | { readonly type: 'retry-catch-up-error'; readonly recordId: string }
  | { readonly type: 'download-error-log'; readonly log: string }
);

/**
 * What a port says to a request: `done` – the execution was started, the record was written, or `content` is the log; `failed` –
 * the record was retried and could not be written; `refused` – certainly nothing has happened.
 * @public
 */
export type ActivityAnswer =
  | { readonly status: 'done'; readonly content?: string | undefined }
  | { readonly status: 'failed' | 'refused'; readonly because: string };

/**
 * Where requests go: the port that consumers implement over whatever reaches the Dual-write page. No interface is documented for
 * it.
 * @public
 */
export interface ActivityPort {
  /** Asks for one thing. Anything thrown means that nobody knows; so a time-out must be thrown, never answered with `refused`. */
  submit(request: ActivityRequest, options: { readonly signal?: AbortSignal | undefined }): Promise<ActivityAnswer>;
  /**
   * Whether a request has arrived, by its id. `absent` promises that it has not and will not any more; where that is open, the
   * answer is `unknown`.
   */
  lookUp(
    requestId: string,
    options: { readonly signal?: AbortSignal | undefined },
  ): Promise<'arrived' | 'absent' | 'unknown'>;
}
