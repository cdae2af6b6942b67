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
import { toolCommand } from './tool-command.js';

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
const files = filesOfProperties().filter(
  (file) => positionals.length === 0 || positionals.some((one) => file.includes(one)),
);
if (files.length === 0) {
  console.error(`no properties are in ${positionals.join(', ')}`);
  process.exit(1);
}
const chosen = [...files, '-t', values.name];
const env = { FUZZ_SEED: String(seed), ...(values.path === undefined ? budget() : { FUZZ_PATH: values.path }) };
process.exitCode = vitest(['run', ...chosen], env).status ?? 1;

/** The share of each property. */
function budget(): Readonly<Record<string, string>> {
  const count = countProperties();
  const workers = Math.min(fuzzWorkers, files.length);
  const seconds = Math.max(1, Math.round((minutes * 60 * workers) / Math.max(count, 1)));
  console.log(`${count} properties in ${files.length} files, ${seconds} s each, seed ${seed}`);
  return { FUZZ_SECONDS: String(seconds) };
}

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
  return spawnSync(...toolCommand('vitest', [...args, '--config', 'vitest.fuzz.config.ts']), {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', stdout, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}
