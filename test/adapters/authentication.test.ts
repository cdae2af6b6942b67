import type { TokenCredential } from '@azure/core-auth';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dataverseAdapter } from '../../src/adapters/index.js';
import { gatherSnapshot } from '../../src/index.js';
import { healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { type Asked, type LiveServer, send, startLiveServer } from '../support/live-server.js';

let server: LiveServer;
/** Whether a token is accepted for a request; the answer may change on the way. */
let accepts: (token: string, asked: Asked) => boolean = () => true;
let challenge: Readonly<Record<string, string>> = {};
const unauthorized = { status: 401, body: {} };
let refusal: { readonly status: number; readonly body: unknown } = unauthorized;
const refusals: string[] = [];

beforeAll(async () => {
  server = await startLiveServer(holdingsOf(healthySnapshot()), {
    fault: (asked, response) => {
      const token = asked.headers.authorization?.replace('Bearer ', '') ?? '';
      if (accepts(token, asked)) return false;
      refusals.push(token);
      send(response, refusal.status, refusal.body, challenge);
      return true;
    },
  });
});
afterEach(() => {
  accepts = () => true;
  challenge = {};
  refusal = unauthorized;
  refusals.length = 0;
});
afterAll(() => server.close());

type Request = NonNullable<Parameters<TokenCredential['getToken']>[1]> & { readonly refused?: string };

/** A credential that gives `token-0`, `token-1`, … and remembers what it was asked. */
function counting({ lifeMs = 3_600_000, same = false } = {}) {
  const requests: Request[] = [];
  const credential: TokenCredential = {
    async getToken(_scopes, request = {}) {
      requests.push(request);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return {
        token: same ? 'token-0' : `token-${requests.length - 1}`,
        expiresOnTimestamp: Date.now() + lifeMs,
      };
    },
  };
  return { requests, credential };
}

async function read(credential: TokenCredential) {
  const adapter = dataverseAdapter({ url: server.url, credential, retry: { maxRetries: 0 } });
  const only = ['solutions', 'companies', 'teams', 'businessUnits'] as const;
  return (await gatherSnapshot(adapter, { only, concurrency: 10 }))._unsafeUnwrap().facts;
}

describe('a token', () => {
  test('is requested once, for all requests', async () => {
    const { credential, requests } = counting();
    const facts = await read(credential);
    expect(Object.values(facts).map((fact) => fact?.status)).toEqual(['known', 'known', 'known', 'known']);
    expect(requests).toHaveLength(1);
  });

  test('that is refused in the middle is requested again once, whoever needs it', async () => {
    const { credential, requests } = counting();
    const begun = server.requests.length;
    // Good for two requests, whichever come first.
    accepts = (token) => token === 'token-1' || server.requests.length - begun <= 2;
    const facts = await read(credential);
    expect(Object.values(facts).map((fact) => fact?.status)).toEqual(['known', 'known', 'known', 'known']);
    expect(requests.map(({ refused }) => refused)).toEqual([undefined, 'token-0']);
    expect(refusals.length).toBeGreaterThan(1);
  });

  test('that is refused for good costs one more request each, and the facts', async () => {
    const { credential } = counting();
    accepts = () => false;
    const begun = server.requests.length;
    const facts = await read(credential);
    const paths = server.requests.slice(begun).map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith('/solutions'))).toHaveLength(2);
    for (const fact of Object.values(facts)) expect(fact).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    expect(JSON.stringify(facts)).not.toMatch(/token-\d/);
  });

  test('that the credential has no other of is sent once', async () => {
    const { credential, requests } = counting({ same: true });
    accepts = () => false;
    const begun = server.requests.length;
    const facts = await read(credential);
    expect(facts.solutions).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    expect(requests[1]?.refused).toBe('token-0');
    const paths = server.requests.slice(begun).map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith('/solutions'))).toHaveLength(1);
  });

  test('that one table refuses costs that table only', async () => {
    const { credential } = counting();
    accepts = (_token, { path }) => !path.endsWith('/teams');
    const facts = await read(credential);
    expect(facts.teams).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    expect(facts.companies?.status).toBe('known');
  });

  test('is requested again before it expires', async () => {
    const { credential, requests } = counting({ lifeMs: 60_000 });
    await read(credential);
    expect(requests.length).toBeGreaterThan(1);
  });

  test.each([
    ['0x80072560', 'The user is not a member of the organization.', /is not a user of this environment: add it/],
    ['0x80042F09', 'The user Id has no role.', /has no security role in this environment/],
    ['0x8004d24b', 'Some user does not have any License', /has no license/],
    ['0x80040225', 'The specified user is disabled.', /is disabled in this environment/],
    ['0x80040220', 'Principal user is missing prvReadTeam privilege', /needs a security role that can read teams/],
  ])('that is good, from a user with 403 and %s', async (code, message, advice) => {
    accepts = (_token, { path }) => !path.endsWith('/teams');
    refusal = { status: 403, body: { error: { code, message } } };
    const { teams, companies } = await read(counting().credential);
    expect(teams).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    expect(JSON.stringify(teams)).toMatch(advice);
    expect(companies?.status).toBe('known');
  });

  test('that was revoked is requested with the claims of the service', async () => {
    const { credential, requests } = counting();
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
    challenge = {
      'WWW-Authenticate': `Bearer authorization_uri="https://login.microsoftonline.com/x", error="insufficient_claims", claims="${btoa(claims)}"`,
    };
    accepts = (token) => token === 'token-1';
    expect((await read(credential)).solutions?.status).toBe('known');
    expect(requests.map((request) => request.claims)).toEqual([undefined, claims]);
    expect(requests[0]?.enableCae).toBe(true);
  });

  test('whose claims are not base64 is requested without them', async () => {
    const { credential, requests } = counting();
    challenge = { 'WWW-Authenticate': 'Bearer error="insufficient_claims", claims="%%%"' };
    accepts = (token) => token === 'token-1';
    expect((await read(credential)).solutions?.status).toBe('known');
    expect(requests[1]?.claims).toBeUndefined();
  });

  test('that cannot be obtained affects only the facts, in our own words', async () => {
    const failing: TokenCredential = {
      getToken: () =>
        Promise.reject(
          Object.assign(new Error('CredentialUnavailableError: Megan Bowen'), {
            errors: [new Error("AADSTS50105: user 'Megan Bowen' of 'Contoso Ltd'")],
          }),
        ),
    };
    const facts = await read(failing);
    expect(facts.solutions).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    expect(JSON.stringify(facts)).toMatch(/does not issue a token for http:\/\/127\.0\.0\.1:\d+ \(AADSTS50105\)/);
    expect(JSON.stringify(facts)).not.toMatch(/Megan|Contoso|Credential/);
    const silent: TokenCredential = { getToken: async () => null };
    expect((await read(silent)).solutions).toMatchObject({
      detail: 'signing in failed: the credential returned no token',
    });
  });
});
