import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanupSql } from '../../src/diagnosis/cleanup/cleanup-sql.js';
import { cleanupPlan } from '../../src/diagnosis/index.js';
import { parseReport } from '../../src/index.js';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const samples = fileURLToPath(new URL('../../examples/environments', import.meta.url));
const sample = (name: string) => join(samples, `${name}.json`);
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-cleanup-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
  });
  return { status, stdout, stderr };
}

const cleanup = (...args: readonly string[]) => run(['cleanup', ...args]);

function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

beforeAll(() => {
  for (const name of ['healthy', 'half-filled', 'every-dependency-code']) {
    run(['check', sample(name), '--format', 'json', '-o', `${name}-report.json`]);
  }
});

describe('a report or a snapshot', () => {
  test.each(['every-dependency-code-report.json', sample('every-dependency-code')])('%s: the steps', (input) => {
    const { status, stdout, stderr } = cleanup(input);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^TO CLEAN UP {2}5 stale configurations\n/);
    expect(stdout).toContain('Delete the rows with the Excel add-in');
    expect(stdout).toMatch(/DELETE FROM [\s\S]*ROLLBACK TRANSACTION;/);
    expect(stdout).not.toContain('An error text names');
  });

  test('as JSON it is the plan of the library', () => {
    const { stdout } = cleanup('every-dependency-code-report.json', '--format', 'json');
    const report = parseReport(JSON.parse(readFileSync(join(folder, 'every-dependency-code-report.json'), 'utf8')));
    const plan = cleanupPlan(report._unsafeUnwrap());
    expect(JSON.parse(stdout)).toEqual({
      ...plan,
      schemaVersion: 1,
      kind: 'cleanup-plan',
      from: 'report',
      problem: null,
    });
    expect(cleanup('every-dependency-code-report.json', '--format', 'sql').stdout).toBe(cleanupSql(plan));
  });

  test('as SQL into a file, which changes nothing as it is', () => {
    const args = ['cleanup', sample('every-dependency-code'), '--format', 'sql', '-o', 'cleanup.sql'];
    expect(run(args)).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'cleanup.sql'), 'utf8')).toMatch(
      /BEGIN TRANSACTION;[\s\S]*ROLLBACK TRANSACTION;\n$/,
    );
  });

  test('nothing to clean up', () => {
    for (const input of ['healthy-report.json', sample('healthy')]) {
      const { status, stdout } = cleanup(input);
      expect(status).toBe(0);
      expect(stdout).toMatch(/^NOTHING TO CLEAN UP\n/);
      expect(cleanup(input, '--format', 'sql').stdout).toMatch(/^-- There are no known leftovers/);
    }
  });

  test('what could not be judged is not clean', () => {
    const { status, stdout } = cleanup('half-filled-report.json');
    expect(status).toBe(2);
    expect(stdout).toMatch(/^NOT KNOWN WHETHER THERE IS SOMETHING TO CLEAN UP\n/);
    expect(stdout).toMatch(/• DWFOEV1004: .*projectConfigurations is not known/);
    expect(JSON.parse(cleanup('half-filled-report.json', '--format', 'json').stdout).unknowns).toContainEqual({
      code: 'DWFOEV1004',
      because: expect.stringContaining('not known'),
    });
    expect(cleanup('half-filled-report.json', '--format', 'sql').stdout).toMatch(
      /^-- Rules without a complete answer:\n(?:-- - .*\n)*-- - DWFOEV1004: /,
    );
    const blocked = cleanup(sample('prerequisites-failing'));
    expect(blocked.status).toBe(2);
    expect(blocked.stdout).toMatch(/check SNAPSHOT --no-gate[\s\S]*DWDVEV1004: blocked until /);
    expect(cleanup(sample('prerequisites-failing'), '--no-gate').stdout).not.toContain('blocked until');
  });

  test('rules that were not asked are not passed', () => {
    run(['check', sample('healthy'), '--only', 'DWDVEV1007', '--format', 'json', '-o', 'only.json']);
    const { status, stdout } = cleanup('only.json');
    expect(status).toBe(2);
    expect(stdout).toMatch(/DWDVEV9304: skipped \(not-selected\)/);
  });

  test('what is known is shown, with what is not', () => {
    const snapshot = JSON.parse(readFileSync(sample('every-dependency-code'), 'utf8'));
    const { projectConfigurations: _, ...facts } = snapshot.facts;
    const { status, stdout } = cleanup(file('partly.json', { ...snapshot, facts }));
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^TO CLEAN UP {2}\d stale[\s\S]*\nNOT KNOWN \d\n[\s\S]*DWFOEV9307: projectConfigurations is not known/,
    );
  });
});

describe('what is accepted is kept', () => {
  const snapshot = sample('every-dependency-code');
  const suppressions = [
    { rule: 'DWFOEV1004', subject: { pattern: 'DWM-e*' }, reason: 'moved in May', expires: '2099-12-31' },
  ];
  const config = () => file('accepting.json', { suppressions });

  test('by a configuration, the same for a snapshot and for its report', () => {
    const args = ['--config', config()];
    const planned = cleanup(snapshot, ...args);
    expect(planned.status).toBe(1);
    expect(planned.stdout).toMatch(/KEPT, BECAUSE IT IS ACCEPTED 2\n[\s\S]*Accepted until 2099-12-31: moved in May/);
    run(['check', snapshot, ...args, '--format', 'json', '-o', 'accepted-report.json']);
    const plans = [cleanup(snapshot, ...args, '--format', 'json'), cleanup('accepted-report.json', '--format', 'json')];
    const [ofSnapshot, ofReport] = plans.map(({ stdout }) => ({ ...JSON.parse(stdout), from: null }));
    expect(ofSnapshot).toEqual(ofReport);
    const script = cleanup(snapshot, ...args, '--format', 'sql').stdout;
    expect(script).toMatch(
      /^-- Accepted, and therefore kept:\n-- - DWFOEV1004: .*\(accepted until 2099-12-31: moved in May/m,
    );
    expect(script.replace(/^--.*\n/gm, '')).not.toContain('DWM-e');
  });

  test('by a baseline: then there is nothing to clean up', () => {
    const { status, stdout } = cleanup(snapshot, '--baseline', 'every-dependency-code-report.json');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^NOTHING TO CLEAN UP\nAll stale configuration that the findings name is accepted\./);
    expect(stdout).toContain('Accepted: it is in the baseline');
  });

  test.each([['every-dependency-code-report.json'], ['Unable to generate payload for entity CustCustomerV3Entity']])(
    '%s is not judged again',
    (input) => {
      const { status, stdout, stderr } = cleanup(input, '--baseline', 'every-dependency-code-report.json');
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
      expect(stderr).toMatch(
        /^dual-write-health: --baseline: only a snapshot is checked with it, and .* is not a snapshot\n$/,
      );
    },
  );
});

test('a link to another environment is in the way: nothing is planned', () => {
  const { status, stdout } = cleanup(sample('copy-of-production'));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^NOTHING CAN BE CLEANED UP YET\n[\s\S]*IN THE WAY 2\n[\s\S]*DWDVEV9305: /);
  expect(cleanup(sample('copy-of-production'), '--format', 'sql').stdout).not.toMatch(/^[^-\n]/m);
});

test('a finding about Dataverse deletes nothing in finance and operations', () => {
  const { stdout } = cleanup(sample('every-dependency-code'), '--format', 'sql');
  const statements = stdout.replace(/^--.*\n/gm, '');
  expect(statements).not.toMatch(/Contoso old entity|N'uom'/);
  expect(statements.match(/DELETE FROM DUALWRITEPROJECTCONFIGURATION/g)).toHaveLength(1);
});

describe('an error text', () => {
  const payload = 'Unable to generate payload for entity CustCustomerV3Entity';
  const targetsOf = (text: string) => JSON.parse(cleanup(text, '--format', 'json').stdout).targets;

  test('as an argument, a file and standard input', () => {
    const typed = cleanup(payload);
    expect(typed).toMatchObject({ status: 1, stderr: '' });
    expect(typed.stdout).toContain('An error text names maps, entities or projects, but not which of their rows');
    expect(typed.stdout).toContain('the internal entity name CustCustomerV3Entity');
    expect(cleanup(file('error.txt', payload))).toEqual(typed);
    expect(run(['cleanup', '-'], payload)).toEqual(typed);
  });

  test('names maps, projects and both sides where it can', () => {
    expect(
      targetsOf(`Unable to write data to entity accounts.Writes to CustCustomerV3Entity failed: ${payload}`),
    ).toEqual([{ finopsEntity: 'CustCustomerV3Entity', dataverseTable: 'accounts' }]);
    const codes = 'DWFOEV1004 stale configurations: Customers V3 (accounts), Vendors V2 (msdyn_vendors)';
    expect(targetsOf(codes)).toEqual([
      { finopsEntity: 'Customers V3', dataverseTable: 'accounts' },
      { finopsEntity: 'Vendors V2', dataverseTable: 'msdyn_vendors' },
    ]);
    const project = 'DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-000000000002';
    expect(targetsOf(`DWFOEV1004 ${project}`)).toEqual([{ projectName: project }]);
    expect(targetsOf(`Unable to write data to entity accounts. ${project}`)).toEqual([]);
    expect(targetsOf(JSON.stringify({ errorMessage: payload }))).toEqual([{ finopsEntity: 'CustCustomerV3Entity' }]);
  });

  test('as SQL it says what it is made from', () => {
    expect(cleanup(payload, '--format', 'sql').stdout).toMatch(
      /^-- Made from an error text[\s\S]*ROLLBACK TRANSACTION;\n$/,
    );
  });

  test('about stale configuration that names nothing', () => {
    const { status, stdout } = cleanup('SecureConfig Organization (a) does not match actual CRM Organization (b)');
    expect(status).toBe(2);
    expect(stdout).toMatch(/^STALE CONFIGURATION, BUT NOT KNOWN WHICH\n/);
  });

  test.each(['hello', 'HTTP 403: and/or nothing', '{"error":true}'])('about something else: %s', (text) => {
    const { status, stdout, stderr } = cleanup(text);
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    expect(stdout).toMatch(/^NOTHING NAMED THAT CAN BE CLEANED UP\n.*This does not say that there is none\.\n/);
  });

  test.each(['pretty', 'json', 'markdown', 'html', 'sql'])('what is hostile in it stays text: %s', (format) => {
    const text = `DWFOEV1004 : x' OR 1=1 ($(touch_x)), a\u202e\u001b[2J<script>alert(1)</script> (accounts'); unable to generate payload for entity <script>|[x](javascript:y)`;
    const { stdout } = run(['cleanup', '-', '--format', format], text);
    expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    if (format === 'html') expect(stdout.replace(/<style>[\s\S]*?<\/style>/g, '')).not.toMatch(/<script/);
    if (format === 'markdown') expect(stdout.replace(/\\./g, '')).not.toMatch(/<script|javascript:/);
  });
});

describe('what cannot run ends with 3, one line on standard error and nothing on standard output', () => {
  test.each([
    ['no input', [], "missing required argument 'input'"],
    ['nothing', [''], 'expected a file or text'],
    [
      'a file that is not there',
      ['report.jso.json'],
      'report.jso.json: cannot be read: there is no such file or folder\n',
    ],
    ['one in a folder', ['reports/today'], 'reports/today: cannot be read'],
    ['one of Windows', ['C:\\Users\\me\\my report'], 'cannot be read'],
    ['an empty file', [file('empty.txt', ' ')], 'empty.txt: is empty'],
    ['a folder of all kinds of files', ['.'], '.: is a folder with several files'],
    ['a report that is none', [file('bad-report.json', { outcomes: 7 })], 'bad-report.json: '],
    ['a snapshot that is none', [file('bad-snapshot.json', { facts: 7 })], 'bad-snapshot.json: '],
    [
      'another result',
      [file('other.json', { schemaVersion: 1, kind: 'maps' })],
      'expected a report, a snapshot or an error text',
    ],
    [
      'saved maps',
      [file('rows.json', [{ msdyn_name: 'x' }])],
      'rows.json: holds table maps, which `maps list` takes; expected a report, a snapshot or an error',
    ],
    ['JSON without an error', [file('ok.json', { ok: true })], 'expected a report, a snapshot or an error text'],
    [
      'a text between curly quotes',
      ['“Unable', 'to', 'generate', 'payload”'],
      'too many arguments for \'cleanup\'. Expected 1 argument: put the text between straight quotes ("…"), or save it',
    ],
    ['no text', [file('data.bin', 'PK\u0003\u0004\u0000')], 'data.bin: looks like a .zip file'],
    ['an unknown format', ['hello', '--format', 'sarif'], 'pretty, json, markdown, html, sql'],
  ])('%s', (_name, args, expected) => {
    const { status, stdout, stderr } = cleanup(...args);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^dual-write-health: [^\n]+\n$/);
    expect(stderr).toContain(expected);
  });
});
