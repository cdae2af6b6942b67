import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { upgradeFrom010 } from '../support/changelog.js';

// Examples and code blocks of 0.1.0, changed as the CHANGELOG says and in no other way, compile and run with this version.
const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const sources = join(root, 'test/package/fixtures/0.1.0');
const consumer = mkdtempSync(join(tmpdir(), 'upgrade-'));
afterAll(() => rmSync(consumer, { recursive: true }));

const upgrade = upgradeFrom010();
const applied = new Set<string>();
const show: Readonly<Record<string, string>> = { pretty: 'toPretty', markdown: 'toMarkdown', html: 'toHtml' };

/** What a code block of 0.1.0 leaves to its reader. */
const left: Readonly<Record<string, string>> = {
  'diagnosis-1': 'declare const errorText: string;',
  'live-environments-1': '',
  'map-design-1': 'declare const rows: readonly unknown[]; declare const takenAt: string;',
  'maps-1': 'declare const row: unknown;',
  'operations-1': '',
  'readme-1': `import type { Facts } from 'dual-write-health';
declare function loadCompanies(signal: AbortSignal): Promise<Facts['companies']>;`,
  'readme-2': `import { evaluateSnapshot, type Snapshot } from 'dual-write-health';
import { expect, test } from 'vitest';
declare const snapshot: Snapshot;`,
  'solutions-1': 'declare const bytes: Uint8Array;',
  'solutions-2': `import type { SolutionTarget } from 'dual-write-health/operations';
declare const rows: readonly unknown[]; declare const text: string; declare const target: SolutionTarget;`,
  'testing-1': `import { evaluateSnapshot, type Snapshot } from 'dual-write-health';
import { expect, test } from 'vitest';
declare const snapshot: Snapshot;`,
  'testing-2': "import type {} from 'expect';",
  'writing-a-rule-1': `import { defineRule, finding, judgeEach, type RemediationOption } from 'dual-write-health';
declare const rename: RemediationOption;`,
  'writing-an-adapter-1': `import type { Facts } from 'dual-write-health';
declare function loadLegalEntities(signal: AbortSignal): Promise<Facts['legalEntities']>;`,
  'writing-an-adapter-2': `import { type Adapter, checkEnvironment } from 'dual-write-health';
declare const adapter: Adapter;`,
  'writing-an-adapter-3': `import type { Adapter } from 'dual-write-health';
declare function myAdapter(): Adapter;`,
};

beforeAll(() => {
  for (const name of ['@types', 'bullmq', 'vitest', 'expect']) link(name, join(modules, name));
  link('dual-write-health', root);
  writeFileSync(join(consumer, 'package.json'), '{"private":true,"type":"module"}');
  for (const file of filesIn('examples')) write(file.replace(/^examples\//, ''), upgraded(read(file)));
  for (const file of filesIn('docs')) {
    const name = file.replace(/^docs\/|\.ts$/g, '');
    write(`docs/${name}.ts`, upgraded(`${left[name]}\n${read(file)}export {};\n`));
  }
  for (const folder of ['activity', 'environments'])
    cpSync(join(root, 'examples', folder), join(consumer, folder), {
      recursive: true,
      filter: (path) => !path.endsWith('.ts'),
    });
});

test('every code block of 0.1.0 is looked at', () => {
  expect(
    filesIn('docs')
      .map((file) => file.replace(/^docs\/|\.ts$/g, ''))
      .sort(),
  ).toEqual(Object.keys(left).sort());
});

test('every change of code in the CHANGELOG is one of an example', () => {
  expect(upgrade.changes.length).toBeGreaterThan(0);
  expect(upgrade.changes.map(([before]) => before).filter((before) => !applied.has(before))).toEqual([]);
});

test('they compile', () => {
  write(
    'globals.d.ts',
    "declare module '@azure/identity' { export class DefaultAzureCredential { getToken(): Promise<null>; } }",
  );
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: 'es2022',
    lib: ['es2023', 'dom'],
    module: 'nodenext',
    types: ['node'],
  };
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
  const { stdout } = node([join(modules, 'typescript-7/bin/tsc'), '-p', consumer]);
  expect(stdout).toBe('');
}, 240_000);

describe('they run', () => {
  test.each([
    ['custom-adapter', 'contoso-uat is unhealthy'],
    ['existing-client', 'contoso.crm4.dynamics.com is unhealthy'],
    ['alerts', 'Maintenance'],
    ['activity', 'retry-catch-up-error: failed'],
  ])('%s', (name, words) => {
    const { status, stdout, stderr } = node([join(modules, 'tsx/dist/cli.mjs'), `${name}/main.ts`]);
    expect(stderr).toBe('');
    expect(stdout).toContain(words);
    expect(status).toBe(0);
  });

  test('one job of the fleet', () => {
    const job = "{ name: 'contoso', snapshot: '../environments/healthy.json' }";
    write('fleet/one.ts', `import { checkOne } from './check-one.js';\nconsole.log((await checkOne(${job})).health);`);
    expect(node([join(modules, 'tsx/dist/cli.mjs'), 'fleet/one.ts']).stdout).toBe('healthy\n');
  });

  test.each([
    ['vitest', [join(modules, 'vitest/vitest.mjs'), 'run', '--root', 'readiness-suite/vitest'], '3 passed'],
    [
      'node:test',
      [join(modules, 'tsx/dist/cli.mjs'), '--test', 'readiness-suite/node-test/readiness.test.ts'],
      'pass 3',
    ],
    ['Jest', [join(modules, 'jest/bin/jest.js'), '--rootDir', 'readiness-suite/jest'], '3 passed'],
  ])('the suite for %s', (_name, args, words) => {
    const { status, stdout, stderr } = node(args);
    expect(`${stdout}${stderr}`).toContain(words);
    expect(status).toBe(0);
  });
});

/** The source as the tables and the changes of the CHANGELOG make it. */
function upgraded(source: string): string {
  let text = source;
  for (const [before, after] of upgrade.changes) {
    if (!text.includes(before)) continue;
    applied.add(before);
    text = text.replace(before, () => after);
  }
  const [imports, names] = importsOf(text);
  const body = text.replace(importOfOurs, '');
  const renamed = [...names].reduce(
    (result, name) => result.replace(new RegExp(`\\b${name}\\b`, 'g'), nowOf(name)),
    body,
  );
  return (
    imports +
    renamed.replace(/\b(pretty|markdown|html)([A-Z]\w+)\(([^()]*)\)/g, (all, how, what, result) => {
      const document = upgrade.documents.get(`${how}${what}`);
      return document === undefined ? all : `${show[how]}(${document}(${result}))`;
    })
  );
}

const importOfOurs = /^import (type )?\{([^}]*)\} from '(dual-write-health[\w/-]*)';\n/gm;

/** Imports of the package as they have to be now, and the names that were imported and have another name now. */
function importsOf(text: string): readonly [imports: string, renamed: ReadonlySet<string>] {
  const byEntry = new Map<string, Set<string>>();
  const renamed = new Set<string>();
  const add = (entry: string, name: string) => byEntry.set(entry, (byEntry.get(entry) ?? new Set()).add(name));
  for (const [, isType = '', list = '', entry = ''] of text.matchAll(importOfOurs)) {
    for (const specifier of list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')) {
      const [, type = '', name = ''] = /^(type )?(\w+)$/.exec(specifier) ?? expect.fail(specifier);
      const document = upgrade.documents.get(name);
      const [, how = ''] = /^(pretty|markdown|html)/.exec(name) ?? [];
      if (document !== undefined) for (const part of [show[how] ?? 'toHtml', document]) add(entry, part);
      else add(placeOf(name, entry), `${isType || type}${nowOf(name)}`);
      if (nowOf(name) !== name) renamed.add(name);
    }
  }
  const lines = [...byEntry].map(([entry, names]) => `import { ${[...names].join(', ')} } from '${entry}';\n`);
  return [lines.join(''), renamed];
}

function nowOf(name: string): string {
  return upgrade.renamed.get(name)?.now ?? name;
}

function placeOf(name: string, entry: string): string {
  const isOperations = entry === 'dual-write-health/operations';
  return upgrade.renamed.get(name)?.entry ?? (isOperations ? upgrade.moved.get(name) : undefined) ?? entry;
}

/** The files of a folder of 0.1.0; they have the ending .txt here, so that no tool takes them for code of this version. */
function filesIn(folder: string): readonly string[] {
  const names = readdirSync(join(sources, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.txt')).map((name) => `${folder}/${name.replace(/\.txt$/, '')}`);
}

function read(file: string): string {
  return readFileSync(join(sources, `${file}.txt`), 'utf8');
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(consumer, file)), { recursive: true });
  writeFileSync(join(consumer, file), text);
}

function link(name: string, target: string): void {
  mkdirSync(join(consumer, 'node_modules'), { recursive: true });
  symlinkSync(target, join(consumer, 'node_modules', name), 'junction');
}

function node(args: readonly string[]) {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|JEST|TEST|NODE_ENV|NODE_TEST|SNAPSHOT)/.test(name),
  );
  const env = { ...Object.fromEntries(own), NO_COLOR: '1' };
  return spawnSync(process.execPath, args, { cwd: consumer, encoding: 'utf8', env });
}
