import type { GetTokenOptions, TokenCredential } from '@azure/core-auth';
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { authenticationPolicy } from '../../../src/adapters/odata/authentication.js';
import { heldToken, type TokenRequest } from '../../../src/adapters/odata/held-token.js';

const url = 'https://contoso.crm4.dynamics.com/api/data/v9.2/teams';
const scope = 'https://contoso.crm4.dynamics.com/.default';
const now = Date.parse('2026-11-29T12:00:00Z');
const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a token that is sent', () => {
  type Given = string | null | Error;
  type Asked = GetTokenOptions & { readonly refused?: string };

  /** Sends one request with a credential that gives these tokens in turn, to a service that answers with these in turn. */
  async function send(tokens: readonly Given[], statuses: readonly number[], challenge?: string) {
    const asked: Asked[] = [];
    const scopes: unknown[] = [];
    const credential: TokenCredential = {
      async getToken(asScope, options: Asked = {}) {
        scopes.push(asScope);
        asked.push(options);
        const token = tokens[asked.length - 1];
        if (token instanceof Error) throw token;
        return token == null ? null : { token, expiresOnTimestamp: now + 60 * minute };
      },
    };
    const sent: (string | undefined)[] = [];
    const onFailure = vi.fn();
    const controller = new AbortController();
    const request = createPipelineRequest({ url, abortSignal: controller.signal });
    const policy = authenticationPolicy({ credential, scope, onFailure });
    const sending = policy.sendRequest(request, async (prepared) => {
      sent.push(prepared.headers.get('Authorization'));
      const headers = createHttpHeaders(challenge === undefined ? {} : { 'WWW-Authenticate': challenge });
      return { request: prepared, status: statuses[sent.length - 1] ?? 500, headers, bodyAsText: `${sent.length}` };
    });
    const outcome = await sending.then(
      ({ status, bodyAsText }) => ({ status, answer: bodyAsText }),
      (error: unknown) => ({ error }),
    );
    return { outcome, sent, asked, scopes, onFailure };
  }

  test('is that of the credential for the scope', async () => {
    const { outcome, sent, asked, scopes } = await send(['one'], [200]);
    expect(outcome).toEqual({ status: 200, answer: '1' });
    expect(sent).toEqual(['Bearer one']);
    expect(scopes).toEqual([scope]);
    expect(asked).toMatchObject([{ enableCae: true, refused: undefined }]);
    expect(asked[0]?.abortSignal).toBeInstanceOf(AbortSignal);
    expect(asked[0]).not.toHaveProperty('claims');
  });

  test.each([403, 404, 429, 500])('and answered with %i is not requested again', async (status) => {
    const { outcome, sent, asked } = await send(['one', 'two'], [status]);
    expect(outcome).toEqual({ status, answer: '1' });
    expect(sent).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  test('and refused is requested again, once', async () => {
    const good = await send(['one', 'two'], [401, 200]);
    expect(good.outcome).toEqual({ status: 200, answer: '2' });
    expect(good.sent).toEqual(['Bearer one', 'Bearer two']);
    expect(good.asked.map(({ refused }) => refused)).toEqual([undefined, 'one']);
    const refused = await send(['one', 'two', 'three'], [401, 401, 200]);
    expect(refused.outcome).toEqual({ status: 401, answer: '2' });
    expect(refused.asked).toHaveLength(2);
  });

  test.each<[string, Given]>([
    ['the same one', 'one'],
    ['none', null],
    ['an error', new Error('AADSTS50076')],
  ])('and refused keeps the answer if the credential has %s', async (_name, other) => {
    const { outcome, sent } = await send(['one', other], [401, 200]);
    expect(outcome).toEqual({ status: 401, answer: '1' });
    expect(sent).toEqual(['Bearer one']);
  });

  test('cannot be without a credential that gives one', async () => {
    const error = new Error('AADSTS50076');
    const failing = await send([error], [200]);
    expect(failing).toMatchObject({ outcome: { error }, sent: [] });
    expect(failing.onFailure).toHaveBeenCalledExactlyOnceWith(error);
    const { outcome, sent, onFailure } = await send([null], [200]);
    expect(outcome).toMatchObject({ error: { message: 'the credential returned none' } });
    expect(onFailure).toHaveBeenCalledExactlyOnceWith('error' in outcome ? outcome.error : undefined);
    expect(sent).toEqual([]);
  });

  test('is no longer requested once its request is given up', async () => {
    let signal: GetTokenOptions['abortSignal'];
    const credential: TokenCredential = {
      getToken: (_scope, { abortSignal } = {}) => {
        signal = abortSignal;
        return new Promise(() => {});
      },
    };
    const controller = new AbortController();
    const request = createPipelineRequest({ url, abortSignal: controller.signal });
    void authenticationPolicy({ credential, scope, onFailure: () => {} }).sendRequest(request, vi.fn());
    expect(signal?.aborted).toBe(false);
    controller.abort();
    expect(signal?.aborted).toBe(true);
  });

  // Continuous access evaluation: *How to use Continuous Access Evaluation enabled APIs in your applications*.
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
  test.each([
    [`Bearer error="insufficient_claims", claims="${btoa(claims)}"`, claims],
    [`Bearer claims="${btoa(claims)}", error="insufficient_claims", realm=""`, claims],
    [`Bearer realm="", authorization_uri="https://x", error="insufficient_claims", claims="${btoa('{}')}"`, '{}'],
    [`Bearer error="insufficient_claims", claims=""`, ''],
  ])('and revoked is requested with the claims of %s', async (challenge, expected) => {
    const { asked } = await send(['one', 'two'], [401, 200], challenge);
    expect(asked[1]?.claims).toBe(expected);
  });

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer error="insufficient_claims"',
    'Bearer error="insufficient_claims", claims="%%%"',
    `Bearer error="invalid_token", claims="${btoa(claims)}"`,
    `Bearer claims="${btoa(claims)}"`,
    `Bearer error="insufficient_claims", x_claims="${btoa(claims)}"`,
  ])('and refused with %j is requested without claims', async (challenge) => {
    const { outcome, asked } = await send(['one', 'two'], [401, 200], challenge);
    expect(outcome).toEqual({ status: 200, answer: '2' });
    expect(asked[1]).not.toHaveProperty('claims');
  });
});

describe('a token that is held', () => {
  interface Life {
    readonly expiresOnTimestamp: number;
    readonly refreshAfterTimestamp?: number;
  }

  function holding(life: () => Life) {
    const requests: TokenRequest[] = [];
    const signals: AbortSignal[] = [];
    const tokenFor = heldToken(async (request, signal) => {
      requests.push(request);
      signals.push(signal);
      await Promise.resolve();
      return { token: `token-${requests.length}`, ...life() };
    });
    return { tokenFor, requests, signals };
  }

  test.each<[string, Life, number]>([
    ['an hour', { expiresOnTimestamp: now + 60 * minute }, 58 * minute],
    ['five minutes', { expiresOnTimestamp: now + 5 * minute }, 3 * minute],
    ['two minutes', { expiresOnTimestamp: now + 2 * minute }, 0],
    ['a minute', { expiresOnTimestamp: now + minute }, 0],
    [
      'an hour, to be renewed after ten minutes',
      { expiresOnTimestamp: now + 60 * minute, refreshAfterTimestamp: now + 10 * minute },
      10 * minute,
    ],
    [
      'five minutes, to be renewed after an hour',
      { expiresOnTimestamp: now + 5 * minute, refreshAfterTimestamp: now + 60 * minute },
      3 * minute,
    ],
  ])('and good for %s is used again', async (_name, life, usableMs) => {
    const { tokenFor } = holding(() => life);
    expect(await tokenFor({})).toMatchObject({ token: 'token-1' });
    if (usableMs > 0) {
      vi.setSystemTime(now + usableMs - 1);
      expect(await tokenFor({})).toMatchObject({ token: 'token-1' });
    }
    vi.setSystemTime(now + usableMs);
    expect(await tokenFor({})).toMatchObject({ token: 'token-2' });
  });

  test('is requested once by all that need it at a time, with the words of the first', async () => {
    const { tokenFor, requests } = holding(() => ({ expiresOnTimestamp: now + 60 * minute }));
    const tokens = await Promise.all([tokenFor({}), tokenFor({}), tokenFor({})]);
    expect(tokens.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-1']);
    const other = await tokenFor({ refused: 'token-1', claims: 'x' });
    expect(other.token).toBe('token-2');
    expect(requests).toEqual([{}, { refused: 'token-1', claims: 'x' }]);
    expect(await tokenFor({ refused: 'token-1' })).toBe(other);
    expect(requests).toHaveLength(2);
  });

  test('is no longer requested when all that need it have given up', async () => {
    const { tokenFor, signals } = holding(() => ({ expiresOnTimestamp: now + 60 * minute }));
    const [one, other] = [new AbortController(), new AbortController()];
    const tokens = [tokenFor({ abortSignal: one.signal }), tokenFor({ abortSignal: other.signal })];
    one.abort();
    expect(signals[0]?.aborted).toBe(false);
    other.abort();
    expect(signals[0]?.aborted).toBe(true);
    await Promise.all(tokens);
    expect(signals).toHaveLength(1);
  });
});
