import { RestError } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failureOfError, failureOfSignIn } from '../../../src/adapters/odata/failure-of-error.js';
import { isSignInFault, signInFault } from '../../../src/adapters/odata/sign-in-fault.js';

const url = 'https://contoso.crm4.dynamics.com:444/api/data/v9.2/teams';
const unread = (reason: string, detail: string) => ({ status: 'unknown', reason, detail });
const errorWith = (code?: string) => new RestError('connect to 10.0.0.1 as Hans', code === undefined ? {} : { code });

beforeEach(() => {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'NO_PROXY', 'no_proxy'])
    vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

describe('a request without an answer', () => {
  test.each<[string, unknown, string, string]>([
    ['a body without an end', errorWith('BODY_TOO_LARGE'), 'malformed', 'teams answered with a body that does not end'],
    [
      'a body that breaks',
      errorWith('PARSE_ERROR'),
      'not-connected',
      'the connection broke while teams was being read',
    ],
    [
      'a proxy that refuses, in our own words',
      new RestError('407: the proxy p:1 requires a sign-in', { code: 'REFUSED_BY_PROXY' }),
      'not-connected',
      '407: the proxy p:1 requires a sign-in',
    ],
    ...['ENOTFOUND', 'ECONNRESET', 'CERT_HAS_EXPIRED'].map((code): [string, unknown, string, string] => [
      code,
      errorWith(code),
      'not-connected',
      `contoso.crm4.dynamics.com:444 cannot be reached (${code}): check the address, the network and proxies`,
    ]),
    ...[
      errorWith('REQUEST_SEND_ERROR'),
      errorWith(),
      new Error('Hans'),
      Object.assign(new Error('Hans'), { code: 'REFUSED_BY_PROXY' }),
      'Hans',
      undefined,
    ].map((error): [string, unknown, string, string] => [
      'anything else',
      error,
      'not-connected',
      'contoso.crm4.dynamics.com:444 cannot be reached (no answer): check the address, the network and proxies',
    ]),
  ])('%s', (_name, error, reason, detail) => {
    expect(failureOfError(error, url, 'teams')).toEqual(unread(reason, detail));
  });

  test('through a proxy names it and its variable, and not its password', () => {
    vi.stubEnv('HTTPS_PROXY', 'http://jane:secret@proxy.contoso.com:8080');
    expect(failureOfError(errorWith('ECONNREFUSED'), url, 'teams')).toEqual(
      unread(
        'not-connected',
        'contoso.crm4.dynamics.com:444 cannot be reached through the proxy proxy.contoso.com:8080 (ECONNREFUSED): check HTTPS_PROXY, the address and the network',
      ),
    );
  });

  test('of an address that is not one, or beside a proxy that is not one', () => {
    const words = 'cannot be reached (no answer): check the address, the network and proxies';
    expect(failureOfError(undefined, 'contoso', 'teams').detail).toBe(`the host ${words}`);
    vi.stubEnv('HTTPS_PROXY', 'ftp://x');
    expect(failureOfError(undefined, url, 'teams').detail).toBe(`contoso.crm4.dynamics.com:444 ${words}`);
    expect(failureOfError(undefined, 'contoso', 'teams').detail).toBe(`the host ${words}`);
  });
});

describe('a sign-in without a token', () => {
  test.each<[string, unknown, string]>([
    ['our own fault', signInFault('run az login'), 'run az login'],
    [
      'a refusal of Microsoft Entra',
      new Error("AADSTS50020: User 'Hans'"),
      'Microsoft Entra does not issue a token for https://contoso.crm4.dynamics.com:444 (AADSTS50020): the account does not belong to the tenant: sign in with one that does',
    ],
    ...[new Error('CredentialUnavailableError: Hans'), undefined, null, 'Hans'].map(
      (error): [string, unknown, string] => [
        'anything else',
        error,
        'signing in failed: the credential returned no token',
      ],
    ),
  ])('%s', (_name, error, detail) => {
    expect(failureOfSignIn(error, url)).toEqual(unread('not-permitted', detail));
  });

  test('for an address that is not one', () => {
    expect(failureOfSignIn(new Error('AADSTS50020'), 'contoso').detail).toMatch(
      /^Microsoft Entra does not issue a token for this service \(AADSTS50020\)/,
    );
  });

  test.each([
    undefined,
    null,
    'sign-in-fault',
    7,
    {},
    new Error('sign-in-fault'),
    { type: 'other' },
    { type: undefined },
    Object.assign(() => {}, { type: 'sign-in-fault' }),
  ])('%j is not our own fault', (error) => expect(isSignInFault(error)).toBe(false));

  test('our own fault is an error, also one of another copy of this package', () => {
    const fault = signInFault('run az login');
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toMatchObject({ type: 'sign-in-fault', message: 'run az login' });
    expect(isSignInFault(fault)).toBe(true);
    expect(isSignInFault({ type: 'sign-in-fault', message: 'x' })).toBe(true);
  });
});
