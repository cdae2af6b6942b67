import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, npm, pack } from '../support/install-packed.js';
import { type NodeVersion, nodeBinary, nodeVersions } from '../support/node-binary.js';

// The packed package on every version of Node, and beside every version of vitest, that it supports.
const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const suites = join(root, 'examples/readiness-suite');
const environments = join(root, 'examples/environments');
const folder = mkdtempSync(join(tmpdir(), 'packed-'));
let tarball = '';
beforeAll(() => {
  tarball = pack(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const program = `
const reader = await node.readSnapshot(process.argv[2]);
const report = reader.map((snapshot) => core.evaluateSnapshot(snapshot))._unsafeUnwrap();
testing.assertHealthy(report);
const fact = core.known([{ code: 'USMF' }]);
const adapter = { name: 'mine', environment: { name: 'contoso' }, readers: { legalEntities: () => fact } };
const gathered = await core.gatherSnapshot(adapter);
const recognized = inputs.recognize(JSON.stringify(report)).kind;
const page = reporters.html(report).includes('<!doctype html>');
const live = adapters.dataverseAdapter({ url: 'https://contoso.crm.dynamics.com', credential: { getToken: async () => null } });
const refused = await core.gatherSnapshot(live, { only: ['solutions'] });
console.log([report.health, gathered.isOk(), recognized, page, refused.map(({ facts }) => facts.solutions.status)._unsafeUnwrap()].join());
`;
const entries = ['adapters', 'inputs', 'node', 'reporters', 'testing'];
const answer = 'healthy,true,report,true,unknown\n';

describe.each(nodeVersions)('Node %s', (version) => {
  const consumer = mkdtempSync(join(tmpdir(), 'platform-'));
  let node = '';
  afterAll(() => rmSync(consumer, { recursive: true }));
  beforeAll(() => {
    node = nodeBinary(version);
  }, 240_000);
  const run = (args: readonly string[]) => spawnSync(node, args, { cwd: consumer, encoding: 'utf8', env: ownEnv() });

  test('is what runs', () => {
    expect(run(['--version']).stdout).toBe(`v${version}\n`);
  });

  test('its npm installs the package without a complaint, engines included', () => {
    const warnings = install(consumer, [tarball], { node, flags: ['--engine-strict'] });
    expect(warnings).not.toMatch(/ERESOLVE|peer|EBADENGINE|deprecated/);
  }, 240_000);

  test('it works as an ES module', () => {
    const imports = entries.map((name) => `import * as ${name} from 'dual-write-health/${name}';`);
    writeFileSync(
      join(consumer, 'main.mjs'),
      ["import * as core from 'dual-write-health';", ...imports, program].join('\n'),
    );
    expect(run(['main.mjs', join(environments, 'healthy.json')])).toMatchObject({
      stdout: answer,
      stderr: '',
      status: 0,
    });
  });

  test('it works as CommonJS', () => {
    const requires = entries.map((name) => `const ${name} = require('dual-write-health/${name}');`);
    const source = ["const core = require('dual-write-health');", ...requires, `(async () => {${program}})();`].join(
      '\n',
    );
    writeFileSync(join(consumer, 'main.cjs'), source);
    expect(run(['main.cjs', join(environments, 'healthy.json')])).toMatchObject({
      stdout: answer,
      stderr: '',
      status: 0,
    });
  });

  test.each([
    ['check of a file', ['check', join(environments, 'every-dependency-code.json')], 1, 'UNHEALTHY'],
    ['diagnose of a text', ['diagnose', '[DWDVEV1007] x'], 0, 'DWDVEV1007'],
    ['help', ['--help'], 0, 'Usage'],
    ['a file that is not there', ['check', 'no-such-file.json'], 3, ''],
  ])('command line: %s', (_title, args, status, words) => {
    const bin = join(consumer, 'node_modules/dual-write-health/dist/cli.cjs');
    const result = run([bin, ...args]);
    expect(result.stdout).toContain(words);
    expect(result.stderr).not.toContain('Warning');
    expect(result.status).toBe(status);
  });

  test('the suite for node:test runs', () => {
    const { stdout, status } = run([
      join(modules, 'tsx/dist/cli.mjs'),
      '--test',
      join(suites, 'node-test/readiness.test.ts'),
    ]);
    expect(stdout).toMatch(/pass 3/);
    expect(status).toBe(0);
  });

  test('the suite for Jest runs', () => {
    const { stderr, status } = run([join(modules, 'jest/bin/jest.js'), '--rootDir', join(suites, 'jest')]);
    expect(stderr).toContain('3 passed');
    expect(status).toBe(0);
  });

  test('its npm takes our lock file, and our tools name it in their engines', () => {
    // In a folder of its own: even a dry run writes to `node_modules`, which other tests use.
    const bare = mkdtempSync(join(tmpdir(), 'lock-file-'));
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(root, name), join(bare, name));
    const check = ['ci', '--dry-run', '--ignore-scripts', '--engine-strict', '--no-audit', '--no-fund'];
    expect(npm(check, bare, node).warnings).not.toContain('EBADENGINE');
    rmSync(bare, { recursive: true });
  });
});

/** The oldest version, and the newest of each later one. The declarations of 3.2.0 itself do not compile, so they are not checked. */
const supported: readonly (readonly [version: string, node: NodeVersion, skipLibCheck: boolean])[] = [
  ['3.2.0', '20.19.0', true],
  ['4.1.12', '24.21.0', false],
  ['5.1.2', '26.10.0', false],
];

describe.each(supported)('vitest %s', (version, nodeVersion, skipLibCheck) => {
  const consumer = mkdtempSync(join(tmpdir(), 'vitest-'));
  let node = '';
  afterAll(() => rmSync(consumer, { recursive: true }));
  beforeAll(() => {
    node = nodeBinary(nodeVersion);
  }, 240_000);

  test('is installed beside the package', () => {
    const warnings = install(consumer, [tarball, `vitest@${version}`, '@types/node@24.19.4'], { node });
    expect(warnings).not.toMatch(/ERESOLVE|peer|EBADENGINE/);
  }, 240_000);

  test('the suite runs', () => {
    cpSync(join(suites, 'vitest'), join(consumer, 'suite/vitest'), { recursive: true });
    cpSync(environments, join(consumer, 'environments'), { recursive: true });
    const command = [join(consumer, 'node_modules/vitest/vitest.mjs'), 'run', '--root', consumer];
    const run = (snapshot: Record<string, string>) =>
      spawnSync(node, command, { cwd: consumer, encoding: 'utf8', env: { ...ownEnv(), ...snapshot } });
    const healthy = run({});
    expect(healthy.stdout).toContain(`RUN  v${version}`);
    expect(healthy.stdout).toContain('3 passed');
    expect(healthy.status).toBe(0);
    const unknown = run({ SNAPSHOT: join(environments, 'half-filled.json') });
    expect(unknown.stdout).toContain('3 failed');
    expect(unknown.stderr).toContain('expected contoso-uat (half-filled) to be healthy, but it is unknown');
  });

  test('its types fit', () => {
    writeFileSync(join(consumer, 'types.mts'), types);
    const options = ['--strict', '--noEmit', '--skipLibCheck', String(skipLibCheck), '--module', 'nodenext'];
    const lib = ['--target', 'es2022', '--lib', 'es2023,dom', '--types', 'node'];
    const tsc = [join(modules, 'typescript-7/bin/tsc'), ...options, ...lib, 'types.mts'];
    const { stdout, status } = spawnSync(process.execPath, tsc, { cwd: consumer, encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});

const types = `
import { checkEnvironment, evaluateSnapshot, snapshotOf, type Adapter } from 'dual-write-health';
import 'dual-write-health/vitest';
import { expect, test } from 'vitest';

declare const adapter: Adapter;
const report = evaluateSnapshot(snapshotOf('contoso', {}, { takenAt: '2026-11-20T10:00:00Z' }));
expect(report).toBeHealthy();
expect(report).not.toHaveFinding('DWDVEV1007', { kind: 'company', id: 'USMF' });
expect.soft(report).toHavePassed('DWDVEV1007');
export const later: Promise<void> = expect(checkEnvironment(adapter)).resolves.not.toBeHealthy();
expect({ report }).toEqual({ report: expect.toBeHealthy() });
test('x', ({ expect }) => expect(report).toBeHealthy());
// @ts-expect-error no such matcher
expect(report).toBeUnhealthy();
// @ts-expect-error a code is text
expect(report).toHavePassed(1);
// @ts-expect-error no such kind
expect(report).toHaveFinding('DWDVEV1007', { kind: 'customer', id: 'USMF' });
`;

/** The environment without what this test was given by its own runner. */
function ownEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|JEST|TEST|NODE_ENV|NODE_TEST|SNAPSHOT)/.test(name),
  );
  return { ...Object.fromEntries(own), NO_COLOR: '1' };
}
