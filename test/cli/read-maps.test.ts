import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSoundSnapshot } from '../../src/cli/load-facts.js';
import { readMaps } from '../../src/cli/read-maps.js';
import { sourceOfRecords } from '../../src/cli/source-of-records.js';
import { shippedMaps } from '../support/entity-maps.js';

const root = mkdtempSync(join(tmpdir(), 'dual-write-health-read-maps-'));
afterAll(() => rmSync(root, { recursive: true }));

function folder(name: string): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  return path;
}

const rows = JSON.stringify(shippedMaps());

test('of a folder that was not read to its end, the maps may not be all', async () => {
  const path = folder('deep');
  writeFileSync(join(path, 'rows.json'), rows);
  expect((await readMaps([path]))._unsafeUnwrap().coverage).toBeUndefined();
  folder('deep/a/b/c');
  const maps = (await readMaps([path]))._unsafeUnwrap();
  expect(maps).toMatchObject({ coverage: 'partial', detail: expect.stringContaining('more than 3 levels deep') });
  expect(maps.value).toHaveLength(shippedMaps().length);
});

test.skipIf(process.platform === 'win32')('a link to a file is followed, one to a folder is not', async () => {
  const path = folder('linked');
  writeFileSync(join(root, 'elsewhere.json'), rows);
  symlinkSync('../elsewhere.json', join(path, 'rows.json'));
  symlinkSync('../linked', join(path, 'circle'));
  symlinkSync('nowhere', join(path, 'broken.json'));
  expect((await readMaps([path]))._unsafeUnwrap().value).toHaveLength(shippedMaps().length);
});

test('a folder without files holds nothing', async () => {
  const path = folder('empty');
  expect((await readMaps([path]))._unsafeUnwrapErr()).toBe(`${path}: the folder holds no file`);
});

test.skipIf(process.platform === 'win32')('a pipe is read once', async () => {
  const pipe = join(root, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(await readSoundSnapshot(pipe)).toBeUndefined();
  const { source, input } = sourceOfRecords(pipe);
  expect(source).not.toBe(pipe);
  spawn('sh', ['-c', `printf '{"preset":"strict"}' > "${pipe}"`], { stdio: 'ignore' });
  if (typeof source === 'string') throw new Error('expected a stream');
  let length = 0;
  for await (const chunk of source) length += chunk.length;
  expect({ length, kind: (await input())?.kind }).toEqual({ length: 19, kind: 'config' });
});
