import { tooLarge } from './body.js';
import type { PipelineResponse, RetryStrategy } from './rest-pipeline.js';

/**
 * How long a request is retried.
 * @public
 */
export interface RetryBudget {
  /** The maximum number of retries of one request. */
  readonly maxRetries: number;
  /** Milliseconds before the first repetition; each further one waits twice as long. */
  readonly delayMs: number;
}

export const defaultRetryBudget: RetryBudget = { maxRetries: 4, delayMs: 500 };

/** If a service requests a longer pause, the request is given up: waiting that long for a health check is not useful. */
const longestPauseMs = 20_000;

const worthRepeating: ReadonlySet<number> = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504]);

/**
 * Repeats requests that may succeed the next time, and waits as long as the service requests (`Retry-After`), with a minimum.
 * Only reads are sent, so every request may be repeated.
 */
export function retryStrategy({ delayMs }: RetryBudget): RetryStrategy {
  return {
    name: 'reads',
    retry: ({ retryCount, response, responseError }) => {
      const status = response?.status ?? responseError?.statusCode; // the second one is the response of a proxy
      const isPassing = status === undefined ? isPassingFault(responseError?.code) : worthRepeating.has(status);
      const asked = response && pauseAskedFor(response);
      const pause = asked === undefined ? delayMs * 2 ** retryCount : Math.max(asked, delayMs);
      return isPassing && pause <= longestPauseMs ? { retryAfterInMs: pause } : { skipStrategy: true };
    },
  };
}

/** A name that does not resolve, or an invalid certificate, will not change within a second. */
function isPassingFault(code: string | undefined): boolean {
  return code !== 'ENOTFOUND' && code !== tooLarge && !/CERT|TLS|SSL|UNABLE_TO/.test(code ?? '');
}

/** Milliseconds, less than 0 for a time that has passed; the header holds seconds or a date. */
function pauseAskedFor({ headers }: PipelineResponse): number | undefined {
  const asked = headers.get('retry-after') ?? '';
  if (/^\d+(\.\d+)?$/.test(asked)) return Number(asked) * 1_000;
  const until = Date.parse(asked);
  return Number.isNaN(until) ? undefined : until - Date.now();
}
