import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapRow } from '../support/entity-maps.js';

// The command that needs no name: what is typed is a file, a folder or a text, and is shown as fits.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bare-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', NO_COLOR: '1' },
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

function write(name: string, content: unknown): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

interface SnapshotParts {
  readonly name?: string;
  readonly host?: string;
  readonly takenAt?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

function snapshot({ name = 'contoso', host = 'contoso', takenAt = '2026-11-20T10:00:00Z', facts = {} }: SnapshotParts) {
  const dataverseEnvironment = { status: 'known', value: { url: `https://${host}.crm4.dynamics.com` } };
  return { schemaVersion: 1, environment: { name }, takenAt, facts: { dataverseEnvironment, ...facts } };
}

const known = (value: unknown) => ({ status: 'known', value });

beforeAll(() => {
  for (const name of ['environments', 'sync-errors', 'activity', 'har']) {
    cpSync(join(examples, name), join(folder, name), { recursive: true });
  }
});

const healthy = 'environments/healthy.json';
const broken = 'environments/every-dependency-code.json';
const errorText = 'Unable to generate payload for entity CustCustomerV3Entity';

describe('a file is shown as the command for it shows it', () => {
  test.each([
    [['check', broken], broken],
    [['check', 'har/contoso-uat.har'], 'har/contoso-uat.har'],
    [['errors', 'summary', 'sync-errors/sync-errors.jsonl'], 'sync-errors/sync-errors.jsonl'],
    [['activity', 'activity/log.jsonl'], 'activity/log.jsonl'],
  ])('%j', (args, file) => {
    const typed = run(args);
    const shown = run([file]);
    expect(shown.status).toBe(typed.status);
    // Of saved answers it says besides what they lack.
    const verdict = typed.stdout.slice(0, typed.stdout.indexOf('\n'));
    expect(shown.stdout.startsWith(`${verdict}\n`)).toBe(true);
    if (!file.endsWith('.har')) expect(shown.stdout).toBe(typed.stdout);
  });

  test('`show` is the name that it needs not', () => {
    expect(run(['show', healthy])).toEqual(run([healthy]));
  });

  test.each([
    ['json', /^\{\n {2}"schemaVersion": 1/],
    ['markdown', /^#+ /],
    ['html', /^<!doctype html>/i],
  ])('as %s', (format, start) => {
    expect(run([healthy, '--format', format]).stdout).toMatch(start);
    expect(run([healthy, errorText, '--format', format]).stdout).toMatch(start);
  });

  test('a page is what a file is that is named like one', () => {
    expect(run([healthy, '-o', 'page.html'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });
});

describe('several things', () => {
  test('an error text and a snapshot: what is confirmed, as `check --explain` says it', () => {
    const shown = run([broken, errorText]);
    const typed = run(['check', broken, '--explain', errorText]);
    expect(shown).toEqual(typed);
    expect(run([write('error.txt', errorText), broken]).stdout).toBe(typed.stdout);
  });

  test('a backup and the maps of an environment: the plan', () => {
    const rows = write('rows.json', { value: [mapRow('contoso_things', 'Things')] });
    run(['maps', 'backup', rows, '-o', 'backup.json']);
    const typed = run(['maps', 'plan', 'backup.json', '--against', rows]);
    expect(run(['backup.json', rows])).toMatchObject({ status: typed.status, stdout: typed.stdout });
  });

  test('snapshots of several environments: a fleet', () => {
    write('fleet/a.json', snapshot({ name: 'a', host: 'a' }));
    write('fleet/b.json', snapshot({ name: 'b', host: 'b' }));
    const fleet = JSON.parse(run(['fleet', '--format', 'json']).stdout);
    expect(fleet).toMatchObject({
      kind: 'fleet',
      reports: [{ environment: { name: 'a' } }, { environment: { name: 'b' } }],
    });
    // A copy of an environment may still have its addresses.
    const copies = JSON.parse(run(['environments', '--format', 'json']).stdout);
    expect(copies.kind).toBe('fleet');
    expect(copies.reports.length).toBe(
      JSON.parse(run(['check', 'environments', '--format', 'json']).stdout).reports.length,
    );
  });

  test('two snapshots of one environment: the later one is checked, and what has changed is shown', () => {
    const before = write(
      'before.json',
      snapshot({ takenAt: '2026-11-01T00:00:00Z', facts: { companies: known([]), teams: known([]) } }),
    );
    const after = write('after.json', snapshot({ facts: { companies: known([]) } }));
    const compared = run(['compare', before, after, '--format', 'json']);
    for (const order of [
      [before, after],
      [after, before],
    ]) {
      const { results } = JSON.parse(run([...order, '--format', 'json']).stdout);
      expect(results[0]).toMatchObject({
        takenAt: '2026-11-20T10:00:00.000Z',
        facts: { teams: { status: 'unknown' } },
      });
      expect(results[1]).toEqual(JSON.parse(compared.stdout));
    }
    expect(run([before, after]).status).toBe(1); // the teams are not known any more
  });

  test('two snapshots that know different things of one environment are one', () => {
    const { dataverseEnvironment } = snapshot({}).facts;
    const link = known({
      linked: true,
      legalEntities: [],
      apiHub: 'unknown',
      dataverseUrl: dataverseEnvironment.value.url,
    });
    const finops = {
      schemaVersion: 1,
      environment: { name: 'contoso' },
      takenAt: '2026-11-19T00:00:00Z',
      facts: { link },
    };
    const both = run([write('one.json', snapshot({})), write('other.json', finops), '--format', 'json']);
    expect(JSON.parse(both.stdout)).toMatchObject({
      facts: { link: { status: 'known' }, dataverseEnvironment: { status: 'known' } },
    });
  });

  test('two reports of one environment: the later one, and what has changed', () => {
    run(['check', 'before.json', '--format', 'json', '-o', 'report-before.json']);
    run(['check', 'after.json', '--format', 'json', '-o', 'report-after.json']);
    const { results } = JSON.parse(run(['report-after.json', 'report-before.json', '--format', 'json']).stdout);
    expect(results).toMatchObject([{ takenAt: expect.stringContaining('2026-11-20') }, { kind: 'reports' }]);
  });

  test('the exit code is the worst of theirs: 1 before 2 before 0', () => {
    expect(run([healthy, 'DWDVEV1007']).status).toBe(0);
    expect(run([healthy, write('strange.json', { a: 1 })]).status).toBe(2);
    expect(run([healthy, 'sync-errors/sync-errors.jsonl', 'strange.json']).status).toBe(1);
  });

  test('what the command wrote of several things is each of them again', () => {
    const args = ['har/contoso-uat.har', 'sync-errors/sync-errors.jsonl', 'DWDVEV1007', 'strange.json'];
    const written = run([...args, '--format', 'json']);
    expect(JSON.parse(written.stdout)).toMatchObject({ kind: 'results', unused: [{ name: 'strange.json' }] });
    write('results.json', written.stdout);
    const again = run(['results.json', '--format', 'json']);
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(written.stdout));
    expect(again.status).toBe(written.status);
    const text = run(['results.json']).stdout;
    for (const part of ['190 ERROR ROWS', 'DEFAULT OWNING TEAM MISSING', 'strange.json is not used'])
      expect(text).toContain(part);
  });

  test.each([
    ['without its results', { schemaVersion: 1, kind: 'results' }],
    ['with none', { schemaVersion: 1, kind: 'results', inputs: [], results: [], unused: [] }],
    ['of another form', { schemaVersion: 1, kind: 'results', inputs: [7], results: [7], unused: [7] }],
    [
      'inside itself',
      {
        schemaVersion: 1,
        kind: 'results',
        inputs: [],
        results: [{ schemaVersion: 1, kind: 'results', inputs: [], results: [{}], unused: [] }],
        unused: [],
      },
    ],
    ['a result without its parts', { schemaVersion: 1, kind: 'cleanup-plan' }],
    ['a result of a program', { schemaVersion: 1, kind: 'alert-state' }],
  ])('what was changed by hand is said to be that: %s', (_, value) => {
    const { status, stdout, stderr } = run([write('by-hand.json', value)]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^dual-write-health: [^\n]+\n$/);
  });
});

describe('a folder', () => {
  test('is looked into three levels deep, and what is deeper is named', () => {
    write('deep/a/b/snapshot.json', snapshot({}));
    write('deep/a/b/c/d/other.json', snapshot({ name: 'deeper', host: 'deeper' }));
    const { stdout, status } = run(['deep']);
    expect(stdout).toMatch(/^UNKNOWN {2}contoso\n/);
    expect(stdout).toContain('more than 3 levels deep');
    expect(status).toBe(2);
  });

  test('with more than 1,000 files is read in part, and that is said', () => {
    mkdirSync(join(folder, 'many'));
    for (let index = 0; index < 1_002; index += 1) write(`many/${String(index).padStart(4, '0')}.txt`, 'nothing');
    write('many/0000.json', snapshot({}));
    const { stdout } = run(['many', '--format', 'json']);
    expect(JSON.parse(stdout).unused).toEqual([
      {
        name: join('many', '…'),
        kind: 'unknown',
        because: expect.stringContaining('1003 files: only the first 1000 were read'),
      },
    ]);
  });

  test('without a file', () => {
    mkdirSync(join(folder, 'nothing-in-it'));
    const { status, stdout, stderr } = run(['nothing-in-it']);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toBe('dual-write-health: the folder holds no file\n');
  });
});

describe('texts', () => {
  test.each([
    ['a sentence', [errorText], ['diagnose', errorText]],
    ['words without quotation marks', errorText.split(' '), ['diagnose', errorText]],
    ['a code among words', ['Error', 'DWFOEV1004', 'came', 'up'], ['diagnose', 'Error DWFOEV1004 came up']],
    ['what people see', ['orders do not sync'], ['explain', 'orders do not sync']],
    ['a code', ['DWDVEV1007'], ['explain', 'DWDVEV1007']],
    ['a code of Dataverse', ['0x80040237'], ['explain', '0x80040237']],
    ['the id of a topic', ['dataverse-duplicate-key'], ['explain', 'dataverse-duplicate-key']],
    ['a text that is not known', ['the weather is fine today'], ['diagnose', 'the weather is fine today']],
  ])('%s', (_, args, command) => {
    expect(run(args)).toEqual(run(command));
  });

  test('a log of many messages is counted, as `diagnose --lines` does', () => {
    const log = write('large.log', 'Unable to write data to entity accounts\nall is well\n'.repeat(5_000));
    const shown = run([log]);
    expect(shown).toEqual(run(['diagnose', log, '--lines']));
    expect(shown.stdout.length).toBeLessThan(5_000);
  });

  test.each([
    ['a mistyped command', ['chekc'], 'chekc: is not a file, a code, a topic or a command (Did you mean check?)'],
    ['a word', ['zzzzzzzzzz'], 'zzzzzzzzzz: is not a file, a code, a topic or a command'],
    ['nothing', [''], 'expected a file or text, not nothing'],
    ['blanks beside a file', [healthy, ' '], 'expected a file or text, not nothing'],
    ['a path that is not there', ['nowhere.json'], 'nowhere.json: cannot be read: there is no such file or folder'],
    [
      'one beside a file',
      [healthy, 'nowhere/at/all'],
      'nowhere/at/all: cannot be read: there is no such file or folder',
    ],
    [
      'no text at all',
      [],
      'standard input: it is empty: expected a file, a folder or a text (--help lists the commands)',
    ],
    ['standard input that is empty', ['-'], 'standard input: it is empty'],
  ])('%s', (_, args, complaint) => {
    expect(run(args)).toEqual({ status: 3, stdout: '', stderr: `dual-write-health: ${complaint}\n` });
  });

  test('the name of a command wins over a file of that name', () => {
    write('rules', readFileSync(join(folder, healthy), 'utf8'));
    expect(run(['rules'])).toMatchObject({ status: 0, stdout: expect.stringContaining('DWDVEV1007') });
    expect(run(['./rules']).stdout).toMatch(/^HEALTHY {2}contoso-uat/);
  });

  test('standard input is read for - and without arguments', () => {
    const input = readFileSync(join(folder, healthy), 'utf8');
    const shown = run([healthy]);
    expect(run([], input)).toEqual(shown);
    expect(run(['-'], input)).toEqual(shown);
    expect(run(['--format', 'json'], input).stdout).toBe(run([healthy, '--format', 'json']).stdout);
  });
});

describe('what cannot be used', () => {
  test('is named beside what is shown', () => {
    const { status, stdout, stderr } = run([healthy, write('picture.json', '\u0000\u0001\u0002\u0000')]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    expect(stdout).toMatch(/^HEALTHY/);
    expect(stdout).toContain('picture.json is not used: it looks like a binary file');
  });

  test('alone is one line', () => {
    const { status, stdout, stderr } = run(['picture.json', 'strange.json']);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(
      /^dual-write-health: picture\.json: it looks like a binary file; [^\n]+; nor can 1 more be used\n$/,
    );
  });

  test.each([
    ['settings alone', { failOn: 'warning' }, 'belongs to a check'],
    ['a template of facts that is not filled in', undefined, 'holds no fact that is known yet: fill it in'],
    [
      'requests that were sent',
      { id: 'r', job: 'Vendors', action: 'retry', recordIds: ['1'], status: 'queued' },
      '`errors plan --queued` takes',
    ],
  ])('%s', (_, value, words) => {
    const file = 'given.json';
    rmSync(join(folder, file), { force: true });
    if (value === undefined) run(['init', '-o', file]);
    else write(file, value);
    const { status, stdout, stderr } = run([file]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(words);
  });
});
