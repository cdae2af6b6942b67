import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readFactInputs } from '../../src/cli/load-facts.js';

// Answers that somebody saved one by one: one file that is none does not spoil the folder.
const root = mkdtempSync(join(tmpdir(), 'answers-'));
afterAll(() => rmSync(root, { recursive: true }));

const api = 'https://contoso.crm4.dynamics.com/api/data/v9.2';
const answer = JSON.stringify({
  '@odata.context': `${api}/$metadata#solutions(uniquename,version,ismanaged)`,
  value: [{ uniquename: 'DualWriteCore', version: '1.0.0.1', ismanaged: true }],
});
const signIn = '<!doctype html><html><title>Sign in</title></html>';

function folder(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(root, name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return path;
}

let said = '';
beforeEach(() => {
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

test('what is not an answer is named, and the others are read', async () => {
  const path = folder('some', {
    'solutions.json': answer,
    'teams.json': signIn,
    'notes\u001b[31m.txt': 'remember the milk',
  });
  const inputs = (await readFactInputs([path]))._unsafeUnwrap();
  expect(inputs.map(({ kind }) => kind)).toEqual(['service-answer']);
  expect(said).toContain('teams.json is not used: it looks like a web page, such as a sign-in page\n');
  expect(said.split('\n')).toHaveLength(3);
  expect(said).not.toContain('\u001b');
});

test('a folder without any answer is refused, and so is a file that was named', async () => {
  const path = folder('none', { 'teams.json': signIn });
  for (const given of [
    [path],
    [join(path, 'teams.json')],
    [folder('one', { 'solutions.json': answer }), join(path, 'teams.json')],
  ]) {
    const fault = (await readFactInputs(given))._unsafeUnwrapErr();
    expect(fault).toMatchObject({ path: join(path, 'teams.json'), because: expect.stringContaining('a web page') });
  }
  expect(said).toBe('');
});
