import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { field, mapRow } from '../support/entity-maps.js';

// What one command writes, the next one reads, and the bare command shows again as the command showed it.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hand-overs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', NO_COLOR: '1' },
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

const rows = [
  mapRow('contoso_things', 'Things', { fields: [field('CODE', 'contoso_code')] }, 1),
  mapRow(
    'contoso_things',
    'Things',
    { version: '1.0.0.2', fields: [field('CODE', 'contoso_code'), field('NAME', 'contoso_name')] },
    2,
  ),
];
const map = 'contoso_things - Things';

beforeAll(() => {
  for (const name of ['environments', 'sync-errors', 'activity', 'har']) {
    cpSync(join(examples, name), join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'rows.json'), JSON.stringify(rows));
  writeFileSync(join(folder, 'sync.log'), 'Unable to write data to entity accounts\nfine\n'.repeat(20));
  writeFileSync(join(folder, 'sent.jsonl'), readFileSync(join(folder, 'sync-errors/sync-errors.jsonl')));
});

const errors = 'sync-errors/sync-errors.jsonl';
const sample = (name: string) => `environments/${name}.json`;

/** When the rows of requests were written, and what a person filters by to find them: a plan names them by their ids only. */
const ofRows = / \(\d{4}-[^)]*\)|\n *Request +Rows[\s\S]*?Vendors V2.*(?=\n)/g;

/** What each command is called with; `differs` where its text says more than its JSON holds. */
const writers: readonly { readonly args: readonly string[]; readonly differs?: RegExp; readonly endsWith?: 0 }[] = [
  { args: ['check', sample('prerequisites-failing')] },
  {
    args: ['check', sample('half-filled')],
    differs: /To complete the link, run this command[\s\S]*?legal-entities.*\n/,
  },
  {
    args: [
      'check',
      sample('every-dependency-code'),
      '--explain',
      'Unable to generate payload for entity CustCustomerV3Entity',
    ],
  },
  { args: ['check', sample('operations'), '--validator', 'operations'] },
  { args: ['check', 'environments'] },
  { args: ['check', 'har/contoso-uat.har'] },
  // That the sample is shown is no failure; its report is one of an environment that fails.
  { args: ['demo'], endsWith: 0 },
  { args: ['compare', sample('healthy'), sample('half-filled')] },
  { args: ['cleanup', sample('every-dependency-code')] },
  { args: ['cleanup', sample('prerequisites-failing')] },
  { args: ['cleanup', 'Unable to generate payload for entity CustCustomerV3Entity'] },
  { args: ['cleanup', 'Something else'] },
  { args: ['diagnose', 'Unable to write data to entity accounts'] },
  { args: ['diagnose', 'nothing known'] },
  { args: ['diagnose', 'sync.log', '--lines'] },
  { args: ['explain', 'DWDVEV1007'] },
  { args: ['explain', 'dataverse-duplicate-key'] },
  { args: ['explain', '0x80040237'] },
  { args: ['explain', 'records do not sync'] },
  { args: ['explain', 'qqqq zzzz'] },
  { args: ['explain', 'DWDVEV8888'] },
  { args: ['rules'] },
  { args: ['rules', 'DWDVEV1007'] },
  { args: ['errors', 'summary', errors] },
  { args: ['errors', 'plan', errors, '--action', 'retry', '--job', 'Vendors', '--status', 'active'], differs: ofRows },
  { args: ['errors', 'plan', errors, '--action', 'retry', '--job', 'Vendors'], differs: ofRows },
  { args: ['alerts', 'replay', 'sync-errors/alert-settings.json', 'sync-errors/events.jsonl'] },
  { args: ['alerts', 'replay', 'sync-errors/alert-settings.json', errors] },
  { args: ['activity', 'activity/log.jsonl'] },
  { args: ['activity', 'activity/log.jsonl', '--now', '2026-12-24T00:00:00Z'] },
  {
    args: [
      'activity',
      'plan',
      'activity/log.jsonl',
      '--map',
      'Customers V3 (accounts)',
      '--action',
      'retry-catch-up-errors',
    ],
  },
  { args: ['maps', 'guide'] },
  { args: ['maps', 'guide', 'new-environment'] },
  { args: ['maps', 'list', 'rows.json'] },
  { args: ['maps', 'diff', 'rows.json', sample('map-design')] },
  { args: ['maps', 'diff', 'rows.json', 'rows.json'] },
  { args: ['maps', 'lint', sample('map-design')] },
  { args: ['maps', 'use', 'rows.json', '--map', map] },
  { args: ['maps', 'use', 'rows.json', '--map', map, '--version', '7.7'] },
  {
    args: [
      'urls',
      '--dataverse',
      'https://contoso.crm4.dynamics.com',
      '--finops',
      'https://contoso.operations.dynamics.com',
    ],
  },
];

describe('the bare command shows again what it was given as JSON', () => {
  test.each(writers.map((writer) => [writer.args.join(' '), writer] as const))(
    '%s',
    (_, { args, differs, endsWith }) => {
      const written = run([...args, '--format', 'json']);
      expect(written.stderr).toBe('');
      writeFileSync(join(folder, 'written.json'), written.stdout);
      const shown = run(['written.json']);
      const typed = run(args);
      const held = (text: string) => (differs === undefined ? text : text.replace(differs, '')).replace(/\n+/g, '\n');
      expect(held(shown.stdout)).toBe(held(typed.stdout));
      if (endsWith === undefined) expect(shown.status).toBe(typed.status);
      else expect(typed.status).toBe(endsWith);
      // Nothing is lost, however often it is handed on.
      expect(JSON.parse(run(['written.json', '--format', 'json']).stdout)).toEqual(JSON.parse(written.stdout));
    },
  );

  test('every command that shows something as JSON is among them, or below', () => {
    const below = [
      'init',
      'baseline',
      'capture',
      'errors mark-sent',
      'maps backup',
      'maps export',
      'maps plan',
      'maps verify',
      'show',
    ];
    const called = new Set(
      writers.map(
        ({ args }) =>
          commands.find(({ path }) => args.join(' ').startsWith(`${path} `) || args.join(' ') === path)?.path,
      ),
    );
    for (const { args } of writers) called.add(args.slice(0, 2).join(' ')).add(args[0]);
    const silent = commands.filter(({ formats }) => !formats.includes('json')).map(({ path }) => path);
    expect(commands.map(({ path }) => path).filter((path) => ![...called, ...below, ...silent].includes(path))).toEqual(
      [],
    );
    expect(silent).toEqual(['errors report', 'workbench', 'completion']);
  });
});

/** What commands write into files, by the command line that writes it. */
const products = {
  'snapshot.json': ['capture', sample('map-design')],
  'facts.json': ['init'],
  'report.json': ['check', sample('every-dependency-code'), '--format', 'json'],
  'baseline.json': ['baseline', 'report.json'],
  'comparison.json': ['compare', 'report.json', 'report.json', '--format', 'json'],
  'backup.json': ['maps', 'backup', 'rows.json'],
  'activity.json': ['activity', 'activity/log.jsonl', '--format', 'json'],
  'summary.json': ['errors', 'summary', errors, '--format', 'json'],
  'plan.json': [
    'errors',
    'plan',
    'sent.jsonl',
    '--action',
    'retry',
    '--job',
    'Vendors',
    '--status',
    'active',
    '--format',
    'json',
  ],
  'marked.json': ['errors', 'mark-sent', 'plan.json', '--format', 'json'],
  'activity-plan.json': [
    'activity',
    'plan',
    'activity/log.jsonl',
    '--map',
    'Customers V3 (accounts)',
    '--action',
    'retry-catch-up-errors',
    '--format',
    'json',
  ],
  'replay.json': ['alerts', 'replay', 'sync-errors/alert-settings.json', errors, '--format', 'json'],
  'urls.json': ['urls', '--dataverse', 'https://contoso.crm4.dynamics.com', '--format', 'json'],
  'list.json': ['maps', 'list', 'rows.json', '--format', 'json'],
  'verified.json': ['maps', 'verify', 'backup.json', '--format', 'json'],
  'import.json': ['maps', 'plan', 'backup.json', '--against', 'rows.json', '--format', 'json'],
  'cleanup.json': ['cleanup', 'report.json', '--format', 'json'],
  'rules.json': ['rules', '--format', 'json'],
  'fleet.json': ['check', 'environments', '--format', 'json'],
  'results.json': [errors, 'DWDVEV1007', '--format', 'json'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Product = keyof typeof products | 'sent.jsonl.requests';

/** Who takes a file, at the place of `FILE`, and of what the others write it takes what. */
const readers: readonly { readonly args: readonly string[]; readonly takes: readonly Product[] }[] = [
  { args: ['check', 'FILE'], takes: ['snapshot.json', 'backup.json', 'activity.json'] },
  {
    args: ['check', sample('healthy'), '--with', 'FILE'],
    takes: ['snapshot.json', 'facts.json', 'backup.json', 'activity.json'],
  },
  { args: ['check', sample('healthy'), '--baseline', 'FILE'], takes: ['report.json', 'baseline.json'] },
  { args: ['check', sample('healthy'), '--config', 'FILE'], takes: [] },
  { args: ['check', '--gateway', 'FILE'], takes: [] },
  { args: ['capture', 'FILE'], takes: ['snapshot.json', 'backup.json', 'activity.json'] },
  {
    args: ['urls', '--dataverse', 'https://contoso.crm4.dynamics.com', 'FILE'],
    takes: ['snapshot.json', 'facts.json', 'backup.json', 'activity.json'],
  },
  { args: ['compare', 'FILE', 'FILE'], takes: ['snapshot.json', 'report.json'] },
  { args: ['baseline', 'FILE'], takes: ['report.json'] },
  { args: ['cleanup', 'FILE'], takes: ['snapshot.json', 'report.json'] },
  { args: ['activity', 'FILE'], takes: ['activity.json'] },
  {
    args: ['activity', 'plan', 'FILE', '--map', 'Customers V3 (accounts)', '--action', 'retry-catch-up-errors'],
    takes: ['activity.json'],
  },
  { args: ['errors', 'summary', 'FILE'], takes: [] },
  {
    args: ['errors', 'plan', errors, '--action', 'retry', '--job', 'Vendors', '--queued', 'FILE'],
    takes: ['plan.json', 'sent.jsonl.requests'],
  },
  { args: ['errors', 'mark-sent', 'FILE', '--rows', 'sent.jsonl'], takes: ['plan.json'] },
  { args: ['maps', 'list', 'FILE'], takes: ['snapshot.json', 'backup.json'] },
  { args: ['maps', 'lint', 'FILE'], takes: ['snapshot.json', 'backup.json'] },
  { args: ['maps', 'diff', 'FILE', 'FILE'], takes: ['snapshot.json', 'backup.json'] },
  { args: ['maps', 'backup', 'FILE'], takes: ['snapshot.json', 'backup.json'] },
  { args: ['maps', 'plan', 'FILE', '--against', 'rows.json'], takes: ['backup.json'] },
  { args: ['maps', 'verify', 'FILE', '--against', 'rows.json'], takes: ['snapshot.json', 'backup.json'] },
  { args: ['maps', 'lint', 'rows.json', '--metadata', 'FILE'], takes: ['snapshot.json'] },
];

describe('all pairs: what a command cannot use of what another one wrote, it says', () => {
  beforeAll(() => {
    for (const [file, args] of Object.entries(products)) {
      const { status, stderr } = run([...args, '-o', file]);
      expect({ file, status }).not.toEqual({ file, status: 3 });
      // What a snapshot lacks is said.
      if (args[0] !== 'capture') expect({ file, stderr }).toEqual({ file, stderr: '' });
    }
    expect(existsSync(join(folder, 'sent.jsonl.requests'))).toBe(true);
  });

  test.each(readers.map(({ args, takes }) => [args.join(' '), args, takes] as const))('%s', (_, args, takes) => {
    const taken: string[] = [];
    for (const file of [...Object.keys(products), 'sent.jsonl.requests']) {
      const { status, stdout, stderr } = run(args.map((one) => (one === 'FILE' ? file : one)));
      if (status !== 3) {
        taken.push(file);
        continue;
      }
      expect({ file, stdout }).toEqual({ file, stdout: '' });
      expect(stderr).toMatch(/^dual-write-health: [^\n]+\n$/);
      expect(stderr).toContain(file);
      expect({ file, stderr: stderr.length }).toEqual({
        file,
        stderr: expect.toSatisfy((length: number) => length < 400),
      });
    }
    expect(taken).toEqual(takes);
  });

  test('the bare command shows each, or says who takes it', () => {
    const unshown: string[] = [];
    for (const file of [...Object.keys(products), 'sent.jsonl.requests']) {
      const { status, stdout, stderr } = run([file]);
      if (status !== 3) expect(stdout).not.toBe('');
      else {
        unshown.push(file);
        expect(stderr).toMatch(/^dual-write-health: [^\n]+\n$/);
      }
    }
    expect(unshown).toEqual(['facts.json', 'baseline.json', 'sent.jsonl.requests']);
  });
});
