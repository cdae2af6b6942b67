import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run as diagnose } from '../../src/cli/run/diagnose.js';
import { textOrFile } from '../../src/cli/text-or-file.js';
import { faultInWords } from '../../src/fault.js';
import { demoSnapshot } from '../../src/inputs/demo-snapshot.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-text-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function complaintOf(given: string): Promise<string> {
  const complaint = (await textOrFile(given))._unsafeUnwrapErr();
  return typeof complaint === 'string' ? complaint : faultInWords(complaint);
}

describe('what looks like a path is one, and is not there', () => {
  test.each([
    'error.txt',
    'ERROR.TXT',
    'error.log',
    'snapshot.json',
    'map rows.json',
    'sync errors of monday.csv',
    'customizations.xml',
    'solution.zip',
    'recording.har',
    'logs/today',
    './error',
    '../error',
    '~/error',
    './my error.txt',
    '/no/such/folder/error',
    `${tmpdir()}/no such error`,
    'C:\\logs\\today',
    'C:\\Users\\me\\my report',
    'C:/Users/me/my report',
    'logs\\today',
    '.\\today',
    '..\\my errors',
    '\\\\server\\share\\my report',
    'file:///c:/logs/error',
    '.json',
  ])('%s', async (given) => {
    expect(await complaintOf(given)).toBe(`${given}: cannot be read: there is no such file or folder`);
  });
});

describe('everything else that is not a file is text', () => {
  test.each([
    'Unable to write data to entity uoms',
    'The map customers/accounts is paused',
    'and/or does not sync',
    'initial sync failed on 1/2/2026',
    '1/2/2026',
    '2026/11/29',
    '29.11.2026 10:00',
    '24/7',
    '10.0.41/10.0.42',
    'https://contoso.crm4.dynamics.com/api/data/v9.2/accounts',
    'https://contoso.crm4.dynamics.com/error.html',
    'GET https://contoso.crm4.dynamics.com/accounts returned 403',
    '/data/CustomersV3 returned 403',
    'C:\\Temp\\x.dll: access was denied by the server',
    '\\"Unable to write data to entity uoms\\"',
    '{"error":{"code":"0x80040237","help":"https://go.microsoft.com/x"}}',
    '<Error><Message>Forbidden</Message></Error>',
    '“logs/today”',
    'Could not load file or assembly Microsoft.Dynamics.dll',
    'the import of my solution stops at customizations.xml',
    'line one\nlogs/today',
    'DWDVEV1007',
    '0x80040237',
    '-2147220937',
    'unlink',
    '100% of 5\\6 rows failed',
    '…',
  ])('%s', async (given) => {
    expect((await textOrFile(given))._unsafeUnwrap()).toEqual({ text: given, path: undefined });
  });
});

describe('a file', () => {
  const message = 'Unable to write data – entity „uoms“';
  const utf16 = Buffer.from(message, 'utf16le');
  test.each([
    ['in UTF-8', Buffer.from(message)],
    ['in UTF-8 with a mark', Buffer.from(`\uFEFF${message}`)],
    ['in UTF-16, as PowerShell writes it', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['in UTF-16 without a mark', utf16],
    ['in UTF-16, big endian', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
  ])('%s is its text', async (_name, bytes) => {
    const path = file('message', bytes);
    expect((await textOrFile(path))._unsafeUnwrap()).toEqual({ text: message, path });
  });

  test('one that is there wins over what its name looks like', async () => {
    const path = file('a "text" of 1 file', message);
    expect((await textOrFile(path))._unsafeUnwrap()).toEqual({ text: message, path });
  });

  test.each([
    ['nothing', () => ' ', 'expected a file or text, not nothing'],
    ['an empty file', () => file('empty.txt', ' \n'), 'empty.txt: is empty: expected text'],
    ['a folder', () => folder, 'cannot be read: it is a folder, not a file'],
    [
      'a path through a file',
      () => `${file('plain.txt', 'x')}/error.txt`,
      'a part of its path is a file, not a folder',
    ],
    ['a zip file', () => file('a.zip', 'PK\u0003\u0004\u0000\u0000secret'), 'a.zip: looks like a .zip file'],
    [
      'a picture',
      () => file('error.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex')),
      'error.png: looks like a picture: expected text',
    ],
  ])('%s is a complaint that quotes nothing of it', async (_name, given, expected) => {
    const complaint = await complaintOf(given());
    expect(complaint).toContain(expected);
    expect(complaint).not.toMatch(/secret|PK|E[A-Z]{4,}/);
  });

  test('a folder with the name of a word is a folder', async () => {
    mkdirSync(join(folder, 'logs'));
    expect(await complaintOf(join(folder, 'logs'))).toContain('it is a folder, not a file');
  });
});

describe('a file of another kind is named by diagnose', () => {
  test.each([
    [
      'a snapshot',
      JSON.stringify(demoSnapshot()),
      {
        type: 'could-not-run',
        complaint: expect.stringMatching(/other: is a snapshot, which `check` takes: expected an error text$/),
      },
    ],
    ['other text', 'the printer does not print', { type: 'done', exitCode: 1 }],
    ['other JSON', '{"printer":"does not print"}', { type: 'done', exitCode: 1 }],
    ['an error as JSON', '{"error":{"message":"Unable to write data to entity uoms."}}', { type: 'done', exitCode: 0 }],
  ])('%s', async (_name, content, expected) => {
    expect(await diagnose({ input: file('other', content) })).toMatchObject(expected);
  });
});
