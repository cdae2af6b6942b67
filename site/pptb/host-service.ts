import { err, ok, type Result } from 'neverthrow';
import pLimit from 'p-limit';
import { isRecord, textOf } from '../../src/adapters/lenient-json.js';
import { hasInStreamError } from '../../src/adapters/odata/in-stream-error.js';
import type { JsonAnswer, Service } from '../../src/adapters/odata/service.js';
import { type Unknown, unknown } from '../../src/facts/fact.js';
import { hostKey } from '../../src/facts/keys.js';
import { failureOfError, failureOfHost, type HostFailure } from './host-failure.js';
import type { ConnectionTarget, HostConnection, ToolboxHost } from './toolbox-host.js';

/** How often a request that failed is sent again, and the milliseconds before the first time; each further one waits twice as long. */
export interface HostRetry {
  readonly maxRetries: number;
  readonly delayMs: number;
}

interface HostServiceOptions {
  readonly host: ToolboxHost;
  readonly target: ConnectionTarget;
  /** The connection when the reading began. */
  readonly connection: HostConnection;
  /** Called if the tool has another connection now: nothing more may be read, and nothing that was read may be used. */
  readonly onSwitched: () => void;
  /** Ends every request; what has not been read then is unknown. */
  readonly stop: AbortSignal;
  readonly retry: HostRetry;
}

/** All requests go through one program, which other tools use too. */
const mostRequestsAtATime = 8;

/**
 * The Web API of Dataverse through ToolBox, which signs in, and sends GET requests to the connection that the tool has at that
 * moment. An answer counts only if that is still the connection with which the reading began.
 */
export function hostService({ host, target, connection, onSwitched, stop, retry }: HostServiceOptions): Service {
  const baseUrl = `${new URL(connection.url).origin}/api/data/v9.2/`;
  const name = new URL(baseUrl).host;
  const limit = pLimit(mostRequestsAtATime);
  return {
    baseUrl,
    get: (url, what, signal) => limit(() => get(url, what, AbortSignal.any([signal, stop]))),
    act: async (_url, what) => err(unknown('not-provided', `${what}: nothing but reads is sent through ToolBox`)),
  };

  async function get(url: string, what: string, signal: AbortSignal): Promise<Result<JsonAnswer, Unknown>> {
    const path = pathOf(url, baseUrl);
    if (path === undefined)
      return err(unknown('malformed', `${what}: its address is not one of the Web API of ${name}`));
    for (let repeated = 0; ; repeated += 1) {
      if (signal.aborted) return err(unknown('aborted'));
      const answer = await answerTo(path, what, signal);
      if (answer.isOk()) return ok(answer.value);
      if (!answer.error.isPassing || repeated === retry.maxRetries) return err(answer.error.fact);
      await pause(retry.delayMs * 2 ** repeated, signal);
    }
  }

  async function answerTo(path: string, what: string, signal: AbortSignal): Promise<Result<JsonAnswer, HostFailure>> {
    const answer = await untilAborted(
      host.queryData(path, target).then(
        (json) => jsonOf(json, what),
        (thrown) => err(failureOfHost(thrown, what, name)),
      ),
      signal,
    );
    if (answer === undefined) return err(final(unknown('aborted')));
    if (!(await isSameConnection())) {
      onSwitched();
      return err(final(unknown('aborted', 'the connection was switched')));
    }
    return answer.map((json) => ({ json, url: new URL(path, baseUrl).href }));
  }

  async function isSameConnection(): Promise<boolean> {
    const now = await host.connection(target).catch(() => undefined);
    return now !== undefined && isSame(now, connection);
  }

  function jsonOf(json: unknown, what: string): Result<unknown, HostFailure> {
    if (!isRecord(json)) return err(final(unknown('malformed', `${what} answered with something that is not JSON`)));
    if (hasInStreamError(json) && !Array.isArray(json.value)) return err(failureOfError(json.error, what, name));
    if (hasInStreamError(json))
      return err(final(unknown('malformed', `${what} answered with an error after the rows: rows are missing`)));
    const context = hostKey(textOf(json, '@odata.context'));
    if (context !== undefined && context !== hostKey(connection.url))
      return err(final(unknown('malformed', `${what} was answered by another environment, ${context}`)));
    return ok(json);
  }
}

/** Whether two connections lead to the same environment as the same person. */
export function isSame(one: HostConnection, other: HostConnection): boolean {
  return one.id === other.id && hostKey(one.url) === hostKey(other.url);
}

function final(fact: Unknown): HostFailure {
  return { fact, isPassing: false };
}

/** What ToolBox takes as a path: what follows the address of the Web API, of any version; `undefined` for any other address. */
function pathOf(url: string, baseUrl: string): string | undefined {
  if (!URL.canParse(url, baseUrl)) return undefined;
  const { origin, pathname, search } = new URL(url, baseUrl);
  if (origin !== new URL(baseUrl).origin) return undefined;
  const path = /^\/api\/data\/v\d+\.\d+\/(.+)$/.exec(pathname)?.[1];
  return path === undefined ? undefined : `${path}${search}`;
}

/** ToolBox ends no request early: its answer is not waited for. `undefined` if the signal is aborted first. */
function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(undefined);
    signal.addEventListener('abort', giveUp, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    if (signal.aborted) giveUp();
  });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<unknown> {
  return untilAborted(new Promise((resolve) => setTimeout(resolve, milliseconds)), signal);
}
