import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commands, groups } from '../../src/cli/commands/index.js';
import { type Call, program } from '../../src/cli/program.js';
import { catalogue } from '../../src/index.js';
import { tool } from '../../src/report/tool.js';
import { upgradeFrom010, versionsOfChangelog } from '../support/changelog.js';

// The CHANGELOG says what this version is, and where each name of the last one is.
const root = fileURLToPath(new URL('../..', import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const before: Readonly<Record<string, readonly string[]>> = json('test/package/fixtures/0.1.0/names.json');
const { moved, renamed, documents, removed } = upgradeFrom010();

/** The names of each entry today, as the API reports list them. */
const today = new Map(
  readdirSync(join(root, 'etc')).map((file) => [
    entryOf(file.replace('.api.md', '')),
    new Set(
      Array.from(
        readFileSync(join(root, 'etc', file), 'utf8').matchAll(
          /^export (?:(?:declare |abstract )?(?:const|function|type|interface|class) (\w+)|\{ \w+ as (\w+) \}|\{ (\w+) \})/gm,
        ),
        ([, declared, alias, plain]) => declared ?? alias ?? plain ?? '',
      ),
    ),
  ]),
);
const anywhere = new Set([...today.values()].flatMap((names) => [...names]));

/** `maps` is imported from `dual-write-health/maps`, `index` from `dual-write-health`. */
function entryOf(name: string): string {
  return name === 'index' ? 'dual-write-health' : `dual-write-health/${name}`;
}

describe('the version', () => {
  const { version } = json('package.json');

  test('is the newest of the CHANGELOG, which lists the newest first', () => {
    expect(versionsOfChangelog[0]).toBe(version);
    expect(versionsOfChangelog).toEqual([...versionsOfChangelog].sort(byVersion).reverse());
  });

  test('is the same in package.json, the lock file and reports', () => {
    const lock = json('package-lock.json');
    expect([lock.version, lock.packages[''].version, tool.version]).toEqual([version, version, version]);
  });

  test('a rule says since when it exists: those of 0.1.0 are in its reports, and none is of a later version than the next', () => {
    const ofReports = ['health-check', 'operations', 'map-design'].flatMap((name) =>
      json(`test/report/fixtures/0.1.0/report-${name}.json`).outcomes.map(({ code }: { code: string }) => code),
    );
    const old = catalogue.filter(({ since }) => since === '0.1.0').map(({ code }) => code);
    expect([...old].sort()).toEqual(ofReports.sort());
    const [major, minor] = version.split('.');
    const next = `${major}.${Number(minor) + 1}.0`;
    expect(catalogue.filter(({ since }) => byVersion(since, next) > 0)).toEqual([]);
  });
});

describe.each(Object.entries(before).map(([name, names]) => [entryOf(name), names] as const))(
  '%s of 0.1.0',
  (entry, names) => {
    test('has names, each of which is where it was, or where the CHANGELOG says', () => {
      expect(names.length).toBeGreaterThan(0);
      expect(names.flatMap((name) => problemsOf(entry, name))).toEqual([]);
    });
  },
);

/** What is wrong about a name of 0.1.0: it has to be in exactly one place, and to be there today. */
function problemsOf(entry: string, name: string): readonly string[] {
  const { now, entry: place = '' } = renamed.get(name) ?? {};
  const isOperations = entry === 'dual-write-health/operations';
  const places = [
    ...(today.get(entry)?.has(name) && now === undefined ? [true] : []),
    ...(isOperations && moved.has(name) ? [today.get(moved.get(name) ?? '')?.has(name)] : []),
    ...(now === undefined ? [] : [today.get(place)?.has(now)]),
    ...(documents.has(name) ? [today.get('dual-write-health/reporters')?.has(documents.get(name) ?? '')] : []),
    ...(removed.has(name) ? [!anywhere.has(name)] : []),
  ];
  if (places.length !== 1) return [`${name}: ${places.length} places`];
  return places[0] ? [] : [`${name} is not there`];
}

test('every command line of the guides of 0.1.0 can be typed today', async () => {
  const lines = readFileSync(join(root, 'test/package/fixtures/0.1.0/commands.txt'), 'utf8').trim().split('\n');
  expect(lines.length).toBeGreaterThan(50);
  for (const line of lines) {
    let call: Call | undefined;
    const parser = program(commands, groups, async (one) => {
      call = one;
    });
    const words = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
    await parser.parseAsync(words, { from: 'user' });
    expect([line, call?.command.path]).toEqual([
      line,
      expect.stringMatching(new RegExp(`^${words[0]}( ${words[1]})?$`)),
    ]);
  }
});

test('the CHANGELOG names nothing that 0.1.0 did not have', () => {
  const had = new Set(Object.values(before).flat());
  const named = [...moved.keys(), ...renamed.keys(), ...documents.keys(), ...removed];
  expect(named.filter((name) => !had.has(name))).toEqual([]);
});

function byVersion(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
