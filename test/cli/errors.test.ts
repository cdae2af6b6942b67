import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { run as plan } from '../../src/cli/run/errors-plan.js';
import { run as summarize } from '../../src/cli/run/errors-summary.js';
import {
  memorySyncErrorStore,
  type ReadyRequestPlan,
  runRequests,
  type SyncErrorRecord,
  type SyncErrorSummary,
  summarizeSyncErrors,
} from '../../src/sync-errors/index.js';
import { hostileErrors, manyRecords, sampleFile, sampleRecords } from '../support/sync-errors.js';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-errors-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
    maxBuffer: 100_000_000,
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const linesOf = (records: readonly unknown[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const treacherous = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const hostile = '\u001b[2J\u202e\u0007<script>alert(1)</script>|[x](javascript:y)`@evil/team`';

describe('errors summary', () => {
  test('says how many, since when, what to do, and that the feature is a preview', () => {
    const { status, stdout, stderr } = run(['errors', 'summary', sampleFile]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(
      /^190 ERROR ROWS\n.*\nFirst: 2026-11-18 06:07:00 UTC\nLast: 2026-11-19 19:29:00 UTC\n.*\n.*preview/,
    );
    expect(stdout).toContain('2026-11-19 15:00:00 UTC: 130 rows of Vendors V2 from Dataverse');
    expect(stdout).toMatch(
      /live-sync-reference-data-missing {2}Record cannot be written.* 12 rows, .*\n.*What to do: \S/,
    );
    expect(stdout).toMatch(/By entity\n.*\n +Vendors V2 +142\n/);
    expect(stdout).toMatch(/ all companies +12\n/);
  });

  test('draws hours no wider than the page, with both ends and the peak', () => {
    const { stdout } = run(['errors', 'summary', '-'], linesOf(manyRecords(30_000)));
    expect(
      Math.max(
        ...stdout
          .split('\n')
          .filter((line) => /[│└]/.test(line))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/█/);
    expect(stdout).toContain('from 2026-11-18 00:00:00 UTC');
    expect(stdout).toContain('a column is 12 hours');
    expect(stdout).toMatch(/peak 720 in the 12 hours from 2026-11-18 00:00:00 UTC/);
  });

  test('as JSON it is the summary of the library', () => {
    const { stdout } = run(['errors', 'summary', sampleFile, '--format', 'json']);
    const { schemaVersion, kind, corrupt, ...summary } = JSON.parse(stdout);
    expect({ schemaVersion, kind, corrupt }).toEqual({
      schemaVersion: 1,
      kind: 'sync-errors',
      corrupt: { count: 0, lines: [] },
    });
    expect(summary).toEqual(summarizeSyncErrors(sampleRecords()));
  });

  test('as Markdown it has tables', () => {
    const { stdout } = run(['errors', 'summary', sampleFile, '--format', 'markdown']);
    expect(stdout).toContain('## 190 error rows\n');
    expect(stdout).toContain('| Vendors V2 | 142 |');
    expect(stdout).toContain('peak 133 in the hour from 2026-11-19 15:00:00 UTC');
  });

  test.each<[string, readonly string[], (record: SyncErrorRecord) => boolean]>([
    ['from', ['--from', '2026-11-19'], ({ createdOn }) => createdOn >= '2026-11-19'],
    ['to, which is exclusive', ['--to', '2026-11-19'], ({ createdOn }) => createdOn < '2026-11-19'],
    [
      'both, with times',
      ['--from', '2026-11-19T15:00Z', '--to', '2026-11-19T17:00:00+01:00'],
      ({ createdOn }) => createdOn.startsWith('2026-11-19T15'),
    ],
    ['entity', ['--entity', 'units'], ({ entity }) => entity === 'Units'],
    ['entities', ['--entity', 'Units', '--entity', 'CDS Parties'], ({ entity }) => /Units|Parties/.test(entity)],
    ['data source', ['--data-source', 'Dataverse'], ({ dataSource }) => dataSource === 'Dataverse'],
    ['company', ['--company', 'DEMF'], ({ company }) => company === 'DEMF'],
    ['key', ['--unique-key', 'v-2007'], ({ uniqueKey }) => uniqueKey === 'V-2007'],
    ['text', ['--text', 'PRVREADACCOUNT'], ({ message }) => message.includes('prvReadAccount')],
    ['category', ['--category', 'System'], ({ category }) => category === 'system'],
    [
      'categories, separated by commas and given several times',
      ['--category', 'system,Application failure', '--category', 'concurrency'],
      ({ category }) => category !== 'unknown',
    ],
    [
      'problem',
      ['--problem', 'privilege-missing-owning-team'],
      ({ message }) => message.startsWith('Writes to Customers V3 failed'),
    ],
    [
      'problems',
      ['--problem', 'Privilege-Missing-Owning-Team,live-sync-reference-data-missing'],
      ({ message }) => /^Writes to|^Unable to write/.test(message),
    ],
    ['no problem', ['--problem', 'none'], ({ message }) => !/^Writes to|^Unable to write/.test(message)],
    ['id', ['--id', '{10000000-5E0A-4c1f-9d2e-a00000000000}'], ({ id }) => id.startsWith('10000000-')],
    [
      'ids',
      [
        '--id',
        '10000000-5e0a-4c1f-9d2e-a00000000000,10003dde-5e0a-4c1f-9d2e-a00000033232',
        '--id',
        '10001eef-5e0a-4c1f-9d2e-a00000019919',
      ],
      ({ id }) => /^1000(?:0000|3dde|1eef)-/.test(id),
    ],
    [
      'all of them together',
      ['--category', 'application,system', '--problem', 'none', '--entity', 'Units', '--from', '2026-11-19'],
      ({ category, entity, createdOn, message }) =>
        /application|system/.test(category) &&
        entity === 'Units' &&
        createdOn >= '2026-11-19' &&
        !/^Writes|^Unable to/.test(message),
    ],
  ])('filters by %s', (_name, args, isWanted) => {
    const expected = sampleRecords().filter(isWanted);
    expect(expected.length).toBeGreaterThan(0);
    const { stdout } = run(['errors', 'summary', sampleFile, '--format', 'json', ...args]);
    // Safe: the test above holds the two together.
    const { total, entities } = JSON.parse(stdout) as SyncErrorSummary;
    expect(total).toBe(expected.length);
    expect(entities).toEqual(summarizeSyncErrors(expected).entities);
  });

  test('names corrupt lines, and what they leave open', () => {
    const tornRow = '{"integrationJob":"Vendors"}\n';
    const text = `${linesOf(sampleRecords().slice(0, 2))}{"id":\n\n{"id":"x"}\n`;
    const some = run(['errors', 'summary', '-'], text);
    expect(some.status).toBe(1);
    expect(some.stdout).toMatch(
      /2 lines could not be read and are not counted\.\n {2}• line 3: .+\n {2}• line 5: integrationJob/,
    );
    const none = run(['errors', 'summary', '-'], tornRow);
    expect(none.status).toBe(2);
    expect(none.stdout).toMatch(/^NO ERROR ROW COULD BE READ\n/);
    for (const [args, title] of [
      [['summary', '-', '--format', 'markdown'], '## No error row could be read\n'],
      [['report', '-'], '<span>No error row could be read</span></h1>'],
    ] as const) {
      expect(run(['errors', ...args], tornRow)).toMatchObject({ status: 2, stdout: expect.stringContaining(title) });
    }
    expect(none.stdout).toContain('1 line could not be read and is not counted');
  });

  test.each<[string, string, string]>([
    ['an error text', 'Unable to write data to entity accounts', 'is an error text, which `diagnose` takes'],
    ['settings', '{"preset":"strict","failOn":"warning"}', 'holds settings, which `check --config` takes'],
    ['facts', '{"schemaVersion":1,"facts":{}}', 'holds facts, which `check --with` takes'],
    ['a part of a solution', '<ImportExportXml><SolutionManifest></SolutionManifest></ImportExportXml>', 'solution'],
    ['a page', '<!doctype html><html><body>Sign in</body></html>', 'looks like a web page'],
    ['something else', '{"name":"x","version":"1.0.0"}', 'looks like JSON with the properties name, version'],
  ])('%s is named, whatever it is encoded in', async (_name, text, words) => {
    const path = join(folder, 'other');
    for (const encoding of ['utf8', 'utf16le'] as const) {
      writeFileSync(path, `\uFEFF${text}`, encoding);
      const ended = await Promise.all([
        summarize({ files: [path] }),
        plan({ file: path, action: 'retry' }, { format: 'pretty' }),
      ]);
      for (const one of ended) {
        expect(one).toMatchObject({ type: 'could-not-run', complaint: expect.stringContaining(words) });
        expect(one).toMatchObject({ complaint: expect.stringMatching(/: expected sync errors$/) });
      }
    }
    const { status, stdout, stderr } = run(['errors', 'report', '-'], text);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^dual-write-health: [^\n]+: expected sync errors\n$/);
    expect(stderr).toContain(words);
  });

  test('no row is no error', () => {
    const { status, stdout } = run(['errors', 'summary', file('empty.jsonl', '')]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^NO ERROR ROWS\n/);
  });

  test('rows that the store beside the file dismissed are gone', () => {
    const [first, ...others] = sampleRecords();
    const name = file('dismissed.jsonl', linesOf(sampleRecords()));
    const request = { id: 'a', job: 'Vendors', action: 'dismiss', recordIds: [first?.id], status: 'completed' };
    file('dismissed.jsonl.requests', linesOf([request]));
    const { stdout } = run(['errors', 'summary', name, '--format', 'json']);
    expect(JSON.parse(stdout).total).toBe(others.length);
    const page = run(['errors', 'report', name]).stdout;
    expect(page).not.toContain(first?.id);
    expect(page).toContain(others[0]?.id);
  });

  test.each(['pretty', 'markdown'])('hostile text stays text: %s', (format) => {
    const { records } = hostileErrors(hostile);
    const lines = `${linesOf(records)}{"id":"${'\u202e'}"}\n`;
    const { stdout } = run(['errors', 'summary', '-', '--format', format], lines);
    expect(stdout).not.toMatch(treacherous);
    if (format === 'markdown')
      expect(stdout.replace(/\\./g, '').replace(/`[^`]*`/g, '')).not.toMatch(/<script|javascript:|@evil/);
  });

  test('rows are not held in memory', async () => {
    const record = JSON.stringify({ ...sampleRecords()[0], message: 'x'.repeat(2_000) });
    const probe = file(
      'probe.mjs',
      `process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));`,
    );
    const child = spawn(process.execPath, ['--import', join(folder, probe), cli, 'errors', 'summary', '-'], {
      cwd: folder,
    });
    let output = '';
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.stdout.resume();
    const portion = `${record}\n`.repeat(1_000);
    for (let written = 0; written < 200; written += 1) {
      if (!child.stdin.write(portion)) await new Promise((resolve) => child.stdin.once('drain', resolve));
    }
    child.stdin.end();
    await new Promise((resolve) => child.on('close', resolve));
    // 200,000 rows are 450 MB.
    expect(Number(output) / 1024).toBeLessThan(250);
  });

  test('the lines that names, codes and messages of a summary come from are not held in memory', async () => {
    const args = ['--max-old-space-size=40', cli, 'errors', 'summary', '-'];
    const child = spawn(process.execPath, args, { cwd: folder });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.resume();
    child.stdin.on('error', () => undefined); // where it runs out of memory
    const [record] = sampleRecords();
    const uniqueKey = 'x'.repeat(62_000);
    const inLetters = (number: number) => String(number).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
    for (let row = 0; row < 2_500 && child.exitCode === null; row += 1) {
      const name = `a text that is long enough: ${inLetters(row)}`;
      const texts = {
        integrationJob: name,
        entity: name,
        dataSource: name,
        company: name,
        code: name,
        message: row % 2 === 0 ? name : `${name}, DWDVEV${3_000 + row}`,
      };
      const line = `${JSON.stringify({ ...record, ...texts, uniqueKey })}\n`;
      await new Promise((resolve) => child.stdin.write(line, resolve));
    }
    child.stdin.end();
    const status = await new Promise((resolve) => child.on('close', resolve));
    // The lines are 155 MB.
    expect(status).toBe(1);
    expect(output).toContain('2,500 ERROR ROWS');
  });
});

describe('errors plan', () => {
  const plan = (args: readonly string[], input?: string) => run(['errors', 'plan', ...args], input);
  const twoJobs = ['--action', 'retry', '--status', 'active'];

  test('asks for a job where there are several', () => {
    const { status, stdout, stderr } = plan([sampleFile, ...twoJobs]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('Vendors (142), Customers and addresses (48)');
  });

  test('shows requests, what is left out with what to do, and that nothing is sent', () => {
    const { status, stdout } = plan([sampleFile, ...twoJobs, '--job', 'customers AND addresses']);
    expect(status).toBe(1);
    expect(stdout).toContain('RETRY 36 OF 48 ROWS (1 REQUEST, POSSIBLE IN PART)  Customers and addresses\n');
    expect(stdout).toContain('nothing has been sent');
    expect(stdout).toMatch(
      /1\. 36 rows, \S+ \(2026-11-18 06:07:00 UTC\) to \S+ \(2026-11-19 19:29:00 UTC\), as retry-/,
    );
    expect(stdout).toMatch(
      /Concurrency failure, replaced by a newer change \(12 rows\): .* and 2 more rows.*\n {4}• What to do: Do not retry/,
    );
    expect(stdout).toContain('142 selected rows belong to other jobs');
  });

  test('what can be sent whole ends with 0', () => {
    expect(plan([sampleFile, ...twoJobs, '--job', 'Vendors']).status).toBe(0);
    const torn = `${linesOf(sampleRecords())}torn`;
    expect(plan(['-', ...twoJobs, '--job', 'Vendors'], torn).status).toBe(2);
  });

  test('the only job need not be named', () => {
    const { status, stdout } = plan([sampleFile, ...twoJobs, '--data-source', 'Dataverse']);
    expect(status).toBe(0);
    expect(stdout).toContain('RETRY 142 ROWS (1 REQUEST, POSSIBLE)  Vendors\n');
  });

  test('as JSON it is a plan that runRequests takes', async () => {
    const { stdout } = plan([sampleFile, ...twoJobs, '--job', 'Vendors', '--format', 'json']);
    const given = JSON.parse(stdout) as ReadyRequestPlan; // Safe: what the command wrote of a plan.
    const store = memorySyncErrorStore({ records: sampleRecords() });
    expect((await runRequests(given, store)).complete).toBe(true);
    const [request] = (await store.requests())._unsafeUnwrap();
    expect(request).toMatchObject({ job: 'Vendors', action: 'retry', status: 'queued' });
    expect(request?.recordIds).toHaveLength(142);

    // And the queue that it leads to is one that the next plan minds.
    for (const [name, text] of [
      ['queue.json', JSON.stringify({ requests: [request] })],
      ['list.json', JSON.stringify([request])],
      ['queue.jsonl', linesOf([request])],
    ] as const) {
      const again = plan([sampleFile, ...twoJobs, '--job', 'Vendors', '--queued', file(name, text)]);
      expect(again.status).toBe(1);
      expect(again.stdout).toMatch(/Already in a request \(142 rows\)/);
      expect(again.stdout).toContain('(NO REQUEST, NOT POSSIBLE NOW)');
    }
  });

  test('the requests of a store beside the file count', () => {
    const rows = sampleRecords();
    const name = file('beside.jsonl', linesOf(rows));
    const recordIds = rows.filter(({ integrationJob }) => integrationJob === 'Vendors').map(({ id }) => id);
    file(
      'beside.jsonl.requests',
      linesOf([{ id: 'a', job: 'Vendors', action: 'retry', recordIds, status: 'running' }]),
    );
    expect(plan([name, ...twoJobs, '--job', 'Vendors']).stdout).toContain('Already in a request (142 rows)');
  });

  test('a dismissal is shown, and is a plan only once it is confirmed', () => {
    const args = [sampleFile, '--action', 'dismiss', '--job', 'Vendors', '--status', 'active'];
    const shown = plan(args);
    expect(shown.status).toBe(1);
    expect(shown.stdout).toContain('1. 142 rows');
    expect(shown.stdout).toContain('this cannot be undone');
    expect(shown.stdout).toContain('confirm with "dismiss-permanently"');
    const unconfirmed = JSON.parse(plan([...args, '--format', 'json']).stdout);
    expect(unconfirmed).toMatchObject({
      verdict: 'obstructed',
      requests: [],
      rehearsed: { verdict: 'clear', requests: [{}] },
      fault: { type: 'dismissal-not-confirmed' },
    });
    const confirmed = plan([...args, '--format', 'json', '--confirm-dismissal', 'dismiss-permanently']);
    expect(confirmed.status).toBe(0);
    expect(JSON.parse(confirmed.stdout).requests[0].recordIds).toHaveLength(142);
    expect(JSON.parse(confirmed.stdout).rehearsed).toBeNull();
  });

  test.each([
    ['inactive', ['--status', 'inactive'], 'job-inactive', /Start the job Vendors/],
    ['not told', [], 'job-status-unknown', /Whether the job Vendors is active/],
  ])('a job whose status is %s: nothing may be sent, and what would be is shown', (_, status, type, words) => {
    const args = [sampleFile, '--action', 'retry', '--job', 'Vendors', ...status];
    const { status: exitCode, stdout } = plan(args);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(words);
    expect(stdout).toContain('1. 142 rows');
    expect(JSON.parse(plan([...args, '--format', 'json']).stdout)).toMatchObject({ fault: { type } });
  });

  test('more than the queue takes remains', () => {
    const rows = manyRecords(60_001).map((record) => ({
      ...record,
      integrationJob: 'One',
      category: 'system',
      message: '',
    }));
    const name = file('many.jsonl', linesOf(rows));
    const { status, stdout } = plan([name, ...twoJobs]);
    expect(status).toBe(1);
    expect(stdout).toContain('RETRY 50,000 OF 60,001 ROWS (5 REQUESTS, POSSIBLE IN PART)  One\n');
    expect(stdout).toContain('60,001 rows are selected: 50,000 rows go in 5 requests and 10,001 rows remain.');
    expect(stdout).toMatch(/5\. 10,000 rows, row-40000 \(.*\) to row-49999/);
    expect(stdout).toContain('10,001 rows remain');
    const open = Array.from({ length: 5 }, (_, index) => ({
      id: `q${index}`,
      job: 'one',
      action: 'retry',
      recordIds: [`other-${index}`],
      status: 'queued',
    }));
    const full = plan([name, ...twoJobs, '--queued', file('full.jsonl', linesOf(open)), '--format', 'markdown']);
    expect(full.status).toBe(1);
    expect(full.stdout).toContain('60,001 rows remain');
    expect(full.stdout).toMatch(/In the queue: `q0`; `q1`/);
  });

  test('more rows than a plan holds are refused, not cut', () => {
    const [record] = sampleRecords();
    const name = file('too-many.jsonl', `${JSON.stringify(record)}\n`.repeat(250_001));
    const { status, stdout, stderr } = plan([name, ...twoJobs]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('250,001 rows are selected: a plan is made for at most 250,000 at a time');
  });

  test.each(['pretty', 'markdown'])('hostile text stays text: %s', (format) => {
    const records = hostileErrors(hostile).records.map((record, index) => ({
      ...record,
      id: `${hostile}${index % 20}`,
    }));
    const { stdout, stderr } = plan(['-', ...twoJobs, '--format', format], linesOf(records));
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(treacherous);
    expect(stdout).toContain('Selected more than once');
  });
});

describe('what was sent already', () => {
  const active = ['--action', 'retry', '--status', 'active', '--job', 'Vendors'];
  const vendors = sampleRecords().filter(({ integrationJob }) => integrationJob === 'Vendors');
  const ids = vendors.map(({ id }) => id);
  const request = { job: 'Vendors', action: 'retry', status: 'queued' };
  const planOf = (rows: string, ...args: readonly string[]) => run(['errors', 'plan', rows, ...active, ...args]);
  const jsonOf = (rows: string, ...args: readonly string[]) => planOf(rows, ...args, '--format', 'json').stdout;

  test.each<[string, string]>([
    ['a list of ids as JSON', JSON.stringify(ids.slice(0, 42))],
    ['ids, one per line', ids.slice(0, 42).join('\r\n')],
    [
      'ids with commas, braces and capitals',
      ids
        .slice(0, 42)
        .map((id) => `{${id.toUpperCase()}}`)
        .join(', '),
    ],
    [
      'requests of a plan',
      JSON.stringify({ requests: [{ id: 'a', job: 'Vendors', action: 'retry', recordIds: ids.slice(0, 42) }] }),
    ],
    ['requests as JSON', JSON.stringify([{ ...request, id: 'a', recordIds: ids.slice(0, 42) }])],
    [
      'a file of requests',
      linesOf([
        { ...request, id: 'a', recordIds: ids.slice(0, 42) },
        { id: 'a', status: 'running' },
      ]),
    ],
  ])('%s', (_name, text) => {
    const { status, stdout } = planOf(sampleFile, '--queued', file('sent', text));
    expect(status).toBe(1);
    expect(stdout).toContain('RETRY 100 OF 142 ROWS (1 REQUEST, POSSIBLE IN PART)');
    expect(stdout).toContain('Already in a request (42 rows)');
  });

  test('the own JSON of a plan, and it adds to the requests beside the rows', () => {
    const rows = file('adds.jsonl', linesOf(sampleRecords()));
    file('adds.jsonl.requests', linesOf([{ ...request, id: 'beside', recordIds: ids.slice(0, 2) }]));
    const plan = file('adds.json', jsonOf(rows, '--id', ids.slice(2, 5).join(',')));
    const { stdout } = planOf(rows, '--queued', plan);
    expect(stdout).toContain('RETRY 137 OF 142 ROWS');
    expect(stdout).toContain('Already in a request (5 rows)');
    expect(
      run(['errors', 'plan', rows, ...active, '--queued', '-'], readFileSync(join(folder, plan), 'utf8')).stdout,
    ).toBe(stdout);
  });

  test('the file beside the rows knows best what has become of a request', () => {
    const rows = file('best.jsonl', linesOf(sampleRecords()));
    const plan = file('best.json', jsonOf(rows));
    const [planned] = JSON.parse(readFileSync(join(folder, plan), 'utf8')).requests;
    file('best.jsonl.requests', linesOf([{ ...planned, status: 'completed' }]));
    expect(planOf(rows, '--queued', plan).stdout).toContain('RETRY 142 ROWS (1 REQUEST, POSSIBLE IN PART)');
  });

  test.each<[string, string, string]>([
    [
      'rows',
      linesOf(sampleRecords().slice(0, 2)),
      'holds sync errors, which `errors summary` takes: expected requests',
    ],
    [
      'a summary',
      JSON.stringify({ schemaVersion: 1, kind: 'sync-errors' }, null, 2),
      'is the result of another command',
    ],
    [
      'facts',
      JSON.stringify({ schemaVersion: 1, facts: {} }),
      'holds facts, which `check --with` takes: expected requests',
    ],
    ['words', 'none of these', 'what could be ids of rows in it are not in the file'],
    ['a sentence', 'All of them, I think!', 'is an error text, which `diagnose` takes: expected requests'],
    ['a plan that is cut off', '{"kind":"request-plan","requests":[', 'looks like JSON whose end is missing'],
    [
      'a plan that was changed',
      JSON.stringify({
        kind: 'request-plan',
        job: 'Vendors',
        action: 'retry',
        requests: [{ ...request, id: 'a', recordIds: ['x'] }],
      }),
      'has been changed since it was planned',
    ],
    [
      'a plan without requests',
      JSON.stringify({
        kind: 'request-plan',
        job: 'Vendors',
        action: 'retry',
        requests: [],
        fault: { because: 'the job is inactive' },
      }),
      'is a plan without requests: the job is inactive',
    ],
  ])('%s: named, and nothing is planned', (_name, text, words) => {
    const { status, stdout, stderr } = planOf(sampleFile, '--queued', file('other', text));
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('other: ');
    expect(stderr).toContain(words);
  });

  test('a request that was not written to its end is announced, and does not count', () => {
    const rows = file('torn.jsonl', linesOf(sampleRecords()));
    file(
      'torn.jsonl.requests',
      `${linesOf([{ ...request, id: 'a', recordIds: ids.slice(0, 2) }])}{"id":"b","job":"Ven`,
    );
    const { status, stdout } = planOf(rows, '--id', ids.slice(2).join(','));
    expect(status).toBe(2);
    expect(stdout).toContain('RETRY 140 ROWS (1 REQUEST, POSSIBLE)');
    expect(stdout).toContain('is incomplete (line 2) and does not count');
  });
});

describe('errors mark-sent', () => {
  const active = ['--action', 'retry', '--status', 'active', '--job', 'Vendors'];
  const rowsFile = (name: string) => file(name, linesOf(sampleRecords()));
  const planOf = (rows: string, ...args: readonly string[]) => run(['errors', 'plan', rows, ...active, ...args]);
  const savedPlan = (name: string, rows: string, ...args: readonly string[]) =>
    file(name, planOf(rows, ...args, '--format', 'json').stdout);
  const mark = (args: readonly string[], input?: string) => run(['errors', 'mark-sent', ...args], input);

  test('records the requests beside the rows once, and the next plan leaves them out', () => {
    const rows = rowsFile('marked.jsonl');
    const plan = savedPlan('marked.json', rows);
    const first = mark([plan]);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(/^1 REQUEST WAS RECORDED {2}Vendors\n/);
    expect(first.stdout).toMatch(/Retry 142 rows, as retry-[\da-f]{32}: recorded as waiting or running/);
    const kept = readFileSync(join(folder, 'marked.jsonl.requests'), 'utf8');
    const again = mark(['-'], readFileSync(join(folder, plan), 'utf8'));
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(again.stdout).toContain('NOTHING TO RECORD: 1 REQUEST IS ALREADY RECORDED');
    expect(readFileSync(join(folder, 'marked.jsonl.requests'), 'utf8')).toBe(kept);
    expect(planOf(rows)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('Already in a request (142 rows)'),
    });
  });

  test('records how they have ended: the places and the rows are free again', () => {
    const rows = rowsFile('ended.jsonl');
    const plan = savedPlan('ended.json', rows);
    mark([plan]);
    expect(mark([plan, '--ended', 'completed']).stdout).toContain('recorded as completed');
    expect(mark([plan, '--ended', 'completed']).stdout).toContain('already recorded, nothing has changed');
    const other = mark([plan, '--ended', 'failed']);
    expect(other.status).toBe(1);
    expect(other.stdout).toMatch(/^NOTHING WAS RECORDED[\s\S]*is completed and cannot start/);
    expect(planOf(rows).stdout).toContain('RETRY 142 ROWS (1 REQUEST, POSSIBLE IN PART)');
  });

  test('a part of a plan, which two plans have in common: all or nothing', () => {
    const rows = rowsFile('common.jsonl');
    const [one, other] = [savedPlan('one.json', rows, '--to', '2026-11-19T15:30Z'), savedPlan('other.json', rows)];
    expect(mark([one]).status).toBe(0);
    const kept = readFileSync(join(folder, 'common.jsonl.requests'), 'utf8');
    const { status, stdout } = mark([other]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^NOTHING WAS RECORDED[\s\S]*another open request contains some of the rows/i);
    expect(readFileSync(join(folder, 'common.jsonl.requests'), 'utf8')).toBe(kept);
  });

  test('a full queue: says how to record what has ended', () => {
    const plan = savedPlan('full.json', rowsFile('full-queue.jsonl'));
    const open = Array.from({ length: 5 }, (_, index) => {
      return { id: `q${index}`, job: 'Vendors', action: 'retry', recordIds: [`x${index}`], status: 'queued' };
    });
    file('full-queue.jsonl.requests', linesOf(open));
    const { status, stdout } = mark([plan]);
    expect(status).toBe(1);
    expect(stdout).toContain('5 requests of Vendors are waiting or running, and the limit is 5');
    expect(stdout).toContain('--ended completed');
  });

  test('while another process writes, nothing is recorded', () => {
    const plan = savedPlan('locked.json', rowsFile('locked.jsonl'));
    const holder = { pid: process.pid, host: hostname(), at: '2026-11-20T10:00:00Z', token: 'other' };
    file('locked.jsonl.lock', JSON.stringify(holder));
    const { status, stdout, stderr } = mark([plan]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(`locked.jsonl: process ${process.pid} of this computer`);
    expect(existsSync(join(folder, 'locked.jsonl.requests'))).toBe(false);
  });

  test.each(['pretty', 'json', 'markdown', 'html'])('as %s', (format) => {
    const plan = savedPlan(`${format}.json`, rowsFile(`${format}.jsonl`));
    const { status, stdout } = mark([plan, '--format', format]);
    expect(status).toBe(0);
    if (format !== 'json') return expect(stdout).toMatch(/1 request was recorded/i);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      kind: 'marked-requests',
      job: 'Vendors',
      action: 'retry',
      status: 'queued',
      rowsFile: 'json.jsonl',
      missingRows: 0,
      requests: [{ rows: 142, outcome: 'recorded' }],
    });
  });

  test('rows that are no longer in the file are said; a plan from standard input needs the name of the file', () => {
    const rows = rowsFile('fewer.jsonl');
    const plan = file(
      'fewer.json',
      run(['errors', 'plan', '-', ...active, '--format', 'json'], linesOf(sampleRecords())).stdout,
    );
    expect(mark([plan])).toMatchObject({ status: 3, stderr: expect.stringContaining('with --rows') });
    file('fewer.jsonl', linesOf(sampleRecords().filter(({ uniqueKey }) => uniqueKey !== 'V-2007')));
    const { status, stdout } = mark([plan, '--rows', rows]);
    expect(status).toBe(0);
    expect(stdout).toContain('1 row of the plan is no longer in the file.');
  });

  test.each<
    [string, (plan: { requests: { recordIds: string[]; job: string }[]; rowsFile: string }) => unknown, string]
  >([
    [
      'a row was taken out',
      (plan) => ({ ...plan, requests: plan.requests.map((one) => ({ ...one, recordIds: one.recordIds.slice(1) })) }),
      'has been changed since it was planned',
    ],
    [
      'a row was added',
      (plan) => ({ ...plan, requests: plan.requests.map((one) => ({ ...one, recordIds: ['x', ...one.recordIds] })) }),
      'has been changed since it was planned',
    ],
    ['the job was changed', (plan) => ({ ...plan, job: 'Customers' }), 'has been changed since it was planned'],
    ['all requests were taken out', (plan) => ({ ...plan, requests: [] }), 'is a plan without requests'],
    ['the requests are missing', ({ requests: _, ...plan }) => plan, 'requests'],
    ['the file of rows is gone', (plan) => ({ ...plan, rowsFile: 'gone.jsonl' }), 'gone.jsonl: cannot be read'],
    [
      'the file has other rows',
      (plan) => ({ ...plan, rowsFile: 'foreign.jsonl' }),
      'is a plan for other rows: foreign.jsonl has none of its 142 rows',
    ],
    [
      'it is a summary',
      () => ({ schemaVersion: 1, kind: 'sync-errors' }),
      'is the result of another command (sync-errors), which `dual-write-health FILE` shows again: expected a request plan',
    ],
    ['it is rows', () => sampleRecords(), 'holds sync errors, which `errors summary` takes: expected a request plan'],
    ['it is a list', () => [], 'looks like an empty list: expected a request plan'],
  ])('a plan of which %s is refused, and nothing is recorded', (_name, change, words) => {
    const rows = rowsFile('refused.jsonl');
    file('foreign.jsonl', linesOf(manyRecords(3)));
    const plan = savedPlan('refused.json', rows);
    const changed = change(JSON.parse(readFileSync(join(folder, plan), 'utf8')));
    const { status, stdout, stderr } = mark([file('refused.json', JSON.stringify(changed))]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^dual-write-health: [^\n]+\n$/);
    expect(stderr).toContain(words);
    expect(existsSync(join(folder, 'refused.jsonl.requests'))).toBe(false);
  });

  test.each([
    ['cut off', '{"kind":"request-plan","requests":[', 'looks like JSON whose end is missing'],
    ['empty', '', 'is empty'],
  ])('a plan that is %s is refused', (_name, text, words) => {
    const { status, stdout, stderr } = mark([file('broken.json', text)]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(words);
  });

  test('a plan that cannot be sent has no requests, and says why', () => {
    const rows = rowsFile('inactive.jsonl');
    const plan = file(
      'inactive.json',
      run(['errors', 'plan', rows, '--action', 'retry', '--job', 'Vendors', '--format', 'json']).stdout,
    );
    expect(mark([plan])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('whether the job Vendors is active is not known'),
    });
  });
});

describe('errors report', () => {
  test('is a page, in a file or on standard output', () => {
    expect(run(['errors', 'report', sampleFile, '-o', 'page.html'])).toEqual({ status: 1, stdout: '', stderr: '' });
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('190 error rows');
    expect(run(['errors', 'report', '-', '--company', 'DEMF'], readFileSync(sampleFile, 'utf8')).stdout).toContain(
      '56 error rows',
    );
  });

  test('tells how many rows it leaves out', () => {
    const { stdout } = run(['errors', 'report', '-'], linesOf(manyRecords(10_003)));
    expect(stdout).toContain('3 rows are not on this page');
    expect(stdout.match(/<li data-row/g)).toHaveLength(10_000);
  });
});

describe('what cannot run ends with 3, one line on standard error and nothing on standard output', () => {
  const ofJob = ['--action', 'retry', '--job', 'Vendors'];
  test.each([
    ['no command', ['errors'], 'expected a command: summary, plan, mark-sent or report'],
    ['an unknown command', ['errors', 'send'], "unknown command 'send'"],
    ['a wrong path', ['errors', 'summary', 'nowhere.jsonl'], 'nowhere.jsonl'],
    ['a wrong path of a page', ['errors', 'report', 'nowhere.jsonl'], 'nowhere.jsonl'],
    ['a folder', ['errors', 'summary', '.'], '.'],
    ['no date', ['errors', 'summary', sampleFile, '--from', 'yesterday'], 'expected a date'],
    ['a time without a zone', ['errors', 'summary', sampleFile, '--to', '2026-01-14T10:00'], 'time zone'],
    [
      'a time that ends before it begins',
      ['errors', 'summary', sampleFile, '--from', '2026-12-01', '--to', '2026-01-01'],
      'expected a time after',
    ],
    [
      'a time of no length',
      ['errors', 'report', sampleFile, '--from', '2026-11-19', '--to', '2026-11-19T00:00Z'],
      'expected a time after',
    ],
    [
      'an unknown category',
      ['errors', 'summary', sampleFile, '--category', 'system,applications-failed'],
      '--category applications-failed: expected application, system, concurrency, conflict, unknown (did you mean application?)',
    ],
    [
      'an unknown problem',
      ['errors', 'report', sampleFile, '--problem', 'privilege-missing'],
      '(did you mean privilege-missing-owning-team?)',
    ],
    [
      'an id that is not there',
      ['errors', 'summary', sampleFile, '--id', '10000000-5e0a-4c1f-9d2e-a00000000000,nothing'],
      '--id nothing: ',
    ],
    ['ids that are not there', ['errors', 'plan', sampleFile, ...ofJob, '--id', 'a,b', '--id', 'c'], '--id a, b, c: '],
    ['an empty id', ['errors', 'summary', sampleFile, '--id', 'a,'], 'expected names separated by commas'],
    ['a format of reports', ['errors', 'summary', sampleFile, '--format', 'sarif'], 'pretty, json, markdown'],
    ['no action', ['errors', 'plan', sampleFile], '--action'],
    ['another action', ['errors', 'plan', sampleFile, '--action', 'delete'], 'retry, dismiss'],
    ['a job that is not there', ['errors', 'plan', sampleFile, '--action', 'retry', '--job', 'None'], 'Vendors (142)'],
    ['no queue', ['errors', 'plan', sampleFile, ...ofJob, '--queued', 'nowhere.json'], 'nowhere.json'],
    ['no name', ['errors', 'summary', ''], 'expected a file, not nothing'],
    ['both from standard input', ['errors', 'plan', '-', ...ofJob, '--queued', '-'], 'can be read only once'],
    ['other words', ['errors', 'plan', sampleFile, ...ofJob, '--confirm-dismissal', 'yes'], 'dismiss-permanently'],
  ])('%s', (_name, args, expected) => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^dual-write-health: [^\n]+\n$/);
    expect(stderr).toContain(expected);
  });

  test.each([
    ['the rows', ['summary', 'kept.jsonl'], './kept.jsonl'],
    ['the requests beside them', ['report', 'kept.jsonl'], 'kept.jsonl.requests'],
    ['the requests named', ['plan', 'kept.jsonl', '--action', 'retry', '--queued', 'queued.jsonl'], 'queued.jsonl'],
  ])('%s are not overwritten with what is made of them', (_, args, output) => {
    file('kept.jsonl', linesOf(sampleRecords()));
    file('kept.jsonl.requests', '');
    file('queued.jsonl', '[]');
    const before = readFileSync(join(folder, output), 'utf8');
    const { status, stderr } = run(['errors', ...args, '-o', output]);
    expect({ status, stderr }).toMatchObject({ status: 3, stderr: expect.stringContaining('expected another file') });
    expect(readFileSync(join(folder, output), 'utf8')).toBe(before);
  });

  test('a queue that cannot be read: its rows could be sent twice', () => {
    const name = file('torn.json', '[{"id":"a","job":"Vendors"}]');
    const { status, stderr } = run(['errors', 'plan', sampleFile, ...ofJob, '--queued', name]);
    expect(status).toBe(3);
    expect(stderr).toContain('torn.json: request 1: action');
    file('rows.jsonl', readFileSync(sampleFile, 'utf8'));
    file('rows.jsonl.requests', '{"id":"a"\n');
    const beside = run(['errors', 'plan', 'rows.jsonl', ...ofJob]);
    expect(beside.status).toBe(3);
    expect(beside.stderr).toContain('rows.jsonl.requests');
  });
});
