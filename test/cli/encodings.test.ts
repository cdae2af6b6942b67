import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { codePages } from '../support/encodings.js';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const sample = readFileSync(new URL('../../examples/environments/healthy.json', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-encodings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input: Uint8Array | string = '') {
  const env = { PATH: process.env.PATH ?? '', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, page: string, text: string): string {
  writeFileSync(join(folder, name), codePages[page]?.(text) ?? '');
  return name;
}

const error = (name: string) => `Unable to write data to entity ${name}. [DWDVEV1007] ${name}`;
const table = (name: string) =>
  `id,integrationJob,entity,message,createdOn,category\r\n1,job,${name},${error(name)},2026-01-14T10:00:00Z,unknown\r\n`;
const lines = (name: string) =>
  table(name)
    .split('\r\n')
    .slice(1)
    .map((row) => {
      const [id, integrationJob, entity, message, createdOn, category] = row.split(',');
      return id === '' ? '' : JSON.stringify({ id, integrationJob, entity, message, createdOn, category });
    })
    .join('\r\n');
const snapshot = (name: string) => sample.replace(/"name": "contoso-uat[^"]*"/, `"name": "${name}"`);

// cspell:disable
const certain: readonly (readonly [page: string, name: string])[] = [
  ['Windows-1250', 'Růžička Dvořáková'],
  ['Windows-1251', 'Общество Ромашка Щукина'],
  ['Windows-1252', 'Größe Müller Weiß'],
  ['code page 850', 'Größe für Käufer'],
  ['code page 852', 'Łódź Żółkiewski Wałęsa błąd'],
  ['code page 866', 'Общество Ромашка Щукина'],
  ['Shift-JIS', '株式会社ソニーのデータ'],
];
const doubted: readonly (readonly [page: string, name: string])[] = [
  ['Windows-1250', 'Kučera'],
  ['Windows-1254', 'Yıldız'],
];
// cspell:enable

describe.each(certain)('%s', (page, name) => {
  test.each([
    ['rows in CSV', ['errors', 'report', file(`${page}.csv`, page, table(name))]],
    ['rows in JSON Lines', ['errors', 'report', file(`${page}.jsonl`, page, lines(name))]],
    ['a snapshot', ['check', file(`${page}.json`, page, snapshot(name)), '--format', 'markdown']],
  ])('%s are read as they were written', (_title, args) => {
    const { stdout, stderr } = run(args);
    expect(stderr).toBe('');
    expect(stdout).toContain(name);
  });

  test('an error text and a log have the diagnosis of their letters, and nothing is complained about', () => {
    const text = file(`${page}.txt`, page, `${error(name)}\r\n`);
    for (const args of [
      ['diagnose', text],
      ['diagnose', text, '--lines'],
    ]) {
      const { status, stdout, stderr } = run(args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain('DWDVEV1007');
    }
  });
});

describe.each(doubted)('%s, in words of several code pages', (page, name) => {
  const words =
    /letters may be wrong: the file is in neither UTF-8 nor UTF-16, and was read as [\w -]+; save it as UTF-8/;

  test.each([
    ['rows in CSV', ['errors', 'summary', file(`doubt ${page}.csv`, page, table(name))], 'stdout'],
    ['rows in JSON Lines', ['errors', 'summary', file(`doubt ${page}.jsonl`, page, lines(name))], 'stdout'],
    ['a snapshot', ['check', file(`doubt ${page}.json`, page, snapshot(name))], 'stderr'],
    ['an error text', ['diagnose', file(`doubt ${page}.txt`, page, error(name))], 'stderr'],
    ['a log', ['diagnose', '--lines', file(`doubt ${page}.log`, page, error(name))], 'stderr'],
    ['anything', [file(`doubt ${page} too.txt`, page, error(name))], 'stdout'],
  ] as const)('of %s it is said', (_title, args, where) => {
    const said = run(args)[where];
    expect(said.replaceAll(/\s+/g, ' ')).toMatch(words);
  });

  test('settings in it are refused', () => {
    const config = file(`doubt ${page} config.json`, page, `{"ruleOptions":{"x":{"name":"${name}"}}}`);
    const { status, stderr } = run(['check', file(`doubt ${page}.json`, page, snapshot(name)), '--config', config]);
    expect(status).toBe(3);
    expect(stderr).toMatch(words);
  });
});

test('what PowerShell 5.1 and cmd redirect into a file is read', () => {
  // cspell:disable-next-line
  const name = 'Größe für Käufer';
  writeFileSync(join(folder, 'powershell.txt'), `\uFEFF${error(name)}\r\n`, 'utf16le');
  for (const text of ['powershell.txt', file('cmd.txt', 'code page 850', `${error(name)}\r\n`)]) {
    const { status, stderr } = run(['diagnose', text]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }
});

test('a result never takes the place of what it is made from, whatever its name is', () => {
  writeFileSync(join(folder, 'healthy.json'), sample);
  symlinkSync('healthy.json', join(folder, 'link.json'));
  const { status, stderr } = run(['check', 'healthy.json', '-o', 'link.json']);
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr: 'dual-write-health: link.json: is what is read: expected another file for the result\n',
  });
  expect(readFileSync(join(folder, 'healthy.json'), 'utf8')).toBe(sample);
});
