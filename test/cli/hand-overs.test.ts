import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { field, mapRow } from '../support/entity-maps.js';

// What one command writes, the next one reads, and the bare command shows again as the command showed it.
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
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
  mapRow({ legs: [{ mappings: [field('Code', 'code')] }] }),
  mapRow({ version: '1.0.0.2', legs: [{ mappings: [field('Code', 'code'), field('Name', 'name')] }] }),
];

beforeAll(() => {
  for (const name of ['environments', 'sync-errors', 'activity', 'har']) {
    cpSync(join(examples, name), join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'rows.json'), JSON.stringify({ value: rows }));
  writeFileSync(join(folder, 'sync.log'), 'Unable to write data to entity accounts\nfine\n'.repeat(20));
  writeFileSync(join(folder, 'sent.jsonl'), readFileSync(join(folder, 'sync-errors/sync-errors.jsonl')));
});

const errors = 'sync-errors/sync-errors.jsonl';
const sample = (name: string) => `environments/${name}.json`;

/** What each command is called with; `differs` where its text says more than its JSON holds. */
const writers: readonly { readonly args: readonly string[]; readonly differs?: RegExp; readonly endsWith?: 0 }[] = [
  { args: ['check', sample('prerequisites-failing')] },
  { args: ['check', sample('half-filled')], differs: /To complete the link, run this command[\s\S]*?legal-entities.*\n/ },
  { args: ['check', sample('every-dependency-code'), '--explain', 'Unable to generate payload for entity CustCustomerV3Entity'] },
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
  { args: ['errors', 'plan', errors, '--action', 'retry', '--job', 'Vendors', '--status', 'active'], differs: /(?: \(\d{4}-[^)]*\))|\n\n +Request +Rows[\s\S]*?Vendors V2.*\n/g },
  { args: ['errors', 'plan', errors, '--action', 'retry', '--job', 'Vendors'], differs: /(?: \(\d{4}-[^)]*\))|\n\n +Request +Rows[\s\S]*?Vendors V2.*\n/g },
  { args: ['alerts', 'replay', 'sync-errors/alert-settings.json', 'sync-errors/events.jsonl'] },
  { args: ['alerts', 'replay', 'sync-errors/alert-settings.json', errors] },
  { args: ['activity', 'activity/log.jsonl'] },
  { args: ['activity', 'activity/log.jsonl', '--now', '2026-12-24T00:00:00Z'] },
  { args: ['activity', 'plan', 'activity/log.jsonl', '--map', 'Customers V3 (accounts)', '--action', 'retry-catch-up-errors'] },
  { args: ['maps', 'guide'] },
  { args: ['maps', 'guide', 'new-environment'] },
  { args: ['maps', 'list', 'rows.json'] },
  { args: ['maps', 'diff', 'rows.json', sample('map-design')] },
  { args: ['maps', 'diff', 'rows.json', 'rows.json'] },
  { args: ['maps', 'lint', sample('map-design')] },
  { args: ['maps', 'use', 'rows.json', '--map', rows[0]?.msdyn_name as string] },
  { args: ['maps', 'use', 'rows.json', '--map', rows[0]?.msdyn_name as string, '--version', '7.7'] },
  { args: ['urls', '--dataverse', 'https://contoso.crm4.dynamics.com', '--finops', 'https://contoso.operations.dynamics.com'] },
];

describe('the bare command shows again what it was given as JSON', () => {
  test.each(writers.map((writer) => [writer.args.join(' '), writer] as const))('%s', (_, { args, differs, endsWith }) => {
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
  });

  test('every command that shows something as JSON is among them, or below', () => {
    const below = ['baseline', 'capture', 'errors mark-sent', 'maps backup', 'maps export', 'maps plan', 'maps verify', 'show'];
    const called = new Set(writers.map(({ args }) => commands.find(({ path }) => args.join(' ').startsWith(`${path} `) || args.join(' ') === path)?.path));
    for (const { args } of writers) called.add(args.slice(0, 2).join(' ')).add(args[0]);
    const silent = commands.filter(({ formats }) => !formats.includes('json')).map(({ path }) => path);
    expect(commands.map(({ path }) => path).filter((path) => ![...called, ...below, ...silent].includes(path))).toEqual([]);
    expect(silent).toEqual(['errors report', 'completion']);
  });
});
