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
  { typed: `check ${healthy}`, files: ['check', 'evaluate', 'shared', 'snapshot', 'start'], kilobytes: 540 },
  {
    typed: `check ${healthy} --validator operations`,
    files: ['check', 'evaluate', 'operations', 'shared', 'snapshot', 'start'],
    kilobytes: 590,
  },
  {
    typed: `check ${healthy} --validator map-design`,
    files: ['check', 'entity-map', 'evaluate', 'map-design', 'shared', 'snapshot', 'start'],
    kilobytes: 640,
  },
])('$typed loads $files, and at most $kilobytes kB', ({ typed, files, kilobytes }) => {
  const loaded = filesLoadedBy(typed.split(' '));
  const large = loaded.filter(({ text }) => text.length > 1_000);
  expect([...new Set(large.map(({ name }) => name))].sort()).toEqual(files);
  expect(loaded.length).toBeLessThan(30);
  expect(loaded.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(kilobytes * 1_000);
  // zod is there for faulty input, and is more to load than all the rest.
  expect(loaded.filter(({ text }) => text.includes('ZodObject'))).toEqual([]);
});

test('a snapshot is read before what checks it is loaded', () => {
  const watch = join(mkdtempSync(join(tmpdir(), 'read-first-')), 'watch.cjs');
  writeFileSync(
    watch,
    `const fs = require('node:fs');
    const { readFileSync } = fs;
    fs.readFileSync = (path, ...more) => {
      if (path === ${JSON.stringify(healthy)}) console.error(JSON.stringify(Object.keys(require.cache)));
      return readFileSync(path, ...more);
    };`,
  );
  const { stderr } = spawnSync(process.execPath, ['--require', watch, cli, 'check', healthy], { encoding: 'utf8' });
  const loaded: readonly string[] = JSON.parse(stderr);
  expect(loaded.filter((file) => /dist.(?:check|evaluate|shared-\d)/.test(file))).toEqual([]);
  // A larger file makes V8 collect garbage for the first time, which is what reading first avoids.
  expect(loaded.reduce((sum, file) => sum + readFileSync(file).length, 0)).toBeLessThan(200_000);
});

test('nothing is loaded that starts other programs', () => {
  writeFileSync(
    probe.replace('.cjs', '-builtins.cjs'),
    `process.on('exit', () => console.error(process.moduleLoadList.join('\\n')));`,
  );
  const typed = ['--require', probe.replace('.cjs', '-builtins.cjs'), cli, 'check', healthy];
  const { stderr } = spawnSync(process.execPath, typed, { encoding: 'utf8' });
  expect(stderr).toMatch(/NativeModule fs$/m);
  expect(stderr).not.toMatch(/NativeModule child_process$/m);
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
