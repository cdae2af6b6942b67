import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { snapshotOf, unknown } from '../../src/index.js';
import { readSnapshot, writeSnapshot } from '../../src/node/index.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-'));
afterAll(() => rmSync(folder, { recursive: true }));
const snapshot = snapshotOf('contoso', { teams: unknown('failed', '\u001b[31m') }, { takenAt: '2026-11-20T10:00:00Z' });

test('what is written is read again, and is safe to print', async () => {
  const path = join(folder, 'snapshot.json');
  expect((await writeSnapshot(path, snapshot)).isOk()).toBe(true);
  expect((await readSnapshot(path))._unsafeUnwrap()).toEqual(snapshot);
  expect(readFileSync(path, 'utf8')).not.toContain('\u001b');
});

test('writing keeps the mode of the file and leaves nothing beside it', async () => {
  const path = join(folder, 'private.json');
  writeFileSync(path, '{}', { mode: 0o600 });
  await writeSnapshot(path, snapshot);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a place that cannot be written is a fault', async () => {
  const path = join(folder, 'no', 'such', 'file.json');
  expect((await writeSnapshot(path, snapshot))._unsafeUnwrapErr()).toMatchObject({ path, type: 'unwritable' });
});

test('writers at the same time leave one whole file', async () => {
  const path = join(folder, 'contended.json');
  await Promise.all(Array.from({ length: 8 }, () => writeSnapshot(path, snapshot)));
  expect((await readSnapshot(path)).isOk()).toBe(true);
});

test('a folder cannot be read', async () => {
  expect((await readSnapshot(folder))._unsafeUnwrapErr()).toMatchObject({ path: folder, type: 'unreadable' });
});

test('what has no size is read to its end', async () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const [read] = await Promise.all([readSnapshot(path), writeFile(path, JSON.stringify(snapshot))]);
  expect(read._unsafeUnwrap()).toEqual(snapshot);
});

test.each([
  ['nowhere.json', undefined, 'unreadable'],
  ['empty.json', '', 'empty'],
  ['broken.json', '{', 'invalid-json'],
  ['list.json', '[]', 'malformed'],
  ['version.json', '{"schemaVersion":9}', 'unsupported-version'],
])('%s', async (name, content, type) => {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  expect((await readSnapshot(path))._unsafeUnwrapErr()).toMatchObject({ path, type });
});
