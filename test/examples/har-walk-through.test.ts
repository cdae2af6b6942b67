import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleRecording } from '../../scripts/sample-recording.js';
import { factsOf } from '../../src/inputs/facts-of.js';
import { recognize } from '../../src/inputs/recognize.js';

// What the walk-through asks people to type, over the files of the sample, with the built command line.
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli.cjs');
const guide = readFileSync(join(root, 'docs/har-walk-through.md'), 'utf8');
const sample = join(root, 'examples/har');
const folder = mkdtempSync(join(tmpdir(), 'har-walk-through-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  copyFileSync(join(sample, 'contoso-uat.har'), join(folder, 'recording.har'));
  cpSync(sample, join(folder, 'answers'), { recursive: true });
});

function run(args: readonly string[], cwd = folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
  });
  return { status, stdout, stderr };
}

test('the files of the sample are those that the script writes', () => {
  for (const [name, content] of sampleRecording()) expect(readFileSync(join(sample, name), 'utf8'), name).toBe(content);
});

test('the answers of the sample are those of addresses that urls lists: their facts are whole', async () => {
  const inputs = [...sampleRecording()].map(([name, content]) => recognize(content, { name }));
  expect(inputs.map(({ kind }) => kind).sort()).toEqual(['har', 'service-answer', 'service-answer', 'service-answer']);
  const gathered = await factsOf(inputs, { now: new Date() });
  expect(gathered).toMatchObject({ takenAt: '2026-11-20T10:00:02.000Z' }); // the connection set, which came before the maps
  const { link, entityMaps, ...saved } = 'facts' in gathered ? gathered.facts : {};
  expect([link?.status, entityMaps?.status]).toEqual(['known', 'known']);
  expect(Object.keys(saved).sort()).toEqual(['businessUnits', 'companies', 'legalEntities']);
  for (const fact of Object.values(saved)) expect(fact).toEqual({ status: 'known', value: expect.anything() });
});

describe('the commands of the guide', () => {
  const blocks = [...guide.matchAll(/```(?:sh|powershell)\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const typed = blocks
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('dual-write-health '))
    .map((line) => line.replace(/ +#.*/, ''));

  test('are all there', () => expect(typed.length).toBeGreaterThanOrEqual(7));

  // In their order: the last one reads what the one before it wrote.
  test.each(typed)('%s', (line) => {
    const { status, stderr } = run(line.split(' ').slice(1));
    expect([0, 1, 2], stderr).toContain(status);
    const [, written] = / -o (\S+)/.exec(line) ?? [];
    if (written !== undefined) expect(readFileSync(join(folder, written), 'utf8')).not.toBe('');
  });

  test('capture ends with 2, as the guide says, and names what is missing', () => {
    const { status, stderr } = run(['capture', 'answers/', '-o', 'again.json']);
    expect(status).toBe(2);
    expect(stderr).toContain('solutions');
  });
});

describe('what the guide shows', () => {
  const shown = [...guide.matchAll(/```text\n\$ dual-write-health (.*)\n([\s\S]*?)\n```/g)].map(
    ([, command = '', output = '']) => ({ command, lines: output.split('\n').filter((line) => line !== '…') }),
  );

  test('is the recording alone, then the folder', () => expect(shown).toHaveLength(2));

  test.each(shown)('$command', ({ command, lines }) => {
    const output = run(command.split(' '), root).stdout.split('\n');
    const places = lines.map((line) => output.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe('what is missing is said in the words of the guide', () => {
  interface Entry {
    request: { url: string };
    response: { status: number; content: { text?: string | undefined } };
  }

  test.each<[string, (entry: Entry) => void]>([
    ['body left out by the browser', ({ response }) => delete response.content.text],
    ['body left out by the browser', ({ response }) => Object.assign(response, { status: 304, content: {} })],
    ['a redirect, such as to a sign-in page', ({ response }) => Object.assign(response, { status: 302, content: {} })],
    ['a web page, such as a sign-in page', ({ response }) => Object.assign(response.content, { text: '<html>' })],
    [
      'only the beginning of the body was saved',
      ({ response: { content } }) => Object.assign(content, { text: content.text?.slice(0, 99) }),
    ],
    ['no answer arrived', ({ response }) => Object.assign(response, { status: 0, content: {} })],
    [
      'a HAR file without an answer of dual-write',
      ({ request }) => Object.assign(request, { url: 'https://shop.example/' }),
    ],
  ])('%s', (phrase, change) => {
    const har: { log: { entries: Entry[] } } = JSON.parse(readFileSync(join(sample, 'contoso-uat.har'), 'utf8'));
    har.log.entries.forEach(change);
    expect(said(JSON.stringify(har))).toContain(phrase);
    expect(guide).toContain(phrase);
  });

  test('the file is cut off', () => {
    const whole = readFileSync(join(sample, 'contoso-uat.har'), 'utf8');
    expect(said(whole.slice(0, -200))).toContain('the file is cut off');
    expect(guide).toContain('| the file is cut off |');
  });

  test('the files are of several environments', () => {
    const har = readFileSync(join(sample, 'contoso-uat.har'), 'utf8');
    writeFileSync(join(folder, 'other.har'), har.replaceAll('contoso-uat', 'contoso-prod').replace('cs1', 'cs2'));
    const { status, stderr } = run(['capture', 'recording.har', 'other.har', '-o', 'mixed.json']);
    expect(status).toBe(3);
    expect(stderr).toContain('the files are of several environments');
    expect(guide).toContain('| the files are of several environments |');
  });

  function said(har: string): string {
    writeFileSync(join(folder, 'changed.har'), har);
    const { stdout, stderr } = run(['changed.har']);
    return stdout + stderr;
  }
});
