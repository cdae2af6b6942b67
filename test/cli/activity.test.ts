// cspell:words paln plna
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const sample = fileURLToPath(new URL('../../examples/activity/log.jsonl', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-activity-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'activity', ...args], {
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

const event = (type: string, at: string, more: object = {}) => JSON.stringify({ map: 'Customers', type, at, ...more });
const fine = [event('map-created', '2026-11-01T00:00:00Z'), event('run', '2026-11-01T01:00:00Z')];
const now = ['--now', '2026-11-20T10:00:00Z'];

describe('exit codes', () => {
  test.each([
    ['no anomaly', fine.join('\n'), [], 0],
    ['a JSON array', `\uFEFF [${fine.join()}]`, [], 0],
    ['blank lines and Windows ends', `\r\n${fine.join('\r\n\r\n')}\r\n`, [], 0],
    ['an anomaly', [...fine, event('stopped', '2026-11-01T02:00:00Z')].join('\n'), [], 1],
    ['one that lasts', fine.join('\n'), now, 1],
    ['a line that nobody can read', [...fine, '{"map":'].join('\n'), [], 2],
    ['an anomaly besides', [...fine, '{"map":', event('stopped', '2026-11-01T02:00:00Z')].join('\n'), [], 1],
  ] as const)('%s: %#', (_, content, more, expected) => {
    const { status, stderr, stdout } = run(['-', ...more], content);
    expect({ status, stderr }).toEqual({ status: expected, stderr: '' });
    expect(stdout).toContain('Customers');
  });

  const sync = event('initial-sync-completed', '2026-11-01T02:00:00Z', { directions: [{ direction: 1, errors: 2 }] });
  const open = event('catch-up-completed', '2026-11-01T03:00:00Z', {
    errors: [{ id: 'q-1', message: 'no currency', createdOn: '2026-11-01T03:00:00Z' }],
  });
  const live = event('initial-sync-completed', '2026-11-01T02:00:00Z', { directions: [{ direction: 1, errors: 0 }] });
  const discarded = [
    event('paused', '2026-11-01T03:00:00Z'),
    event('resumed', '2026-11-01T04:00:00Z', { option: 'skip-discarding' }),
  ];
  describe.each([
    ['an initial sync with errors', [...fine, sync], 'An initial sync ended with 2 errors', 'initial-sync-failed'],
    [
      'an open catch-up error',
      [...fine, live, open],
      '1 catch-up error without a successful retry',
      'catch-up-errors-open',
    ],
    ['discarded changes', [...fine, live, ...discarded], 'The queued changes were discarded', 'changes-discarded'],
    [
      'an id with two contents',
      [event('map-created', '2026-11-01T00:00:00Z', { id: '1' }), event('run', '2026-11-01T01:00:00Z', { id: '1' })],
      'Records 1 and 2 of the log have the same id but different content',
      'conflicting-events',
    ],
  ])('a failure: %s', (_, lines, words, type) => {
    test.each(['pretty', 'json', 'markdown', 'html'])('%s', (format) => {
      for (const more of [[], ['--map', 'customers']]) {
        const { status, stdout } = run(['-', '--format', format, ...more], lines.join('\n'));
        expect(status).toBe(1);
        expect(stdout).toContain(words);
        expect(stdout).toContain(type);
      }
    });
  });

  test('a failure that was fixed since is none', () => {
    const fixed = event('initial-sync-completed', '2026-11-01T03:00:00Z', {
      directions: [{ direction: 1, errors: 0 }],
    });
    const { status, stdout } = run(['-', '--map', 'Customers'], [...fine, sync, fixed].join('\n'));
    expect(status).toBe(0);
    expect(stdout).toContain('Completed with 2 errors, since resolved');
  });

  test.each([
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59-14:00',
    '+275760-09-13T00:00:00Z',
  ])('%s is a date that nobody can read', (at) => {
    for (const format of ['pretty', 'json', 'markdown', 'html']) {
      const { status, stderr } = run(['-', '--format', format], [...fine, event('paused', at)].join('\n'));
      expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    }
  });

  test('--now alone is the present', () => {
    expect(run(['-', '--now'], fine.join('\n')).status).toBe(1);
  });

  test('one map is judged by itself', () => {
    const parties = run([sample, '--map', 'cds parties (MSDYN_PARTIES)', ...now]);
    expect(parties.status).toBe(0);
    expect(parties.stdout).toContain('ACTIVITY');
    expect(run([sample, '--map', 'Vendors V2 (msdyn_vendors)', ...now]).status).toBe(1);
  });
});

describe('could not run', () => {
  test.each([
    ['no file', ['missing.jsonl'], /missing\.jsonl: cannot be read/],
    ['an empty one', [file('empty.jsonl', ' \n')], /empty\.jsonl/],
    ['a command that is misspelled', ['paln', 'log.jsonl'], /unknown command 'paln' \(Did you mean plan\?\)/],
    ['one without a file', ['plna'], /unknown command 'plna' \(Did you mean plan\?\)/],
    ['no events', [file('other.jsonl', '{"a":1}\n{"b":2}\n')], /expected activity events, found none among 2 records/],
    ['half an array', [file('half.json', '[{"map":')], /half\.json/],
    [
      'no such map',
      [sample, '--map', 'Nobody'],
      /--map Nobody: the log is about CDS Parties \(msdyn_parties\), Customers V3/,
    ],
    ['no moment', [sample, '--now', 'yesterday'], /expected a time with a time zone/],
    ['a moment without a zone', [sample, '--now', '2026-11-20T10:00:00'], /expected a time with a time zone/],
    ['a format that it does not have', [sample, '--format', 'sarif'], /--format/],
  ] as const)('%s', (_, args, complaint) => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

test.each([
  'accounts - Customers V3',
  'Customers V3 (accounts)',
  'customers v3 - ACCOUNTS',
  '[Customers V3] - [accounts]',
  '[accounts - Customers V3]',
])('--map %s', (name) => {
  const { status, stdout } = run([sample, '--map', name, '--format', 'json', ...now]);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ maps: [{ map: 'Customers V3 (accounts)' }], events: { read: 33 } });
});

test('a name that two maps of the log have is not guessed', () => {
  const of = (map: string) => JSON.stringify({ map, type: 'map-created', at: '2026-11-01T00:00:00Z' });
  const log = [of('accounts - Customers V3'), of('Customers V3 (accounts)')].join('\n');
  const unclear = run(['-', '--map', '[Customers V3] - [accounts]'], log);
  expect(unclear).toMatchObject({ status: 3, stdout: '' });
  expect(unclear.stderr).toContain('may be accounts - Customers V3, Customers V3 (accounts)');
  expect(run(['-', '--map', 'customers v3 (accounts)'], log).status).toBe(0);
});

describe('formats', () => {
  test('pretty', () => {
    const { stdout } = run([sample, ...now]);
    expect(stdout).toContain('4 maps: 2 with errors, 1 with warnings, 1 with neither. 33 events read.');
    expect(
      Math.max(
        ...stdout
          .split('\n')
          .filter((line) => /^ {4}[█=░▓·]/.test(line))
          .map((line) => line.length),
      ),
    ).toBe(80);
  });

  test('json, of all maps and of one', () => {
    const all = JSON.parse(run([sample, '--format', 'json', ...now]).stdout);
    expect(all).toMatchObject({
      schemaVersion: 1,
      kind: 'activity',
      judgedAt: '2026-11-20T10:00:00.000Z',
      events: { read: 33 },
    });
    expect(all.maps).toHaveLength(4);
    const one = JSON.parse(run([sample, '--format', 'json', '--map', 'Customers V3 (accounts)', ...now]).stdout);
    expect(one.maps).toMatchObject([{ map: 'Customers V3 (accounts)', state: 'running' }]);
  });

  test('json, into a file, is the same', () => {
    const { status, stdout } = run([sample, '--format', 'json', '-o', 'log.json', ...now]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(readFileSync(join(folder, 'log.json'), 'utf8')).toBe(run([sample, '--format', 'json', ...now]).stdout);
  });

  test('json, to a reader that stops', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      event('error', new Date(1_763_000_000_000 + index).toISOString(), { message: 'x'.repeat(100) }),
    );
    file('long.jsonl', lines.join('\n'));
    const shell = `"${process.execPath}" "${cli}" activity long.jsonl --format json | head -c 100`;
    const { stdout, stderr, status } = spawnSync(shell, {
      shell: true,
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect({ length: stdout.length, stderr, status }).toEqual({ length: 100, stderr: '', status: 0 });
  });

  test('markdown', () => {
    expect(run([sample, '--format', 'markdown', ...now]).stdout).toContain('| Map | State | Anomalies | Still open |');
  });

  test('html, into a file', () => {
    const { status, stdout } = run([sample, '--format', 'html', '-o', 'page.html', ...now]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toMatch(
      /^<!doctype html>[\s\S]*<svg class="picture timeline wide"/,
    );
  });

  test.each(['pretty', 'json', 'markdown', 'html'])('%s: no person, no key to a log, nothing treacherous', (format) => {
    const hostile = [
      event('error', '2026-11-01T00:00:00Z', {
        id: 'e\u001b[31m',
        actor: 'ada@contoso.com',
        user: 'Ada Lovelace',
        message: 'mail to ada@contoso.com \u202e',
        log: 'https://contoso.example/log?sig=c2VjcmV0a2V5',
      }),
      ...fine,
    ].join('\n');
    for (const more of [[], ['--map', 'customers']]) {
      const { stdout } = run(['-', '--format', format, ...more], hostile);
      expect(stdout).not.toMatch(/ada@|Lovelace|c2VjcmV0/);
      expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }
  });
});

describe('activity plan', () => {
  const customers = ['--map', 'customers v3 (ACCOUNTS)'];
  const plan = (args: readonly string[], input?: string) => run(['plan', ...args], input);

  test('shows what would be sent, and that nothing was', () => {
    const { status, stdout, stderr } = plan([sample, ...customers, '--action', 'download-error-log', ...now]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^DOWNLOAD AN ERROR LOG \(POSSIBLE\) {2}Customers V3 \(accounts\)\n/);
    expect(stdout).toContain('This is only a plan: nothing has been sent.');
  });

  test('names what cannot be done and why', () => {
    const some = plan([sample, ...customers, '--action', 'retry-catch-up-errors', ...now]);
    expect(some.status).toBe(1);
    expect(some.stdout).toMatch(/^RETRY CATCH-UP ERRORS \(POSSIBLE IN PART\)/);
    expect(some.stdout).toContain('Already retried successfully (1 record): q-2');
    const none = plan([sample, '--map', 'Vendors V2 (msdyn_vendors)', '--action', 'rerun-initial-sync', ...now]);
    expect(none.status).toBe(1);
    expect(none.stdout).toContain('Nothing is planned: the map is paused.');
  });

  test('takes what each action needs', () => {
    const retried = plan([
      ...[sample, ...customers, '--action', 'retry-catch-up-errors', '--record-id', 'q-3', '--record-id', 'q-9'],
      ...[...now, '--format', 'json'],
    ]);
    expect(JSON.parse(retried.stdout)).toMatchObject({
      schemaVersion: 1,
      kind: 'activity-plan',
      verdict: 'partial',
      requests: [{ recordId: 'q-3' }],
      refused: [{ recordId: 'q-9', type: 'unknown-record' }],
      unreadable: 0,
    });
    const failed = [
      event('map-created', '2026-11-20T00:00:00Z'),
      event('run', '2026-11-20T01:00:00Z'),
      event('initial-sync-started', '2026-11-20T01:00:00Z', { executionId: 'x-1' }),
      event('initial-sync-completed', '2026-11-20T02:00:00Z', {
        executionId: 'x-1',
        directions: [{ direction: 'finops-to-dataverse', records: 8, errors: 2 }],
      }),
    ].join('\n');
    const rerun = ['-', '--map', 'Customers', '--action', 'rerun-initial-sync', '--format', 'json', ...now];
    for (const [more, records] of [
      [['--execution-id', 'X-1', '--records', 'without-errors'], 'without-errors'],
      [[], 'all'],
    ] as const) {
      const { status, stdout } = plan([...rerun, ...more], failed);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ verdict: 'clear', requests: [{ executionId: 'x-1', records }] });
    }
    expect(plan([...rerun, '--execution-id', 'x-2'], failed).status).toBe(1);
    const torn = plan(
      rerun.filter((word) => !/format|json/.test(word)),
      `${failed}\n{"map":`,
    );
    expect(torn.status).toBe(2);
    expect(torn.stdout).toContain('1 record of the log could not be read: the map may have changed since.');
  });

  test('judges as of now: catch-up errors of last year are purged', () => {
    const { status, stdout } = plan([
      sample,
      ...customers,
      '--action',
      'retry-catch-up-errors',
      '--now',
      '2027-11-20T10:00:00Z',
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain('catch-up errors are kept for one day, and these have been deleted');
  });

  test.each(['pretty', 'json', 'markdown', 'html'])('%s: no key to a log', (format) => {
    const log = event('error', '2026-11-20T00:00:00Z', {
      id: 'e',
      message: 'm',
      log: 'https://contoso.example/log?sig=c2VjcmV0a2V5',
    });
    const { status, stdout } = plan(
      ['-', '--map', 'Customers', '--action', 'download-error-log', '--format', format],
      log,
    );
    expect(status).toBe(0);
    expect(stdout).not.toContain('c2VjcmV0');
  });

  test('a file of the name of the command is ./plan', () => {
    file('plan', fine.join('\n'));
    expect(run(['./plan']).status).toBe(0);
    expect(run(['plan'])).toMatchObject({ status: 3, stdout: '' });
  });

  test('the help of activity shows both', () => {
    expect(run(['--help']).stdout).toMatch(
      /Usage: dual-write-health activity \[options\] \[command\] <file>[\s\S]*\n {2}plan \[options\] <file>/,
    );
  });

  test.each([
    ['no map', [sample, '--action', 'rerun-initial-sync'], "required option '--map <name>' not specified"],
    ['no action', [sample, ...customers], "required option '--action <action>' not specified"],
    ['another action', [sample, ...customers, '--action', 'pause'], 'Allowed choices are rerun-initial-sync'],
    [
      'no such map',
      [sample, '--map', 'Nobody', '--action', 'rerun-initial-sync'],
      '--map Nobody: the log is about CDS',
    ],
    [
      'an option of another action',
      [sample, ...customers, '--action', 'rerun-initial-sync', '--event-id', '5'],
      '--event-id belongs to --action download-error-log, not to rerun-initial-sync',
    ],
    ['no file', ['missing.jsonl', ...customers, '--action', 'rerun-initial-sync'], 'missing.jsonl: cannot be read'],
  ] as const)('could not run: %s', (_, args, complaint) => {
    const { status, stdout, stderr } = plan(args);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

test('fifty thousand events take seconds', () => {
  const lines = Array.from({ length: 50_000 }, (_, index) =>
    JSON.stringify({ map: `map ${index % 50}`, type: 'error', at: new Date(1_763_000_000_000 + index).toISOString() }),
  );
  const { status, stdout } = run(['-'], lines.join('\n'));
  expect(status).toBe(0);
  expect(stdout).toContain('50 maps');
});
