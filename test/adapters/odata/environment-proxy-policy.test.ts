import { createHttpHeaders, createPipelineRequest, type PipelineRequest } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { environmentProxyPolicy, refusedByProxy } from '../../../src/adapters/odata/environment-proxy-policy.js';
import { makePipeline } from '../../../src/adapters/odata/pipeline.js';

const url = 'https://contoso.crm4.dynamics.com:444/teams';
const names = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'NO_PROXY', 'no_proxy'];

function unset() {
  for (const name of names) vi.stubEnv(name, undefined);
}
beforeEach(unset);
afterEach(() => vi.unstubAllEnvs());

/** Sends a request to a proxy that answers with these to each attempt to connect. */
async function send(...answers: readonly number[]) {
  const request = createPipelineRequest({ url });
  const seen: PipelineRequest['agent'][] = [];
  const outcome = await environmentProxyPolicy()
    .sendRequest(request, async (prepared) => {
      seen.push(prepared.agent);
      // Safe: agents of Node emit events.
      const agent = prepared.agent as unknown as { emit(event: string, answer: object): void } | undefined;
      for (const statusCode of answers) agent?.emit('proxyConnect', { statusCode });
      return { request: prepared, status: answers.at(-1) ?? 200, headers: createHttpHeaders() };
    })
    .then(
      ({ status }) => ({ status }),
      (error: unknown) => ({ error }),
    );
  return { outcome, agent: seen[0], times: seen.length };
}

describe('through a proxy', () => {
  test('a request has an agent of its own, for the proxy', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://jane:a%40b@proxy.contoso.com:8080');
    const [one, other] = [await send(200), await send(200)];
    expect(one).toMatchObject({ outcome: { status: 200 }, times: 1 });
    const { proxy } = one.agent as unknown as { proxy: URL };
    expect(proxy.href).toBe('http://jane:a%40b@proxy.contoso.com:8080/');
    expect(other.agent).not.toBe(one.agent);
  });

  test('an answer without an attempt to connect is that of the service', async () => {
    vi.stubEnv('HTTPS_PROXY', 'proxy:8080');
    expect((await send()).outcome).toEqual({ status: 200 });
  });

  test.each([
    [
      'proxy:8080',
      407,
      '407: the proxy proxy:8080 requires a sign-in: add a user name and a password to HTTPS_PROXY (http://user:password@host:port)',
    ],
    [
      'http://jane:secret@proxy:8080',
      407,
      '407: the proxy proxy:8080 does not accept the user name and the password in HTTPS_PROXY',
    ],
    [
      'proxy:8080',
      403,
      '403: the proxy proxy:8080 does not connect to contoso.crm4.dynamics.com:444: ask its administrator',
    ],
    [
      'http://jane:secret@proxy:8080',
      503,
      '503: the proxy proxy:8080 does not connect to contoso.crm4.dynamics.com:444: ask its administrator',
    ],
  ])('%s, %i is not of the service: %s', async (value, status, message) => {
    vi.stubEnv('HTTPS_PROXY', value);
    expect((await send(status)).outcome).toMatchObject({
      error: { code: 'REFUSED_BY_PROXY', statusCode: status, message },
    });
    expect(refusedByProxy).toBe('REFUSED_BY_PROXY');
  });

  test('the last attempt to connect counts', async () => {
    vi.stubEnv('HTTPS_PROXY', 'proxy:8080');
    expect((await send(503, 200)).outcome).toEqual({ status: 200 });
    expect((await send(200, 503)).outcome).toMatchObject({ error: { statusCode: 503 } });
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['there is none', {}],
    ['the host is exempt', { HTTPS_PROXY: 'proxy:8080', NO_PROXY: 'dynamics.com' }],
    ['the variable has no valid value, which is reported before', { HTTPS_PROXY: 'socks5://proxy:8080' }],
  ])('nothing goes if %s', async (_name, values) => {
    for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
    expect(await send(407)).toEqual({ outcome: { status: 407 }, agent: undefined, times: 1 });
  });

  test('everything goes for which our own rules name one, whatever the library reads', async () => {
    vi.stubEnv('HTTPS_PROXY', 'proxy:8080');
    vi.stubEnv('NO_PROXY', '*.dynamics.com');
    expect((await send(200)).agent).toBeDefined();
  });
});

describe('the pipeline', () => {
  test('knows our own policy for proxies and none for redirects', () => {
    const policies = makePipeline()
      .getOrderedPolicies()
      .map(({ name }) => name);
    expect(policies).toContain('environmentProxy');
    expect(policies).not.toContain('proxyPolicy');
    expect(policies).not.toContain('redirectPolicy');
  });

  test('says who asks, and does not follow a redirect', async () => {
    const request = createPipelineRequest({ url });
    const sent: string[] = [];
    const sendRequest = async (prepared: PipelineRequest) => {
      sent.push(prepared.url);
      const headers = createHttpHeaders({ Location: 'https://evil.example/' });
      return { request: prepared, status: 302, headers };
    };
    expect(await makePipeline().sendRequest({ sendRequest }, request)).toMatchObject({ status: 302 });
    expect(sent).toEqual([url]);
    expect(request.headers.get('User-Agent')).toMatch(/^dual-write-health /);
  });

  test('can be made beside a variable that the library does not accept', () => {
    vi.stubEnv('HTTPS_PROXY', 'proxy:8080');
    expect(makePipeline().getOrderedPolicies()).not.toHaveLength(0);
    vi.stubEnv('HTTPS_PROXY', 'not a proxy');
    expect(makePipeline().getOrderedPolicies()).not.toHaveLength(0);
  });
});
