import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dataverseAdapter } from '../../src/adapters/index.js';
import { type Fact, gatherSnapshot } from '../../src/index.js';
import { healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { type Fault, type LiveServer, send, startLiveServer } from '../support/live-server.js';

const token = 'token-of-the-test';
const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
const elsewhere = 'https://contoso.crm4.dynamics.invalid';
const variables = [
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
  'ALL_PROXY',
  'all_proxy',
  'NO_PROXY',
  'no_proxy',
];

beforeAll(() => {
  for (const name of variables) vi.stubEnv(name, undefined);
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const name of variables) vi.stubEnv(name, undefined);
  await Promise.all(closing.splice(0).map((close) => close()));
});

interface RecordingProxy {
  readonly host: string;
  /** Everything that reached it, as it came. */
  readonly text: () => string;
}

/** A proxy that writes down what reaches it, answers every CONNECT and every request alike, and passes nothing on. */
async function startProxy(answer: string | undefined): Promise<RecordingProxy> {
  let text = '';
  const server: Server = createServer();
  server.on('connection', (socket) => {
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => {});
  });
  server.on('connect', (_request, socket) => {
    if (answer !== undefined) socket.end(`${answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  });
  server.on('request', (_request, response) => response.writeHead(502).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, text: () => text };
}

async function serve(fault?: Fault): Promise<LiveServer> {
  const server = await startLiveServer(holdingsOf(healthySnapshot()), fault === undefined ? {} : { fault });
  closing.push(server.close);
  return server;
}

const readTeams = (url: string) => read('teams', url);

async function read(name: 'teams' | 'companies', url: string, retry = { maxRetries: 0, delayMs: 1 }) {
  const adapter = dataverseAdapter({ url, credential, retry });
  const { facts } = (await gatherSnapshot(adapter, { only: [name], timeoutMs: 30_000 }))._unsafeUnwrap();
  return facts[name] as Fact<readonly unknown[]>;
}

describe('a proxy', () => {
  test('without a scheme is asked to connect, and sees no token', async () => {
    const proxy = await startProxy('HTTP/1.1 503 Service Unavailable');
    vi.stubEnv('HTTPS_PROXY', proxy.host);
    const teams = await readTeams(elsewhere);
    expect(proxy.text()).toMatch(/^CONNECT contoso\.crm4\.dynamics\.invalid:443 HTTP\/1\.1\r\n/);
    expect(proxy.text()).not.toMatch(/token-of-the-test|Bearer/);
    expect(teams).toEqual({
      status: 'unknown',
      reason: 'not-connected',
      detail: `503: the proxy ${proxy.host} does not connect to contoso.crm4.dynamics.invalid: ask its administrator`,
    });
  });

  test('sees nothing of what is for this machine, whatever the variables say', async () => {
    const proxy = await startProxy('HTTP/1.1 200 OK');
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])
      vi.stubEnv(name, `http://${proxy.host}`);
    const server = await serve();
    expect(await readTeams(server.url)).toMatchObject({ status: 'known' });
    expect(await readTeams(server.url.replace('127.0.0.1', 'localhost'))).toMatchObject({ status: 'known' });
    expect(proxy.text()).toBe('');
  });

  test('that wants a sign-in says so, with the variable and without the password', async () => {
    const proxy = await startProxy('HTTP/1.1 407 Proxy Authentication Required');
    vi.stubEnv('https_proxy', `http://${proxy.host}`);
    expect(await readTeams(elsewhere)).toEqual({
      status: 'unknown',
      reason: 'not-connected',
      detail: `407: the proxy ${proxy.host} requires a sign-in: add a user name and a password to https_proxy (http://user:password@host:port)`,
    });
    vi.stubEnv('https_proxy', `http://jane:hunter%402@${proxy.host}`);
    const refused = await readTeams(elsewhere);
    expect(proxy.text()).toContain(`Proxy-Authorization: Basic ${btoa('jane:hunter@2')}`);
    expect(refused).toMatchObject({
      detail: `407: the proxy ${proxy.host} does not accept the user name and the password in https_proxy`,
    });
  });

  test('that refuses is not taken for the service that refuses', async () => {
    const proxy = await startProxy('HTTP/1.1 403 Forbidden');
    vi.stubEnv('ALL_PROXY', proxy.host);
    const teams = await readTeams(elsewhere);
    expect(teams).toMatchObject({
      reason: 'not-connected',
      detail: expect.stringMatching(/^403: the proxy 127\.0\.0\.1:/),
    });
  });

  test.each([
    [407, 1],
    [502, 3],
  ])('that answers %i is asked %i times', async (status, times) => {
    const proxy = await startProxy(`HTTP/1.1 ${status} x`);
    vi.stubEnv('HTTPS_PROXY', proxy.host);
    await read('companies', elsewhere, { maxRetries: 2, delayMs: 1 });
    const asked = proxy.text().match(/^CONNECT /gm)?.length ?? 0;
    expect(asked).toBe(2 * times); // the other one is for the privileges of the caller
  });

  test('that is not there is named', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://jane:hunter2@127.0.0.1:1');
    expect(await readTeams(elsewhere)).toEqual({
      status: 'unknown',
      reason: 'not-connected',
      detail:
        'contoso.crm4.dynamics.invalid cannot be reached through the proxy 127.0.0.1:1 (ECONNREFUSED): check HTTPS_PROXY, the address and the network',
    });
  });

  test('is not asked for what NO_PROXY names', async () => {
    const proxy = await startProxy('HTTP/1.1 503 Service Unavailable');
    vi.stubEnv('HTTPS_PROXY', proxy.host);
    vi.stubEnv('NO_PROXY', 'dynamics.invalid');
    expect(await readTeams(elsewhere)).toMatchObject({ detail: expect.stringContaining('ENOTFOUND') });
    expect(proxy.text()).toBe('');
  });

  test('407 from a server is said to be of a proxy on the way', async () => {
    const server = await serve((_, response) => {
      send(response, 407, {});
      return true;
    });
    expect(await readTeams(server.url)).toMatchObject({
      reason: 'not-connected',
      detail: expect.stringMatching(/^407: a proxy/),
    });
  });
});

describe('what a service says of a refusal', () => {
  const refusing = async (status: number, error: unknown) => {
    const server = await serve((_, response) => {
      send(response, status, { error });
      return true;
    });
    return JSON.stringify(await readTeams(server.url));
  };

  test.each<[number, object, string]>([
    [
      403,
      { code: '0x80040220', message: 'Hans Mueller is missing prvReadTeam privilege (Id=…)' },
      '(0x80040220: privilege prvReadTeam)',
    ],
    [
      400,
      { code: '0x80060888', message: "Could not find a property named 'x' on type 'Microsoft.Dynamics.CRM.y'." },
      '(0x80060888: no property x on Microsoft.Dynamics.CRM.y)',
    ],
    [
      404,
      { code: '0x8006088a', message: "Resource not found for the segment 'teams'." },
      '(0x8006088a: no resource teams)',
    ],
    [
      500,
      { code: '', message: 'An error has occurred.', innererror: { message: 'for prvReadTeam' } },
      '(privilege prvReadTeam)',
    ],
    [400, { code: 'BadRequest', message: 'x' }, '(BadRequest)'],
    [400, { code: '-2147220891' }, '(-2147220891)'],
  ])('%s %j: its code, and what it names', async (status, error, expected) => {
    expect(await refusing(status, error)).toContain(expected);
  });

  test.each<[object]>([
    [{ code: '0x80040220', message: 'Benutzer Hans Mueller hat keine Berechtigung' }],
    [{ code: 'Hans Mueller', message: 'ユーザー 山田太郎 には権限がありません' }],
    [{ code: 'hans.mueller@contoso.com', message: "L'utilizateur « Hans Mueller » n'a pas le droit" }],
    [{ code: token, innererror: { message: 'Użytkownik Hans Mueller; 山田太郎' } }],
    [{ code: 7, message: { value: 'Hans Mueller' } }],
    [{ message: "Could not find a property named 'Hans Mueller' on type 'x'" }],
  ])('%j: nobody is named', async (error) => {
    for (const status of [400, 401, 403, 404, 429, 500])
      expect(await refusing(status, error)).not.toMatch(/Hans|Mueller|山田|Benutzer|utilizateur|token-of/);
  });
});

test.each(['0', '0.0', new Date(0).toUTCString()])('Retry-After: %s waits a little', async (after) => {
  const times: number[] = [];
  const server = await serve(({ path }, response) => {
    if (!path.endsWith('/cdm_companies')) return false;
    times.push(performance.now());
    if (times.length > 2) return false;
    send(response, 429, {}, { 'Retry-After': after });
    return true;
  });
  expect(await read('companies', server.url, { maxRetries: 2, delayMs: 60 })).toMatchObject({ status: 'known' });
  const pauses = times.slice(1, 3).map((time, index) => time - (times[index] ?? 0));
  for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(55);
});

test('600 pages, some at the second try, leave no warning of listeners', async () => {
  const warnings: string[] = [];
  const note = (warning: Error) => warnings.push(`${warning.name}: ${warning.message}`);
  process.on('warning', note);
  const { dataverse, ...others } = holdingsOf(healthySnapshot());
  const [company] = dataverse.cdm_companies ?? [];
  const companies = Array.from({ length: 600 }, (_, index) => ({ ...company, cdm_companyid: `company-${index}` }));
  const refused = new Set<string>();
  const server = await startLiveServer(
    { ...others, dataverse: { ...dataverse, cdm_companies: companies } },
    {
      pageSize: 1,
      fault: ({ path, url, query }, response) => {
        const isSecondTry =
          !path.endsWith('/cdm_companies') || Number(query.get('$skiptoken')) % 10 > 0 || refused.has(url);
        if (!isSecondTry) send(response, 503, {});
        refused.add(url);
        return !isSecondTry;
      },
    },
  );
  closing.push(server.close);
  // A token that is requested with every request, because its end is near.
  const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 60_000 }) };
  const adapter = dataverseAdapter({ url: server.url, credential, retry: { delayMs: 1 } });
  const { signal } = new AbortController();
  const gathered = await gatherSnapshot(adapter, {
    only: ['teams', 'companies', 'solutions'],
    timeoutMs: 50_000,
    signal,
  });
  await new Promise((resolve) => setTimeout(resolve, 20)); // warnings come a little later
  process.removeListener('warning', note);
  const fact = gathered._unsafeUnwrap().facts.companies;
  expect(fact?.status === 'known' && fact.value).toHaveLength(600);
  expect(server.requests.filter(({ path }) => path.endsWith('/cdm_companies'))).toHaveLength(660);
  expect(warnings).toEqual([]);
});
