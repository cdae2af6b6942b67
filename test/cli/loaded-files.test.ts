import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

// What a command loads is most of the time of a small one: nothing comes to it unnoticed.
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-loaded-'));
afterAll(() => rmSync(folder, { recursive: true }));

const healthy = join(root, 'examples/environments/healthy.json');

test.each([
  { typed: ['--version'], files: ['start'], kilobytes: 110 },
  { typed: ['check', healthy], files: ['start', 'shared', 'check', 'evaluate'], kilobytes: 400 },
  {
    typed: ['check', healthy, '--validator', 'operations'],
    files: ['start', 'shared', 'check', 'evaluate', 'operations'],
    kilobytes: 450,
  },
  {
    typed: ['check', healthy, '--validator', 'map-design'],
    files: ['start', 'shared', 'check', 'evaluate', 'maps', 'map-design'],
    kilobytes: 470,
  },
  { typed: ['diagnose', 'Unable to lookup company'], files: ['start', 'shared', 'diagnose'], kilobytes: 570 },
])('$typed loads $files, and at most $kilobytes kB', ({ typed, files, kilobytes }) => {
  const loaded = filesLoadedBy(typed);
  const large = loaded.filter(({ bytes }) => bytes > 1_000).map(({ name }) => name);
  expect(large.sort()).toEqual([...files].sort());
  // The others name what is in the large ones.
  expect(loaded.length).toBeLessThan(3 * files.length + 4);
  expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(kilobytes * 1_000);
});

/** The files of the command line, by their names without `cli-` and the hash. */
function filesLoadedBy(typed: readonly string[]) {
  const list = join(folder, 'list.txt');
  const hook = `import { appendFileSync } from 'node:fs';
export function load(url, context, next) {
  if (url.startsWith('file:')) appendFileSync(${JSON.stringify(list)}, url + '\\n');
  return next(url, context);
}`;
  const hooked = `import { register } from 'node:module'; register(${JSON.stringify(asModule(hook))});`;
  rmSync(list, { force: true });
  try {
    execFileSync(process.execPath, ['--import', asModule(hooked), join(root, 'dist/cli.js'), ...typed], {
      stdio: 'pipe',
    });
  } catch {
    // What it says, and with which code it ends, is for other tests.
  }
  const urls = readFileSync(list, 'utf8').trim().split('\n');
  return urls.map((url) => {
    const path = fileURLToPath(url);
    return { name: basename(path).replace(/^cli-|(?:-[\w-]{8})?\.js$/g, ''), bytes: statSync(path).size };
  });
}

function asModule(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
