import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type HealthReport, parseReport } from '../../src/index.js';
import { healthySnapshot } from '../support/live-environment.js';
import { dataverseTab, finopsTab } from '../support/two-tabs.js';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const samples = fileURLToPath(new URL('../../examples/environments', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'dual-write-health-governance-'));
let folder = '';
let number = 0;
beforeEach(() => {
  number += 1;
  folder = join(root, String(number));
  mkdirSync(join(folder, 'inner'), { recursive: true });
  for (const name of ['healthy', 'every-dependency-code', 'half-filled', 'prerequisites-failing'])
    cpSync(join(samples, `${name}.json`), join(folder, `${name}.json`));
});
afterAll(() => rmSync(root, { recursive: true }));

function run(args: readonly string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    cwd,
    env: { PATH: process.env.PATH ?? '' },
  });
  return { status, stdout, stderr };
}

function write(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const config = 'dual-write-health.config.json';

describe('configuration', () => {
  test('is found upwards from the working folder', () => {
    write(config, { rules: { DWDVEV1007: 'off' } });
    const { stdout } = run(['check', '../every-dependency-code.json', '--format', 'json'], join(folder, 'inner'));
    const report = parseReport(JSON.parse(stdout))._unsafeUnwrap();
    expect(report.outcomes.find(({ code }) => code === 'DWDVEV1007')).toMatchObject({
      status: 'skipped',
      because: 'turned-off',
    });
  });

  test('can be named, and the command line wins over it', () => {
    write('mine.json', { failOn: 'warning', gate: 'none' });
    const check = (...args: string[]) =>
      JSON.parse(
        run(['check', 'prerequisites-failing.json', '--config', 'mine.json', '--format', 'json', ...args]).stdout,
      );
    expect(check()).toMatchObject({ failOn: 'warning', totals: { blocked: 0 } });
    expect(check('--fail-on', 'error')).toMatchObject({ failOn: 'error' });
  });

  test.each([
    ['an unknown key', { rulez: {} }, ['"rulez"', 'rules']],
    ['an unknown code', { rules: { DWDVEV1070: 'off' } }, ['DWDVEV1070', 'DWDVEV1007']],
    [
      'a suppression without a reason',
      { suppressions: [{ rule: 'DWDVEV1007', subject: 'x', expires: '2099-01-01' }] },
      ['reason'],
    ],
    ['no JSON', '{', ['is not JSON']],
    ['an empty file', '', ['is empty']],
  ])('%s ends with 3', (_name, content, words) => {
    write(config, content);
    const { status, stdout, stderr } = run(['check', 'healthy.json']);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    for (const word of words) expect(stderr).toContain(word);
  });

  test('suppressions mind today', () => {
    const suppression = { rule: 'DWDVEV1007', subject: { pattern: '*' }, reason: 'known' };
    const today = new Date().toISOString().slice(0, 10);
    const check = (expires: string) => {
      write(config, { suppressions: [{ ...suppression, expires }] });
      return run(['check', 'every-dependency-code.json', '--only', 'DWDVEV1007']).status;
    };
    expect(check(today)).toBe(0);
    expect(check('2020-01-01')).toBe(1);
  });
});

describe('baseline', () => {
  test('is written, accepts, loses what was fixed, and does not accept it again', () => {
    const checked = (name: string, ...args: string[]) =>
      run(['check', `${name}.json`, '--format', 'json', '-o', `${name}-report.json`, ...args]).status;
    expect(checked('every-dependency-code')).toBe(1);
    expect(run(['baseline', 'every-dependency-code-report.json', '-o', 'baseline.json'])).toMatchObject({
      status: 0,
      stderr: '',
    });
    // What is open in that sample stays open: a baseline accepts findings only.
    expect(checked('every-dependency-code', '--baseline', 'baseline.json')).not.toBe(1);
    expect(checked('healthy', '--baseline', 'baseline.json')).toBe(0);
    expect(run(['baseline', 'healthy-report.json', '--previous', 'baseline.json', '-o', 'baseline.json']).status).toBe(
      0,
    );
    expect(JSON.parse(readFileSync(join(folder, 'baseline.json'), 'utf8')).findings).toEqual([]);
    expect(checked('every-dependency-code', '--baseline', 'baseline.json')).toBe(1);
  });

  test('a report does as well, and a configuration can name it from where it lies', () => {
    run(['check', 'every-dependency-code.json', '--format', 'json', '-o', 'report.json']);
    write(config, { baseline: 'report.json' });
    expect(run(['check', '../every-dependency-code.json'], join(folder, 'inner')).status).not.toBe(1);
  });

  test.each([
    ['a snapshot', 'healthy.json', 'neither a baseline nor a report'],
    ['nothing', 'nowhere.json', 'cannot be read'],
  ])('%s is none', (_name, path, words) => {
    const { status, stderr } = run(['check', 'healthy.json', '--baseline', path]);
    expect(status).toBe(3);
    expect(stderr).toContain(words);
  });
});

describe('compare', () => {
  test('reports: 1 when something is new, 0 when it is fixed', () => {
    for (const name of ['healthy', 'every-dependency-code'])
      run(['check', `${name}.json`, '--format', 'json', '-o', `${name}-report.json`]);
    const worse = run(['compare', 'healthy-report.json', 'every-dependency-code-report.json']);
    expect(worse.status).toBe(1);
    expect(worse.stdout).toMatch(/^WORSE [\s\S]*\nNEW \d+\n/);
    const same = run(['compare', 'healthy-report.json', 'healthy-report.json', '--format', 'json']);
    expect(same.status).toBe(0);
    expect(JSON.parse(same.stdout)).toMatchObject({ schemaVersion: 1, kind: 'reports', new: [], fixed: [] });
  });

  test.each(['markdown', 'junit', 'sarif', 'annotations', 'html'])('reports as %s', (format) => {
    for (const name of ['healthy', 'every-dependency-code'])
      run(['check', `${name}.json`, '--format', 'json', '-o', `${name}-report.json`]);
    const { status, stdout } = run([
      'compare',
      'healthy-report.json',
      'every-dependency-code-report.json',
      '--format',
      format,
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain('DWDVEV1007');
  });

  test('snapshots: row by row', () => {
    const { status, stdout } = run(['compare', 'healthy.json', 'half-filled.json']);
    expect(status).toBe(1);
    expect(stdout).toContain('teams');
    expect(run(['compare', 'healthy.json', 'healthy.json']).status).toBe(0);
    expect(run(['compare', 'healthy.json', 'healthy.json', '--format', 'junit']).status).toBe(3);
  });

  test('reports without known facts are reports all the same', () => {
    write('nothing.json', { schemaVersion: 1, environment: { name: 'x' }, takenAt: '2026-11-20T10:00:00Z', facts: {} });
    run(['check', 'nothing.json', '--format', 'json', '-o', 'nothing-report.json']);
    const { status, stdout } = run(['compare', 'nothing-report.json', 'nothing-report.json', '--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'reports' });
  });

  test('one of each cannot be compared', () => {
    run(['check', 'healthy.json', '--format', 'json', '-o', 'report.json']);
    const { status, stderr } = run(['compare', 'healthy.json', 'report.json']);
    expect(status).toBe(3);
    expect(stderr).toContain('two reports or two snapshots');
  });
});

describe('a fleet', () => {
  test('several files are one table, and the worst decides', () => {
    const { status, stdout } = run(['check', 'healthy.json', 'every-dependency-code.json']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^UNHEALTHY {2}1 of 2 environments\n1 healthy, 1 unhealthy, and 0 unknown\.\n/);
  });

  test('a folder is one, and a bad file in it costs no other', () => {
    write('broken.json', '{');
    const { status, stdout } = run(['check', '.', '--format', 'json']);
    expect(status).toBe(1);
    const fleet = JSON.parse(stdout);
    expect(fleet).toMatchObject({ schemaVersion: 1, kind: 'fleet', totals: { healthy: 1, notChecked: 1 } });
    expect(fleet.reports).toHaveLength(4);
    expect(fleet.faults[0].because).toContain('JSON whose end is missing');
  });

  test('what was read of finance and operations alone is put together with its Dataverse environment', () => {
    for (const company of ['contoso', 'fabrikam']) {
      write(`inner/${company}-dataverse.json`, dataverseTab(company, company));
      write(`inner/${company}-finops.json`, finopsTab(company));
    }
    write('link.json', { schemaVersion: 1, facts: { link: healthySnapshot().facts.link } });
    const pair = ['inner/contoso-dataverse.json', 'inner/contoso-finops.json'];
    for (const files of [pair, pair.toReversed()]) {
      const { stdout } = run(['check', ...files, '--with', 'link.json', '--format', 'json']);
      const report = JSON.parse(stdout);
      expect(report.environment).toEqual({ name: 'contoso.crm4.dynamics.com' });
      expect(report.facts).toMatchObject({ teams: { status: 'known' }, legalEntities: { status: 'known' } });
    }
    const several = JSON.parse(run(['check', 'inner', '--format', 'json']).stdout);
    expect(several.reports).toMatchObject(
      ['contoso', 'fabrikam'].map((company) => ({
        environment: { name: `${company}.crm4.dynamics.com` },
        facts: { teams: { status: 'known' }, legalEntities: { status: 'known' } },
      })),
    );
    const onStandardInput = spawnSync(process.execPath, [cli, 'check', '-', pair[1] ?? '', '--format', 'json'], {
      input: readFileSync(join(folder, pair[0] ?? '')),
      encoding: 'utf8',
      cwd: folder,
    });
    expect(JSON.parse(onStandardInput.stdout).reports).toHaveLength(2); // it cannot be read again
    const strangers = JSON.parse(
      run(['check', pair[0] ?? '', 'inner/fabrikam-finops.json', '--format', 'json']).stdout,
    );
    expect(strangers.reports.map(({ environment }: HealthReport) => environment.name)).toEqual([
      'contoso.crm4.dynamics.com',
      'fabrikam.operations.dynamics.com',
    ]);
  });

  test.each([
    ['an empty folder', ['check', 'inner'], 'the folder is empty'],
    ['facts of one environment', ['check', 'healthy.json', 'half-filled.json', '--with', 'x.json'], '--with'],
    ['a format for one report', ['check', 'healthy.json', 'half-filled.json', '--format', 'junit'], 'junit'],
  ])('%s ends with 3', (_name, args, words) => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(words);
  });
});

test.each(['pretty', 'json', 'markdown', 'junit', 'sarif', 'annotations', 'html'])('check prints %s', (format) => {
  const { status, stdout, stderr } = run(['check', 'every-dependency-code.json', '--format', format]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('DWDVEV1007');
});

test('the snapshot that is checked is not overwritten with its report', () => {
  const before = readFileSync(join(folder, 'healthy.json'), 'utf8');
  const { status, stderr } = run(['check', 'healthy.json', '--format', 'json', '-o', './healthy.json']);
  expect(status).toBe(3);
  expect(stderr).toContain('another file');
  expect(readFileSync(join(folder, 'healthy.json'), 'utf8')).toBe(before);
});

test('what a snapshot of somebody says of a fact is scrubbed in every format', () => {
  const detail = 'Bearer abcdefghijklmnop for jane@contoso.com, AccountKey=c2VjcmV0c2VjcmV0';
  const snapshot = JSON.parse(readFileSync(join(folder, 'healthy.json'), 'utf8'));
  snapshot.facts.teams = { status: 'unknown', reason: 'failed', detail };
  write('leaky.json', snapshot);
  for (const format of ['pretty', 'json', 'markdown', 'junit', 'sarif', 'annotations', 'html']) {
    const { stdout } = run(['check', 'leaky.json', '--format', format]);
    expect(stdout.length).toBeGreaterThan(100);
    expect(stdout).not.toMatch(/abcdefghijklmnop|jane@|c2VjcmV0/);
  }
});

test.each([
  [
    'files and services',
    ['check', 'healthy.json', 'half-filled.json', '--dataverse', 'https://x.crm.dynamics.com'],
    'not both',
  ],
  ['files of which none is there', ['check', 'nowhere', 'nowhere2'], 'nowhere: cannot be read'],
])('%s end with 3', (_name, args, words) => {
  const { status, stdout, stderr } = run(args);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toContain(words);
});

test.runIf(existsSync('/dev/full'))('a full disk is one line and no verdict', () => {
  const command = `"${process.execPath}" "${cli}" check healthy.json > /dev/full`;
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
  expect(status).toBe(3);
  expect(stderr).toMatch(/^dual-write-health: standard output: cannot be written: [^\n]+\n$/);
});
