import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run/alerts-replay.js';
import { type Fact, type Facts, known, redactSnapshot, snapshotOf, unknown } from '../../src/index.js';
import { alertReplayDocument } from '../../src/reporters/documents/alert-replay-document.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { make } from '../support/facts.js';

// What `alerts replay` makes of the files that people have. test/cli/alerts.test.ts calls the built command line.
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function file(content: unknown): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(path, isText ? content : JSON.stringify(content));
  return path;
}

/** The exit code, and everything that a person reads. */
async function replay(settings: unknown, events: unknown, lateness = 0): Promise<readonly [number, string]> {
  const result = await run({ settings: file(settings), events: file(events), lateness });
  if (result.type === 'could-not-run') return [3, result.complaint];
  const { exitCode } = result;
  return [typeof exitCode === 'number' ? exitCode : exitCode(), toPretty(alertReplayDocument(result.result))];
}

const setting = make.alertSetting({ threshold: 2 });
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString();
const event = (minute: number, type: unknown = 'Application error') => ({ type, at: at(minute), map: 'Customers V3' });
const two = [event(0), event(5)];
const lines = (...values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const takenAt = '2026-11-20T12:00:00Z';
const snapshotWith = (facts: Partial<{ [Name in keyof Facts]: Fact<Facts[Name]> }>) =>
  snapshotOf('contoso-uat', facts, { takenAt });
const activity = { type: 'run', map: 'accounts - Customers V3', at: at(0) };

const captured = {
  name: 'Maintenance',
  state: 'Enabled',
  errorTypes: ['ApplicationError'],
  threshold: { count: 2, interval: 15, unitOfTime: 'Minutes' },
  action: 'Pause',
};
const connectionSet = (...alertSettings: readonly unknown[]) => ({
  name: 'set',
  environments: { finops: { targetType: 'AX' }, dataverse: { targetType: 'CRM' } },
  dualWriteDetail: { alertSettings },
});
const harWith = (...answers: readonly (readonly [startedDateTime: string, text: string, encoding?: string])[]) => ({
  log: {
    entries: answers.map(([startedDateTime, text, encoding]) => ({
      startedDateTime,
      request: {
        method: 'GET',
        url: 'https://gateway.example/api/ConnectionSet/set',
        headers: [{ name: 'Authorization', value: 'Bearer secret' }],
      },
      response: {
        status: 200,
        content: { mimeType: 'application/json', text, ...(encoding === undefined ? {} : { encoding }) },
      },
    })),
  },
});
const answer = JSON.stringify(connectionSet(captured));
const later = JSON.stringify(
  connectionSet({ ...captured, threshold: { count: 99, interval: 1, unitOfTime: 'Hours' } }),
);

describe('settings in every form are read alike', () => {
  test.each<[string, unknown]>([
    ['a list', [setting]],
    ['a list on several lines', JSON.stringify([setting], null, 2)],
    ['one setting', setting],
    ['a setting on each line', lines(setting, { ...setting, name: 'Other', errorTypes: ['503'] })],
    ['an envelope', { value: [setting] }],
    ['pages', [{ value: [setting], '@odata.nextLink': 'https://x/2' }, { value: [] }]],
    ['a page on each line', lines({ value: [setting], '@odata.nextLink': 'https://x/2' }, { value: [] })],
    ['a byte order mark', `\uFEFF${JSON.stringify([setting])}`],
    ['UTF-16', Buffer.from(`\uFEFF${JSON.stringify([setting], null, 2)}`, 'utf16le')],
    ['a snapshot', snapshotWith({ alertSettings: known([setting]) })],
    ['a redacted snapshot', redactSnapshot(snapshotWith({ alertSettings: known([setting]) }))],
    ['a snapshot in one line with an end', lines(snapshotWith({ alertSettings: known([setting]) }))],
    ['facts of a person', { schemaVersion: 1, facts: { alertSettings: known([setting]) } }],
    ['the fact alone', known([setting])],
    ['the fact alone, with a captured setting', known([captured])],
    ['the rows of the fact', [{ ...setting, changedOn: at(0), recipientsKnown: null }]],
    ['a captured connection set', connectionSet(captured)],
    ['a list of captures', { captures: [connectionSet(captured)] }],
    ['the captured settings alone', [captured]],
    ['a part of the captured connection set', { dualWriteDetail: { alertSettings: [captured] } }],
    ['a HAR file', harWith(['2026-11-20T10:00:00Z', answer])],
    [
      'a HAR file with coded answers',
      harWith(['2026-11-20T10:00:00Z', Buffer.from(answer).toString('base64'), 'base64']),
    ],
    ['a HAR file with an older answer', harWith(['2026-11-20T10:00:00Z', answer], ['2026-11-20T09:00:00Z', later])],
    ['a HAR file with other answers', harWith(['2026-11-20T10:00:00Z', answer], ['2026-11-20T11:00:00Z', '<html>'])],
  ])('%s', async (_name, settings) => {
    const [code, text] = await replay(settings, two);
    expect(text).toMatch(/1 OF \d ALERTS? WOULD HAVE FIRED, 1 TIME IN TOTAL/);
    expect(text).toMatch(/Maintenance +1 .*pause +2 +2/);
    expect(text).not.toMatch(/contoso\.com|secret/);
    expect(code).toBe(1);
  });

  test('the same list in two forms gives the same replay, with the JSON of each', async () => {
    const results = await Promise.all(
      [[setting], connectionSet(captured), snapshotWith({ alertSettings: known([setting]) })].map((settings) =>
        run({ settings: file(settings), events: file(two), lateness: 0 }),
      ),
    );
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });
});

describe('settings that are not known, or only some of them', () => {
  const rare = { ...setting, threshold: 9 };
  test.each<[string, unknown, 0 | 1 | 2, RegExp]>([
    [
      'a fact that is unknown',
      snapshotWith({ alertSettings: unknown('not-permitted', 'token=abc') }),
      2,
      /NOT KNOWN[\s\S]*Not permitted.*\[secret\]/,
    ],
    ['a snapshot without them', snapshotWith({}), 2, /NOT KNOWN[\s\S]*Not provided.*does not contain alert settings/],
    ['a connection set without them', { environments: {}, name: 'set' }, 2, /NOT KNOWN/],
    [
      'two connection sets',
      [connectionSet(captured), { ...connectionSet(captured), name: 'b' }],
      2,
      /NOT KNOWN[\s\S]*2 connection sets: pass the one of this environment/,
    ],
    ['a HAR file without them', harWith(['2026-11-20T10:00:00Z', '{"value":[]}']), 2, /NOT KNOWN/],
    [
      'a partial fact, and nothing fired',
      known([rare], { coverage: 'partial' }),
      2,
      /THERE MAY BE OTHER ALERTS[\s\S]*Partial/,
    ],
    ['a partial fact, and something fired', known([setting], { coverage: 'partial' }), 1, /1 OF 1 ALERT[\s\S]*Partial/],
    [
      'a partial snapshot',
      snapshotWith({ alertSettings: known([rare], { coverage: 'partial', detail: 'page 1' }) }),
      2,
      /Partial.*\(page 1\)/,
    ],
    ['one page of several', { value: [rare], '@odata.nextLink': 'https://x/2' }, 2, /THERE MAY BE OTHER ALERTS/],
    ['fewer than counted', { value: [rare], '@odata.count': 2 }, 2, /THERE MAY BE OTHER ALERTS/],
    [
      'a captured one that is not understood',
      connectionSet(
        { ...captured, threshold: { count: 9, interval: 1, unitOfTime: 'Hours' } },
        { ...captured, name: 'B', state: 'Snoozed' },
      ),
      2,
      /1 of 2 alert settings could not be understood/,
    ],
    ['no settings at all', [], 0, /THERE ARE NO ALERT SETTINGS/],
    ['a fact that says that there are none', known([]), 0, /THERE ARE NO ALERT SETTINGS/],
  ])('%s', async (_name, settings, code, text) => {
    const result = await replay(settings, two);
    expect(result[1]).toMatch(text);
    expect(result[0]).toBe(code);
  });
});

describe('settings that are wrong are refused in every form, at their place', () => {
  const wrong = { ...setting, threshold: 0 };
  test.each<[string, unknown, string]>([
    ['a list', [wrong], ': [0].threshold: expected a whole number of at least 1'],
    [
      'a snapshot',
      snapshotWith({ alertSettings: known([wrong]) }),
      ': facts.alertSettings.value[0].threshold: expected a whole number of at least 1',
    ],
    ['a fact', known([wrong]), ': value[0].threshold: expected a whole number of at least 1'],
    [
      'a capture',
      connectionSet({ ...captured, threshold: { count: -1, interval: 1, unitOfTime: 'Hours' } }),
      ': alertSettings[0].threshold: expected a whole number of at least 1',
    ],
    [
      'an error type that is not known',
      [{ ...setting, errorTypes: ['Implication error'] }],
      'the nearest type is "Application error"',
    ],
    [
      'the same in a snapshot',
      snapshotWith({ alertSettings: known([{ ...setting, errorTypes: ['403', 'forbid'] }]) }),
      'value[0].errorTypes[1]: expected an error type or a status from 400 to 599; the nearest type is "403 Forbidden"',
    ],
    [
      'a snapshot of the wrong shape',
      { schemaVersion: 1, facts: { alertSettings: known([{ name: 'x' }]) } },
      'facts.alertSettings',
    ],
    ['a later version', { schemaVersion: 2, facts: {} }, 'a newer version of this program (schemaVersion 2)'],
    ['JSON that breaks off', '[{"name":', 'is not JSON'],
    ['a line that breaks off', `${lines(setting)}{"name":\n`, 'line 2 could not be read'],
    ['nothing', ' \n', 'is empty'],
    ['a number', '7', 'expected alert settings'],
    [
      'error events',
      lines(...two),
      'holds error events, which `alerts replay` takes as its second argument: expected alert settings',
    ],
    ['an activity log', lines(activity), 'is an activity log, which `activity` takes: expected alert settings'],
    ['sync errors', [make.syncError()], 'holds sync errors, which `errors summary` takes: expected alert settings'],
    [
      'a report',
      { outcomes: [], health: 'unknown' },
      'looks like a report that cannot be read: schemaVersion: expected 1',
    ],
    [
      'table maps',
      { value: [{ msdyn_name: 'x', msdyn_mapping: '{}' }] },
      'holds table maps, which `maps list` takes: expected alert settings',
    ],
    [
      'another result',
      { schemaVersion: 1, kind: 'alert-replay' },
      'is the result of another command (alert-replay), which `dual-write-health FILE` shows again: expected alert settings',
    ],
  ])('%s', async (_name, settings, text) => {
    const [code, complaint] = await replay(settings, two);
    expect(complaint).toContain(text);
    expect(code).toBe(3);
    expect(complaint).not.toContain('\n');
  });
});

describe('events in every form', () => {
  test.each<[string, unknown]>([
    ['a list', two],
    ['a list on several lines', JSON.stringify(two, null, 2)],
    ['a line each', lines(...two)],
    ['a line each, without an end and with blanks', `\r\n${JSON.stringify(two[0])}\r\n\r\n${JSON.stringify(two[1])}`],
    ['an envelope', { value: two }],
    ['pages', [{ value: [two[0]], '@odata.nextLink': 'https://x/2' }, { value: [two[1]] }]],
    ['a page on each line', lines({ value: [two[0]], '@odata.nextLink': 'https://x/2' }, { value: [two[1]] })],
    ['a page on each line', lines({ value: [two[0]] }, { value: [two[1]] })],
    ['lists on lines', lines([two[0]], [two[1]])],
    ['UTF-16', Buffer.from(`\uFEFF${lines(...two)}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(lines(...two), 'utf16le')],
    ['UTF-16, the other order of bytes', Buffer.from(`\uFEFF${JSON.stringify(two)}`, 'utf16le').swap16()],
    ['a byte order mark', `\uFEFF${lines(...two)}`],
    ['numbers', lines({ type: 'Application error', at: 0 }, { type: 'Application error', at: 1 })],
  ])('%s', async (_name, events) => {
    const [code, text] = await replay([setting], events);
    expect(text).toContain('2 events were judged.');
    expect(text).toContain('1 OF 1 ALERT WOULD HAVE FIRED');
    expect(code).toBe(1);
  });

  test.each<[string, unknown, 0 | 1 | 2 | 3, RegExp]>([
    ['an empty list is a log without errors', [], 0, /^THERE ARE NO EVENTS\n/],
    ['an empty envelope too', { value: [] }, 0, /^THERE ARE NO EVENTS\n/],
    ['an empty file is not a list', '', 3, /is empty/],
    ['white space is not a list', ' \r\n', 3, /is empty/],
    ['one of two pages', { value: [event(0)], '@odata.nextLink': 'https://x/2' }, 2, /on a page that was not given/],
    ['fewer than OData 3 counts', { value: [event(0)], 'odata.count': '2' }, 2, /1 of 2 rows were given/],
    [
      'one of two pages that is enough',
      { value: two, '@odata.nextLink': 'https://x/2' },
      1,
      /on a page that was not given/,
    ],
    ['an empty page of several', { value: [], '@odata.nextLink': 'https://x/2' }, 2, /^NO EVENT WAS JUDGED\n/],
    [
      'a type that is not known, among others',
      lines(event(0), event(1, 'Implication error')),
      2,
      /line 2: type: .*the nearest type is "Application error"/,
    ],
    [
      'only types that are not known',
      lines(event(0, 'Implication error')),
      2,
      /line 1: type: .*the nearest type is "Application error"/,
    ],
    [
      'an event without a time, among others',
      [event(0), { type: '503' }],
      2,
      /1 record could not be read[\s\S]*record 2: at: expected/,
    ],
    ['an event without a type, among others', [event(0), { at: at(1) }], 2, /record 2: type: expected/],
    ['a line that is not JSON, among others', `${lines(event(0))}{"type":\n`, 2, /line 2: it is not JSON/],
    ['a first line that is not JSON', `{"type":\n${lines(event(0))}`, 2, /line 1: it is not JSON/],
    ['what is not read does not hide what fired', `${lines(...two)}{"type":\n`, 1, /1 OF 1 ALERT/],
    [
      'an activity log',
      lines(activity, { ...activity, type: 'error', message: 'x' }),
      3,
      /is an activity log, which `activity` takes: expected error events/,
    ],
    ['an activity log as a list', JSON.stringify([activity], null, 2), 3, /is an activity log, which `activity` takes/],
    [
      'an activity log after a broken line',
      `{"type":\n${lines(activity, activity)}`,
      3,
      /is an activity log, which `activity` takes/,
    ],
    ['activity among errors', lines(activity, event(1)), 2, /line 1: type: expected an error type/],
    ['a snapshot without sync errors', snapshotWith({}), 3, /is a snapshot, which `check` takes/],
    [
      'a snapshot on many lines',
      JSON.stringify(snapshotWith({ link: unknown('failed') }), null, 2),
      3,
      /is a snapshot, which `check` takes/,
    ],
    [
      'a snapshot whose sync errors are unknown',
      snapshotWith({ syncErrors: unknown('failed') }),
      2,
      /the sync errors are not known \(failed\)/,
    ],
    ['a report that is broken', { outcomes: [] }, 3, /looks like a report that cannot be read/],
    ['alert settings', [setting], 3, /holds alert settings, which `alerts replay` takes as its first argument/],
    ['captured alert settings', [captured], 3, /holds alert settings/],
    [
      'a connection set',
      connectionSet(captured),
      3,
      /is a capture of the Dual-write page, which `check` and `capture` take/,
    ],
    ['a HAR file', harWith(['2026-11-20T10:00:00Z', answer]), 3, /is a HAR file, which `check` and `capture` take/],
    ['a plan', { schemaVersion: 1, kind: 'request-plan' }, 3, /is a plan of requests, which `errors mark-sent` takes/],
    [
      'text',
      'Error: 503\nError: 503\n',
      3,
      /does not hold errors \(line 1: it is not JSON.*expected error events with type and at/,
    ],
    ['a number', '7', 3, /does not hold errors/],
    ['nothing that is known', { value: [{ id: 7 }] }, 3, /does not hold errors \(record 1: id: expected a string/],
  ])('%s', async (_name, events, code, text) => {
    const result = await replay([setting], events);
    expect(result[1]).toMatch(text);
    expect(result[0]).toBe(code);
    if (code === 3) expect(result[1]).not.toContain('\n');
  });
});

describe('sync errors as events', () => {
  const row = (minute: number, more: object = {}) => ({
    ...make.syncError(),
    id: `e${minute}`,
    createdOn: at(minute),
    ...more,
  });
  const untyped = { category: 'system', code: null };

  test.each<[string, unknown, 0 | 1 | 2 | 3, RegExp]>([
    ['a line each', lines(row(0), row(5)), 1, /1 OF 1 ALERT/],
    ['a list', [row(0), row(5)], 1, /1 OF 1 ALERT/],
    ['a fact of a snapshot', snapshotWith({ syncErrors: known([row(0), row(5)]) }), 1, /1 OF 1 ALERT/],
    ['the newest first', [row(5), row(0)], 1, /1 OF 1 ALERT.*\n2 events were judged/],
    ['in any order, on lines', lines(row(50), row(0), row(90), row(5)), 1, /1 OF 1 ALERT.*\n4 events were judged/],
    ['too far from each other', [row(0), row(50)], 0, /NONE OF 1 ALERT WOULD HAVE FIRED\n2 events were judged/],
    [
      'a status as the code is that type',
      [row(0, { category: 'system', code: '503' }), row(1)],
      0,
      /2 events were judged/,
    ],
    [
      'a row of no known type, and none fired',
      [row(0), row(1, untyped)],
      2,
      /1 sync error has no known error type and is not counted/,
    ],
    [
      'rows of no known type, and one fired',
      [row(0), row(1, untyped), row(2, untyped), row(5)],
      1,
      /2 sync errors have no known error type/,
    ],
    [
      'only rows of no known type',
      [row(0, untyped), row(1, untyped)],
      2,
      /NO EVENT WAS JUDGED[\s\S]*2 sync errors have no known/,
    ],
    [
      'a partial fact',
      snapshotWith({ syncErrors: known([row(0)], { coverage: 'partial' }) }),
      2,
      /only a part of them was read/,
    ],
    ['no rows', snapshotWith({ syncErrors: known([]) }), 0, /THERE ARE NO EVENTS/],
    [
      'a row without a time, among others',
      [row(0), { ...row(1), createdOn: 'noon' }],
      2,
      /record 2: createdOn: expected/,
    ],
    ['only rows without a time', [{ ...row(1), createdOn: 'noon' }], 2, /record 1: createdOn: expected/],
  ])('%s', async (_name, events, code, text) => {
    const result = await replay([setting], events);
    expect(result[1]).toMatch(text);
    expect(result[0]).toBe(code);
  });

  test('the map of an alert is the entity of the row', async () => {
    const [, text] = await replay([{ ...setting, threshold: 1 }], [row(0, { message: 'to jane@contoso.com' })]);
    expect(text).not.toContain('jane');
  });
});

test('a file that cannot be read is named once', async () => {
  const missing = await run({ settings: file([setting]), events: join(folder, 'none.jsonl'), lateness: 0 });
  expect(missing).toMatchObject({
    type: 'could-not-run',
    complaint: expect.stringMatching(/none\.jsonl: cannot be read/),
  });
  const isFolder = await run({ settings: folder, events: file(two), lateness: 0 });
  expect(isFolder).toMatchObject({ type: 'could-not-run', complaint: expect.stringMatching(/it is a folder/) });
});
