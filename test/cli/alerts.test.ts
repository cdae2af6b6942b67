import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { parseAlertSettings, replayAlerts } from '../../src/alerts/index.js';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const sample = (name: string) => fileURLToPath(new URL(`../../examples/sync-errors/${name}`, import.meta.url));
const settingsFile = sample('alert-settings.json');
const eventsFile = sample('events.jsonl');
const example = (path: string) => fileURLToPath(new URL(`../../examples/${path}`, import.meta.url));
const activityLog = example('activity/log.jsonl');
const operations = example('environments/operations.json');
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-alerts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'alerts', ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const event = (minute: number, type = 'Application error') =>
  `${JSON.stringify({ type, at: new Date(Date.parse('2026-11-20T10:00:00Z') + minute * 60_000).toISOString() })}\n`;

describe('alerts replay', () => {
  test('the example of the source: ten application errors in a quarter of an hour pause', () => {
    const nine = Array.from({ length: 9 }, (_, minute) => event(minute)).join('');
    expect(run(['replay', settingsFile, '-'], nine)).toMatchObject({ status: 0 });
    const { status, stdout } = run(['replay', settingsFile, '-'], `${nine}${event(15)}`);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^1 OF 2 ALERTS WOULD HAVE FIRED, 1 TIME IN TOTAL\n/);
    expect(stdout).toMatch(/Maintenance +1 +2026-11-20 10:15:00 UTC +2026-11-20 10:15:00 UTC +pause +10 +10 \(/);
    expect(stdout).toMatch(/Unreachable +0 +– +– +none +3 +none/);
  });

  test('as JSON it is the replay of the library', () => {
    const { stdout } = run(['replay', settingsFile, eventsFile, '--format', 'json']);
    const settings = parseAlertSettings(JSON.parse(readFileSync(settingsFile, 'utf8')))._unsafeUnwrap();
    const events = readFileSync(eventsFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const expected = replayAlerts(settings, events)._unsafeUnwrap();
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      kind: 'alert-replay',
      ...expected,
      corrupt: { count: 0, lines: [] },
    });
  });

  test('as Markdown it is a table', () => {
    const { stdout } = run(['replay', settingsFile, eventsFile, '--format', 'markdown']);
    expect(stdout).toContain('| Maintenance | 1 | 2026-11-20 10:12:00 UTC |');
  });

  test.each(['pretty', 'json', 'markdown', 'html'])('recipients are never repeated: %s', (format) => {
    const { stdout } = run(['replay', settingsFile, eventsFile, '--format', format]);
    expect(stdout).toContain('Maintenance');
    expect(stdout).not.toContain('contoso');
  });

  test('late events and lines that cannot be read are counted and leave the answer open', () => {
    const { status, stdout } = run(
      ['replay', settingsFile, '-'],
      `${event(9)}${event(4)}{"type":\n{"type":"503","at":"noon"}\n`,
    );
    expect(status).toBe(2);
    expect(stdout).toMatch(/^NONE OF 2 ALERTS WOULD HAVE FIRED FOR THE EVENTS THAT COULD BE JUDGED\n/);
    expect(stdout).toContain('1 event was judged.');
    expect(stdout).toContain('1 event arrived too late to be judged');
    expect(stdout).toMatch(/2 lines could not be read and are not counted\.\n {2}• line 3: .+\n {2}• line 4: at/);
    const patient = run(['replay', settingsFile, '-', '--lateness', '5'], `${event(9)}${event(4)}`);
    expect(patient.status).toBe(0);
    expect(patient.stdout).toContain('2 events were judged.');
  });

  test('hostile names stay text', () => {
    const name = '\u001b[2J\u202e<script>|`x`[a](javascript:b)';
    const settings = JSON.stringify([
      { name, errorTypes: ['503'], threshold: 1, window: { length: 1, unit: 'minutes' } },
    ]);
    const events = `${event(1, '503')}${event(1, name)}{"\u202e"\n`;
    for (const format of ['pretty', 'markdown']) {
      const { status, stdout } = run(['replay', file('hostile.json', settings), '-', '--format', format], events);
      expect(status).toBe(1);
      expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      if (format === 'markdown') expect(stdout.replace(/\\./g, '')).not.toMatch(/<script|javascript:|`x`/);
    }
  });

  test.each([
    ['no command', [], 'expected a command: replay'],
    ['no events', ['replay', settingsFile], "missing required argument 'events'"],
    ['a wrong path', ['replay', settingsFile, 'nowhere.jsonl'], 'nowhere.jsonl: cannot be read'],
    [
      'wrong settings',
      ['replay', eventsFile, eventsFile],
      'holds error events, which `alerts replay` takes as its second',
    ],
    ['an activity log', ['replay', settingsFile, activityLog], 'is an activity log, which `activity` takes'],
    ['an empty log', ['replay', settingsFile, file('empty.jsonl', '')], 'empty.jsonl: is empty'],
    ['both from standard input', ['replay', '-', '-'], 'can be read only once'],
    ['no number', ['replay', settingsFile, eventsFile, '--lateness', 'some'], 'expected minutes'],
    ['less than none', ['replay', settingsFile, eventsFile, '--lateness', '-1'], 'expected minutes'],
    ['a format of reports', ['replay', settingsFile, eventsFile, '--format', 'sarif'], 'pretty, json, markdown, html'],
  ])('%s ends with 3', (_name, args, expected) => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^dual-write-health: [^\n]+\n$/);
    expect(stderr).toContain(expected);
  });

  test('settings of a snapshot over its sync errors, with what could not be counted', () => {
    const { status, stdout } = run(['replay', operations, sample('sync-errors.jsonl')]);
    expect(status).toBe(2);
    expect(stdout).toMatch(/sync errors have no known error type and are not counted/);
    expect(stdout).not.toContain('contoso.com');
    const { lacks } = JSON.parse(run(['replay', settingsFile, sample('sync-errors.jsonl'), '--format', 'json']).stdout);
    expect(lacks).toEqual([{ what: 'error-types', rows: 166 }]);
  });

  test('an error type that is not known is refused with the nearest one', () => {
    const settings = JSON.stringify([
      { name: 'a', errorTypes: ['Implication error'], threshold: 1, window: { length: 1, unit: 'minutes' } },
    ]);
    const { status, stderr } = run(['replay', file('unknown.json', settings), eventsFile]);
    expect(status).toBe(3);
    expect(stderr).toContain('the nearest type is "Application error"');
    const { status: open, stdout } = run(['replay', settingsFile, '-'], `${event(1)}${event(2, 'Implication error')}`);
    expect(open).toBe(2);
    expect(stdout).toMatch(/line 2: type: .*the nearest type is "Application error"/);
  });

  test('a setting that is wrong is named by its place, without what stands there', () => {
    const settings = JSON.stringify([
      {
        name: 'a',
        errorTypes: ['503'],
        threshold: 1,
        window: { length: 1, unit: 'minutes' },
        recipients: ['ada at contoso'],
      },
    ]);
    const { status, stderr } = run(['replay', file('wrong.json', settings), eventsFile]);
    expect(status).toBe(3);
    expect(stderr).toContain('wrong.json: [0].recipients[0]');
    expect(stderr).not.toContain('ada');
  });
});
