import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSnapshot } from '../../src/index.js';

// `capture FILE …`: a redacted snapshot of what is in hand, without a live service.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'capture-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  for (const name of ['har', 'environments', 'activity', 'sync-errors'])
    cpSync(join(examples, name), join(folder, name), { recursive: true });
});

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

function write(name: string, content: unknown): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const dataverse = 'https://contoso.crm4.dynamics.com';
const companies = (code: string, host = dataverse) => ({
  '@odata.context': `${host}/api/data/v9.2/$metadata#cdm_companies(cdm_companyid,cdm_companycode,cdm_name,cdm_isenabledfordualwrite,statecode,_cdm_defaultowningteam_value)`,
  value: [
    {
      cdm_companyid: '00000000-0000-4000-8000-000000000001',
      cdm_companycode: code,
      cdm_name: code,
      cdm_isenabledfordualwrite: true,
      statecode: 0,
      _cdm_defaultowningteam_value: null,
    },
  ],
});

test('a recording and saved answers become a snapshot that `check` takes, and what it lacks is said', () => {
  const { status, stdout, stderr } = run(['capture', 'har', '-o', 'snapshot.json']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^nothing was given about [^\n]+; `urls` lists the addresses/m);
  const snapshot = JSON.parse(readFileSync(join(folder, 'snapshot.json'), 'utf8'));
  expect(parseSnapshot(snapshot).isOk()).toBe(true);
  expect(snapshot.facts.link.status).toBe('known');
  expect(run(['check', 'snapshot.json']).status).toBe(run(['check', 'har']).status);
});

test('standard input, a folder and patterns are read too', () => {
  const har = readFileSync(join(folder, 'har/contoso-uat.har'), 'utf8');
  const fromFile = run(['capture', 'har/contoso-uat.har']);
  expect(run(['capture', '-'], har).stdout).toBe(fromFile.stdout);
  expect(run(['capture', 'har/*.har']).stdout).toBe(fromFile.stdout);
});

test('an address says which of several environments is meant', () => {
  const files = [
    write('two/a.json', companies('AAAA')),
    write('two/b.json', companies('BBBB', 'https://fabrikam.crm4.dynamics.com')),
  ];
  const { status, stdout, stderr } = run(['capture', ...files]);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toMatch(
    /several environments \(contoso\.crm4\.dynamics\.com, fabrikam\.crm4\.dynamics\.com\): choose one with --dataverse URL\n$/,
  );
  const chosen = JSON.parse(run(['capture', ...files, '--dataverse', dataverse]).stdout);
  expect(chosen.facts.companies.value).toMatchObject([{ code: 'AAAA' }]);
});

test('a snapshot, an activity log and sync errors are one snapshot', () => {
  const { stdout } = run([
    'capture',
    'environments/healthy.json',
    'activity/log.jsonl',
    'sync-errors/sync-errors.jsonl',
  ]);
  const { facts } = JSON.parse(stdout);
  expect(facts.mapActivity.value).toHaveLength(4);
  expect(facts.syncErrors.value).toHaveLength(190);
  expect(facts.companies.status).toBe('known');
});

test('facts of a person win', () => {
  const facts = write('facts.json', { schemaVersion: 1, facts: { companies: { status: 'known', value: [] } } });
  expect(JSON.parse(run(['capture', 'har', '--with', facts]).stdout).facts.companies).toMatchObject({ value: [] });
});

describe('secrets do not come out', () => {
  const secret = 'SECRET-hunter2';
  const entry = (url: string, body: unknown) => ({
    startedDateTime: '2026-11-20T10:00:00Z',
    comment: secret,
    request: {
      method: 'GET',
      url: `${url}?sig=${secret}&$select=name`,
      headers: [{ name: 'Authorization', value: `Bearer ${secret}` }],
      cookies: [{ name: 'a', value: secret }],
      queryString: [{ name: 'sig', value: secret }],
      postData: { text: secret },
    },
    response: {
      status: 200,
      headers: [{ name: 'Set-Cookie', value: secret }],
      cookies: [{ name: 'a', value: secret }],
      redirectURL: `https://contoso/?code=${secret}`,
      content: { mimeType: 'application/json', text: JSON.stringify(body) },
    },
  });

  test.each([['capture'], ['check'], ['urls'], []])('%s', (...command) => {
    const team = { teamid: '00000000-0000-4000-8000-000000000009', name: 'x', password: secret };
    const entries = [
      entry(`${dataverse}/api/data/v9.2/teams`, {
        value: [team],
        '@odata.nextLink': `${dataverse}/api/data/v9.2/teams?sig=${secret}`,
      }),
      entry('https://elsewhere.example.com/api', { secret }),
    ];
    const file = write('secret.har', { log: { version: '1.2', comment: secret, pages: [{ title: secret }], entries } });
    for (const format of command[0] === 'capture' ? [[]] : [[], ['--format', 'json'], ['--format', 'html']]) {
      const { stdout, stderr } = run([...command, file, ...format]);
      expect(stdout + stderr).not.toBe('');
      expect(stdout + stderr).not.toContain('hunter2');
    }
  });
});

test.each([
  ['nothing', [], 'expected files to take'],
  ['a report', ['report.json'], 'report.json: is a report'],
  ['a text', [write('note.txt', 'hello there')], 'note.txt: is an error text, which `diagnose` takes'],
  ['a file that is not there', ['nowhere.har'], 'nowhere.har: cannot be read: there is no such file or folder'],
  ['an empty file', [write('empty.har', '')], 'empty.har: is empty'],
  ['a recording of another product', [write('other.har', { log: { entries: [] } })], 'other.har: '],
])('%s ends with 3 and one line', (_, args, words) => {
  run(['demo', '--format', 'json', '-o', 'report.json']);
  const { status, stdout, stderr } = run(['capture', ...args]);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toMatch(/^dual-write-health: [^\n]+\n$/);
  expect(stderr).toContain(words);
});
