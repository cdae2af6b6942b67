import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// What a command loads is most of the time of a small one: nothing comes to it unnoticed.
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli.js');
const healthy = join(root, 'examples/environments/healthy.json');

test.each([
  { typed: '--version', files: ['start'], kilobytes: 110 },
  { typed: 'diagnose company', files: ['diagnose', 'shared', 'start'], kilobytes: 570 },
  { typed: `check ${healthy}`, files: ['check', 'evaluate', 'shared', 'start'], kilobytes: 400 },
  {
    typed: `check ${healthy} --validator operations`,
    files: ['check', 'evaluate', 'operations', 'shared', 'start'],
    kilobytes: 440,
  },
  {
    typed: `check ${healthy} --validator map-design`,
    files: ['check', 'evaluate', 'map-design', 'maps', 'shared', 'start'],
    kilobytes: 470,
  },
])('$typed loads $files, and at most $kilobytes kB', ({ typed, files, kilobytes }) => {
  const loaded = filesLoadedBy(typed.split(' '));
  const large = loaded.filter(({ text }) => text.length > 1_000);
  expect(large.map(({ name }) => name).sort()).toEqual(files);
  expect(loaded.length).toBeLessThan(15);
  expect(loaded.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(kilobytes * 1_000);
  // zod is there for faulty input, and is more to load than all the rest.
  expect(loaded.filter(({ text }) => text.includes('ZodObject'))).toEqual([]);
});

test('a command loads nothing of others', () => {
  const names = filesLoadedBy(['init']).map(({ name }) => name);
  expect(names).toContain('init');
  expect(names.filter((name) => ['check', 'diagnose', 'evaluate', 'inputs'].includes(name))).toEqual([]);
});

/** The files of the command line, by their names without `cli-` and the hash. */
function filesLoadedBy(typed: readonly string[]) {
  const env = { ...process.env, NODE_DEBUG: 'esm' };
  const { stderr } = spawnSync(process.execPath, [cli, ...typed], { encoding: 'utf8', env, maxBuffer: 2 ** 26 });
  const files = new Set([...stderr.matchAll(/\/dist\/(cli-[\w-]+\.js)/g)].map(([, file = '']) => file));
  return [...files].map((file) => ({
    name: file.replace(/^cli-|-[\w-]{8}\.js$/g, ''),
    text: readFileSync(join(root, 'dist', file), 'utf8'),
  }));
}
