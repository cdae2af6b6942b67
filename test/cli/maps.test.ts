import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { askedMapColumns } from '../../src/inputs/maps-of.js';
import { type MapRow, mapRow, shippedMaps } from '../support/entity-maps.js';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
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
    ['an OData answer', () => file('odata.json', answer(shipped))],
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
    ['no JSON', 'text.txt', 'is not a table map: it is an error text'],
    ['a solution that is cut off', 'solution.zip', 'is not a table map: it looks like a .zip file'],
    ['nothing', 'empty.json', 'it is empty'],
    ['something else', 'other.json', 'is not a table map'],
    ['something else among rows', 'mixed.json', 'row 2: is not a table map'],
  ])('%s: one line, exit code 3, no file', (_name, path, complaint) => {
    file('text.txt', 'hello');
    file('solution.zip', 'PK\u0003\u0004');
    file('empty.json', ' ');
    file('other.json', { schemaVersion: 1, facts: {} });
    file('mixed.json', [shipped[0], 7]);
    const { status, stdout, stderr } = run(['list', path, '-o', 'never.json']);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'never.json'))).toBe(false);
  });

  test('JSON Lines that break off are a part', () => {
    const cut = file('cut.jsonl', `${JSON.stringify(shipped[0])}\n{"msdyn_name":`);
    const { status, stdout } = run(['list', cut]);
    expect(status).toBe(2);
    expect(stdout).toContain('line 2 could not be read');
    expect(run(['backup', cut])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('line 2 could not be read'),
    });
  });

  test('an answer that does not show what was asked for is a part', () => {
    for (const content of [
      { value: shipped },
      { '@odata.context': 'https://x/$metadata#msdyn_dualwriteentitymaps', value: shipped },
    ]) {
      const { status, stdout } = run(['list', file('without-address.json', content)]);
      expect(status).toBe(2);
      expect(stdout).toContain('an answer was saved without its address');
    }
  });

  test('hostile names stay harmless on a terminal', () => {
    const row = mapRow('a\u001b[2J\u202e', 'b\u0007');
    const { stdout } = run(['list', '-'], JSON.stringify(row));
    for (const character of ['\u001b', '\u0007', '\u202e']) expect(stdout).not.toContain(character);
  });
});

/** The answers of Dataverse to one query, each with the link to the next one. */
const link = (page: number) =>
  `https://contoso.crm4.dynamics.com/api/data/v9.2/msdyn_dualwriteentitymaps?$skiptoken=%3Ccookie%20pagenumber=%22${page}%22%20/%3E`;
const answer = (rows: readonly object[], more: object = {}) => ({
  '@odata.context': `https://contoso.crm4.dynamics.com/api/data/v9.2/$metadata#msdyn_dualwriteentitymaps(${askedMapColumns()[1].join()})`,
  value: rows,
  ...more,
});
const firstPage = answer(whole.slice(0, 10), { '@odata.nextLink': link(2) });
const secondPage = answer(whole.slice(10, 15), { '@odata.nextLink': link(3) });
const lastPage = answer(whole.slice(15));
const parts: readonly (readonly [string, object, string])[] = [
  ['a page that has a next one', firstPage, 'more rows follow'],
  ['page 2 of 3', secondPage, 'more rows follow'],
  ['fewer rows than are counted', answer(whole.slice(0, 10), { '@odata.count': 18 }), 'the service counts 18 rows'],
  [
    'rows that end with an error',
    answer(whole.slice(0, 10), { error: { code: '', message: 'x' } }),
    'ends with an error',
  ],
];

describe('a part of the maps', () => {
  const all = () => file('all.json', whole);

  test.each(parts)('%s: it is never all, and no backup is made of it', (_case, part, why) => {
    const path = file('part.json', part);
    const { status, stdout } = run(['list', path]);
    expect(status).toBe(2);
    expect(stdout).toMatch(/This list may not be complete: .*There may be more maps/);
    expect(stdout).toContain(why);
    const refused = run(['backup', path, '-o', 'refused.json']);
    expect(refused).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining(why) });
    expect(refused.stderr).toContain('--partial');
    expect(existsSync(join(folder, 'refused.json'))).toBe(false);
  });

  test('what is not in it is not missing', () => {
    const path = file('part.json', firstPage);
    expect(run(['lint', path]).status).toBe(2);
    const { status, stdout } = run(['diff', all(), path]);
    expect(status).toBe(2);
    expect(stdout).toContain('after: it is not in the part that was read');
    const json = run(['diff', path, all(), '--format', 'json']);
    expect(json.status).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({
      before: { versions: 10, coverage: 'partial' },
      totals: { 'only-before': 0, 'only-after': 0, different: 0, unknown: 8, same: 10 },
    });
  });

  test('a backup of it is made if it is requested, and says so', () => {
    const path = file('part.json', firstPage);
    expect(run(['backup', path, '--partial', '-o', 'partial.json']).status).toBe(0);
    const bundle = JSON.parse(readFileSync(join(folder, 'partial.json'), 'utf8'));
    expect(bundle).toMatchObject({ coverage: 'partial', detail: expect.stringContaining('more rows follow') });
    expect(run(['list', 'partial.json']).status).toBe(2);
  });

  test.each<[string, readonly string[]]>([
    ['pages by themselves', [file('p3.json', lastPage), file('p1.json', firstPage), file('p2.json', secondPage)]],
    ['pages in a list', [file('pages.json', [firstPage, secondPage, lastPage])]],
    [
      'pages in lines',
      [file('pages.jsonl', [firstPage, secondPage, lastPage].map((one) => JSON.stringify(one)).join('\n'))],
    ],
  ])('together they are all: %s', (_case, paths) => {
    expect(run(['list', ...paths]).status).toBe(0);
    const { status, stdout } = run(['backup', ...paths]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).not.toHaveProperty('coverage');
    expect(JSON.parse(stdout).rows).toHaveLength(18);
    if (paths.length === 1) expect(run(['diff', all(), ...paths]).status).toBe(0);
  });

  test('a difference that is proven counts, whatever else there may be', () => {
    const path = file('part.json', {
      ...firstPage,
      value: withChange(firstPage.value as MapRow[], 'accounts - Customers V3', { msdyn_mapping: '{"legs":[]}' }),
    });
    expect(run(['diff', all(), path])).toMatchObject({ status: 1 });
  });

  test('the newest version of a part need not be the newest one', () => {
    const path = file('part.json', firstPage);
    const name = whole[3]?.msdyn_displayname ?? '';
    const { status, stdout } = run(['use', path, '--map', name]);
    expect(status).toBe(2);
    expect(stdout).toMatch(/may not be complete: more rows follow.*A newer version may be saved/);
    expect(run(['use', path, '--map', name, '--version', whole[3]?.msdyn_version ?? '']).status).toBe(0);
    expect(run(['use', path, '--map', 'x'])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('not all maps are there'),
    });
  });

  test('a snapshot says it too', () => {
    const value = whole.map((row) => ({
      name: row.msdyn_name,
      version: row.msdyn_version,
      mapping: row.msdyn_mapping,
      properties: row.msdyn_properties,
    }));
    const snapshot = (fact: object) => ({
      schemaVersion: 1,
      environment: { name: 'contoso' },
      takenAt: '2026-11-20T10:00:00Z',
      facts: { mapDefinitions: fact },
    });
    const known = { status: 'known', value };
    expect(run(['diff', all(), file('snapshot.json', snapshot(known))]).status).toBe(0);
    const partial = file(
      'snapshot.json',
      snapshot({ ...known, value: value.slice(1), coverage: 'partial', detail: 'rows are hidden' }),
    );
    for (const args of [
      ['list', partial],
      ['diff', all(), partial],
    ]) {
      expect(run(args)).toMatchObject({ status: 2, stdout: expect.stringContaining('rows are hidden') });
    }
    expect(run(['backup', partial])).toMatchObject({ status: 3, stderr: expect.stringContaining('rows are hidden') });
    const none = file('snapshot.json', snapshot({ status: 'unknown', reason: 'not-permitted' }));
    expect(run(['list', none])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('not known (not-permitted)'),
    });
  });
});

describe('no file is a table map by accident', () => {
  test.each<[string, unknown, RegExp]>([
    ['a package', { name: '@contoso/app', version: '1.2.3' }, /is not a table map/],
    ['compiler options', { name: 'x', compilerOptions: {} }, /is not a table map/],
    ['an object without properties', {}, /is not a table map/],
    ['a report', { schemaVersion: 1, outcomes: [] }, /is not a table map.* report/],
    ['a list of solutions', { value: [{ uniquename: 'x', version: '1.0' }] }, /is not a table map/],
    [
      'errors of dual-write',
      [{ id: '1', integrationJob: 'x', createdOn: '2026-11-20T10:00:00Z' }],
      /is not a table map/,
    ],
    [
      'an answer about another table',
      { '@odata.context': 'https://x.crm.dynamics.com/$metadata#accounts', value: [] },
      /is not a table map, but an answer about accounts/,
    ],
    ['an error of the service', { error: { code: '0x80040220', message: 'x' } }, /is an error of the service/],
  ])('%s', (_case, content, complaint) => {
    const { status, stdout, stderr } = run(['list', file('stranger.json', content)]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test.each<readonly string[]>([
    ['lint', 'package.json'],
    ['diff', 'all.json', 'package.json'],
    ['backup', 'package.json', '--partial'],
    ['use', 'package.json', '--map', 'x'],
    ['plan', 'all-backup.json', '--against', 'package.json'],
    ['verify', 'all-backup.json', '--against', 'package.json'],
  ])('maps %s', (...args) => {
    file('package.json', { name: '@contoso/app', version: '1.2.3' });
    run(['backup', file('all.json', whole), '-o', 'all-backup.json']);
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('package.json: is not a table map');
  });

  test('an empty list proves that there is no map, and nothing about maps', () => {
    for (const content of [[], answer([])]) {
      const path = file('none.json', content);
      expect(run(['list', path])).toMatchObject({ status: 0, stdout: expect.stringContaining('0 maps') });
      expect(run(['lint', path])).toMatchObject({ status: 3, stderr: expect.stringContaining('nothing to check') });
      expect(run(['backup', path, '--partial'])).toMatchObject({
        status: 3,
        stderr: expect.stringContaining('there are no rows'),
      });
      expect(run(['diff', file('all.json', whole), path]).status).toBe(1);
      expect(run(['diff', path, path]).status).toBe(2);
    }
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

  test.each([
    'accounts - Customers V3',
    'Customers V3 - accounts',
    'Customers V3 (accounts)',
    '[customers v3] - [accounts]',
    'contoso_[accounts \u2013 Customers V3]',
  ])('%s', (name) => {
    const { status, stdout, stderr } = use('--map', name);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Version 1\.0\.0\.10 of msdyn {2}accounts - Customers V3\nWhy: 1\.0\.0\.10 is the newest of 3 versions; passed over: 9\.9\.9\.9 \(parked\)\.\n/i,
    );
    expect(stdout).toContain('Select the row with version 1.0.0.10');
    expect(stdout).toContain('Nothing was changed');
  });

  test('a map that is saved under another name is found by its entity and table', () => {
    const row = { ...mapRow('accounts', 'Customers V3'), msdyn_name: 'x', msdyn_displayname: 'Key accounts' };
    const { status, stdout } = run(['use', file('key-accounts.json', [row]), '--map', 'Customers V3 (accounts)']);
    expect(status).toBe(0);
    expect(stdout).toContain('Key accounts');
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
    ['a map without versions', whole.map(({ msdyn_version: _, ...row }) => row), 2, 'its version is not known'],
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

  test('maps without versions are compared', () => {
    const unnumbered = whole.map(({ msdyn_version: _, ...row }) => row);
    const [before, after] = [file('before.json', unnumbered), file('after.json', unnumbered.slice(1))];
    expect(run(['diff', before, before]).status).toBe(0);
    expect(run(['diff', before, after]).stdout).toContain('17 the same');
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
