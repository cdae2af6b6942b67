import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  dataverseAdapter,
  discoverEnvironment,
  finopsAdapter,
  powerPlatformAdapter,
} from '../../src/adapters/index.js';
import { type Adapter, gatherSnapshot, type SnapshotFacts } from '../../src/index.js';
import { answering, credential, holdings, readOne, retry, serve } from '../support/live-reading.js';
import { send } from '../support/live-server.js';

/** Sends with a cookie, as a browser does. */
const withCookie: HttpClient = {
  sendRequest(request) {
    request.headers.set('cookie', 'session=x');
    return createDefaultHttpClient().sendRequest(request);
  },
};
const session = { credential: 'session', httpClient: withCookie, retry } as const;

async function factsOf(adapter: Adapter): Promise<SnapshotFacts> {
  return (await gatherSnapshot(adapter))._unsafeUnwrap().facts;
}

afterEach(() => vi.unstubAllGlobals());

describe('with a session in place of a credential', () => {
  test('Dataverse gives the same facts as with a token, and no token is sent', async () => {
    const server = await serve();
    const withToken = await factsOf(dataverseAdapter({ url: server.url, credential }));
    const before = server.requests.length;
    expect(await factsOf(dataverseAdapter({ url: server.url, ...session }))).toEqual(withToken);
    const sent = server.requests.slice(before);
    expect(sent).toHaveLength(before);
    for (const { method, headers } of sent) {
      expect(method).toBe('GET');
      expect(headers).toMatchObject({ cookie: 'session=x' });
      expect(headers).not.toHaveProperty('authorization');
    }
    expect(await discoverEnvironment({ url: server.url, ...session })).toEqual(
      await discoverEnvironment({ url: server.url, credential }),
    );
  });

  test('finance and operations gives the same facts, but for the versions, which are requested with POST', async () => {
    const server = await serve();
    const { finopsEnvironment, ...withToken } = await factsOf(finopsAdapter({ url: server.url, credential }));
    const before = server.requests.length;
    const { finopsEnvironment: unread, ...facts } = await factsOf(finopsAdapter({ url: server.url, ...session }));
    expect(facts).toEqual(withToken);
    expect(finopsEnvironment?.status).toBe('known');
    expect(unread).toEqual({
      status: 'unknown',
      reason: 'not-provided',
      detail: 'GetApplicationVersion is requested with POST; with the session of a browser only GET is sent',
    });
    expect(new Set(server.requests.slice(before).map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('the versions come from Dataverse where it knows them', async () => {
    const finops = await serve();
    const details = {
      ...(holdings.functions?.RetrieveFinanceAndOperationsIntegrationDetails as object),
      Url: finops.url,
    };
    const functions = { ...holdings.functions, RetrieveFinanceAndOperationsIntegrationDetails: details };
    const dataverse = await serve({ functions });
    const beside = { url: dataverse.url, ...session };
    const adapter = finopsAdapter({ url: finops.url, ...session, dataverse: beside });
    const withToken = finopsAdapter({ url: finops.url, credential, dataverse: { url: dataverse.url, credential } });
    const read = await readOne(adapter, 'finopsEnvironment');
    expect(read).toMatchObject({ status: 'known' });
    expect(read).toEqual(await readOne(withToken, 'finopsEnvironment'));
  });
});

describe('a session that ended', () => {
  test.each([
    ['302', (response: Parameters<typeof send>[0]) => send(response, 302, {}, { location: 'https://login.invalid' })],
    ['307', (response: Parameters<typeof send>[0]) => send(response, 307, {}, { location: '/login' })],
    ['401', (response: Parameters<typeof send>[0]) => send(response, 401, {})],
    [
      'a page',
      (response: Parameters<typeof send>[0]) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<html>');
      },
    ],
    [
      'a page that says it is JSON',
      (response: Parameters<typeof send>[0]) => {
        response.writeHead(200, { 'content-type': 'text/plain' });
        response.end('  <!doctype html>');
      },
    ],
  ])('%s: not permitted, with what to do', async (_how, answer) => {
    const server = await serve({}, { fault: answering(/./, answer) });
    for (const adapter of [
      dataverseAdapter({ url: server.url, ...session }),
      finopsAdapter({ url: server.url, ...session }),
    ]) {
      const { finopsEnvironment, ...facts } = await factsOf(adapter);
      for (const fact of Object.values(facts))
        expect(fact).toMatchObject({
          status: 'unknown',
          reason: 'not-permitted',
          detail: expect.stringMatching(/tab.*: reload it, sign in, and read again$/),
        });
    }
  });

  test('something that is neither a page nor JSON stays malformed, and with a token a page does', async () => {
    const text = (type: string, body: string) =>
      answering(/\/teams$/, (response) => {
        response.writeHead(200, { 'content-type': type });
        response.end(body);
      });
    const strange = await serve({}, { fault: text('text/plain', 'no') });
    const teams = await readOne(dataverseAdapter({ url: strange.url, ...session }), 'teams');
    expect(teams).toMatchObject({ reason: 'malformed' });
    const page = await serve({}, { fault: text('text/html', '<html>') });
    const withToken = await readOne(dataverseAdapter({ url: page.url, credential, retry }), 'teams');
    expect(withToken).toMatchObject({ reason: 'malformed' });
  });
});

describe('without a client, the session is that of the tab', () => {
  const unread = (detail: string) => ({ status: 'unknown', reason: 'not-connected', detail });

  test('and outside a browser there is none: nothing is sent', async () => {
    const server = await serve();
    const teams = await readOne(dataverseAdapter({ url: server.url, credential: 'session' }), 'teams');
    expect(teams).toEqual(
      unread('only a browser tab has a session: give a credential, or a client that has the session'),
    );
    expect(server.requests).toEqual([]);
  });

  test.each([
    ['https://contoso.crm4.dynamics.com', 'another port', 'https://contoso.crm4.dynamics.com:444'],
    ['https://contoso.crm4.dynamics.com', 'another host', 'https://fabrikam.crm4.dynamics.com'],
    ['https://contoso.crm4.dynamics.com', 'the label api', 'https://contoso.api.crm4.dynamics.com'],
  ])('and not for other origins: %s, %s', async (tab, _what, url) => {
    vi.stubGlobal('location', new URL(tab));
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    for (const adapter of [
      dataverseAdapter({ url, credential: 'session' }),
      finopsAdapter({ url, credential: 'session' }),
    ]) {
      const { finopsEnvironment, ...facts } = await factsOf(adapter);
      for (const fact of Object.values(facts))
        expect(fact).toEqual(
          unread(`the session of this tab is for contoso.crm4.dynamics.com, not for ${new URL(url).host}`),
        );
    }
    const ofPlatform = await factsOf(powerPlatformAdapter({ environmentId: 'x', credential: 'session' }));
    expect(Object.values(ofPlatform).map((fact) => fact?.status)).not.toContain('known');
    expect(fetched).not.toHaveBeenCalled();
  });
});
