import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expandPatterns, partsOf } from '../../src/cli/expand-patterns.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-patterns-'));
const from = relative(process.cwd(), folder).replaceAll('\\', '/');
beforeAll(() => {
  for (const name of ['uat', 'prod', 'prod/old', '.hidden']) mkdirSync(join(folder, name));
  const files = [
    'b.json',
    'a.json',
    'C.JSON',
    'my report.json',
    'a.har',
    'a1.txt',
    'a22.txt',
    '.secret.json',
    'x+(1).log',
    'odd*.json',
    'uat/snapshot.json',
    'prod/snapshot.json',
    'prod/old/snapshot.json',
    '.hidden/snapshot.json',
  ];
  for (const name of files) writeFileSync(join(folder, name), '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the patterns match, without the folder. */
async function expanded(...patterns: readonly string[]): Promise<readonly string[]> {
  const paths = await expandPatterns(patterns.map((pattern) => `${folder}/${pattern}`));
  return paths._unsafeUnwrap().map((path) => path.slice(folder.length + 1));
}

describe('patterns that the shell left as they are', () => {
  test.each([
    ['*.json', ['C.JSON', 'a.json', 'b.json', 'my report.json', 'odd*.json']],
    ['*.HAR', ['a.har']],
    ['a?.txt', ['a1.txt']],
    ['a*.txt', ['a1.txt', 'a22.txt']],
    ['my *.json', ['my report.json']],
    ['.s*.json', ['.secret.json']],
    ['x+(?).log', ['x+(1).log']],
    ['*/snapshot.json', ['prod/snapshot.json', 'uat/snapshot.json']],
    ['p*/*/*.json', ['prod/old/snapshot.json']],
    ['**/snapshot.json', ['prod/snapshot.json', 'uat/snapshot.json']],
    ['uat\\*.json', ['uat/snapshot.json']],
    ['*\\snap*.json', ['prod/snapshot.json', 'uat/snapshot.json']],
  ])('%s', async (pattern, files) => {
    expect(await expanded(pattern)).toEqual(files);
  });

  test('from here, and among others, in their order', async () => {
    const given = ['first', `${from}/u*/*.json`, '-', `${from}/a.har`];
    const paths = (await expandPatterns(given))._unsafeUnwrap();
    expect(paths).toEqual(['first', `${from}/uat/snapshot.json`, '-', `${from}/a.har`]);
  });

  test('a file that has such a name is that file', async () => {
    expect(await expanded('odd*.json')).toEqual(['odd*.json']);
  });
});

test.each(['*.nothing.json', 'nowhere/*.json', 'nowhere\\*.har', 'a???.txt', '*/nothing.xml', '*.json/x.json'])(
  '%s matches nothing, and that is said',
  async (pattern) => {
    const path = `${from}/${pattern}`;
    expect((await expandPatterns(['a', path]))._unsafeUnwrapErr()).toBe(`${path}: no file matches`);
  },
);

test.each([
  'Is the map running?',
  'why? *.json is not read by it?',
  '* the first of several points',
  'unlink?',
  'https://contoso.crm4.dynamics.com/api/data/v9.2/accounts?$top=1',
  'a text\nwith *.json',
  '**DWDVEV1007**',
  '',
])('%j is a text', async (text) => {
  expect((await expandPatterns([text]))._unsafeUnwrap()).toEqual([text]);
});

test.each([
  ['*.json', '', '*.json', ''],
  ['C:\\exports\\*.json', 'C:\\exports\\', '*.json', ''],
  ['C:*.json', '', 'C:*.json', ''],
  ['C:/exports/uat?/snapshot.json', 'C:/exports/', 'uat?', '/snapshot.json'],
  ['.\\uat\\*\\a*.har', '.\\uat\\', '*', '\\a*.har'],
  ['\\\\server\\share\\*.json', '\\\\server\\share\\', '*.json', ''],
  ['\\\\?\\C:\\exports\\*.json', '\\\\?\\C:\\exports\\', '*.json', ''],
  ['\\\\?\\UNC\\server\\share\\*.json', '\\\\?\\UNC\\server\\share\\', '*.json', ''],
  ['//?/C:/exports/*.json', '//?/C:/exports/', '*.json', ''],
  ['\\\\?\\C:\\exports\\one.json', '\\\\?\\C:\\exports\\', 'one.json', ''],
])('%s has its parts', (pattern, ...parts) => {
  expect(partsOf(pattern)).toEqual(parts);
});

test('a long path of Windows is not a pattern', async () => {
  const path = '\\\\?\\C:\\exports\\one.json';
  expect((await expandPatterns([path]))._unsafeUnwrap()).toEqual([path]);
});
