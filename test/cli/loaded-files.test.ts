import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// What a command loads is most of the time of a small one: nothing comes to it unnoticed.
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli.cjs');
const healthy = join(root, 'examples/environments/healthy.json');

const probe = join(mkdtempSync(join(tmpdir(), 'loaded-files-')), 'probe.cjs');
writeFileSync(
  probe,
  `process.on('exit', () => console.error('\\n' + JSON.stringify(Object.keys(require.cache).filter((file) => file.startsWith(${JSON.stringify(join(root, 'dist'))})))));`,
);

test.each([
  { typed: '--version', files: ['start'], kilobytes: 150 },
  { typed: 'diagnose company', files: ['diagnose', 'shared', 'start'], kilobytes: 620 },
  { typed: `check ${healthy}`, files: ['check', 'evaluate', 'shared', 'start'], kilobytes: 540 },
  {
    typed: `check ${healthy} --validator operations`,
    files: ['check', 'evaluate', 'operations', 'shared', 'start'],
    kilobytes: 590,
  },
  {
    typed: `check ${healthy} --validator map-design`,
    files: ['check', 'entity-map', 'evaluate', 'map-design', 'shared', 'start'],
    kilobytes: 640,
  },
])('$typed loads $files, and at most $kilobytes kB', ({ typed, files, kilobytes }) => {
  const loaded = filesLoadedBy(typed.split(' '));
  const large = loaded.filter(({ text }) => text.length > 1_000);
  expect([...new Set(large.map(({ name }) => name))].sort()).toEqual(files);
  expect(loaded.length).toBeLessThan(60);
  expect(loaded.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(kilobytes * 1_000);
  // zod is there for faulty input, and is more to load than all the rest.
  expect(loaded.filter(({ text }) => text.includes('ZodObject'))).toEqual([]);
});

test('a command loads nothing of others', () => {
  const names = filesLoadedBy(['init']).map(({ name }) => name);
  expect(names).toContain('init');
  expect(names.filter((name) => ['check', 'diagnose', 'evaluate', 'inputs'].includes(name))).toEqual([]);
});

/** The files of the command line, by their names without their part and the hash. */
function filesLoadedBy(typed: readonly string[]) {
  const { stderr } = spawnSync(process.execPath, ['--require', probe, cli, ...typed], { encoding: 'utf8' });
  const files: readonly string[] = JSON.parse(stderr.split('\n').at(-2) ?? '');
  return files.flatMap((file) => {
    const name = basename(file).replace(/(?:-\d+)?(?:-[\w-]{8})?\.cjs$/, '');
    return name === 'rolldown-runtime' ? [] : { name, text: readFileSync(file, 'utf8') };
  });
}
