import { Readable } from 'node:stream';
import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
  RestError,
} from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect, whyUrlIsUnfit } from '../../../src/adapters/odata/connect.js';
import type { Advice } from '../../../src/adapters/odata/failure-of-response.js';
import { signInFault } from '../../../src/adapters/odata/sign-in-fault.js';

/*
 * Single requests over a client without a network: what is sent, what is repeated, and what each answer means.
 */

const baseUrl = 'https://contoso.crm4.dynamics.com/api/data/v9.2/';
const scope = 'https://contoso.crm4.dynamics.com/.default';
const advice: Advice = {
  signIn: 'sign in as a user of the environment',
  permission: (what) => `the account needs a role that can read ${what}`,
  refusals: new Map([['0x80072560', 'add the user to the environment']]),
  absence: (what) => `there is no ${what}`,
  page: (what) => `${what} answered with a web page`,
};

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A client that sends nothing: `answer` decides, and everything that it was asked is kept. */
function clientOf(answer: (request: PipelineRequest, times: number) => Answer | Promise<Answer>) {
  const asked: PipelineRequest[] = [];
  const httpClient: HttpClient = {
    async sendRequest(request): Promise<PipelineResponse> {
      // As it is now: the same request is sent again when it is repeated.
      asked.push({ ...request, headers: createHttpHeaders(request.headers.toJSON({ preserveCase: true })) });
      const {
        status = 200,
        headers = { 'Content-Type': 'application/json' },
        body,
      } = await answer(request, asked.length);
      return {
        request,
        status,
        headers: createHttpHeaders(headers),
        ...(body !== undefined && { readableStreamBody: Readable.from([Buffer.from(body)]) }),
      };
    },
  };
  return { httpClient, asked };
}

const inAnHour = () => Date.now() + 3_600_000;
const credential = { getToken: async () => ({ token: 'token', expiresOnTimestamp: inAnHour() }) };
type Description = Parameters<typeof connect>[0];
const description = { baseUrl, credential, scope, advice, retry: { maxRetries: 0, delayMs: 1 } };

/** What a service makes of one answer. */
async function askOnce(answer: Answer | ((times: number) => Answer), changed: Partial<Description> = {}) {
  const { httpClient, asked } = clientOf((_request, times) => (typeof answer === 'function' ? answer(times) : answer));
  const service = connect({ ...description, httpClient, ...changed });
  const result = await service.get('teams', 'teams', new AbortController().signal);
  return { asked, value: result.unwrapOr(undefined), failure: result.isErr() ? result.error : undefined };
}

const failed = (reason: string, detail: string) => ({ status: 'unknown', reason, detail });
const rows = { body: '{"value":[]}' };

beforeEach(() => {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe('a request', () => {
  const addressOf = async (url: string, changed: Partial<Description> = {}) => {
    const { httpClient, asked } = clientOf(() => rows);
    const service = connect({ ...description, httpClient, ...changed });
    const answer = (await service.get(url, 'x', new AbortController().signal))._unsafeUnwrap();
    return { request: asked[0], answer };
  };

  test.each([
    ['teams', `${baseUrl}teams`],
    ["teams?$filter=url eq 'https://x'", `${baseUrl}teams?$filter=url eq 'https://x'`],
    ['https://contoso.crm4.dynamics.com/teams', 'https://contoso.crm4.dynamics.com/teams'],
    ['HTTPS://CONTOSO.crm4.dynamics.com/teams', 'HTTPS://CONTOSO.crm4.dynamics.com/teams'],
    ['http://127.0.0.1/teams', 'http://127.0.0.1/teams'],
  ])('for %s goes to %s', async (url, expected) => {
    const { request, answer } = await addressOf(url);
    expect(request).toMatchObject({ url: expected, method: 'GET' });
    expect(answer).toEqual({ json: { value: [] }, url: expected });
  });

  test('asks for JSON, with a token and with the headers of the service', async () => {
    const { request } = await addressOf('teams', { headers: { Prefer: 'odata.maxpagesize=5000' } });
    const headers = request?.headers.toJSON();
    expect(headers).toMatchObject({
      accept: 'application/json',
      prefer: 'odata.maxpagesize=5000',
      authorization: 'Bearer token',
    });
    expect(headers).not.toHaveProperty('if-none-match');
    expect(request?.requestOverrides).toBeUndefined();
  });

  // Compose HTTP requests, Dataverse: lists inside rows may come from a cache.
  test.each([
    ['teams?$expand=members', 'null'],
    ['teams?$select=name&$expand=members', 'null'],
    ['teams?%24Expand=members', 'null'],
    ['teams?$select=expand', undefined],
    ['teams/$expand=members', undefined],
    ['teams?x$expand=members', undefined],
  ])('for %s says If-None-Match: %s', async (url, expected) => {
    expect((await addressOf(url)).request?.headers.get('If-None-Match')).toBe(expected);
  });

  test.each([
    ['https://contoso.crm4.dynamics.com/', false],
    ['http://localhost:8080/', true],
    ['HTTP://127.0.0.1/', true],
  ])('of %s may be unencrypted: %s', async (baseUrl, expected) => {
    expect((await addressOf('teams', { baseUrl })).request?.allowInsecureConnection).toBe(expected);
  });

  test('with POST sends no body', async () => {
    const { httpClient, asked } = clientOf(() => rows);
    const service = connect({ ...description, httpClient });
    expect(service.baseUrl).toBe(baseUrl);
    const answer = await service.act('Read', 'Read', new AbortController().signal);
    expect(answer._unsafeUnwrap()).toEqual({ json: { value: [] }, url: `${baseUrl}Read` });
    expect(asked).toMatchObject([{ method: 'POST', url: `${baseUrl}Read`, body: undefined }]);
  });

  test('waits where 40 are on their way', async () => {
    let atATime = 0;
    let most = 0;
    const { httpClient, asked } = clientOf(async () => {
      atATime += 1;
      most = Math.max(most, atATime);
      await new Promise(setImmediate);
      atATime -= 1;
      return rows;
    });
    const service = connect({ ...description, httpClient });
    const { signal } = new AbortController();
    const ask = (count: number) => (count % 2 ? service.get('teams', 'x', signal) : service.act('Read', 'x', signal));
    await Promise.all(Array.from({ length: 100 }, (_, count) => ask(count)));
    expect(asked).toHaveLength(100);
    expect(most).toBe(40);
  });

  test('that is given up is aborted, whatever the client says then', async () => {
    const controller = new AbortController();
    const { httpClient, asked } = clientOf(
      ({ abortSignal }) =>
        new Promise((_resolve, reject) => {
          abortSignal?.addEventListener('abort', () => reject(new RestError('x', { code: 'ENOTFOUND' })));
          controller.abort();
        }),
    );
    const service = connect({ ...description, httpClient });
    const answer = await service.get('teams', 'teams', controller.signal);
    expect(answer._unsafeUnwrapErr()).toEqual({ status: 'unknown', reason: 'aborted' });
    expect(asked).toHaveLength(1);
  });
});

describe('an answer', () => {
  test.each<[string, Answer]>([
    ['JSON', { body: '{"value":[]}' }],
    [
      'JSON of OData',
      { headers: { 'Content-Type': 'application/json; odata.metadata=minimal' }, body: '{"value":[]}' },
    ],
    ['JSON of a kind', { headers: { 'content-type': 'application/problem+JSON' }, body: '{"value":[]}' }],
    ['JSON with two marks', { body: '\uFEFF\uFEFF{"value":[]}' }],
  ])('%s is read', async (_name, answer) => {
    expect((await askOnce(answer)).value).toEqual({ json: { value: [] }, url: `${baseUrl}teams` });
  });

  test('keeps the marks inside its texts', async () => {
    expect((await askOnce({ body: '{"a":"x\uFEFF"}' })).value?.json).toEqual({ a: 'x\uFEFF' });
    expect((await askOnce({ body: '["\uFEFF"]' })).value?.json).toEqual(['\uFEFF']);
  });

  test.each([201, 202, 203, 204, 206, 299])('%i is not whole', async (status) => {
    expect((await askOnce({ status, ...rows })).failure).toEqual(
      failed('malformed', `${status}: teams answered with nothing, or with a part`),
    );
  });

  test('in another character set than it names', async () => {
    expect((await askOnce({ body: Uint8Array.of(0x22, 0xff, 0x22) })).failure).toEqual(
      failed('malformed', 'teams answered with text that is not in the character set that it names'),
    );
  });

  test.each<[string, string, string]>([
    ['HTML', 'text/html; charset=utf-8', ''],
    ['HTML in another spelling', 'application/XHTML+xml', 'x'],
    ['a page that says it is text', 'text/plain', '<!doctype html>'],
    ['a page after blank lines', 'text/plain', '\r\n \t<html>'],
    ['a page that does not say what it is', '', '<html>'],
  ])('%s is a page', async (_name, type, body) => {
    const headers: Record<string, string> = type === '' ? {} : { 'Content-Type': type };
    expect((await askOnce({ headers, body })).failure).toEqual(failed('malformed', 'teams answered with a web page'));
    expect((await askOnce({ headers, body }, { advice: { ...advice, pageReason: 'not-permitted' } })).failure).toEqual(
      failed('not-permitted', 'teams answered with a web page'),
    );
  });

  test.each<[string, string, string | undefined]>([
    ['text', 'text/plain', 'no'],
    ['text with a sign of HTML in it', 'text/plain', '1 < 2'],
    ['text after which a page comes', 'text/plain', 'x<html>'],
    ['nothing, as text', 'text/plain', ''],
    ['nothing at all', 'text/plain', undefined],
    ['JSON that says it is something else', 'application/octet-stream', '{"value":[]}'],
    ['JSON that does not say what it is', '', '{"value":[]}'],
    ['lines of JSON', 'application/ndjson', '{}'],
  ])('%s is not JSON', async (_name, type, body) => {
    const headers: Record<string, string> = type === '' ? {} : { 'Content-Type': type };
    expect((await askOnce({ headers, ...(body !== undefined && { body }) })).failure).toEqual(
      failed('malformed', 'teams answered with something that is not JSON'),
    );
  });

  test.each<[string, string | undefined]>([
    ['empty', ''],
    ['without a body', undefined],
    ['cut off', '{"value":[{"name":"x"'],
    ['followed by something', '{"value":[]}x'],
    ['two', '{"value":[]}{"value":[]}'],
  ])('%s is broken JSON', async (_name, body) => {
    expect((await askOnce(body === undefined ? {} : { body })).failure).toEqual(
      failed('malformed', 'teams answered with JSON that is truncated or broken'),
    );
  });

  test('that ends with an error lacks rows', async () => {
    expect((await askOnce({ body: '{"value":[{"name":"x"}],"error":{"code":"500"}}' })).failure).toEqual(
      failed('malformed', 'teams answered with an error after the rows: rows are missing'),
    );
  });

  test.each<[string, Answer, string, string]>([
    ['400', { status: 400 }, 'failed', '400: teams could not be read'],
    ['401', { status: 401 }, 'not-permitted', '401: sign in as a user of the environment'],
    ['403', { status: 403 }, 'not-permitted', '403: the account needs a role that can read teams'],
    ['404', { status: 404 }, 'not-found', '404: there is no teams'],
    ['429', { status: 429 }, 'throttled', '429: teams is still throttled after retries; try again later'],
    ['500', { status: 500 }, 'failed', '500: teams could not be read'],
    ['503', { status: 503 }, 'failed', '503: teams could not be read'],
    [
      '503 with a pause',
      { status: 503, headers: { 'Retry-After': '1' } },
      'throttled',
      '503: teams is still busy after retries; try again later',
    ],
    ['199', { status: 199 }, 'failed', '199: teams could not be read'],
    ['300', { status: 300, ...rows }, 'malformed', '300: teams answered with a web page'],
    ['302', { status: 302, headers: { Location: '/login' } }, 'malformed', '302: teams answered with a web page'],
    [
      '403 with a code',
      { status: 403, body: '{"error":{"code":"0x80072560","message":"Hans"}}' },
      'not-permitted',
      '403: add the user to the environment (0x80072560)',
    ],
    [
      '403 with a page',
      { status: 403, body: '<html>' },
      'not-permitted',
      '403: the account needs a role that can read teams',
    ],
  ])('%s', async (_name, answer, reason, detail) => {
    expect((await askOnce(answer)).failure).toEqual(failed(reason, detail));
  });
});

describe('what fails', () => {
  const broken = (): Answer => {
    throw new RestError('connect ECONNRESET 10.0.0.1:443', { code: 'ECONNRESET' });
  };

  test('is sent again for each retry, and then no longer', async () => {
    const never = await askOnce({ status: 503, headers: { 'Retry-After': '0' } });
    expect(never.asked).toHaveLength(1);
    const retry = { maxRetries: 2, delayMs: 1 };
    expect((await askOnce({ status: 503 }, { retry })).asked).toHaveLength(3);
    const unreachable = await askOnce(broken, { retry });
    expect(unreachable.asked).toHaveLength(3);
    expect(unreachable.failure).toEqual(
      failed(
        'not-connected',
        'contoso.crm4.dynamics.com cannot be reached (ECONNRESET): check the address, the network and proxies',
      ),
    );
  });

  test('is sent four times more by default; who gives one half of the budget keeps the other', async () => {
    vi.useFakeTimers();
    const timesOf = async (retry: Description['retry']) => {
      const reading = askOnce(broken, { retry });
      await vi.advanceTimersByTimeAsync(60_000);
      return (await reading).asked.length;
    };
    expect(await timesOf(undefined)).toBe(5);
    expect(await timesOf({ maxRetries: 1 })).toBe(2);
    expect(await timesOf({ delayMs: 1 })).toBe(5);
    expect(await timesOf({ delayMs: 10_000 })).toBe(3); // the third pause would be too long
  });

  test('may succeed the second time, with the whole body and with a new token', async () => {
    let tokens = 0;
    const shortLived = {
      getToken: async () => {
        tokens += 1;
        return { token: `token-${tokens}`, expiresOnTimestamp: Date.now() };
      },
    };
    const cutOff = (times: number): Answer => (times === 1 ? { body: brokenZip } : rows);
    // How a packed body begins, and no more.
    const brokenZip = Uint8Array.of(0x1f, 0x8b, 8, 0);
    const { value, asked } = await askOnce(cutOff, { credential: shortLived, retry: { maxRetries: 1, delayMs: 1 } });
    expect(value?.json).toEqual({ value: [] });
    expect(asked.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
    const neverWhole = await askOnce({ body: brokenZip });
    expect(neverWhole.failure).toEqual(failed('not-connected', 'the connection broke while teams was being read'));
  });

  test('because nobody is signed in is not taken for the network', async () => {
    const failing = (error: unknown) => ({ credential: { getToken: () => Promise.reject(error) } });
    const refused = await askOnce(rows, failing(new Error("AADSTS50105: user 'Megan'")));
    expect(refused.failure).toEqual(
      failed(
        'not-permitted',
        'Microsoft Entra does not issue a token for https://contoso.crm4.dynamics.com (AADSTS50105): the account is not assigned to this service: ask an administrator of the tenant to assign it, with a license',
      ),
    );
    expect(refused.asked).toEqual([]);
    expect((await askOnce(rows, failing(signInFault('run az login')))).failure).toEqual(
      failed('not-permitted', 'run az login'),
    );
  });

  test('because of an unfit address is not sent', async () => {
    const { failure, asked } = await askOnce(rows, { baseUrl: 'http://contoso.crm4.dynamics.com/' });
    expect(failure).toEqual(failed('not-connected', 'the address is not https: plain http is for this machine only'));
    expect(asked).toEqual([]);
  });
});

describe('with a session', () => {
  const session = { credential: 'session' } as const;

  test('no token is sent, no redirect is followed, and nothing but GET', async () => {
    const { httpClient, asked } = clientOf(() => rows);
    const service = connect({ ...description, ...session, httpClient });
    const { signal } = new AbortController();
    expect((await service.get('teams', 'teams', signal)).isOk()).toBe(true);
    expect(asked[0]?.headers.has('Authorization')).toBe(false);
    expect(asked[0]?.requestOverrides).toEqual({ redirect: 'manual' });
    expect((await service.act('Read', 'Read', signal))._unsafeUnwrapErr()).toEqual(
      failed('not-provided', 'Read is requested with POST; with the session of a browser only GET is sent'),
    );
    expect(asked).toHaveLength(1);
  });

  test.each<[string, Answer, string]>([
    ['a redirect that is hidden', { status: 0 }, 'redirect: teams answered with a web page instead of data'],
    ['a redirect', { status: 302 }, '302: teams answered with a web page instead of data'],
    ['a page', { headers: { 'Content-Type': 'text/html' }, body: '<html>' }, 'teams answered with a web page'],
    ['401', { status: 401 }, '401: the session of the tab is not accepted: reload it, sign in, and read again'],
  ])('%s is the end of the session', async (_name, answer, words) => {
    const { failure } = await askOnce(answer, session);
    expect(failure).toMatchObject({ reason: 'not-permitted', detail: expect.stringContaining(words) });
  });

  test('the client that is given says whose; without one, that of the tab', async () => {
    const elsewhere = { ...session, baseUrl: 'https://fabrikam.crm4.dynamics.com/' };
    vi.stubGlobal('location', new URL('https://contoso.crm4.dynamics.com/main.aspx'));
    expect((await askOnce(rows, elsewhere)).value?.json).toEqual({ value: [] });
    expect((await askOnce(rows, { ...elsewhere, httpClient: undefined })).failure).toEqual(
      failed(
        'not-connected',
        'the session of this tab is for contoso.crm4.dynamics.com, not for fabrikam.crm4.dynamics.com',
      ),
    );
    expect((await askOnce(rows, { ...session, baseUrl: 'contoso', httpClient: undefined })).failure).toEqual(
      failed('not-connected', 'the address is not a URL: expected https://…'),
    );
  });
});

describe('an address', () => {
  test.each([
    'https://contoso.crm4.dynamics.com',
    'HTTPS://contoso.crm4.dynamics.com:444/x?y',
    'http://localhost:8080',
    'http://127.0.0.1',
    'http://127.8.9.1:1',
    'http://[::1]:8080',
    'https://localhost',
  ])('%s is fit', (url) => expect(whyUrlIsUnfit(url)).toBeUndefined());

  test.each([
    ['', 'the address is not a URL: expected https://…'],
    ['contoso.crm4.dynamics.com', 'the address is not a URL: expected https://…'],
    ['https://', 'the address is not a URL: expected https://…'],
    ['https://jane:secret@contoso.com', 'the address holds a user name or password: leave them out'],
    ['https://jane@contoso.com', 'the address holds a user name or password: leave them out'],
    ['https://:secret@contoso.com', 'the address holds a user name or password: leave them out'],
    ['http://contoso.com', 'the address is not https: plain http is for this machine only'],
    ['http://localhost.contoso.com', 'the address is not https: plain http is for this machine only'],
    ['http://10.127.0.0.1.contoso.com', 'the address is not https: plain http is for this machine only'],
    ['http://127.0.0.1.contoso.com', 'the address is not https: plain http is for this machine only'],
    ['ftp://localhost', 'the address is not https: plain http is for this machine only'],
    ['ws://127.0.0.1', 'the address is not https: plain http is for this machine only'],
    ['file:///C:/snapshot.json', 'the address is not https: plain http is for this machine only'],
  ])('%j is not: %s', (url, why) => expect(whyUrlIsUnfit(url)).toBe(why));

  test('is not fit while the proxy for it is not one', () => {
    vi.stubEnv('HTTPS_PROXY', 'socks5://proxy:1');
    expect(whyUrlIsUnfit('https://contoso.com')).toMatch(/^HTTPS_PROXY: expected the address of an http proxy/);
  });
});
