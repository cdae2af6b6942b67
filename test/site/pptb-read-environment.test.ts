import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { failureOfHost } from '../../site/pptb/host-failure.js';
import { hostService } from '../../site/pptb/host-service.js';
import { readEnvironment, readFacts } from '../../site/pptb/read-environment.js';
import { type HostConnection, type ToolboxHost, toolboxHost } from '../../site/pptb/toolbox-host.js';
import { dataverseAdapter } from '../../src/adapters/index.js';
import { type GatherEvent, gatherSnapshot, type Snapshot } from '../../src/index.js';
import { shippedMaps } from '../support/entity-maps.js';
import { hostileTexts } from '../support/hostile-report.js';
import { metadataFor, withMetadata } from '../support/live-metadata.js';
import { answering, credential, holdings, serve, tables } from '../support/live-reading.js';
import { type Fault, type LiveServer, send } from '../support/live-server.js';
import { asThrown, fakeToolbox } from '../support/toolbox-host.js';

const now = new Date('2026-11-29T12:00:00Z');
const retry = { maxRetries: 2, delayMs: 1 };
const quiet = new AbortController().signal;

const connectionTo = ({ url }: LiveServer, id = 'c1'): HostConnection => ({ id, name: 'Contoso UAT', url });

/** Reads an environment through ToolBox. */
async function read(server: LiveServer, options: { readonly stop?: AbortSignal; host?: ToolboxHost } = {}) {
  const connection = connectionTo(server);
  const { host, calls } = fakeToolbox({ primary: connection });
  const outcome = await readEnvironment({
    host: options.host ?? host,
    target: 'primary',
    connection,
    stop: options.stop ?? quiet,
    now,
    retry,
  });
  return { outcome, calls };
}

async function snapshotOf(server: LiveServer): Promise<Snapshot> {
  const { outcome } = await read(server);
  if (outcome.type !== 'read') throw new Error(outcome.type);
  return outcome.snapshot;
}

async function overHttp({ url }: LiveServer): Promise<Snapshot> {
  return (await gatherSnapshot(dataverseAdapter({ url, credential, retry }), { now }))._unsafeUnwrap();
}

describe('the facts are those of the adapter over HTTP', () => {
  const maps = withMetadata(holdings, shippedMaps(), metadataFor(shippedMaps()));

  test.each([
    ['of a whole environment', maps, {}],
    ['in pages', maps, { pageSize: 2 }],
    ['in pages with relative links', maps, { pageSize: 2, relativeLinks: true }],
    ['without the solutions of dual-write', tables({ solutions: [] }), {}],
    ['of an empty environment', { dataverse: {} }, {}],
  ])('%s', async (_, changed, options) => {
    const server = await serve(changed, options);
    const wanted = await overHttp(server);
    expect(await snapshotOf(server)).toEqual(wanted);
    expect(Object.keys(wanted.facts)).toEqual([...readFacts]);
  });

  const reasonsOf = ({ facts }: Snapshot) =>
    Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [name, fact?.status === 'unknown' ? fact.reason : 'known']),
    );
  const refusing = (status: number, body: unknown): Promise<LiveServer> =>
    serve(
      {},
      {
        fault: (_, response) => {
          send(response, status, body);
          return true;
        },
      },
    );

  test.each([400, 401, 403, 404, 429, 500, 503])('where every answer is %i', async (status) => {
    const server = await refusing(status, 'a text that names someone@contoso.com');
    const found = await snapshotOf(server);
    expect(reasonsOf(found)).toEqual(reasonsOf(await overHttp(server)));
    expect(JSON.stringify(found)).not.toContain('someone');
  });

  test.each([
    [401, '0x80072560', 'The user is not a member of the organization.'],
    [403, '0x80040220', 'Principal user someone@contoso.com is missing prvReadTeam privilege'],
    [404, '0x8006088a', "Resource not found for the segment 'x'."],
    [429, '-2147015902', 'Number of requests exceeded the limit of 6000'],
    [400, '0x80060888', "Could not find a property named 'x' on type 'y'."],
    [500, '0x80040216', 'An unexpected error occurred.'],
  ])(
    'where every answer is %i with the code %s, of which ToolBox keeps the code only',
    async (status, code, message) => {
      const server = await refusing(status, { error: { code, message } });
      const found = await snapshotOf(server);
      expect(reasonsOf(found)).toEqual(reasonsOf(await overHttp(server)));
      expect(JSON.stringify(found)).not.toContain('someone');
    },
  );

  test('a privilege that is not global makes them partial', async () => {
    const server = await serve({ privileges: { prvReadTeam: 'Basic' } });
    const found = await snapshotOf(server);
    expect(found).toEqual(await overHttp(server));
    expect(found.facts.teams).toMatchObject({ status: 'known', coverage: 'partial' });
  });

  test('a privilege that is not global makes them partial, even where others do not exist', async () => {
    const server = await serve({ privileges: { prvReadTeam: 'Basic' } });
    const { host } = fakeToolbox({ primary: connectionTo(server) });
    const queryData: ToolboxHost['queryData'] = async (path, target) => {
      if (/PrivilegesByNames.*dualwrite/.test(path)) throw asThrown('0x80048408: one of the names is not a privilege');
      return host.queryData(path, target);
    };
    const { outcome } = await read(server, { host: { ...host, queryData } });
    if (outcome.type !== 'read') throw new Error(outcome.type);
    expect(outcome.snapshot.facts.teams).toMatchObject({ status: 'known', coverage: 'partial' });
  });
});

describe('the errors of ToolBox', () => {
  const cases: readonly (readonly [thrown: unknown, reason: string, detail: RegExp])[] = [
    [
      '0x80040220: Principal user (Id=1, type=8) is missing prvReadTeam privilege',
      'not-permitted',
      /^403: .*prvReadTeam/,
    ],
    ['-2147220960: SecLib::CheckPrivilege failed', 'not-permitted', /^403: .*role/],
    ['0x80072560: The user is not a member of the organization.', 'not-permitted', /not a user of this environment/],
    ['0x80040225: The specified user is disabled', 'not-permitted', /disabled/],
    ['0x80042f09: user with no roles', 'not-permitted', /no security role/],
    ["0x8006088a: Resource not found for the segment 'teams'.", 'not-found', /^404: .*no resource teams/],
    [": Resource not found for the segment 'teams'.", 'not-found', /^404/],
    ["undefined: Resource not found for the segment 'teams'.", 'not-found', /^404/],
    ["0x80060888: Could not find a property named 'x' on type 'y'.", 'failed', /^400: .*no property x on y/],
    ['0x80072322: Number of requests exceeded the limit of 6000', 'throttled', /^429/],
    ['-2147015898: Number of concurrent requests exceeded the limit of 52', 'throttled', /^429/],
    ['0x80048408: Something about someone@contoso.com', 'failed', /^teams could not be read \(0x80048408\)$/],
    ['HTTP 401', 'not-permitted', /^401: .*reconnect it in ToolBox/],
    ['HTTP 401: HTTP Error 401 - Unauthorized: Access is denied', 'not-permitted', /^401/],
    ['HTTP 403: <html>Forbidden</html>', 'not-permitted', /^403/],
    ['HTTP 404: ', 'not-found', /^404/],
    [
      'HTTP 404: {"error":{"code":"0x8006088a","message":"Resource not found for the segment \'teams\'."}}',
      'not-found',
      /no resource teams/,
    ],
    ['HTTP 429: Too Many Requests', 'throttled', /^429/],
    ['HTTP 302: Object moved', 'malformed', /^302: .*sign-in page/],
    ['HTTP 502: <html>Bad Gateway\nproxy</html>', 'failed', /^502/],
    ['HTTP 407', 'not-connected', /^407: a proxy/],
    ['Request failed with status code 403', 'not-permitted', /^403/],
    ['HTTP/1.1 404 Not Found', 'not-found', /^404/],
    ['HTTP error 429', 'throttled', /^429/],
    ['404: Not Found', 'not-found', /^404/],
    ['2147746336: SecLib::CheckPrivilege failed', 'not-permitted', /^403/],
    ['{"error":{"code":"0x80040220","message":"missing prvReadTeam"}}', 'not-permitted', /prvReadTeam/],
    ['{ "broken', 'failed', /not known$/],
    ['Request failed: getaddrinfo ENOTFOUND contoso.crm4.dynamics.com', 'not-connected', /ENOTFOUND/],
    ['Request failed: read ECONNRESET', 'not-connected', /ECONNRESET/],
    ['Request failed: socket hang up', 'not-connected', /no answer/],
    ['Request failed: connect ETIMEDOUT 10.0.0.1:443', 'not-connected', /ETIMEDOUT/],
    ['Request failed: unable to verify the first certificate', 'not-connected', /no answer/],
    ['net::ERR_INTERNET_DISCONNECTED', 'not-connected', /ERR_INTERNET_DISCONNECTED/],
    ['Failed to fetch', 'not-connected', /no answer/],
    ['NetworkError when attempting to fetch resource.', 'not-connected', /no answer/],
    [
      'No connection found for this tool instance. Please ensure the tool is connected to an environment.',
      'not-connected',
      /choose one in ToolBox/,
    ],
    ['No secondary connection found for this tool instance.', 'not-connected', /choose one/],
    ['Connection 4711 not found. Please ensure the connection exists.', 'not-connected', /choose one/],
    [
      "Authentication expired for connection 'Contoso of Jane'. Please reconnect to continue.",
      'not-permitted',
      /reconnect it in ToolBox/,
    ],
    ["Client secret authentication failed for 'Contoso'.", 'not-permitted', /reconnect/],
    ["Token refresh failed for 'Contoso'. Please re-enter your credentials.", 'not-permitted', /reconnect/],
    ["No access token found for 'Contoso'.", 'not-permitted', /reconnect/],
    [
      'AADSTS700082: The refresh token of someone@contoso.com has expired.',
      'not-permitted',
      /AADSTS700082\): it asks for a new sign-in: reconnect it in ToolBox$/,
    ],
    ['invalid_grant: AADSTS50078: Presented multi-factor authentication has expired.', 'not-permitted', /AADSTS50078/],
    [
      "AADSTS90072: User account 'someone@contoso.com' does not exist in tenant",
      'not-permitted',
      /not belong to the tenant/,
    ],
    ['interaction_required', 'not-permitted', /reconnect it in ToolBox$/],
    ['no_tokens_found: No refresh token found in the cache.', 'not-permitted', /reconnect/],
    ['Token has expired', 'not-permitted', /reconnect/],
    ['Failed to parse response: Unexpected token < in JSON at position 0', 'malformed', /not JSON/],
    ['SyntaxError: Unexpected end of JSON input', 'malformed', /not JSON/],
    [`Unexpected token '<', "<!DOCTYPE "... is not valid JSON`, 'malformed', /not JSON/],
    ['Tool context initialization timed out after 10 seconds.', 'timed-out', /no answer in time/],
    ['TimeoutError: signal timed out', 'timed-out', /no answer in time/],
    ['Principal user is missing prvReadTeam privilege', 'not-permitted', /prvReadTeam/],
    ['something else about someone@contoso.com', 'failed', /not known$/],
    ['', 'failed', /not known$/],
  ];

  test.each(cases)('%s', (message, reason, detail) => {
    const text = String(message);
    const forms: readonly unknown[] = [
      new Error(text),
      text,
      { message: text },
      new Error(`Error invoking remote method 'dataverse.queryData': Error: ${text}`),
      new Error(`Uncaught (in promise) Error: Error invoking remote method "dataverse:query": ${text}`),
      asThrown(text),
    ];
    for (const form of forms) {
      const { fact } = failureOfHost(form, 'teams', 'contoso.crm4.dynamics.com');
      expect(fact.reason, String(form)).toBe(reason);
      expect(fact.detail, String(form)).toMatch(detail);
      expect(fact.detail).not.toMatch(/someone|Jane|Contoso of/);
    }
  });

  const error = { code: '0x80040220', message: 'missing prvReadTeam' };
  test.each([
    ['an object', { error }],
    ['an error', Object.assign(new Error('x'), { error })],
    ['JSON', JSON.stringify({ error })],
    ['JSON in an error', asThrown(JSON.stringify({ error }))],
    ['an object with a status', { status: 403, message: 'x' }],
    ['an error of the browser', new DOMException('HTTP 403')],
    ['an object with a code', { code: '0x80040220', message: 'x' }],
    ['an error with a code', Object.assign(new Error('x'), { code: -2147220960 })],
    ['an error with a status', Object.assign(new Error('x'), { statusCode: 403 })],
  ])('%s is read like its text', (_, thrown) => {
    expect(failureOfHost(thrown, 'teams', 'contoso.crm.dynamics.com').fact).toMatchObject({ reason: 'not-permitted' });
  });

  test.each([undefined, null, 7, Symbol('x'), () => {}, []])('%s is not known', (thrown) => {
    expect(failureOfHost(thrown, 'teams', 'contoso.crm.dynamics.com').fact.reason).toBe('failed');
  });

  property.prop([fc.oneof(fc.string(), fc.constantFrom(...Object.values(hostileTexts))), fc.boolean()])(
    'no text of the host is in a detail',
    (text, isCoded) => {
      const secret = 'someone@contoso.com';
      const { fact } = failureOfHost(
        new Error(`${isCoded ? '0x80040265: ' : ''}${text}${secret}`),
        'teams',
        'x.crm.dynamics.com',
      );
      expect(fact.detail).not.toContain(secret);
    },
  );
});

describe('what is sent', () => {
  test('is nothing but reads, a path each', async () => {
    const server = await serve({}, { pageSize: 2 });
    const { calls } = await read(server);
    expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(calls.length).toBe(server.requests.length);
    for (const { path, target } of calls) {
      expect(path).toMatch(/^[A-Za-z_]+/);
      expect(path).not.toContain('://');
      expect(target).toBe('primary');
    }
  });

  test.each([
    'https://elsewhere.example/api/data/v9.2/teams',
    '//elsewhere.example/api/data/v9.2/teams',
    '/api/other/teams',
    '/api/data/v9.2/',
    '../../../elsewhere',
    'javascript:alert(1)',
  ])('is nothing for %s', async (url) => {
    const { host, calls } = fakeToolbox({});
    const connection = { id: '1', name: 'x', url: 'https://contoso.crm.dynamics.com' };
    const service = hostService({ host, target: 'primary', connection, onSwitched: () => {}, stop: quiet, retry });
    const answer = await service.get(url, 'teams', quiet);
    expect(answer._unsafeUnwrapErr().reason).toBe('malformed');
    expect(calls).toEqual([]);
  });

  test('is the next page wherever the version of its address differs', async () => {
    const { host, calls } = fakeToolbox({});
    const connection = { id: '1', name: 'x', url: 'https://contoso.crm.dynamics.com' };
    const service = hostService({ host, target: 'primary', connection, onSwitched: () => {}, stop: quiet, retry });
    await service.get(
      'https://contoso.crm.dynamics.com/api/data/v9.3/teams?$skiptoken=%3Ccookie%20page=%222%22%3E',
      'teams',
      quiet,
    );
    expect(calls).toEqual([{ path: 'teams?$skiptoken=%3Ccookie%20page=%222%22%3E', target: 'primary' }]);
  });

  test('is sent again only while that may help', async () => {
    const countOf = async (status: number) => {
      const server = await serve({}, { fault: answering(/\/solutions$/, (response) => send(response, status, {})) });
      await read(server);
      return server.requests.filter(({ path }) => path.endsWith('/solutions')).length;
    };
    expect(await Promise.all([403, 404, 429, 503].map(countOf))).toEqual([1, 1, 3, 3]);
  });

  test('a service that is busy for a moment loses nothing', async () => {
    let refused = 0;
    const fault: Fault = (_, response) => {
      refused += 1;
      if (refused > 5) return false;
      send(response, 429, { error: { code: '0x80072322', message: 'Number of requests exceeded' } });
      return true;
    };
    const server = await serve({}, { fault });
    const plain = await serve();
    const strip = (one: Snapshot, { url }: LiveServer) => JSON.parse(JSON.stringify(one).replaceAll(url, 'URL'));
    expect(strip(await snapshotOf(server), server)).toEqual(strip(await snapshotOf(plain), plain));
  });
});

describe('an answer', () => {
  const answer = async (value: unknown) => {
    const server = await serve();
    const { host } = fakeToolbox({ primary: connectionTo(server) });
    const queryData: ToolboxHost['queryData'] = async (path, target) =>
      path.startsWith('teams') ? value : host.queryData(path, target);
    const { outcome } = await read(server, { host: { ...host, queryData } });
    if (outcome.type !== 'read') throw new Error(outcome.type);
    return outcome.snapshot.facts.teams;
  };

  test.each([
    ['that was not JSON, which ToolBox makes an empty object', {}, 'malformed'],
    ['that is a text', '<html>', 'malformed'],
    ['that is nothing', undefined, 'malformed'],
    ['that is a list', [], 'malformed'],
    ['with an error after the rows', { value: [], error: { code: 'x', message: 'y' } }, 'malformed'],
    ['that is an error', { error: { code: '0x80040220', message: 'missing prvReadTeam' } }, 'not-permitted'],
    [
      'of another environment',
      { '@odata.context': 'https://fabrikam.crm.dynamics.com/api/data/v9.2/$metadata#teams', value: [] },
      'malformed',
    ],
    [
      'whose next page is elsewhere',
      { value: [], '@odata.nextLink': 'https://fabrikam.crm.dynamics.com/api/data/v9.2/teams?$skiptoken=2' },
      'malformed',
    ],
  ])('%s is not taken for rows', async (_, value, reason) => {
    expect(await answer(value)).toMatchObject({ status: 'unknown', reason });
  });
});

describe('a connection', () => {
  test('that is switched while it is read gives nothing', async () => {
    const [server, other] = [await serve({}, { pageSize: 1 }), await serve()];
    const toolbox = fakeToolbox({ primary: connectionTo(server) });
    const events: GatherEvent[] = [];
    const outcome = await readEnvironment({
      host: toolbox.host,
      target: 'primary',
      connection: connectionTo(server),
      stop: quiet,
      now,
      retry,
      onEvent: (event) => {
        events.push(event);
        if (event.type === 'fact-known') toolbox.connections.primary = connectionTo(other, 'c2');
      },
    });
    expect(outcome).toEqual({ type: 'switched' });
    expect(events.filter(({ type }) => type === 'fact-known').length).toBeGreaterThan(0);
    expect(other.requests.length).toBeLessThan(8); // what was under way
  });

  test.each([
    ['closed', undefined],
    ['of another person', { id: 'c2' }],
  ])('that is %s meanwhile gives nothing', async (_, change) => {
    const server = await serve();
    const connection = connectionTo(server);
    const { host } = fakeToolbox({ primary: connection });
    let asked = 0;
    const outcome = await readEnvironment({
      host: {
        ...host,
        connection: async () => {
          asked += 1;
          return asked < 5 ? connection : change && { ...connection, ...change };
        },
      },
      target: 'primary',
      connection,
      stop: quiet,
      now,
      retry,
    });
    expect(outcome).toEqual({ type: 'switched' });
  });

  test('whose name or token is new is the same', async () => {
    const server = await serve();
    const connection = connectionTo(server);
    const { host } = fakeToolbox({ primary: connection });
    const renamed = { ...host, connection: async () => ({ ...connection, name: 'Renamed', url: `${server.url}/` }) };
    expect((await read(server, { host: renamed })).outcome.type).toBe('read');
  });

  test('that is stopped keeps what was read', async () => {
    const server = await serve({}, { fault: answering(/\/teams$/, () => {}) }); // never answers
    const stop = new AbortController();
    const connection = connectionTo(server);
    const { host } = fakeToolbox({ primary: connection });
    let known = 0;
    const outcome = await readEnvironment({
      host,
      target: 'primary',
      connection,
      stop: stop.signal,
      now,
      retry,
      onEvent: ({ type }) => {
        if (type === 'fact-known') known += 1;
        if (known === 3) stop.abort();
      },
    });
    if (outcome.type !== 'read') throw new Error(outcome.type);
    expect(outcome.isStopped).toBe(true);
    expect(outcome.snapshot.facts.teams).toMatchObject({ status: 'unknown', reason: 'aborted' });
    expect(outcome.snapshot.facts.dataverseEnvironment?.status).toBe('known');
  });
});

describe('ToolBox', () => {
  test.each([{}, { toolboxAPI: {} }, { dataverseAPI: { queryData: 'x' } }, { toolboxAPI: null, dataverseAPI: null }])(
    'is not there: %j',
    (page) => {
      expect(toolboxHost(page)).toBeUndefined();
    },
  );

  const withConnection = (connection: unknown) =>
    toolboxHost({
      toolboxAPI: { connections: { getActiveConnection: () => connection } },
      dataverseAPI: { queryData: () => ({}) },
    });

  test.each([undefined, null, {}, { id: '1', name: 'x' }, { url: 7 }, { url: '' }, 'x', { url: 'javascript:x' }])(
    'has no connection: %j',
    async (connection) => {
      expect(await withConnection(connection)?.connection('primary')).toBeUndefined();
    },
  );

  test('of an older version has one connection, throws where it should reject, and opens no page', async () => {
    const host = withConnection({ id: '1', name: 'x', url: 'contoso.crm.dynamics.com' });
    const connection = { id: '1', name: 'x', url: 'https://contoso.crm.dynamics.com' };
    expect(await host?.connection('primary')).toEqual(connection);
    const spelled = withConnection({
      id: '1',
      name: 'x',
      url: 'https://user:secret@contoso.crm.dynamics.com/main.aspx?a=1',
    });
    expect(await spelled?.connection('primary')).toEqual(connection);
    expect(await host?.connection('secondary')).toBeUndefined();
    expect(host?.openPage).toBeUndefined();
    const throwing = toolboxHost({
      toolboxAPI: {
        connections: {
          getActiveConnection() {
            throw new Error('x');
          },
        },
      },
      dataverseAPI: { queryData: () => ({}) },
    });
    await expect(throwing?.connection('primary')).rejects.toThrow('x');
  });
});
