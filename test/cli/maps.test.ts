import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { type MapRow, mapRow, shippedMaps } from '../support/entity-maps.js';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-maps-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'maps', ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
    maxBuffer: 100_000_000,
  });
  return { status, stdout, stderr };
}

function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const shipped = shippedMaps();
const whole = shipped.filter(({ msdyn_displayname }) => !msdyn_displayname.includes('CDS Parties'));
const withChange = (rows: readonly MapRow[], name: string, change: object) =>
  rows.map((row) => (row.msdyn_displayname === name ? { ...row, ...change } : row));
const names = (stdout: string) => JSON.parse(stdout).maps.map(({ name }: { name: string }) => name);

describe('maps list', () => {
  test.each<[string, () => string]>([
    ['an array', () => file('array.json', shipped)],
    ['an array with a byte order mark', () => file('bom.json', `\ufeff${JSON.stringify(shipped, null, 2)}`)],
    ['an OData answer', () => file('odata.json', { '@odata.context': 'x', value: shipped })],
    ['JSON Lines', () => file('lines.jsonl', `${shipped.map((row) => JSON.stringify(row)).join('\r\n')}\r\n\r\n`)],
  ])('%s', (_name, path) => {
    const { status, stdout, stderr } = run(['list', path(), '--format', 'json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(names(stdout)).toEqual(shipped.map(({ msdyn_displayname }) => msdyn_displayname).sort());
    expect(
      JSON.parse(stdout)
        .maps.flatMap(({ versions }: { versions: { fields: number }[] }) => versions)
        .reduce((sum: number, { fields }: { fields: number }) => sum + fields, 0),
    ).toBe(337);
  });

  test('one row, several files and standard input', () => {
    const one = file('one.json', shipped[0]);
    const { status, stdout } = run(['list', one, '-', '--format', 'json'], JSON.stringify(shipped[1]));
    expect(status).toBe(0);
    expect(names(stdout)).toHaveLength(2);
  });

  test('for a person: versions, counts and a tree', () => {
    const { status, stdout } = run(['list', file('array.json', shipped)]);
    expect(status).toBe(0);
    expect(stdout).toContain('68 fields, 11 lookups');
    expect(stdout).toMatch(/DEPENDENCIES[\s\S]*├─ accounts - Customers V3\n/);
  });

  test('as a page with a picture, into a file', () => {
    const { status, stdout } = run(['list', file('array.json', shipped), '--format', 'html', '-o', 'maps.html']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(readFileSync(join(folder, 'maps.html'), 'utf8')).toMatch(/<svg class="needs"[\s\S]*<path class="edge"/);
  });

  test('a map that cannot be read is listed, and the exit code says so', () => {
    const path = file('broken.json', withChange(whole, 'uoms - Units', { msdyn_mapping: '{"legs":[' }));
    const { status, stdout } = run(['list', path, '--format', 'markdown']);
    expect(status).toBe(2);
    expect(stdout).toMatch(/uoms - Units .*\n {2}- mapping: not JSON at character 9/);
  });

  test.each<[string, string, string]>([
    ['no file', 'missing.json', 'cannot be read'],
    ['no JSON', 'text.txt', 'is not JSON'],
    ['JSON Lines that break off', 'cut.jsonl', 'line 2: is not JSON'],
    ['nothing', 'empty.json', 'is empty'],
    ['something else', 'other.json', 'is not a table map'],
    ['something else among rows', 'mixed.json', 'row 2: is not a table map'],
  ])('%s: one line, exit code 3, no file', (_name, path, complaint) => {
    file('text.txt', 'hello');
    file('cut.jsonl', `${JSON.stringify(shipped[0])}\n{"msdyn_name":`);
    file('empty.json', ' ');
    file('other.json', { schemaVersion: 1, facts: {} });
    file('mixed.json', [shipped[0], 7]);
    const { status, stdout, stderr } = run(['list', path, '-o', 'never.json']);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'never.json'))).toBe(false);
  });

  test('hostile names stay harmless on a terminal', () => {
    const row = mapRow('a\u001b[2J\u202e', 'b\u0007');
    const { stdout } = run(['list', '-'], JSON.stringify(row));
    for (const character of ['\u001b', '\u0007', '\u202e']) expect(stdout).not.toContain(character);
  });
});

describe('maps use', () => {
  const versions = () =>
    file('versions.json', [
      mapRow('accounts', 'Customers V3', { version: '1.0.0.1' }),
      mapRow('accounts', 'Customers V3', { version: '1.0.0.10' }),
      mapRow('accounts', 'Customers V3', { version: '9.9.9.9' }),
      mapRow('uoms', 'Units', { version: '1.0' }),
    ]);
  const use = (...args: readonly string[]) => run(['use', versions(), ...args]);

  test.each(['accounts - Customers V3', 'Customers V3 (accounts)', '[customers v3] - [accounts]'])('%s', (name) => {
    const { status, stdout, stderr } = use('--map', name);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Version 1\.0\.0\.10 of msdyn {2}accounts - Customers V3\nWhy: 1\.0\.0\.10 is the newest of 3 versions; passed over: 9\.9\.9\.9 \(parked\)\.\n/i,
    );
    expect(stdout).toContain('Select the row with version 1.0.0.10');
    expect(stdout).toContain('Nothing was changed');
  });

  test('a version that was asked for, as JSON', () => {
    const { status, stdout } = use('--map', 'accounts - Customers V3', '--version', '1.0.0.1', '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      kind: 'map-version',
      map: 'accounts - Customers V3',
      selected: expect.objectContaining({ version: '1.0.0.1', publisher: 'msdyn', reason: 'asked-for' }),
      fault: null,
    });
  });

  test('none can be selected: what there is to choose from', () => {
    const missing = use('--map', 'accounts - Customers V3', '--version', '2.0');
    expect(missing.status).toBe(1);
    expect(missing.stdout).toMatch(/^NO VERSION CAN BE CHOSEN[\s\S]*SAVED VERSIONS 3\n/);
    const stranger = use('--map', 'accounts - Customers V3', '--publisher', 'Fabrikam', '--format', 'json');
    expect(stranger.status).toBe(1);
    expect(JSON.parse(stranger.stdout)).toMatchObject({ selected: null, fault: { type: 'unknown-publisher' } });
  });

  test.each([
    ['no map', [], "required option '--map <name>' not specified"],
    ['no such map', ['--map', 'x'], '--map x: the files have accounts - Customers V3, uoms - Units'],
    ['no version', ['--map', 'uoms - Units', '--version', 'newest'], 'expected a version of two to four numbers'],
  ])('%s: exit code 3', (_name, args, complaint) => {
    const { status, stdout, stderr } = use(...args);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('maps diff', () => {
  const original = () => file('before.json', whole);
  const changed = { msdyn_version: '1.0.0.9' };
  test.each<[string, readonly object[], number, string]>([
    ['nothing', [...whole].reverse(), 0, 'THE SAME 18'],
    ['a version', withChange(whole, 'accounts - Customers V3', changed), 1, 'version: 1.0.0.5 → 1.0.0.9'],
    ['a map less', whole.slice(1), 1, 'ONLY IN THE FIRST ENVIRONMENT 1'],
    ['a map more', [...whole, mapRow('new', 'New')], 1, 'ONLY IN THE SECOND ENVIRONMENT 1'],
    ['a map that is broken', withChange(whole, 'uoms - Units', { msdyn_mapping: '{' }), 2, 'NOT COMPARED 1'],
    [
      'both: what is proven counts',
      withChange(withChange(whole, 'uoms - Units', { msdyn_mapping: '{' }), 'accounts - Customers V3', changed),
      1,
      'NOT COMPARED 1',
    ],
  ])('%s is different', (_name, rows, status, text) => {
    const result = run(['diff', original(), file('after.json', rows)]);
    expect(result).toMatchObject({ status, stderr: '' });
    expect(result.stdout).toContain(text);
  });

  test('as JSON, Markdown and a page', () => {
    const after = file('after.json', withChange(whole, 'accounts - Customers V3', changed));
    const json = JSON.parse(run(['diff', original(), after, '--format', 'json']).stdout);
    expect(json).toMatchObject({ schemaVersion: 1, kind: 'maps', totals: { different: 1, same: 17 } });
    expect(run(['diff', original(), after, '--format', 'markdown']).stdout).toContain('### Different (1)');
    expect(run(['diff', original(), after, '--format', 'html']).stdout).toContain(
      'version: <bdi>1.0.0.5</bdi> → <bdi>1.0.0.9</bdi>',
    );
  });

  test('standard input as one side, not as both', () => {
    expect(run(['diff', original(), '-'], JSON.stringify(whole)).status).toBe(0);
    expect(run(['diff', '-', '-'], JSON.stringify(whole))).toMatchObject({ status: 3, stdout: '' });
  });

  test('maps alone, or with a word that is no command', () => {
    expect(run([])).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining('list, diff') });
    expect(run(['lits', 'x.json'])).toMatchObject({ status: 3, stderr: expect.stringContaining('Did you mean list') });
  });

  test.each<readonly [string, ...string[]]>([
    ['diff', 'before.json'],
    ['diff', 'before.json', 'missing.json'],
    ['list'],
    ['unknown'],
    ['list', 'before.json', '--format', 'junit'],
  ])('maps %s %s: exit code 3', (...args) => {
    original();
    expect(run(args)).toMatchObject({ status: 3, stdout: '' });
  });
});
