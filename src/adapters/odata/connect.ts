import type { TokenCredential } from '@azure/core-auth';
import { err, ok, type Result } from 'neverthrow';
import pLimit from 'p-limit';
import { type Unknown, unknown } from '../../facts/fact.js';
import { authenticationPolicy } from './authentication.js';
import { bodyPolicy } from './body.js';
import { failureOfError, failureOfSignIn } from './failure-of-error.js';
import { type Advice, failureOfResponse } from './failure-of-response.js';
import { hasInStreamError } from './in-stream-error.js';
import { isLoopback } from './is-loopback.js';
import { makePipeline } from './pipeline.js';
import { proxyFor } from './proxy.js';
import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  defaultRetryPolicy,
  formDataPolicyName,
  type HttpClient,
  type HttpMethods,
  type Pipeline,
  type PipelineResponse,
  retryPolicy,
} from './rest-pipeline.js';
import { defaultRetryBudget, type RetryBudget, retryStrategy } from './retry.js';
import type { JsonAnswer, Service } from './service.js';
import { notSentInSession, sessionAdvice, whyNotOfTab } from './session.js';

/**
 * How a live adapter reaches its service.
 * @public
 */
export interface Connection {
  /**
   * Signs in: any credential of `@azure/identity`, or an object with `getToken`. `'session'` is the session of the browser tab in which
   * this runs: no token is sent, nothing but GET, and only to the host of the tab.
   */
  readonly credential: TokenCredential | 'session';
  /** Sends the requests; by default, the platform's own client. With `'session'`, whoever gives one says with it whose session it is. */
  readonly httpClient?: HttpClient | undefined;
  /** How often, and after which pause, a failed request is repeated. */
  readonly retry?: Partial<RetryBudget> | undefined;
}

/** One service: its address, how to sign in, and what a person can do when it refuses. */
interface ServiceDescription extends Connection {
  readonly baseUrl: string;
  readonly scope: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly advice: Advice;
}

/** The services allow 52 at a time for a user; the remainder is left for other requests. */
const mostRequestsAtATime = 40;

/** Opens a service. Nothing is sent before the first request. */
export function connect(description: ServiceDescription): Service {
  const { baseUrl, credential, httpClient = createDefaultHttpClient(), headers } = description;
  const isSession = credential === 'session';
  const advice = isSession ? sessionAdvice(description.advice) : description.advice;
  const isOfTab = isSession && description.httpClient === undefined;
  const problem = whyUrlIsUnfit(baseUrl) ?? (isOfTab ? whyNotOfTab(baseUrl) : undefined);
  const isInsecure = baseUrl.toLowerCase().startsWith('http:');
  const retry = { ...defaultRetryBudget, ...description.retry };
  const signInFailures = new Set<unknown>();
  const pipeline = problem === undefined ? pipelineOf() : undefined;
  const limit = pLimit(mostRequestsAtATime);

  return {
    baseUrl,
    get: (url, what, signal) => limit(() => send('GET', url, what, signal)),
    act: async (url, what, signal) =>
      isSession ? err(notSentInSession(what)) : limit(() => send('POST', url, what, signal)),
  };

  async function send(
    method: HttpMethods,
    url: string,
    what: string,
    signal: AbortSignal,
  ): Promise<Result<JsonAnswer, Unknown>> {
    if (pipeline === undefined) return err(unknown('not-connected', problem));
    const target = /^https?:/i.test(url) ? url : `${baseUrl}${url}`;
    const request = createPipelineRequest({
      url: target,
      method,
      headers: createHttpHeaders({ Accept: 'application/json', ...headers, ...headersOf(target) }),
      abortSignal: AbortSignal.any([signal]), // one for each request: Node warns of many listeners on one signal
      allowInsecureConnection: isInsecure,
      ...(isSession ? { requestOverrides: { redirect: 'manual' } } : {}), // a browser would follow one to the page that signs in
    });
    try {
      const response = await pipeline.sendRequest(httpClient, request);
      return response.status >= 200 && response.status < 300
        ? jsonOf(response, target, what, advice)
        : err(failureOfResponse(refusalOf(response), what, advice));
    } catch (error) {
      if (signal.aborted) return err(unknown('aborted'));
      return err(signInFailures.has(error) ? failureOfSignIn(error, target) : failureOfError(error, target, what));
    }
  }

  /** With our own budget for retries. */
  function pipelineOf(): Pipeline {
    const made = makePipeline();
    made.removePolicy({ name: defaultRetryPolicy().name });
    made.removePolicy({ name: formDataPolicyName }); // no request has a body, and the policy would make Node load its own client
    made.addPolicy(retryPolicy([retryStrategy(retry)], { maxRetries: retry.maxRetries }), { phase: 'Retry' });
    made.addPolicy(bodyPolicy(), { afterPhase: 'Retry' });
    if (credential === 'session') return made;
    const sign = authenticationPolicy({
      credential,
      scope: description.scope,
      onFailure: (error) => signInFailures.add(error),
    });
    made.addPolicy(sign, { phase: 'Sign' });
    return made;
  }
}

function refusalOf({ status, bodyAsText, headers }: PipelineResponse) {
  return { status, bodyAsText, asksToWait: headers.has('retry-after') };
}

/**
 * Lists inside rows may come from an outdated cache, unless requested like this. Source: *Compose HTTP requests*, Dataverse.
 */
function headersOf(url: string): Readonly<Record<string, string>> {
  return /[?&](?:\$|%24)expand=/i.test(url) ? { 'If-None-Match': 'null' } : {};
}

function jsonOf(
  { status, headers, bodyAsText }: PipelineResponse,
  url: string,
  what: string,
  advice: Advice,
): Result<JsonAnswer, Unknown> {
  if (status !== 200) return err(unknown('malformed', `${status}: ${what} answered with nothing, or with a part`));
  if (bodyAsText === null)
    return err(unknown('malformed', `${what} answered with text that is not in the character set that it names`));
  const type = headers.get('content-type') ?? '';
  if (!/\bjson\b/i.test(type)) {
    const isPage = /html/i.test(type) || /^\s*</.test(bodyAsText ?? '');
    return err(
      isPage
        ? unknown(advice.pageReason ?? 'malformed', advice.page(what))
        : unknown('malformed', `${what} answered with something that is not JSON`),
    );
  }
  try {
    const json: unknown = JSON.parse((bodyAsText ?? '').replace(/^\uFEFF/, ''));
    return hasInStreamError(json)
      ? err(unknown('malformed', `${what} answered with an error after the rows: rows are missing`))
      : ok({ json, url });
  } catch {
    return err(unknown('malformed', `${what} answered with JSON that is truncated or broken`));
  }
}

/** Why nothing may be sent to a URL: a token goes over TLS, or stays on this machine. */
export function whyUrlIsUnfit(url: string): string | undefined {
  if (!URL.canParse(url)) return 'the address is not a URL: expected https://…';
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return 'the address holds a user name or password: leave them out';
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname)))
    return 'the address is not https: plain http is for this machine only';
  return proxyFor(url).match(
    () => undefined,
    (problem) => problem,
  );
}
