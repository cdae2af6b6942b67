/**
 * `npm run fuzz -- [--minutes 10] [--seed N] [--path P] [-t NAME] [FILE …]`: the properties of the tests, from the sources, for about as
 * long, each with the same share. With `--path`, as a failure names it, only the run that failed.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fuzzWorkers } from '../vitest.fuzz.config.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string' },
    path: { type: 'string' },
    name: { type: 'string', short: 't', default: '' },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('expected --minutes above 0, and a whole number after --seed');
  process.exit(1);
}
const files = positionals.length > 0 ? positionals : filesOfProperties();
const chosen = [...files, '-t', values.name];
const count = values.path === undefined ? countProperties() : 1;
const seconds = Math.max(1, Math.round((minutes * 60 * Math.min(fuzzWorkers, files.length)) / Math.max(count, 1)));
console.log(`${count} properties in ${files.length} files, ${seconds} s each, seed ${seed}`);
const { status } = vitest(['run', ...chosen], {
  FUZZ_SECONDS: String(seconds),
  FUZZ_SEED: String(seed),
  ...(values.path === undefined ? {} : { FUZZ_PATH: values.path }),
});
process.exitCode = status ?? 1;

function filesOfProperties(): readonly string[] {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => join('test', file))
    .filter(
      (file) => file.endsWith('.test.ts') && readFileSync(join(root, file), 'utf8').includes('@fast-check/vitest'),
    );
}

/** Properties have the seed in their title. */
function countProperties(): number {
  const { stdout } = vitest(['list', ...chosen], {}, 'pipe');
  return stdout?.match(/\(with seed=/g)?.length ?? 0;
}

function vitest(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  stdout: 'inherit' | 'pipe' = 'inherit',
) {
  return spawnSync('npx', ['--no-install', 'vitest', ...args, '--config', 'vitest.fuzz.config.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', stdout, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}
