import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pack } from '../support/install-packed.js';
import { type LocalRegistry, startLocalRegistry, tokenOfLocalRegistry } from '../support/local-registry.js';

// A release, rehearsed: published with npm to a registry on this machine, and used as the README says. `npm run release:rehearse`
const root = fileURLToPath(new URL('../..', import.meta.url));
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'release-'));
const user = join(folder, 'user');
const timeout = 240_000;

let registry: LocalRegistry;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  const others = (await run('npm', ['config', 'get', 'registry'], root, process.env)).stdout.trim();
  registry = await startLocalRegistry(others);
  const settings = join(folder, 'npmrc');
  const { host } = new URL(registry.url);
  writeFileSync(settings, `registry=${registry.url}\n//${host}/:_authToken=${tokenOfLocalRegistry}\n`);
  mkdirSync(user);
  writeFileSync(join(user, 'package.json'), '{"name":"user","private":true,"version":"1.0.0","type":"module"}');
  const own = Object.entries(process.env).filter(([key]) => !/^(?:npm_|VITEST|NODE_ENV$|GITHUB_)/i.test(key));
  env = {
    ...Object.fromEntries(own),
    NPM_CONFIG_USERCONFIG: settings,
    NPM_CONFIG_CACHE: join(folder, 'cache'),
    NO_COLOR: '1',
  };
}, timeout);
afterAll(async () => {
  await registry.close();
  rmSync(folder, { recursive: true });
});

describe.sequential('a release', { timeout }, () => {
  const output = join(folder, 'output');
  const release = () => run(process.execPath, [tsx, 'scripts/release.ts'], root, { ...env, GITHUB_OUTPUT: output });

  test('is published, and is what npm packs', async () => {
    const { status, stderr } = await release();
    expect([status, stderr.replace(/^npm notice.*\n/gm, '').trim()]).toEqual([0, '']);
    expect(readFileSync(output, 'utf8')).toBe('published=true\n');
    expect([...registry.archives.keys()]).toEqual([`${name}-${version}.tgz`]);
    expect(registry.archives.get(`${name}-${version}.tgz`)).toEqual(readFileSync(pack(folder)));
  });

  test('is published once', async () => {
    const { status, stdout } = await release();
    expect([status, stdout]).toEqual([0, `${name} ${version} is already in the registry\n`]);
    expect(readFileSync(output, 'utf8')).toBe('published=true\npublished=false\n');
  });

  test('is installed by its name, with its dependencies', async () => {
    const { status, stderr } = await run(
      'npm',
      ['install', `${name}@${version}`, '--no-audit', '--no-fund'],
      user,
      env,
    );
    expect([status, stderr]).toEqual([0, '']);
    const lock = readFileSync(join(user, 'package-lock.json'), 'utf8');
    expect(lock).toContain(`${registry.url}${name}/-/${name}-${version}.tgz`);
  });

  test('does what the README says', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const typed = [...readme.matchAll(/^(?:\$ )?npx dual-write-health ([^#\n]*)/gm)].map(([, args = '']) => args);
    const needNoService = typed.filter((args) => !args.includes('--dataverse'));
    expect(needNoService.length).toBeGreaterThanOrEqual(3);
    for (const args of needNoService) {
      const words = [...args.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
      const { status, stdout, stderr } = await run('npx', ['--no-install', name, ...words], user, env);
      expect([args, stderr]).toEqual([args, '']);
      expect(stdout.length).toBeGreaterThan(200);
      expect(status).toBe(0);
    }
  });

  test('carries the page for the browser', async () => {
    const { status } = await run('npx', ['--no-install', name, 'workbench', '-o', 'page.html'], user, env);
    expect(status).toBe(0);
    expect(readFileSync(join(user, 'page.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });
});

describe('what is not prepared is not published', () => {
  const copy = join(folder, 'copy');
  const prepare = () => {
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(join(copy, 'dist'), { recursive: true });
    for (const path of [
      'package.json',
      'CHANGELOG.md',
      'scripts/release.ts',
      'scripts/tool-command.ts',
      '.changeset/config.json',
    ])
      cpSync(join(root, path), join(copy, path));
    writeFileSync(join(copy, 'dist/cli.cjs'), `console.log('${version}');`);
  };

  test.each([
    ['.changeset/new.md', "---\n'dual-write-health': minor\n---\n\nNew.\n", 'there are changesets'],
    ['CHANGELOG.md', '# Changes\n\n## 0.0.9\n', 'CHANGELOG.md begins with 0.0.9'],
    ['dist/cli.cjs', "console.log('0.0.9');", 'dist is of version 0.0.9'],
  ])('%s', async (path, text, words) => {
    prepare();
    writeFileSync(join(copy, path), text);
    const { status, stdout, stderr } = await run(process.execPath, [tsx, 'scripts/release.ts'], copy, env);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(words);
  });

  test('and a registry that does not answer is not one that lacks the version', async () => {
    prepare();
    const nowhere = { ...env, NPM_CONFIG_REGISTRY: 'http://127.0.0.1:9/', NPM_CONFIG_FETCH_RETRIES: '0' };
    const { status, stderr } = await run(process.execPath, [tsx, 'scripts/release.ts'], copy, nowhere);
    expect(status).toBe(1);
    expect(stderr).toContain('the registry did not answer');
  });
});

test('the notes of a release are what the CHANGELOG says about it', async () => {
  const { stdout } = await run(process.execPath, [tsx, 'scripts/release-notes.ts'], root, env);
  const [, ofVersion = ''] = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(`\n## ${version}\n`);
  expect(ofVersion.trim().startsWith(stdout.trim())).toBe(true);
  expect(stdout.length).toBeGreaterThan(20);
  expect(stdout).not.toMatch(/^## /m);
});

test('a changeset becomes a new part of the CHANGELOG, and what was there is not touched', async () => {
  const copy = join(folder, 'next');
  const before = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  mkdirSync(copy);
  for (const path of ['package.json', 'CHANGELOG.md', '.changeset/config.json'])
    cpSync(join(root, path), join(copy, path));
  writeFileSync(join(copy, '.changeset/new.md'), "---\n'dual-write-health': minor\n---\n\nSomething new.\n");
  await run('git', ['init', '--quiet'], copy, env);
  const { status } = await run(
    process.execPath,
    [join(root, 'node_modules/@changesets/cli/bin.js'), 'version'],
    copy,
    env,
  );
  expect(status).toBe(0);
  const [title = '', ...rest] = before.split('\n');
  const after = readFileSync(join(copy, 'CHANGELOG.md'), 'utf8');
  expect(after.startsWith(`${title}\n`)).toBe(true);
  expect(after.endsWith(rest.join('\n').trimStart())).toBe(true);
  expect(after).toContain('Something new.');
});

/** Not the synchronous call: the registry is in this process. */
function run(command: string, args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv) {
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(command, args, { cwd, env: environment, maxBuffer: 2 ** 26 }, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode, stdout, stderr }),
    );
    child.stdin?.end();
  });
}
