import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { toolCommand } from '../../scripts/tool-command.js';

// What would fail on Windows only, as far as it can be seen elsewhere.
const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['bench', 'scripts', 'site', 'src']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => path.endsWith('.ts'))
  .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);

/** Paths of sources in which something is found. */
function pathsWith(pattern: RegExp): readonly string[] {
  expect(sources.length).toBeGreaterThan(500);
  return sources.filter(([, text]) => pattern.test(text)).map(([path]) => path);
}

test('nothing starts a batch file, which Node does through a shell only', () => {
  expect(pathsWith(/(?:spawn|execFile|exec)(?:Sync)?\(\s*['"`](?:npm|npx|pnpm|yarn|tsx|tsc)\b/)).toEqual([]);
});

test('nothing takes the path of an address for that of a file', () => {
  expect(pathsWith(/new URL\([^)]*import\.meta\.url\)\.pathname/)).toEqual([]);
  expect(pathsWith(/import\((?:join|resolve)\(/)).toEqual([]);
});

const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;

test('scripts of package.json are lines that every shell reads', () => {
  const lines = Object.entries(scripts).filter(([name]) => name !== 'example:fleet'); // needs bash and a Redis
  expect(lines.filter(([, line]) => !/^[\w./: -]+(?: && [\w./: -]+)*$/.test(line))).toEqual([]);
});

test('no name of a file is one that Windows refuses, or differs from another in its letter case only', () => {
  const files = filesIn('');
  expect(files.length).toBeGreaterThan(1_000);
  const refused = /[<>:"|?*\\\p{Cc}]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/iu;
  expect(files.filter((path) => refused.test(path))).toEqual([]);
  const seen = new Map<string, string>();
  for (const path of files) {
    expect([path, seen.get(path.toLowerCase())]).toEqual([path, undefined]);
    seen.set(path.toLowerCase(), path);
  }
  // With the longest folder that people work in, 260 characters is all that programs without long paths can open.
  expect(files.filter((path) => path.length > 160)).toEqual([]);
});

test('Git leaves the bytes of every file as they are', () => {
  const rules = readFileSync(join(root, '.gitattributes'), 'utf8').split('\n');
  expect(rules.filter((rule) => rule !== '' && !rule.startsWith('#'))).toEqual(['* -text']);
});

/** The files of the repository, by their paths in it. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !['.cache', '.git', 'dist', 'node_modules'].includes(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(path) : path;
    });
}

describe('tools start without a batch file', () => {
  test.each(['attw', 'biome', 'cspell', 'publint', 'size-limit', 'tsc', 'tsup', 'tsx', 'vitest'])('%s', (name) => {
    const [program, [script = '', ...args]] = toolCommand(name, ['--help']);
    expect(program).toBe(process.execPath);
    expect(existsSync(script)).toBe(true);
    expect(args).toEqual(['--help']);
  });
});
