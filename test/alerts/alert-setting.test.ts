import { describe, expect, test } from 'vitest';
import {
  documentedErrorTypes,
  eventOfSyncError,
  parseAlertSettings,
  parseSyncErrorEvent,
} from '../../src/alerts/index.js';
import { known, redactSnapshot, snapshotOf } from '../../src/index.js';
import { make } from '../support/facts.js';
import { row } from '../sync-errors/arbitrary-records.js';

const minimal = {
  name: 'A',
  errorTypes: ['Application error'],
  threshold: 10,
  window: { length: 15, unit: 'minutes' },
};
const parseOne = (over: object) => parseAlertSettings([{ ...minimal, ...over }]);
const only = (over: object) => parseOne(over)._unsafeUnwrap()[0];

test('what may be left out', () => {
  expect(only({})).toEqual({ ...minimal, enabled: true, recipients: [], action: 'none' });
});

test('settings that were parsed may be parsed again', () => {
  const parsed = parseOne({ recipients: 'a@x.org,b@x.org', errorTypes: ['401 / 403', '500'] })._unsafeUnwrap();
  expect(parseAlertSettings(JSON.parse(JSON.stringify(parsed)))._unsafeUnwrap()).toEqual(parsed);
});

test.each([
  ['text', 'a@x.org, Group@x.org ,', ['a@x.org', 'Group@x.org']],
  ['a list', [' a@x.org', 'b@x.org'], ['a@x.org', 'b@x.org']],
  ['one address in two spellings', 'A@x.org,a@X.org', ['A@x.org']],
  ['none', '', []],
])('recipients as %s', (_name, recipients, expected) => {
  expect(only({ recipients })?.recipients).toEqual(expected);
});

test.each([
  ['429', ['429 Too Many Requests']],
  ['too many requests', ['429 Too Many Requests']],
  ['HTTP 503', ['503 Service Unavailable']],
  ['APPLICATION ERROR ', ['Application error']],
  ['401 Unauthorized / 403 Forbidden', ['401 Unauthorized', '403 Forbidden']],
  ['any other http error', ['Any other HTTP error']],
  ['TooManyRequests', ['429 Too Many Requests']],
  ['http-503', ['503 Service Unavailable']],
  ['HTTP/1.1 502 Bad Gateway', ['502 Bad Gateway']],
  ['ApplicationError', ['Application error']],
  ['application', ['Application error']],
  ['Application failure', ['Application error']],
  ['401/403', ['401 Unauthorized', '403 Forbidden']],
  ['Unauthorized / Forbidden', ['401 Unauthorized', '403 Forbidden']],
  ['Other HTTP errors', ['Any other HTTP error']],
  ['Internal Server Error', ['Internal Server Error']],
  ['500 Internal Server Error', ['500 Internal Server Error']],
])('the error type %s', (type, expected) => {
  expect(only({ errorTypes: [type, type] })?.errorTypes).toEqual(expected);
});

test('a status may be a number', () => {
  expect(only({ errorTypes: [429, 500] })?.errorTypes).toEqual(['429 Too Many Requests', '500']);
});

test.each([
  ['Appellation error', 'Application error'],
  ['Authorized', '401 Unauthorized'],
  ['to many request', '429 Too Many Requests'],
  ['42', '429 Too Many Requests'],
  ['Service available', '503 Service Unavailable'],
  ['any other https error', 'Any other HTTP error'],
])('an unknown error type is refused with the nearest one: %s', (type, nearest) => {
  const { because } = parseOne({ errorTypes: [type] })._unsafeUnwrapErr();
  expect(because).toBe(
    `[0].errorTypes[0]: expected an error type or a status from 400 to 599; the nearest type is "${nearest}"`,
  );
});

describe('one form', () => {
  const plain = { ...minimal, enabled: false, action: 'pause' as const };
  const captured = {
    name: 'A',
    state: 'Disabled',
    errorTypes: ['ApplicationError'],
    threshold: { count: 10, interval: 15, unitOfTime: 'Minutes' },
    action: 'Pause',
  };

  test('a row of the fact, with when it was saved', () => {
    const row = make.alertSetting({ changedOn: '2026-11-01T08:00:00Z' });
    expect(parseAlertSettings([row])._unsafeUnwrap()).toEqual([row]);
  });

  test.each([
    ['as it is', captured],
    ['with enabled in place of a state', { ...captured, state: undefined, enabled: false }],
    ['with what a later version adds', { ...captured, id: 7, threshold: { ...captured.threshold, kind: 'x' } }],
    [
      'in other letter case',
      Object.fromEntries(Object.entries(captured).map(([key, one]) => [key.toUpperCase(), one])),
    ],
  ])('a captured setting %s, whose recipients are not known', (_name, setting) => {
    expect(parseAlertSettings([setting])._unsafeUnwrap()).toEqual([
      { ...plain, recipients: [], recipientsKnown: false },
    ]);
  });

  test.each([
    ['Enabled', 'Hours', 'None', { enabled: true, window: { length: 15, unit: 'hours' }, action: 'none' }],
    ['active', 'hour', 'STOP', { enabled: true, window: { length: 15, unit: 'hours' }, action: 'stop' }],
    [false, 'minute', 'stop', { enabled: false, window: { length: 15, unit: 'minutes' }, action: 'stop' }],
  ])('the captured words %s, %s and %s', (state, unitOfTime, action, expected) => {
    const setting = { ...captured, state, action, threshold: { count: 10, interval: 15, unitOfTime } };
    expect(parseAlertSettings([setting])._unsafeUnwrap()).toMatchObject([expected]);
  });

  test.each([
    ['a state that is not known', { state: 'Snoozed' }, '[0].enabled'],
    ['no state', { state: undefined }, '[0].enabled'],
    ['an action that is not known', { action: 'Reset' }, '[0].action'],
    ['a unit that is not known', { threshold: { count: 1, interval: 1, unitOfTime: 'Days' } }, '[0].window.unit'],
    ['a count of 0', { threshold: { count: 0, interval: 1, unitOfTime: 'Hours' } }, '[0].threshold'],
    ['an interval of 0', { threshold: { count: 1, interval: 0, unitOfTime: 'Hours' } }, '[0].window.length'],
    ['an error type that is not known', { errorTypes: ['Timeout'] }, '[0].errorTypes[0]'],
  ])('a captured setting with %s is refused', (_name, over, path) => {
    const fault = parseAlertSettings([{ ...captured, ...over }])._unsafeUnwrapErr();
    expect(fault.issues.map((issue) => issue.path)).toEqual([path]);
  });

  test('a redacted recipient is somebody, but not known', () => {
    const facts = { alertSettings: known([make.alertSetting({ recipients: ['a@x.org', 'b@x.org'] })]) };
    const saved = redactSnapshot(snapshotOf('x', facts, { takenAt: '2026-11-20T10:00:00Z' })).facts.alertSettings;
    const value = saved?.status === 'known' ? saved.value : [];
    expect(parseAlertSettings(value)._unsafeUnwrap()).toMatchObject([{ recipients: [], recipientsKnown: false }]);
  });
});

test.each(documentedErrorTypes)('the documented error type %s stays', (type) => {
  expect(only({ errorTypes: [type] })?.errorTypes).toEqual([type]);
});

test.each([
  ['no name', { name: ' ' }, '[0].name'],
  ['no error type', { errorTypes: [] }, '[0].errorTypes'],
  ['a blank error type', { errorTypes: [' '] }, '[0].errorTypes[0]'],
  ['a threshold of 0', { threshold: 0 }, '[0].threshold'],
  ['a threshold below 0', { threshold: -1 }, '[0].threshold'],
  ['a threshold that is not a whole number', { threshold: 1.5 }, '[0].threshold'],
  ['a threshold that is not a number', { threshold: Number.NaN }, '[0].threshold'],
  ['a threshold without end', { threshold: Number.POSITIVE_INFINITY }, '[0].threshold'],
  ['a threshold in text', { threshold: '5' }, '[0].threshold'],
  ['no threshold', { threshold: null }, '[0].threshold'],
  ['a window below 0', { window: { length: -1, unit: 'minutes' } }, '[0].window.length'],
  ['a window that is not a number', { window: { length: Number.NaN, unit: 'hours' } }, '[0].window.length'],
  ['an infinite window', { window: { length: Number.POSITIVE_INFINITY, unit: 'hours' } }, '[0].window.length'],
  ['a window in text', { window: { length: '15', unit: 'minutes' } }, '[0].window.length'],
  ['no window', { window: null }, '[0].window'],
  ['an error type that is not known', { errorTypes: ['429', 'Implication error'] }, '[0].errorTypes[1]'],
  ['a status that is not an error', { errorTypes: [200] }, '[0].errorTypes[0]'],
  ['a known and an unknown type in one text', { errorTypes: ['429 / nonsense, 503x'] }, '[0].errorTypes[0]'],
  ['a window of 0', { window: { length: 0, unit: 'minutes' } }, '[0].window.length'],
  ['a window without end', { window: { length: 1e300, unit: 'hours' } }, '[0].window.length'],
  ['a window in days', { window: { length: 1, unit: 'days' } }, '[0].window.unit'],
  ['another action', { action: 'reset' }, '[0].action'],
  ['a word among addresses', { recipients: 'a@x.org, jane' }, '[0].recipients'],
  ['a blank in the list', { recipients: ['a@x.org', ''] }, '[0].recipients[1]'],
  ['two addresses in one place', { recipients: ['a@x.org,b@x.org'] }, '[0].recipients[0]'],
  ['recipients of another kind', { recipients: 7 }, '[0].recipients'],
  ['a key that is none', { treshold: 3 }, '[0]'],
])('%s is refused', (_name, over, path) => {
  const fault = parseOne(over)._unsafeUnwrapErr();
  expect(fault.issues.map((issue) => issue.path)).toEqual([path]);
});

test('the same name twice, whatever the letter case', () => {
  const fault = parseAlertSettings([minimal, { ...minimal, name: ' a' }])._unsafeUnwrapErr();
  const issue = { path: '[1].name', message: 'the same name as [0]' };
  expect(fault).toEqual({ type: 'malformed', because: `${issue.path}: ${issue.message}`, issues: [issue] });
});

test.each([undefined, null, 'text', {}, [null]])('%j is not a list of settings', (input) => {
  expect(parseAlertSettings(input).isErr()).toBe(true);
});

test('no fault repeats an address', () => {
  const text = JSON.stringify(parseOne({ recipients: 'jane.doe@contoso.com; jane doe@contoso.com, @', threshold: -1 }));
  expect(text).toContain('recipients');
  expect(text).not.toContain('contoso');
});

describe('error events', () => {
  test.each(['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.123+01:00', 0, 1.5])('the time %j', (at) => {
    expect(parseSyncErrorEvent({ type: '429', at, user: 'left out' })._unsafeUnwrap()).toEqual({ type: '429', at });
  });

  test.each([
    ['a number', { type: 503, at: 0 }, '503'],
    ['blanks around', { type: ' 503 ', at: 0 }, '503'],
    ['a map that stays', { type: 'Application error', at: 0, map: 'Customers V3' }, 'Application error'],
  ])('a type as %s', (_name, input, type) => {
    expect(parseSyncErrorEvent(input)._unsafeUnwrap()).toEqual({ ...input, type });
  });

  test.each(['Implication error', 'run', '', ' ', '200', null, {}, undefined])('%j is not an error type', (type) => {
    const { issues } = parseSyncErrorEvent({ type, at: 0 })._unsafeUnwrapErr();
    expect(issues.map(({ path }) => path)).toEqual(['type']);
  });

  test('a type that is not known is reported with the nearest one', () => {
    const { because } = parseSyncErrorEvent({ type: 'Implication error', at: 0 })._unsafeUnwrapErr();
    expect(because).toContain('the nearest type is "Application error"');
  });

  test.each(['2026-11-20T10:00:00', '20.11.2026', '', 9e15, null])('%j is not a time', (at) => {
    expect(parseSyncErrorEvent({ type: '429', at })._unsafeUnwrapErr().issues[0].path).toBe('at');
  });
});

describe('sync errors as events', () => {
  test.each([
    ['an application failure', { category: 'application', code: null }, 'Application error'],
    [
      'an application failure with a code of its own',
      { category: 'application', code: '0x80040265' },
      'Application error',
    ],
    ['a system failure with a status', { category: 'system', code: '503' }, '503'],
    ['an application failure with a status', { category: 'application', code: 'HTTP 429' }, 'HTTP 429'],
    ['a row that does not say', { category: 'unknown', code: 'TooManyRequests' }, 'TooManyRequests'],
    [
      'a message with a status by name',
      {
        category: 'system',
        message: 'Request failed with status code TooManyRequests and CDS error code : 0x80072322',
      },
      'TooManyRequests',
    ],
    [
      'a message with a status by number',
      { category: 'unknown', message: "x Response status code doesn't indicate success: 503 (Service Unavailable)." },
      '503',
    ],
    [
      'a message of a remote server',
      { category: 'system', code: '0x1', message: '[{}], The remote server returned an error: (403) Forbidden.' },
      '403',
    ],
    [
      'an application failure whose message has a status',
      { category: 'application', message: 'Request failed with status code BadRequest' },
      'Application error',
    ],
  ] as const)('%s', (_name, over, type) => {
    const { createdOn, entity } = row('1');
    expect(eventOfSyncError({ ...row('1'), ...over })).toEqual({ type, at: createdOn, map: entity });
  });

  test.each([
    ['a system failure', { category: 'system', code: null }],
    ['a system failure with another code', { category: 'system', code: '0x80040220' }],
    ['a concurrency failure', { category: 'concurrency', code: null }],
    ['a system failure with another number', { category: 'system', message: 'Order 503 failed after 429 seconds' }],
    ['a status that is not an error', { category: 'system', message: 'Request failed with status code OK' }],
    ['a status that is not known', { category: 'system', message: 'The status code of customer 500 is blank' }],
    ['a conflict', { category: 'conflict', code: '-2147088' }],
    ['a row that does not say', { category: 'unknown', code: null }],
  ] as const)('%s has no type that is known', (_name, over) => {
    expect(eventOfSyncError({ ...row('1'), ...over })).toBeUndefined();
  });
});
