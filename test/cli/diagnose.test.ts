import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { run as diagnoseFile } from '../../src/cli/run/diagnose.js';
import { run as explainWords } from '../../src/cli/run/explain.js';
import { parseReport } from '../../src/index.js';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const sample = (name: string) => fileURLToPath(new URL(`../../examples/environments/${name}.json`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-diagnose-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const message =
  'Cannot save the changes to the database. Unable to write data to entity uoms. Unable to lookup msdyn_parties with values {000006057}.';

describe('diagnose', () => {
  test('explains a file: cause, who may fix it, what to do', () => {
    const { status, stdout, stderr } = run(['diagnose', file('error.txt', message)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('live-sync-reference-data-missing');
    expect(stdout).toContain('Performed by system administrator of finance and operations');
    expect(stdout).toMatch(/entity: uoms/);
    expect(stdout).toMatch(/\n +1\. /);
  });

  test('reads standard input and prints JSON', () => {
    const { status, stdout } = run(['diagnose', '-', '--format', 'json'], message);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      diagnoses: [
        { id: 'live-sync-reference-data-missing', captures: { entity: ['uoms'] }, source: { date: '2026-01-15' } },
      ],
    });
  });

  test('explains a text that was typed, with curly quotes and slashes in it', () => {
    const typed = `The request said “${message}” and/or so`;
    const { status, stdout, stderr } = run(['diagnose', typed]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('live-sync-reference-data-missing');
    expect(stdout).toBe(run(['diagnose', '-'], typed).stdout);
  });

  test('prints Markdown in which nothing of the text is markup', () => {
    const hostile = 'Unable to write data to entity <script>alert(1)</script>|`x`. [DWDVEV7777] [a](javascript:b)';
    const { stdout } = run(['diagnose', '-', '--format', 'markdown'], hostile);
    expect(stdout).toContain('DWDVEV7777');
    expect(stdout.replace(/\\./g, '')).not.toMatch(/<script|javascript:|`x`/);
  });

  test.each(['hello', 'HTTP 403 Forbidden', '{"ok":true}'])('%j: nothing is recognized, and that is said', (text) => {
    const { status, stdout, stderr } = run(['diagnose', '-'], text);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^NOTHING WAS RECOGNIZED\n/);
  });

  test('what is hostile in a text stays harmless on a terminal', () => {
    const { stdout } = run(['diagnose', '-'], 'Unable to write data to entity uoms\u001b[2J\u202e. \u0007[DWDVEV7777]');
    expect(stdout).toContain('DWDVEV7777');
    for (const character of ['\u001b', '\u0007', '\u202e']) expect(stdout).not.toContain(character);
  });
});

describe('a file without error texts', () => {
  const fact = { status: 'known', value: [{ code: 'DWDVEV1007' }] };
  test.each<[string, object, string]>([
    ['facts', { schemaVersion: 1, facts: { legalEntities: fact } }, 'holds facts, which `check --with` takes'],
    [
      'a baseline',
      {
        schemaVersion: 1,
        kind: 'baseline',
        takenAt: '2026-11-20T10:00:00Z',
        findings: [{ fingerprint: 'a', code: 'DWDVEV1007', title: 'b' }],
      },
      'is a baseline, which `check --baseline` takes',
    ],
    [
      'a result',
      { schemaVersion: 1, kind: 'rules', rules: [{ code: 'DWDVEV1007' }] },
      'is the result of another command (rules)',
    ],
    [
      'maps',
      [{ msdyn_dualwriteentitymapid: '1', msdyn_displayname: 'DWDVEV1007', msdyn_name: 'a', msdyn_mapping: '{}' }],
      'holds table maps, which `maps list` takes',
    ],
  ])('%s: what is in it has not happened', async (_name, content, words) => {
    const input = join(folder, file('other.json', JSON.stringify(content)));
    const ended = await Promise.all([
      diagnoseFile({ input }),
      diagnoseFile({ input, lines: true }),
      explainWords({ words: [input] }),
    ]);
    for (const one of ended) expect(one).toMatchObject({ complaint: expect.stringContaining(`other.json: ${words}`) });
    const { status, stdout, stderr } = run(['check', sample('half-filled'), '--explain', 'other.json']);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^dual-write-health: other\.json: [^\n]+: expected an error text\n$/);
    expect(stderr).toContain(words);
  });
});

describe('diagnose --lines', () => {
  const log = [
    '2026-11-20T10:00:00Z ERROR Unable to build dual-write lookup metadata',
    '2026-11-20T10:00:01Z INFO fine',
    '2026-11-20T10:00:02Z ERROR Unable to build dual-write lookup metadata',
  ].join('\r\n');

  test('counts the problems of a log', () => {
    const { status, stdout } = run(['diagnose', file('sync.log', log), '--lines', '--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      kind: 'diagnosis-log',
      topics: [
        { id: 'start-map-lookup-metadata', count: 2, first: '2026-11-20T10:00:00Z', last: '2026-11-20T10:00:02Z' },
      ],
      unrecognized: 1,
    });
  });

  test('in words and as Markdown', () => {
    expect(run(['diagnose', file('sync.log', log), '--lines']).stdout).toMatch(
      /• 2 × .* {2}start-map-lookup-metadata\n {4}• from 2026-11-20 10:00:00 UTC to 2026-11-20 10:00:02 UTC\n/,
    );
    expect(run(['diagnose', file('sync.log', log), '--lines', '--format', 'markdown']).stdout).toContain('- **2 ×** ');
  });

  test('a log may be in UTF-16, and is text', () => {
    writeFileSync(join(folder, 'utf16.log'), `\uFEFF${message}\r\nall is well\r\n`, 'utf16le');
    const { status, stdout } = run(['diagnose', 'utf16.log', '--lines', '--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ unrecognized: 1, topics: [{ count: 1 }] });
    writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]));
    const picture = run(['diagnose', 'picture.png', '--lines']);
    expect(picture).toMatchObject({ status: 3, stdout: '' });
    expect(picture.stderr).toContain('picture.png: cannot be read: it is not text, but a picture');
  });

  test('an empty log has no problems', () => {
    const { status, stdout } = run(['diagnose', file('empty.log', ''), '--lines']);
    expect(status).toBe(1);
    expect(stdout).toContain('There are no records in it.');
  });
});

describe('check --explain', () => {
  const stale = 'Payload creation failed with error Invalid URI: The URI is empty.';

  const explained = (text: string) => run(['check', sample('every-dependency-code'), '--explain', file('e.txt', text)]);

  test.each([
    [
      'for the map that it names',
      'Unable to generate payload for entity uom',
      'confirmed: a rule that looks for it failed for uoms - Units',
    ],
    [
      'not for others',
      'Unable to generate payload for entity CustCustomerV3Entity',
      'not confirmed: found for other maps: ',
    ],
    ['not where it names none', stale, 'not confirmed: found, but the message does not say for which map: '],
  ])('says first whether the snapshot confirms the cause: %s', (_what, text, said) => {
    const { status, stdout } = explained(text);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^UNHEALTHY .*\n.*\n\nWHAT THE ERROR TEXT MEANS 1\n/);
    expect(stdout.split('\n')[4]).toContain(`  ${said}`);
    expect(stdout).toMatch(/\n {4}✖ DWFOEV1004 .* {2}failed\n/);
  });

  test('of a log of many, for each that it names', () => {
    const log = ['uom', 'CustCustomerV3Entity', 'uom'].map(
      (entity, second) => `2026-11-20T10:00:0${second}Z Unable to generate payload for entity ${entity}`,
    );
    const { stdout } = explained(log.join('\n'));
    expect(stdout.split('\n')[4]).toContain('for uoms - Units, which is 1 of 2 that are named');
    expect(stdout).toMatch(/✖ uom .*2 messages.*confirmed\n.*CustCustomerV3Entity .*not confirmed: found for others\n/);
  });

  test('takes the text itself too', () => {
    const typed = run(['check', sample('healthy'), '--explain', stale]);
    expect(typed).toEqual(run(['check', sample('healthy'), '--explain', file('e.txt', stale)]));
  });

  test('or rules it out', () => {
    const { status, stdout } = run(['check', sample('healthy'), '--explain', file('e.txt', stale)]);
    expect(status).toBe(0);
    expect(stdout).toContain('the rules that look for it found nothing');
  });

  test.each(['pretty', 'json', 'markdown', 'html', 'junit', 'sarif', 'annotations'])(
    'in every format: %s',
    (format) => {
      for (const [name, words] of [
        ['every-dependency-code', /confirmed/i],
        ['healthy', /ruled.out/i],
      ] as const) {
        const args = ['check', sample(name), '--explain', file('e.txt', stale), '--format', format];
        const { stdout } = run(args);
        expect(stdout).toContain('recently-changed-dataverse');
        expect(stdout).toMatch(words);
      }
      const { stdout } = run(['check', sample('healthy'), '--explain', file('h.txt', 'hello'), '--format', format]);
      if (format === 'json') expect(JSON.parse(stdout).explanations).toEqual([]);
      else expect(stdout).toMatch(/Nothing was recognized/i);
    },
  );

  test('as JSON it is a report with explanations', () => {
    const { stdout } = run(['check', sample('healthy'), '--explain', file('e.txt', stale), '--format', 'json']);
    const parsed = JSON.parse(stdout);
    expect(parseReport(parsed).isOk()).toBe(true);
    expect(parsed.explanations).toMatchObject([
      { verdict: 'ruled-out', diagnosis: { id: 'recently-changed-dataverse' } },
    ]);
  });
});

describe('what cannot run ends with 3, one line on standard error and nothing on standard output', () => {
  test.each([
    ['a wrong path', ['diagnose', 'nowhere.txt'], 'nowhere.txt: cannot be read'],
    ['a wrong path in a folder', ['diagnose', 'logs/today'], 'logs/today: cannot be read: there is no such file'],
    ['nothing', ['diagnose', ''], 'expected a file or text, not nothing'],
    ['a text as a log', ['diagnose', message, '--lines'], 'cannot be read: there is no such file'],
    [
      'a text between curly quotes',
      ['diagnose', ...`“${message}”`.split(' ')],
      'Expected 1 argument: put the text between straight quotes ("…"), or save it in a file',
    ],
    ['a wrong path of a log', ['diagnose', 'nowhere.log', '--lines'], 'nowhere.log: cannot be read'],
    ['an empty file', ['diagnose', '-'], 'standard input: is empty'],
    ['a folder', ['diagnose', '.'], '.: cannot be read'],
    ['no file', ['diagnose'], "missing required argument 'input'"],
    ['an unknown format', ['diagnose', '-', '--format', 'sarif'], 'pretty, json, markdown'],
    ['an error text that is not there', ['check', sample('healthy'), '--explain', 'nowhere.txt'], 'nowhere.txt'],
  ])('%s', (_name, args, expected) => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^dual-write-health: [^\n]+\n$/);
    expect(stderr).toContain(expected);
  });
});
