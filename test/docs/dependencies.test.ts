import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// docs/dependencies.md, package.json, package-lock.json and what is installed say the same.
const root = fileURLToPath(new URL('../..', import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
const manifest = json('package.json');
const locked: [path: string, entry: Locked][] = Object.entries(json('package-lock.json').packages);
const others = locked.filter(([path]) => path !== '');

interface Locked
  extends Partial<Readonly<Record<(typeof kindsOfDependencies)[number], Readonly<Record<string, string>>>>> {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
  readonly hasInstallScript?: boolean;
}

/** The rows of the table below a heading, cell by cell. */
function rowsOf(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [text = ''] = section.split('\n## ');
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => row.slice(2, -2).split(' | '));
}

const kindsOfDependencies = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

const nameIn = ([name = '']: readonly string[]) => name.replaceAll('`', '');
const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? '';

describe.each([
  ['Dependencies', 'dependencies'],
  ['Optional peers', 'peerDependenciesMeta'],
  ['Development dependencies', 'devDependencies'],
])('%s', (heading, key) => {
  const rows = rowsOf(heading);

  test('are those of package.json', () => {
    expect(rows.map(nameIn).sort()).toEqual(Object.keys(manifest[key]).sort());
  });

  test.each(rows.map((row) => [nameIn(row), row] as const))('%s has every cell', (name, row) => {
    const [, why, license, first = '', last = '', alternatives, ...rest] = row;
    expect(rest).toEqual([]);
    expect(why).not.toBe('');
    expect(alternatives).not.toBe('');
    expect(first).toMatch(/^20\d\d(?:-(?:0[1-9]|1[0-2]))?$/);
    expect(last).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
    expect(last.localeCompare(first)).toBeGreaterThanOrEqual(0);
    const isInstalled = others.some(([path]) => path === `node_modules/${name}`);
    if (isInstalled)
      expect(json(`node_modules/${name}/package.json`).license.replace(/^\((.*)\)$/, '$1')).toBe(license);
    else expect([name, license]).toEqual(['@azure/identity', 'MIT']);
  });
});

test('the page says when it was looked at, and no release is later', () => {
  const [, month = ''] = /^Looked at in (\d{4}-\d\d)\./m.exec(page) ?? [];
  const releases = ['Dependencies', 'Optional peers', 'Development dependencies'].flatMap((heading) =>
    rowsOf(heading).map(([, , , , last = '']) => last),
  );
  expect(releases.filter((last) => last > month)).toEqual([]);
});

test('whatever a user gets may be used freely', () => {
  const free = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];
  const ofUsers = others.filter(([, { dev, devOptional, peer }]) => !dev && !devOptional && !peer);
  expect(ofUsers.length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
  expect(ofUsers.filter(([, { license = '' }]) => !free.includes(license)).map(([path]) => path)).toEqual([]);
});

test('development dependencies are pinned', () => {
  const pinned = /^(?:npm:[a-z]+@)?\d+\.\d+\.\d+$/;
  expect(Object.entries<string>(manifest.devDependencies).filter(([, version]) => !pinned.test(version))).toEqual([]);
});

test('peers are optional, and no version of them stops an installation', () => {
  expect(manifest.peerDependencies).toEqual({ '@azure/identity': '*' });
  const required = Object.values<{ optional?: boolean }>(manifest.peerDependenciesMeta).filter(
    ({ optional }) => !optional,
  );
  expect(required).toEqual([]);
});

test('the lock file has no addresses, and an integrity of everything', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(
    /"resolved"|https?:\/\/(?!.*"url")[^"]*\.tgz/,
  );
  expect(others.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
});

test('every package is a version of the registry: no address, no repository, no folder', () => {
  const version = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/;
  expect(others.filter((entry) => !version.test(entry[1].version)).map(([path]) => path)).toEqual([]);
  const elsewhere = /^(?!npm:(?:@[\w.-]+\/)?[\w.-]+@).*[:/]/;
  const asked = [['package.json', manifest] as const, ...locked].flatMap(([path, entry]) =>
    kindsOfDependencies.flatMap((kind) =>
      Object.entries<string>(entry[kind] ?? {}).map(([name, range]) => [path, name, range] as const),
    ),
  );
  expect(asked.length).toBeGreaterThan(1_000);
  expect(asked.filter(([, , range]) => elsewhere.test(range))).toEqual([]);
});

test('package.json has the kinds of dependencies that the page has', () => {
  const kinds = Object.keys(manifest).filter((key) => /dependencies/i.test(key));
  expect(kinds.sort()).toEqual(['dependencies', 'devDependencies', 'peerDependencies', 'peerDependenciesMeta']);
});

test('packages with install scripts are those whose scripts are not needed', () => {
  const withScripts = others.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  expect([...new Set(withScripts)].sort()).toEqual(rowsOf('Install scripts').map(nameIn).sort());
});

test('we have none ourselves', () => {
  const ours = Object.keys(manifest.scripts).filter((name) =>
    /^(?:pre|post)?(?:install|prepare|prepublish)$/.test(name),
  );
  expect(ours).toEqual([]);
});

test('overrides are those of package.json', () => {
  expect(rowsOf('Overrides').map(nameIn)).toEqual(Object.keys(manifest.overrides).sort());
});
