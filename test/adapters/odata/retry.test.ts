import { createHttpHeaders, createPipelineRequest, RestError } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tooLarge } from '../../../src/adapters/odata/body.js';
import { defaultRetryBudget, retryStrategy } from '../../../src/adapters/odata/retry.js';

const request = createPipelineRequest({ url: 'https://contoso.crm4.dynamics.com/api/data/v9.2/teams' });
const delayMs = 500;
const { retry } = retryStrategy({ maxRetries: 4, delayMs });
const givenUp = { skipStrategy: true };

function afterResponse(status: number, retryAfter?: string, retryCount = 0) {
  const headers = createHttpHeaders(retryAfter === undefined ? {} : { 'Retry-After': retryAfter });
  return retry({ retryCount, response: { request, status, headers } });
}

function afterError(error: { readonly code?: string; readonly statusCode?: number }) {
  return retry({ retryCount: 0, responseError: new RestError('x', error) });
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-29T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is repeated', () => {
  test.each([408, 429, 500, 502, 503, 504])('%i', (status) => {
    expect(afterResponse(status)).toEqual({ retryAfterInMs: delayMs });
  });

  test.each([0, 200, 304, 400, 401, 403, 404, 407, 409, 412, 501, 505])('%i is not', (status) => {
    expect(afterResponse(status)).toEqual(givenUp);
    expect(afterResponse(status, '1')).toEqual(givenUp);
  });

  test.each([undefined, 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EAI_AGAIN', 'REQUEST_SEND_ERROR', 'PARSE_ERROR'])(
    'an error with the code %s',
    (code) => expect(afterError(code === undefined ? {} : { code })).toEqual({ retryAfterInMs: delayMs }),
  );

  test.each([
    'ENOTFOUND',
    tooLarge,
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_TLS_HANDSHAKE_TIMEOUT',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])('an error with the code %s is not', (code) => expect(afterError({ code })).toEqual(givenUp));

  test('what a proxy answers counts by its status, not by the code of the error', () => {
    expect(afterError({ code: 'ENOTFOUND', statusCode: 502 })).toEqual({ retryAfterInMs: delayMs });
    expect(afterError({ code: 'ECONNRESET', statusCode: 407 })).toEqual(givenUp);
  });
});

describe('how long it waits', () => {
  test.each([
    [0, 500],
    [1, 1_000],
    [2, 2_000],
    [5, 16_000],
  ])('twice as long each time: before repetition %i from 0, %i ms', (retryCount, retryAfterInMs) => {
    expect(afterResponse(503, undefined, retryCount)).toEqual({ retryAfterInMs });
  });

  test('a pause of more than 20 seconds is not made', () => {
    expect(afterResponse(503, undefined, 6)).toEqual(givenUp);
  });

  // Service protection API limits of Dataverse: seconds. RFC 9110: seconds or a date.
  test.each([
    ['5', 5_000],
    ['10', 10_000],
    ['1.5', 1_500],
    ['10.25', 10_250],
    ['20', 20_000],
    ['0', delayMs],
    ['0.499', delayMs],
    ['0.501', 501],
    ['Sun, 29 Nov 2026 12:00:07 GMT', 7_000],
    ['Sun, 29 Nov 2026 12:00:20 GMT', 20_000],
    ['Sun, 29 Nov 2026 12:00:00 GMT', delayMs],
    ['Sun, 29 Nov 2026 11:00:00 GMT', delayMs],
  ])('Retry-After: %s is %i ms, however often it was tried', (retryAfter, retryAfterInMs) => {
    expect(afterResponse(429, retryAfter, 0)).toEqual({ retryAfterInMs });
    expect(afterResponse(429, retryAfter, 5)).toEqual({ retryAfterInMs });
  });

  test.each(['20.001', '21', '300', '17000000', 'Sun, 29 Nov 2026 12:00:21 GMT', 'Mon, 30 Nov 2026 12:00:00 GMT'])(
    'Retry-After: %s is given up',
    (retryAfter) => expect(afterResponse(429, retryAfter)).toEqual(givenUp),
  );

  test.each(['', ' ', 'soon', 'x5', '5x', '1.x', '-', '5 seconds'])('Retry-After: %j says nothing', (retryAfter) => {
    expect(afterResponse(429, retryAfter, 1)).toEqual({ retryAfterInMs: 1_000 });
  });

  test('a budget without a pause makes none', () => {
    const { retry } = retryStrategy({ maxRetries: 1, delayMs: 0 });
    const headers = createHttpHeaders({ 'Retry-After': 'Sun, 29 Nov 2026 11:00:00 GMT' });
    expect(retry({ retryCount: 3, response: { request, status: 429, headers } })).toEqual({ retryAfterInMs: 0 });
    expect(retry({ retryCount: 3, responseError: new RestError('x') })).toEqual({ retryAfterInMs: 0 });
  });

  test('by default, four times within 7.5 seconds', () => {
    const { maxRetries, delayMs } = defaultRetryBudget;
    const pauses = Array.from({ length: maxRetries }, (_, count) => delayMs * 2 ** count);
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000]);
  });
});
