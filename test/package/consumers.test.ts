import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, pack } from '../support/install-packed.js';

// The packed tarball, installed in an empty folder as a user would, with npm's registry.
const root = fileURLToPath(new URL('../..', import.meta.url));
const consumer = mkdtempSync(join(tmpdir(), 'consumer-'));
afterAll(() => rmSync(consumer, { recursive: true }));

beforeAll(() => {
  install(consumer, [pack(consumer)]);
}, 240_000);

function node(file: string, source: string) {
  const path = join(consumer, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, source);
  return spawnSync(process.execPath, [path], { cwd: consumer, encoding: 'utf8' });
}

const program = `
const snapshot = core.snapshotOf('contoso', { link: core.known({ linked: false, legalEntities: [], apiHub: 'required' }) }, { takenAt: '2026-11-20T10:00:00Z' });
const report = core.evaluateSnapshot(snapshot, { validator: core.environmentNotLinked, failOn: 'warning' });
console.log([report.health, core.healthCheck.codes.length, reporters.pretty(report).split(' ')[0], typeof node.readSnapshot, typeof testing.assertHealthy, adapters.dataverseAdapter({ url: 'https://contoso.crm.dynamics.com', credential: {} }).name, diagnosis.diagnose('[DWDVEV1007] x')[0].id, schema.title].join());
`;
const expected = 'unhealthy,55,UNHEALTHY,function,function,Dataverse,DWDVEV1007,Facts about a pair of environments\n';

const azureSource = `
import type { TokenCredential } from '@azure/core-auth';
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { dataverseAdapter, type Connection } from 'dual-write-health/adapters';
declare const credential: TokenCredential;
export const adapter = dataverseAdapter({ url: 'https://contoso.crm.dynamics.com', credential, httpClient: createDefaultHttpClient() });
export const back = (connection: Connection): HttpClient | undefined => connection.httpClient;
`;

describe('the installed package', () => {
  test('works as an ES module', () => {
    const imports = `import * as core from 'dual-write-health';
import * as reporters from 'dual-write-health/reporters';
import * as node from 'dual-write-health/node';
import * as testing from 'dual-write-health/testing';
import * as adapters from 'dual-write-health/adapters';
import * as diagnosis from 'dual-write-health/diagnosis';
import schema from 'dual-write-health/schema/snapshot.schema.json' with { type: 'json' };`;
    expect(node('esm.mjs', imports + program)).toMatchObject({ status: 0, stdout: expected });
  });

  test('works as CommonJS', () => {
    const requires = `const core = require('dual-write-health');
const reporters = require('dual-write-health/reporters');
const node = require('dual-write-health/node');
const testing = require('dual-write-health/testing');
const adapters = require('dual-write-health/adapters');
const diagnosis = require('dual-write-health/diagnosis');
const schema = require('dual-write-health/schema/snapshot.schema.json');`;
    expect(node('cjs.cjs', requires + program)).toMatchObject({ status: 0, stdout: expected, stderr: '' });
  });

  test('has a command line', () => {
    const bin = join(consumer, 'node_modules/.bin/dual-write-health');
    const { status, stdout } = spawnSync(bin, ['check', join(root, 'examples/environments/healthy.json')], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('HEALTHY');
  });

  test('brings few packages, and is small', () => {
    const names = readdirSync(join(consumer, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(names.filter((name) => name !== '@rollup').sort()).toEqual([
      'dual-write-health',
      'neverthrow',
      'picocolors',
      'saxen',
    ]);
    const installed = join(consumer, 'node_modules/dual-write-health');
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    const sizes = files.map((file) => statSync(join(installed, file))).filter((file) => file.isFile());
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(6_000_000);
  });

  test('takes credentials and clients of Azure packages that the application has', () => {
    const folder = mkdtempSync(join(tmpdir(), 'azure-'));
    install(folder, [
      pack(folder),
      '@azure/core-auth@1.10.1',
      '@azure/core-rest-pipeline@1.24.0',
      '@types/node@20.19.43',
    ]);
    writeFileSync(join(folder, 'main.mts'), azureSource);
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom'];
    const tsc = [join(root, 'node_modules/typescript-7/bin/tsc'), ...options, '--types', 'node', 'main.mts'];
    const { stdout, status } = spawnSync(process.execPath, tsc, { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });

  test.each([
    ['custom-adapter', 'contoso-uat is unhealthy'],
    ['existing-client', 'contoso.crm4.dynamics.com is unhealthy'],
  ])('runs the example %s', (name, verdict) => {
    cpSync(join(root, 'examples', name), join(consumer, name), { recursive: true });
    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsx'), [`${name}/main.ts`], {
      cwd: consumer,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain(verdict);
    expect(stdout).toContain('DWDVEV1007: company DEMF has no default owning team');
    expect(stdout).toContain('DWFOEV1006 is inconclusive: teams is not known (not-permitted)');
  });
});

test.each([
  ['alerts', 'Maintenance'],
  ['activity', 'retry-catch-up-error: failed'],
])('the installed package runs the example of %s', (name, told) => {
  cpSync(join(root, 'examples', name), join(consumer, name), { recursive: true });
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsx'), [`${name}/main.ts`], {
    cwd: consumer,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toContain(told);
});

describe('the declarations compile', () => {
  const source = `
import { allOf, businessUnit, checkEnvironment, defineRule, finding, judgeEach, known, type Adapter, type RuleCode } from 'dual-write-health';
import { pretty } from 'dual-write-health/reporters';
import { readSnapshot } from 'dual-write-health/node';
import { assertHealthy } from 'dual-write-health/testing';
import { dataverseAdapter, gatewayAdapter, type LiveOptions } from 'dual-write-health/adapters';
import { diagnose } from 'dual-write-health/diagnosis';
const options: LiveOptions = { url: 'https://contoso.crm.dynamics.com', credential: { getToken: async () => null } };
export const causes = diagnose('x').flatMap(({ captures }) => captures.entity ?? []);
export const adapters: readonly Adapter[] = [dataverseAdapter(options), gatewayAdapter([])];
const adapter: Adapter = { name: 'x', environment: { name: 'y' }, readers: { legalEntities: () => known([{ code: 'USMF' }]) } };
const mine = defineRule({
  code: 'ACME1', slug: 'acme', title: 'Acme', validation: 'BusinessUnit', severity: 'warning', since: '1.0.0', meaning: 'm', impact: 'i',
  needs: ['teams'],
  evaluate: ({ teams }) => judgeEach(teams, ({ id, name }) => finding({ kind: 'team', id }, { name })),
  message: ({ name }: { name: string }) => name,
  remediation: { summary: 's', options: [{ title: 't', steps: ['x'], performedBy: ['developer'], destroys: null, links: [] }] },
  sources: [{ title: 'Acme', date: '2026-01-01' }],
});
const code: RuleCode = 'DWDVEV1007';
checkEnvironment(adapter, { validator: allOf('x', businessUnit, mine), only: [code] }).map((report) => { assertHealthy(report); return pretty(report); });
export const read = readSnapshot('x').map(({ facts }) => facts.teams?.status);
// @ts-expect-error Microsoft's space stays closed in the published types too
defineRule({ ...mine, code: 'DWDVEV9999' });
`;
  const compilers = { '5.5': 'typescript-5.5', '5.9': 'typescript-5.9', '6': 'typescript', '7': 'typescript-7' };
  const settings = [
    ['node16', 'node16', 'mts'],
    ['node16', 'node16', 'cts'],
    ['nodenext', 'nodenext', 'mts'],
    ['esnext', 'bundler', 'ts'],
  ] as const;
  const runs = Object.entries(compilers).flatMap(([version, name]) =>
    settings.map((setting) => [version, name, ...setting] as const),
  );

  test.concurrent.each(runs)(
    'with TypeScript %s (%s) as %s/%s .%s',
    async (version, name, module, moduleResolution, extension) => {
      const folder = join(consumer, `types-${version}-${moduleResolution}-${extension}`);
      mkdirSync(folder);
      writeFileSync(join(folder, `main.${extension}`), source);
      const compilerOptions = {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        target: 'es2022',
        lib: ['es2023', 'dom'],
        module,
        moduleResolution,
        types: ['node'],
        typeRoots: [join(root, 'node_modules/@types')],
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [`main.${extension}`] }));
      const bin = join(dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`)), 'bin/tsc');
      const { status, stdout } = await run(process.execPath, [bin, '-p', folder]);
      expect(stdout).toBe('');
      expect(status).toBe(0);
    },
    240_000,
  );
});

async function run(command: string, args: readonly string[]) {
  const { spawn } = await import('node:child_process');
  return new Promise<{ status: number | null; stdout: string }>((resolve) => {
    const child = spawn(command, args, { cwd: consumer });
    let stdout = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        stdout += chunk;
      });
    child.on('close', (status) => resolve({ status, stdout }));
  });
}

describe('bundles', () => {
  const forbidden = ['node:', 'process.', 'ServiceBusConnectionString', 'eval('];
  test.each(['index.js', 'reporters.js'])('%s holds no name that has no place in a browser', (entry) => {
    const dist = join(root, 'dist');
    const seen = new Set<string>();
    const collect = (file: string): string => {
      if (seen.has(file)) return '';
      seen.add(file);
      const source = readFileSync(join(dist, file), 'utf8');
      const chunks = [...source.matchAll(/from "\.\/([^"]+)"/g)].map(([, name]) => collect(name ?? ''));
      return source.replace(/\/\*[\s\S]*?\*\//g, '') + chunks.join('');
    };
    const source = collect(entry);
    expect(forbidden.filter((name) => source.includes(name))).toEqual([]);
  });
});
