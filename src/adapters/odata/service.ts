import type { Result } from 'neverthrow';
import type { Unknown } from '../../facts/fact.js';

/** Sends single requests and returns JSON, or the unknown fact for the failure. */
export interface Service {
  /** The base of relative addresses. */
  readonly baseUrl: string;
  /** GET. `url` is absolute, or relative to the base of the service; `what` names the requested data, for people. */
  get(url: string, what: string, signal: AbortSignal): Promise<Result<JsonAnswer, Unknown>>;
  /** POST without a body: for actions that only read. */
  act(url: string, what: string, signal: AbortSignal): Promise<Result<JsonAnswer, Unknown>>;
}

export interface JsonAnswer {
  readonly json: unknown;
  /** Where the response came from: links in it are relative to this. */
  readonly url: string;
  /** Why its rows are not all rows, where that is known beforehand. */
  readonly lack?: string | undefined;
}
