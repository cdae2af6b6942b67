import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue, healthCheck, mapDesign, parseReport } from '../../src/index.js';
import { field, mapRow, shippedMaps } from '../support/entity-maps.js';

// The built command line, as users run it. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const samples = fileURLToPath(new URL('../../examples/environments', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  if (!existsSync(cli)) throw new Error('dist/cli.cjs is not there: run `npm run build` first');
});

function run(args: readonly string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...env },
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

const sample = (name: string) => join(samples, `${name}.json`);

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const snapshot = (facts: unknown, name = 'contoso-uat') =>
  JSON.stringify({ schemaVersion: 1, environment: { name }, takenAt: '2026-11-20T10:00:00Z', facts });

describe('check', () => {
  test('- is standard input, also where a file has that name', () => {
    const path = file('-', readFileSync(sample('healthy'), 'utf8'));
    expect(run(['check', '-'], { input: readFileSync(sample('prerequisites-failing'), 'utf8') }).status).toBe(1);
    rmSync(path);
  });

  test.each([
    ['healthy', 0, 'HEALTHY'],
    ['prerequisites-failing', 1, 'UNHEALTHY'],
    ['every-dependency-code', 1, 'UNHEALTHY'],
    ['half-filled', 2, 'UNKNOWN'],
  ])('%s ends with %i', (name, status, verdict) => {
    const result = run(['check', sample(name)]);
    expect(result).toMatchObject({ status, stderr: '' });
    expect(result.stdout.startsWith(`${verdict}  contoso-uat (${name})`)).toBe(true);
  });

  test('JSON is a report that parses, the same bytes every time', () => {
    const first = run(['check', sample('every-dependency-code'), '--format', 'json']);
    expect(parseReport(JSON.parse(first.stdout)).isOk()).toBe(true);
    expect(run(['check', sample('every-dependency-code'), '--format', 'json']).stdout).toBe(first.stdout);
  });

  test('reads standard input', () => {
    const input = readFileSync(sample('healthy'), 'utf8');
    expect(run(['check', '-'], { input }).status).toBe(0);
    expect(run(['check', '-'], { input: `\uFEFF${input}` }).status).toBe(0);
  });

  test('shows the verdict first, then what failed with its first fix, then what is open, then totals', () => {
    const { stdout } = run(['check', sample('half-filled'), '--legal-entities', 'USMF,ZZZZ']);
    const places = [
      'UNHEALTHY',
      'ERRORS',
      'DWDVEV1003',
      'company ZZZZ',
      'Fix:',
      '1. ',
      'NOT KNOWN',
      'prvReadTeam',
      ' passed, ',
    ];
    const found = places.map((place) => stdout.indexOf(place));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  test('says in its first lines that the link is missing and how to supply it', () => {
    const lines = run(['check', sample('half-filled')])
      .stdout.split('\n')
      .slice(0, 6)
      .join('\n');
    expect(lines).toContain('The link fact is not known');
    expect(lines).toContain('--legal-entities');
    expect(lines).toContain('--with');
  });

  test('--only evaluates just those rules, without waiting for prerequisites, whatever their case', () => {
    const { stdout, status } = run([
      'check',
      sample('prerequisites-failing'),
      '--only',
      'dwdvev1007, DWDVEV1003',
      '--format',
      'json',
    ]);
    const report = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(report.totals).toMatchObject({ passed: 2, skipped: healthCheck.codes.length - 2 });
  });

  test('--no-gate evaluates dependencies behind failing prerequisites', () => {
    const gated = JSON.parse(run(['check', sample('prerequisites-failing'), '--format', 'json']).stdout);
    const open = JSON.parse(run(['check', sample('prerequisites-failing'), '--no-gate', '--format', 'json']).stdout);
    expect([gated.totals.blocked > 20, open.totals.blocked]).toEqual([true, 0]);
  });

  test('--fail-on warning and --role-model change the verdict', () => {
    const warned = file(
      'warned.json',
      snapshot({ link: { status: 'known', value: { linked: false, legalEntities: [], apiHub: 'required' } } }),
    );
    const only = ['--only', 'DWFOEV9303'];
    expect(run(['check', warned, ...only]).status).toBe(0);
    expect(run(['check', warned, ...only, '--fail-on', 'warning']).status).toBe(1);
    expect(run(['check', sample('healthy'), '--role-model', 'system-administrator']).status).toBe(1);
  });

  test('--with wins over the snapshot, and can stand alone', () => {
    const facts = file(
      'facts.json',
      JSON.stringify({
        schemaVersion: 1,
        facts: {
          link: { status: 'known', value: { linked: false, legalEntities: [], apiHub: 'required' } },
          companies: { status: 'unknown', reason: 'not-provided' },
        },
      }),
    );
    const report = JSON.parse(run(['check', sample('healthy'), '--with', facts, '--format', 'json']).stdout);
    expect(report.outcomes.find(({ code }: { code: string }) => code === 'DWFOEV9303').status).toBe('failed');
    expect(report.facts.companies.status).toBe('known');
    expect(run(['check', '--with', facts]).status).toBe(2);
  });

  test('--legal-entities replaces those of a known link and makes a link where there is none', () => {
    const codes = (args: string[]) =>
      JSON.parse(run(['check', ...args, '--only', 'DWDVEV1003', '--format', 'json']).stdout).outcomes.flatMap(
        ({ findings = [] }: { findings?: { subject: { id: string } }[] }) => findings.map(({ subject }) => subject.id),
      );
    expect(codes([sample('healthy'), '--legal-entities', 'USMF, zzzz'])).toEqual(['ZZZZ']);
    expect(codes([sample('half-filled'), '--legal-entities', 'qqqq'])).toEqual(['QQQQ']);
  });

  test('-o writes a file and nothing to standard output', () => {
    const path = join(folder, 'report.json');
    writeFileSync(path, 'old');
    expect(run(['check', sample('healthy'), '--format', 'json', '-o', path])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(parseReport(JSON.parse(readFileSync(path, 'utf8'))).isOk()).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('-o follows a link and leaves a device in its place', () => {
    const target = file('target.txt', 'old');
    symlinkSync(target, join(folder, 'alias.txt'));
    run(['check', sample('healthy'), '-o', join(folder, 'alias.txt')]);
    expect(readFileSync(target, 'utf8')).toContain('HEALTHY');
    expect(run(['check', sample('healthy'), '-o', '/dev/null']).status).toBe(0);
    expect(existsSync('/dev/null')).toBe(true);
  });

  test('no color reaches a pipe, not even in a build', () => {
    for (const env of [{}, { CI: 'true' }, { NO_COLOR: '1' }]) {
      expect(run(['check', sample('healthy')], { env }).stdout).not.toContain('\u001b');
    }
  });

  test('a reader that goes away early is no error', async () => {
    const child = spawn(process.execPath, [cli, 'check', sample('every-dependency-code'), '--format', 'json']);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });
});

describe('what cannot run ends with 3, one line on standard error and nothing on standard output', () => {
  const bad: readonly (readonly [string, () => readonly string[], readonly string[]])[] = [
    ['a missing file', () => ['check', 'nowhere.json'], ['nowhere.json', 'there is no such file or folder\n']],
    ['an empty file', () => ['check', file('empty.json', '')], ['empty.json', 'is empty']],
    ['blanks only', () => ['check', file('blank.json', ' \n')], ['blank.json', 'is empty']],
    ['invalid JSON', () => ['check', file('broken.json', '{"a":')], ['broken.json', 'JSON whose end is missing']],
    ['curly quotes', () => ['check', file('quotes.json', '{“schemaVersion”: 1}')], ['quotes.json', 'is not JSON']],
    [
      'another version',
      () => ['check', file('v2.json', snapshot({}).replace('"schemaVersion":1', '"schemaVersion":2'))],
      ['v2.json', 'made by a newer version of this program (schemaVersion 2)'],
    ],
    [
      'a report',
      () => ['check', file('report2.json', run(['check', sample('healthy'), '--format', 'json']).stdout)],
      ['report2.json: is a report', 'compare', 'baseline'],
    ],
    [
      'a report without known facts, which else would pass for a snapshot',
      () => ['check', file('report3.json', run(['check', '-', '--format', 'json'], { input: snapshot({}) }).stdout)],
      ['report3.json: is a report'],
    ],
    [
      'a report in the place of facts',
      () => {
        const report = run(['check', sample('healthy'), '--format', 'json']).stdout;
        return ['check', sample('healthy'), '--with', file('report4.json', report)];
      },
      ['report4.json: is a report'],
    ],
    ['a blank id of an environment', () => ['check', '--environment-id', ' '], ['--environment-id: expected an id']],
    ['an empty id of an environment', () => ['capture', '--environment-id', ''], ['--environment-id: expected an id']],
    [
      'a wrong shape',
      () => [
        'check',
        file(
          'shape.json',
          snapshot({
            companies: { status: 'known', value: [{ id: 'c', code: 1, name: null, defaultOwningTeamId: null }] },
          }),
        ),
      ],
      ['shape.json: looks like a snapshot that cannot be read: facts.companies.value[0].code', 'expected a string'],
    ],
    ['an empty standard input', () => ['check', '-'], ['standard input', 'is empty']],
    ['a bad file of facts', () => ['check', sample('healthy'), '--with', file('with.json', '[]')], ['with.json']],
    ['an unknown code', () => ['check', sample('healthy'), '--only', 'DWDVEV1070'], ['DWDVEV1070', 'DWDVEV1007']],
    ['an empty list of codes', () => ['check', sample('healthy'), '--only', ''], ['--only']],
    [
      'an empty list of legal entities',
      () => ['check', sample('healthy'), '--legal-entities', 'USMF,,'],
      ['--legal-entities'],
    ],
    ['no snapshot', () => ['check'], ['expected a snapshot']],
    ['an unknown option', () => ['check', sample('healthy'), '--formt', 'json'], ["'--formt'", '--format']],
    ['an unknown format', () => ['check', sample('healthy'), '--format', 'xml'], ['xml', 'pretty, json']],
    ['an unknown severity', () => ['check', sample('healthy'), '--fail-on', 'info'], ['error, warning']],
    [
      'nothing at all',
      () => [],
      ['standard input: it is empty', 'a file, a folder or a text (--help lists the commands)'],
    ],
    ['a command of a group', () => ['maps'], ['expected a command: list, diff, lint', '(--help lists them)']],
    ['an unknown command', () => ['chekc'], ['chekc: is not a file', 'Did you mean check?']],
    ['an unknown rule', () => ['rules', 'DWDVEV1070'], ['DWDVEV1070', 'DWDVEV1007']],
    [
      'a place that cannot be written',
      () => ['check', sample('healthy'), '-o', join(folder, 'no/such/place.txt')],
      ['place.txt', 'cannot be written'],
    ],
    ['hostile names', () => ['check', '\u001b[31mred\u202e.json'], ['\\u001b[31mred\\u202e.json']],
    [
      'a hostile place in the input',
      () => [
        'check',
        file('hostile.json', snapshot({}).replace('"environment":{"name"', '"environment":{"\\u001b[2J"')),
      ],
      ['environment.name'],
    ],
  ];
  test.each(bad.map(([name, args, expected]) => ({ name, args, expected })))('$name', ({ args, expected }) => {
    const { status, stdout, stderr } = run(args());
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^dual-write-health: [^\n]+\n$/);
    expect(stderr).not.toContain('\u001b');
    for (const part of expected) expect(stderr).toContain(part);
  });
});

test('hostile facts come out harmless in every format', () => {
  const evil = '\u001b]0;owned\u0007\u202egnp.\u009b31m\n# <script>';
  const path = file(
    'evil.json',
    snapshot(
      {
        link: {
          status: 'known',
          value: { linked: true, legalEntities: ['USMF', evil, '__proto__', 'x'.repeat(100_000)], apiHub: 'required' },
        },
        companies: { status: 'known', value: [{ id: evil, code: 'USMF', name: evil, defaultOwningTeamId: null }] },
        teams: { status: 'unknown', reason: 'failed', detail: evil },
      },
      evil,
    ),
  );
  const pretty = run(['check', path]);
  const json = run(['check', path, '--format', 'json']);
  for (const { status, stdout } of [pretty, json]) {
    expect(status).toBe(1);
    expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
  }
  expect(Math.max(...pretty.stdout.split('\n').map((line) => line.length))).toBeLessThan(2_000);
  const ids = JSON.parse(json.stdout)
    .outcomes.find(({ code }: { code: string }) => code === 'DWDVEV1003')
    .findings.map(({ subject }: { subject: { id: string } }) => subject.id);
  expect(ids).toContain('__PROTO__');
  expect(ids).toContain(evil.trim().toUpperCase());
});

describe('init', () => {
  test('writes a template that is valid, unfilled, and does not overwrite', () => {
    const path = join(folder, 'init.json');
    expect(run(['init', '-o', path])).toMatchObject({ status: 0, stdout: '' });
    const written = readFileSync(path, 'utf8');
    expect(run(['check', sample('half-filled'), '--with', path]).status).toBe(2);
    expect(run(['init', '-o', path])).toMatchObject({ status: 3, stdout: '' });
    expect(readFileSync(path, 'utf8')).toBe(written);
  });
  test.each(['health-check', 'operations'])('its examples for %s are facts when they are put in place', (validator) => {
    const template = JSON.parse(run(['init', '--validator', validator]).stdout);
    for (const name of Object.keys(template.facts)) template.facts[name] = template.facts[name].example;
    const path = file('filled.json', JSON.stringify(template));
    const report = JSON.parse(run(['check', '--with', path, '--validator', validator, '--format', 'json']).stdout);
    const names = Object.keys(template.facts);
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => report.facts[name].status !== 'known')).toEqual([]);
  });
});

describe('rules', () => {
  test('lists every rule', () => {
    const { stdout, status } = run(['rules']);
    expect(status).toBe(0);
    for (const { code } of catalogue) expect(stdout).toContain(code);
    expect(JSON.parse(run(['rules', '--format', 'json']).stdout).rules).toHaveLength(catalogue.length);
  });
  test('explains one code fully', () => {
    const { stdout } = run(['rules', 'dwdvev1007']);
    const [rule] = JSON.parse(run(['rules', 'DWDVEV1007', '--format', 'json']).stdout).rules;
    for (const { title, steps } of rule.remediation.options) {
      for (const text of [title, ...steps]) expect(stdout).toContain(text);
    }
    expect(stdout).not.toContain('Lost by this'); // nothing is
    for (const text of [
      rule.meaning,
      rule.impact,
      'Origin: documented by Microsoft',
      'Performed by system administrator of Dataverse',
      'Dual-write health check, 2023-06-30',
    ]) {
      expect(stdout).toContain(text);
    }
  });
});

test('the README shows real output', () => {
  const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
  const [command = '', ...shown] =
    readme.match(/```text\n\$ npx dual-write-health ([\s\S]*?)\n```/)?.[1]?.split('\n') ?? [];
  const args = command.split(' ').map((arg) => arg.replace('examples/environments', samples));
  const output = run(args).stdout.split('\n');
  const lines = shown.filter((line) => line !== '…' && line !== '');
  expect(lines.length).toBeGreaterThanOrEqual(8);
  let place = -1;
  for (const line of lines) {
    const next = output.indexOf(line, place + 1);
    expect(next, line).toBeGreaterThan(place);
    place = next;
  }
});

test('help and version are no errors', () => {
  expect(run(['--help'])).toMatchObject({ status: 0, stderr: '' });
  expect(run(['check', '--help']).stdout).toContain('--legal-entities');
  expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('--validator operations asks other rules of the same snapshot', () => {
  const plain = run(['check', sample('operations')]);
  expect(plain.status).toBe(0);
  expect(plain.stdout).not.toContain('DWFOEV9502');
  const { status, stdout } = run(['check', sample('operations'), '--validator', 'operations']);
  expect(status).toBe(1);
  expect(stdout).toContain('DWFOEV9502');
  expect(stdout).not.toContain('DWDVEV9002');
  const html = run(['check', sample('operations'), '--validator', 'operations', '--format', 'html']);
  expect(html.stdout).toContain('>Operations</text>');
  expect(html.stdout).not.toContain('>Prerequisites</text>');
  // Without the facts nothing is known, and that is no health.
  expect(run(['check', sample('healthy'), '--validator', 'operations']).status).toBe(2);
  expect(run(['check', sample('healthy'), '--validator', 'no such']).status).toBe(3);
  const other = run(['check', sample('operations'), '--only', 'DWFOEV9502']);
  expect(other.status).toBe(3);
  expect(other.stderr).toContain('a rule of Operations');
});

describe('maps lint', () => {
  const rows = shippedMaps();
  const broken = {
    ...mapRow('accounts', 'Customers V3', { fields: [field('', 'name')] }),
    integrationKeys: ['accountnumber'],
  };

  test('takes files as maps list does, and has the exit codes of check', () => {
    const list = file('maps.json', JSON.stringify(rows));
    const answer = file('answer.json', JSON.stringify({ value: rows }));
    const lines = file('maps.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
    for (const path of [list, answer, lines]) {
      const { status, stdout } = run(['maps', 'lint', path]);
      expect(status).toBe(2);
      expect(stdout).toContain('DWDVEV9701');
      expect(stdout).toContain('tableMetadata is not known');
    }
    expect(run(['maps', 'lint', list, '--fail-on', 'warning']).status).toBe(1);
    expect(run(['maps', 'lint', list, '--only', 'dipv1021,Table-Map-Health-900']).status).toBe(0);
    expect(run(['maps', 'lint', file('one.json', JSON.stringify(broken))]).status).toBe(1);
  });

  test('reads the tables from a list of them, or from a snapshot', () => {
    const map = file('one.json', JSON.stringify(broken));
    const snapshot = JSON.parse(readFileSync(sample('map-design'), 'utf8'));
    const list = file('tables.json', JSON.stringify(snapshot.facts.tableMetadata.value));
    for (const path of [list, sample('map-design')]) {
      const { status, stdout } = run(['maps', 'lint', map, '--metadata', path]);
      expect(status).toBe(1);
      expect(stdout).toContain('DIPV1002');
      expect(stdout).toContain('DIPV1010');
    }
  });

  test('says in one line what is wrong with a file', () => {
    const map = file('one.json', JSON.stringify(broken));
    for (const [args, words] of [
      [['nowhere.json'], 'nowhere.json'],
      [[file('other.json', '{"a":1}')], 'is not a table map'],
      [[map, '--metadata', file('bad.json', '[{"side":"left","name":"a"}]')], '[0].side'],
      [[map, '--metadata', sample('healthy')], 'is a snapshot, which `check` takes: expected what describes tables'],
      [[map, '--only', 'DIPV1999'], 'the nearest codes are'],
      [[map, '-o', map], 'is what is read'],
    ] as const) {
      const { status, stdout, stderr } = run(['maps', 'lint', ...args]);
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
      expect(stderr).toContain(words);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  test.each(['pretty', 'json', 'markdown', 'junit', 'sarif', 'annotations', 'html'])('prints %s', (format) => {
    const { status, stdout } = run(['maps', 'lint', file('one.json', JSON.stringify(broken)), '--format', format]);
    expect(status).toBe(1);
    expect(stdout).toContain('Customers V3');
    if (format === 'json') expect(parseReport(JSON.parse(stdout)).isOk()).toBe(true);
    if (format === 'html') expect(stdout).toContain('>MapDesign</text>');
    if (format === 'markdown') expect(stdout).toContain('/rules/DIPV1021/');
  });
});

test('check --validator map-design looks at the maps of a snapshot', () => {
  expect(run(['check', sample('map-design')]).status).toBe(0);
  const { status, stdout } = run(['check', sample('map-design'), '--validator', 'map-design']);
  expect(status).toBe(1);
  for (const code of mapDesign.codes) expect(stdout).toContain(code);
});

test('codes count in any letter case', () => {
  expect(run(['rules', 'TABLE-MAP-HEALTH-900']).stdout).toContain('table-map-health-900');
  expect(run(['rules', 'dipv1012']).stdout).toContain('DIPV1012');
  const one = run(['check', sample('map-design'), '--validator', 'map-design', '--only', 'TABLE-map-health-5100']);
  expect(one.status).toBe(1);
  expect(one.stdout).toContain('table-map-health-5100');
});
