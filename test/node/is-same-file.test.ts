import { linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isSameFile } from '../../src/node/is-same-file.js';

const folder = mkdtempSync(join(tmpdir(), 'same-file-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
writeFileSync(at('snapshot.json'), '{}');
writeFileSync(at('other.json'), '{}');
symlinkSync(at('snapshot.json'), at('link.json'));
symlinkSync(folder, at('folder'));
linkSync(at('snapshot.json'), at('hard.json'));

test.each([
  ['its own path', at('snapshot.json'), true],
  ['a path from here', relative(process.cwd(), at('snapshot.json')), true],
  ['a path with turns', join(folder, 'folder', '..', 'snapshot.json'), true],
  ['a link', at('link.json'), true],
  ['a path through a link', at('folder/snapshot.json'), true],
  ['a second name of the file, as another letter case is on Windows', at('hard.json'), true],
  ['a file with the same content', at('other.json'), false],
  ['a file that is not there', at('new.json'), false],
  ['its folder', folder, false],
])('%s', async (_title, path, expected) => {
  expect(await isSameFile(at('snapshot.json'), path)).toBe(expected);
  expect(await isSameFile(path, at('snapshot.json'))).toBe(expected);
});

test('two files that are not there are the same by their path only', async () => {
  expect(await isSameFile(at('new.json'), `${folder}/./new.json`)).toBe(true);
  expect(await isSameFile(at('new.json'), at('newer.json'))).toBe(false);
});
