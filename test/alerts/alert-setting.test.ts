import { describe, expect, test } from 'vitest';
import { documentedErrorTypes, parseAlertSettings, parseSyncErrorEvent } from '../../src/alerts/index.js';

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
  [' Plug-in timed out ', ['Plug-in timed out']],
  ['500 Internal Server Error', ['500 Internal Server Error']],
])('the error type %s', (type, expected) => {
  expect(only({ errorTypes: [type, type] })?.errorTypes).toEqual(expected);
});

test.each(documentedErrorTypes)('the documented error type %s stays', (type) => {
  expect(only({ errorTypes: [type] })?.errorTypes).toEqual([type]);
});

test.each([
  ['no name', { name: ' ' }, '[0].name'],
  ['no error type', { errorTypes: [] }, '[0].errorTypes'],
  ['a blank error type', { errorTypes: [' '] }, '[0].errorTypes[0]'],
  ['a threshold of 0', { threshold: 0 }, '[0].threshold'],
  ['a threshold that is not a whole number', { threshold: 1.5 }, '[0].threshold'],
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

  test.each(['2026-11-20T10:00:00', '20.11.2026', '', 9e15, null])('%j is not a time', (at) => {
    expect(parseSyncErrorEvent({ type: '429', at })._unsafeUnwrapErr().issues[0].path).toBe('at');
  });
});
