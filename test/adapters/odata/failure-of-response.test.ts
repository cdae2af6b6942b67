import { describe, expect, test } from 'vitest';
import { type Advice, failureOfResponse } from '../../../src/adapters/odata/failure-of-response.js';

const advice: Advice = {
  signIn: 'sign in as a user of the environment',
  permission: (what) => `the account needs a role that can read ${what}`,
  refusals: new Map([['0x80042f09', 'the user has no security role']]),
  absence: (what) => `there is no ${what}`,
  page: (what) => `${what} answered with a web page`,
};

function failureOf(status: number, body?: unknown, changed: Partial<Advice & { asksToWait: boolean }> = {}) {
  const { asksToWait = false, ...other } = changed;
  const bodyAsText = body === undefined || body === null || typeof body === 'string' ? body : JSON.stringify(body);
  return failureOfResponse({ status, bodyAsText, asksToWait }, 'teams', { ...advice, ...other });
}

describe('what a status means', () => {
  test.each([
    [401, 'not-permitted', '401: sign in as a user of the environment'],
    [403, 'not-permitted', '403: the account needs a role that can read teams'],
    [404, 'not-found', '404: there is no teams'],
    [407, 'not-connected', '407: a proxy on the way requires a sign-in: ask the network administrator'],
    [429, 'throttled', '429: teams is still throttled after retries; try again later'],
    [0, 'malformed', 'redirect: teams answered with a web page'],
    [300, 'malformed', '300: teams answered with a web page'],
    [302, 'malformed', '302: teams answered with a web page'],
    [399, 'malformed', '399: teams answered with a web page'],
    [199, 'failed', '199: teams could not be read'],
    [400, 'failed', '400: teams could not be read'],
    [402, 'failed', '402: teams could not be read'],
    [405, 'failed', '405: teams could not be read'],
    [412, 'failed', '412: teams could not be read'],
    [500, 'failed', '500: teams could not be read'],
    [502, 'failed', '502: teams could not be read'],
    [503, 'failed', '503: teams could not be read'],
    [504, 'failed', '504: teams could not be read'],
  ])('%i: %s, %s', (status, reason, detail) => {
    for (const body of [undefined, null, '', '<html>Hans</html>', '{"error":', 'null', '7', '[]', '{}'])
      expect(failureOf(status, body)).toEqual({ status: 'unknown', reason, detail });
  });

  test('503 that names a pause is throttled, and no other status for that', () => {
    expect(failureOf(503, undefined, { asksToWait: true })).toMatchObject({
      reason: 'throttled',
      detail: '503: teams is still busy after retries; try again later',
    });
    expect(failureOf(500, undefined, { asksToWait: true })).toMatchObject({ reason: 'failed' });
  });

  test('a page means what the service says that it means', () => {
    for (const status of [0, 302])
      expect(failureOf(status, undefined, { pageReason: 'not-permitted' })).toMatchObject({ reason: 'not-permitted' });
  });

  test('407 and a redirect are not of the service: what it says is left out', () => {
    for (const status of [407, 302, 0])
      expect(failureOf(status, { error: { code: '0x80040220' } }).detail).not.toContain('0x80040220');
  });
});

describe('a code that is known', () => {
  test.each(['0x80042f09', '0x80042F09', '0X80042F09'])('%s, with 401 and 403', (code) => {
    for (const status of [401, 403])
      expect(failureOf(status, { error: { code } })).toEqual({
        status: 'unknown',
        reason: 'not-permitted',
        detail: `${status}: the user has no security role (${code})`,
      });
  });

  test('counts with no other status, and not where it is not the code of the error', () => {
    for (const status of [400, 404, 500])
      expect(failureOf(status, { error: { code: '0x80042f09' } }).detail).not.toContain('no security role');
    for (const body of [{ code: '0x80042f09' }, { error: '0x80042f09' }, { error: { message: '0x80042f09' } }])
      expect(failureOf(403, body).detail).toBe('403: the account needs a role that can read teams');
  });

  test('a service without such codes has only its general advice', () => {
    expect(failureOf(403, { error: { code: '0x80042f09' } }, { refusals: undefined }).detail).toBe(
      '403: the account needs a role that can read teams (0x80042f09)',
    );
  });
});

describe('of what a service says, there is shown', () => {
  const shownOf = (error: unknown) => {
    const { detail = '' } = failureOf(500, { error });
    return /^500: teams could not be read(?: \((.*)\))?$/s.exec(detail)?.[1] ?? '';
  };

  test.each([
    '0x80040220',
    '0X8004D24B',
    '0x1',
    '-2147220891',
    '-1',
    '0',
    '5',
    '2147746336',
    'EnvironmentNotFound',
    'x',
    'a'.repeat(60),
  ])('the code %s', (code) => expect(shownOf({ code })).toBe(code));

  test.each([
    '',
    '0x',
    '0x800402200',
    '0x8004022g',
    ' 0x80040220',
    '0x80040220 ',
    '12345678901',
    '--1',
    '1-',
    '-',
    'Hans Mueller',
    'Hans.Mueller',
    'hans@contoso.com',
    'Hans1',
    'é',
    'a'.repeat(61),
    7,
    null,
    ['x'],
    { value: 'x' },
  ])('%j is not a code', (code) => expect(shownOf({ code })).toBe(''));

  test.each([
    ...['Read', 'Act', 'Create', 'Write', 'Delete', 'Append', 'Assign', 'Share'].map((kind) => [
      `User Hans is missing prv${kind}msdyn_x privilege`,
      `privilege prv${kind}msdyn_x`,
    ]),
    ['prvReadX', 'privilege prvReadX'],
    ['prvReadTeam', 'privilege prvReadTeam'],
    ['(prvActOnBehalfOfAnotherUser)', 'privilege prvActOnBehalfOfAnotherUser'],
    [`prvRead${'a'.repeat(100)}b`, `privilege prvRead${'a'.repeat(100)}`],
    ["Could not find a property named 'x' on type 'y'.", 'no property x on y'],
    [
      "Could not find a property named 'msdyn_paused' on type 'Microsoft.Dynamics.CRM.dual_map'.",
      'no property msdyn_paused on Microsoft.Dynamics.CRM.dual_map',
    ],
    [
      `property named '${'a'.repeat(100)}' on type '${'b'.repeat(200)}'`,
      `no property ${'a'.repeat(100)} on ${'b'.repeat(200)}`,
    ],
    ["Resource not found for the segment 'x'.", 'no resource x'],
    ["Resource not found for the segment 'msdyn_dualwriteentitymaps'", 'no resource msdyn_dualwriteentitymaps'],
    [`Resource not found for the segment '${'a'.repeat(100)}'`, `no resource ${'a'.repeat(100)}`],
  ])('of %j: %s', (message, expected) => {
    expect(shownOf({ message })).toBe(expected);
    expect(shownOf({ code: '0x80040220', message })).toBe(`0x80040220: ${expected}`);
  });

  test.each([
    'Hans is missing a privilege',
    'prvRead',
    'prvHansMueller',
    'x_prvReadTeam',
    "property named 'Hans Mueller' on type 'y'",
    "property named '' on type 'y'",
    "property named 'x' on type ''",
    "property named 'x' on type 'Hans Mueller'",
    `property named '${'a'.repeat(101)}' on type 'y'`,
    `property named 'x' on type '${'b'.repeat(201)}'`,
    "Resource not found for the segment 'Hans Mueller'",
    "Resource not found for the segment ''",
    `Resource not found for the segment '${'a'.repeat(101)}'`,
    7,
    null,
    { value: 'prv' },
  ])('nothing of %j', (message) => expect(shownOf({ message })).toBe(''));

  test('what the inner error names first: the outer one is a general sentence', () => {
    const innererror = { message: 'missing prvReadTeam' };
    expect(shownOf({ message: 'An error has occurred.', innererror })).toBe('privilege prvReadTeam');
    expect(shownOf({ message: 'missing prvReadRole', innererror })).toBe('privilege prvReadTeam');
    expect(shownOf({ message: 'missing prvReadRole', innererror: {} })).toBe('privilege prvReadRole');
  });

  test.each<[string, unknown]>([
    ['a text', 'missing prvReadTeam'],
    ['nothing', null],
    ['a list', ['prvReadTeam']],
    ['a number', 7],
  ])('nothing of an error that is %s', (_name, error) => expect(shownOf(error)).toBe(''));

  test('nothing that the body does not say itself', () => {
    expect(failureOf(500, '{"__proto__":{"error":{"code":"x"}}}').detail).toBe('500: teams could not be read');
    expect(failureOf(500, '"a text whose length is a property"').detail).toBe('500: teams could not be read');
    expect(shownOf({ code: 'BadRequest', toString: 'x' })).toBe('BadRequest');
  });
});
