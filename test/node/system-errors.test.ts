import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { readJson, unreadable, unwritable, writeText } from '../../src/node/json-file.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-faults-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
writeFileSync(at('file'), '{"password": hunter2}');
mkdirSync(at('folder'));
symlinkSync('circle', at('circle'));

/** As Node makes it. */
const systemError = (code: string, meaning = 'some meaning') =>
  Object.assign(new Error(`${code}: ${meaning}, open '/home/me/secret.json'`), { code, path: '/home/me/secret.json' });

describe('what cannot be read says why in words', () => {
  test.each([
    ['nowhere', 'cannot be read: there is no such file or folder'],
    ['folder', 'cannot be read: it is a folder, not a file'],
    ['file/nowhere', 'cannot be read: a part of its path is a file, not a folder'],
    ['circle', 'cannot be read: its links lead in a circle'],
    ['a'.repeat(300), 'cannot be read: its name is too long'],
    ['nul\0', 'cannot be read: its name holds a character that no name may hold'],
    ['file', 'is not JSON: unexpected character at line 1, column 14'],
  ])('%j: %s', async (name, because) => {
    expect((await readJson(at(name)))._unsafeUnwrapErr()).toMatchObject({ path: at(name), because });
  });

  test.each([
    ['EACCES', 'may not be read: permission denied', 'may not be written: permission denied'],
    ['EPERM', 'may not be read: permission denied', 'may not be written: permission denied'],
    ['EMFILE', 'cannot be read: too many files are open', 'cannot be written: too many files are open'],
    ['EBUSY', 'cannot be read: another program is using it', 'cannot be written: another program is using it'],
    ['EROFS', 'cannot be read: the disk is read-only', 'cannot be written: the disk is read-only'],
    ['ENOSPC', 'cannot be read: the disk is full', 'cannot be written: the disk is full'],
    ['EXDEV', 'cannot be read: cross-device link not permitted', 'cannot be written: cross-device link not permitted'],
    ['ESOMETHING', 'cannot be read: some meaning', 'cannot be written: some meaning'],
  ])('%s', (code, read, written) => {
    expect(unreadable('a', systemError(code)).because).toBe(read);
    expect(unwritable('a', systemError(code)).because).toBe(written);
    // Some libraries pass on the message alone.
    expect(unreadable('a', new Error(systemError(code).message)).because).toBe(read);
  });

  test('no code, call or path of any error of the system', () => {
    for (const [code, meaning] of getSystemErrorMap().values()) {
      const { because } = unreadable('a', systemError(code, meaning));
      expect(because, code).toMatch(/^(?:cannot|may not) be read: [a-z_'-]+ /);
      expect(because, code).not.toMatch(/\bE[A-Z]{3,}|, open|secret/);
    }
  });
});

test.each([
  ['folder', 'cannot be written: it is a folder, not a file'],
  ['nowhere/new', 'cannot be written: there is no such folder'],
  ['file/new', 'cannot be written: a part of its path is a file, not a folder'],
])('what cannot be written: %j: %s', async (name, because) => {
  expect((await writeText(at(name), 'text'))._unsafeUnwrapErr()).toMatchObject({ type: 'unwritable', because });
});
