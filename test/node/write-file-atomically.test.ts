import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { afterAll, expect, test } from 'vitest';
import { writeFileAtomically } from '../../src/node/write-file-atomically.js';
import { runs } from '../support/fuzz.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-'));
afterAll(() => rmSync(folder, { recursive: true }));

const characters = fc.constantFrom('a', '\n', 'é', '€', '\u{1f600}', '\ud83d');
/** Some are longer than what is written at once, and end within any character. */
const pieces = fc.tuple(characters, fc.oneof(fc.nat(3), fc.integer({ min: 170_000, max: 530_000 })));

property.prop([fc.array(pieces, { maxLength: 8 })], { numRuns: runs(20) })(
  'pieces become one text',
  async (repeated) => {
    const path = join(folder, 'pieces.txt');
    const texts = repeated.map(([character, times]) => character.repeat(times));
    await writeFileAtomically(path, texts.values());
    const expected = Buffer.concat(texts.map((text) => Buffer.from(text)));
    expect(readFileSync(path).equals(expected)).toBe(true);
  },
);

test('more than reaches the disk at once is written whole', async () => {
  const path = join(folder, 'long.txt');
  await writeFileAtomically(path, Array(40).fill('x'.repeat(1_000_003)));
  expect(readFileSync(path, 'utf8') === 'x'.repeat(40 * 1_000_003)).toBe(true);
});

test('pieces that cannot be made leave the old file, and nothing beside it', async () => {
  const path = join(folder, 'kept.txt');
  writeFileSync(path, 'old');
  function* failing() {
    yield 'x'.repeat(2_000_000);
    throw new Error('no more');
  }
  await expect(writeFileAtomically(path, failing())).rejects.toThrow('no more');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.each(['appendFile', 'datasync'] as const)('a disk that is full at %s leaves the old file', async (method) => {
  const path = join(folder, 'full.txt');
  writeFileSync(path, 'old');
  const handle = await open(path);
  await handle.close();
  const every: FileHandle = Object.getPrototypeOf(handle);
  const original = every[method];
  // Not a spy of Vitest, which handles rejections that nobody else handles.
  Object.assign(every, { [method]: () => Promise.reject(new Error('ENOSPC: no space left on device')) });
  try {
    const written = writeFileAtomically(path, Array(40).fill('x'.repeat(1_000_003)));
    await expect(written).rejects.toThrow('no space left');
  } finally {
    Object.assign(every, { [method]: original });
  }
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
