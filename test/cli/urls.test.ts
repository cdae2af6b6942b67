import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

// What somebody opens and saves to fill a snapshot, and what follows from the first files.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'urls-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

const dataverse = 'https://contoso.crm4.dynamics.com';
const finops = 'https://contoso.operations.dynamics.com';
const both = ['urls', '--dataverse', dataverse, '--finops', finops];

interface Listed {
  readonly url: string;
  readonly method: string;
  readonly gives: readonly string[];
}

function listed(...args: readonly string[]): readonly Listed[] {
  const { status, stdout, stderr } = run([...both, ...args, '--format', 'json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout).urls;
}

/** A recording as the script writes it: each address answered with these rows. */
function recording(name: string, answers: ReadonlyMap<string, unknown>): string {
  const entries = [...answers].map(([url, body]) => ({
    startedDateTime: '2026-11-20T10:00:00.0000000Z',
    request: { method: 'GET', url },
    response: { status: 200, content: { mimeType: 'application/json', text: JSON.stringify(body) } },
  }));
  writeFileSync(join(folder, name), JSON.stringify({ log: { version: '1.2', creator: {}, entries } }));
  return name;
}

test('every address is read only, absolute, and of the services that were named', () => {
  const urls = listed();
  expect(urls.length).toBeGreaterThan(10);
  for (const { url, method, gives } of urls) {
    expect(method).toBe('GET');
    expect(gives.length).toBeGreaterThan(0);
    expect([new URL(dataverse).host, new URL(finops).host]).toContain(new URL(url).host);
  }
});

test('what was saved is not listed again, and what follows from it is', () => {
  const first = listed();
  const users = first.find(({ url }) => url.includes('/systemusers?'));
  const row = {
    systemuserid: '00000000-0000-4000-8000-000000000001',
    applicationid: '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b',
    isdisabled: false,
  };
  const answers = new Map<string, unknown>(first.map(({ url }) => [url, { value: url === users?.url ? [row] : [] }]));
  const saved = recording('first.json', answers);
  const second = listed(saved);
  const before = new Set(first.map(({ url }) => url));
  expect(second.filter(({ url }) => before.has(url))).toEqual([]);
  expect(second.length).toBeGreaterThan(0);
  const more = new Map([...answers, ...second.map(({ url }) => [url, { value: [] }] as const)]);
  expect(listed(recording('second.json', more)).length).toBeLessThan(second.length);
});

test('a next page is listed', () => {
  const [companies] = listed().filter(({ url }) => url.includes('/cdm_companies?'));
  const next = `${companies?.url}&$skiptoken=2`;
  const page = new Map([[companies?.url ?? '', { value: [], '@odata.nextLink': next }]]);
  expect(listed(recording('page.json', page)).map(({ url }) => decodeURIComponent(url))).toContain(
    decodeURIComponent(next),
  );
});

describe('the script', () => {
  const { stdout: script } = run([...both, '--format', 'powershell']);

  test('lists what the command lists, one address each between single quotes', () => {
    const quoted = [...script.matchAll(/^ {4}'(https:[^']*)'\r$/gm)].map(([, url]) => url);
    const urls = listed().map(({ url }) => new URL(url).href.replaceAll("'", '%27'));
    expect(quoted.toSorted()).toEqual(urls.toSorted());
  });

  test('sends GET only, and keeps no token or header', () => {
    expect(script.match(/\bMethod\s*=\s*'\w+'|-Method \w+/g)).toEqual(["Method = 'Get'"]);
    expect(script.replaceAll(/^#.*$/gm, '')).not.toMatch(
      /\b(?:Post|Put|Patch|Delete|Invoke-RestMethod|Invoke-Expression|iex)\b/i,
    );
    const written = script.slice(script.indexOf('$entries.Add('), script.indexOf('if ($answer.Status -ne 200)'));
    expect(written).not.toMatch(/header|token|authorization|cookie/i);
  });

  test('is ASCII in lines that end as PowerShell writes them', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
    expect(script).toMatch(/^[\u0000-\u007f]*$/);
    expect(script.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('what it writes is taken by `capture`', () => {
    const answers = new Map<string, unknown>(listed().map(({ url }) => [url, { value: [] }]));
    const { status, stdout } = run(['capture', recording('dual-write-answers.json', answers)]);
    expect(status).toBe(2);
    const { facts } = JSON.parse(stdout);
    expect(facts.companies).toEqual({ status: 'known', value: [] });
  });

  test('is written to a file', () => {
    expect(run([...both, '--format', 'powershell', '-o', 'read.ps1'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'read.ps1'), 'utf8')).toBe(script);
  });
});

test('hostile addresses and files never break out of their quotes', () => {
  const next = `${dataverse}/api/data/v9.2/teams?$filter=name eq '\u2019; Remove-Item C:\\ -Recurse; \u2018'&$skiptoken=$(calc)\`"`;
  const [teams] = listed().filter(({ url }) => url.includes('/teams?'));
  const page = recording('hostile.json', new Map([[teams?.url ?? '', { value: [], '@odata.nextLink': next }]]));
  const { stdout } = run([...both, page, '--format', 'powershell']);
  const lines = stdout.split('\r\n');
  const list = lines.filter((line) => line.startsWith("    'https:"));
  expect(list.some((line) => line.includes('Remove-Item'))).toBe(true);
  for (const line of list) expect(line).toMatch(/^ {4}'https:\/\/[^'\u2018-\u201b\s]*'$/);
});

test.each([
  ['nothing', ['urls'], 'expected --dataverse URL, --finops URL, or files'],
  ['an address that is none', ['urls', '--dataverse', 'contoso'], '--dataverse: '],
  ['a file that is not there', [...both, 'nowhere.json'], 'nowhere.json: cannot be read'],
  ['a report', [...both, 'report.json'], 'report.json: is a report'],
])('%s ends with 3 and one line', (_, args, words) => {
  run(['demo', '--format', 'json', '-o', 'report.json']);
  const { status, stdout, stderr } = run(args);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toMatch(/^dual-write-health: [^\n]+\n$/);
  expect(stderr).toContain(words);
});
