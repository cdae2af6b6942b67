/**
 * `npm run test:mutation`: changes the sources in thousands of small ways and sees which changes no test notices. Continues where it was
 * cut off: what is known of files that have not changed is in `.cache/mutation`.
 *
 * `npm run test:mutation -- engine facts` for some areas, `-- --slice 200` for as many mutants of all of them, always the same ones.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { areas, atLeast } from './areas.js';
import { bundleTest } from './bundle-tests.js';
import { instrument, type Mutant } from './instrument.js';
import { addLine, type Line, type Plan, type PlannedMutant, type PlannedTest, readLines } from './plan.js';
import { reportOf } from './report.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache/mutation');
const workers = [0, 1];
const resultsOf = (worker: number) => join(folder, `results-${worker}.jsonl`);
/** A worker that writes nothing for so long while it tries a mutant is in a loop that the mutant made. */
const silenceInSeconds = 120;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { slice: { type: 'string' } } });
const unknown = positionals.filter((name) => !areas.some((area) => area.name === name));
if (unknown.length > 0) {
  console.error(`not an area: ${unknown.join(', ')}. Areas: ${areas.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const chosen = positionals.length === 0 ? areas : areas.filter(({ name }) => positionals.includes(name));

mkdirSync(folder, { recursive: true });
const { mutants, sources } = await instrument(root, chosen);
const testsOfArea = new Map(
  chosen.map((area) => [area.name, globSync(area.tests, { cwd: root, absolute: true }).sort()]),
);
const slice = values.slice === undefined ? mutants : sliceOf(mutants, Number(values.slice));
const sourceOf = Object.fromEntries(mutants.map(({ id, file }) => [id, file]));
const tests = await bundleAll();
console.log(`${slice.length} mutants, ${tests.size} test files`);
await Promise.all(
  workers.map((worker) =>
    work(
      worker,
      slice.filter((_, place) => place % workers.length === worker),
    ),
  ),
);
const { table, survivors, problems } = reportOf(mutants, slice, knownOf(slice), atLeast);
writeFileSync(join(folder, 'survivors.txt'), survivors);
console.log(`${table}\n\nWhat no test finds is in .cache/mutation/survivors.txt.`);
for (const problem of problems) console.error(`✖ ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** The same mutants each time, wherever in its file the code moves to. */
function sliceOf(all: readonly Mutant[], size: number): readonly Mutant[] {
  return [...all].sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, size);
}

async function bundleAll(): Promise<ReadonlyMap<string, PlannedTest>> {
  const bundled = new Map<string, PlannedTest>();
  for (const file of new Set([...testsOfArea.values()].flat())) {
    const { code, hash } = await bundleTest(root, file, sources);
    const bundle = join(folder, `${bundled.size}.bundle.js`);
    writeFileSync(bundle, code);
    bundled.set(file, { bundle, hash });
  }
  return bundled;
}

/** What earlier runs found about these mutants that is still true. */
function knownOf(some: readonly Mutant[]): ReadonlyMap<string, readonly Line[]> {
  const hashes = new Map(some.map(({ key, sourceHash }) => [key, sourceHash]));
  const known = new Map<string, Line[]>();
  for (const line of workers.flatMap((worker) => readLines(resultsOf(worker)))) {
    const isTrue = hashes.get(line.key) === line.sourceHash && tests.get(line.test)?.hash === line.testHash;
    if (!isTrue || line.status === 'started') continue;
    known.set(line.key, [...(known.get(line.key) ?? []), line]);
  }
  return known;
}

/** Starts a process for the mutants, and again after each mutant that ends it. */
async function work(worker: number, own: readonly Mutant[]): Promise<void> {
  for (;;) {
    const left = remaining(own);
    if (left.length === 0) return;
    const planned = new Set(left.flatMap((mutant) => mutant.tests));
    const plan: Plan = {
      results: resultsOf(worker),
      mutants: left,
      sourceOf,
      tests: Object.fromEntries([...tests].filter(([path]) => planned.has(path))),
    };
    const path = join(folder, `plan-${worker}.json`);
    writeFileSync(path, JSON.stringify(plan));
    const earlier = readLines(plan.results).length; // the last of which may be of a run that was cut off
    const { exitCode, output } = await run(path, plan.results);
    const last = readLines(plan.results).slice(earlier).at(-1);
    if (last?.status === 'started')
      addLine(plan.results, { ...last, status: 'killed', by: 'the process does not end well' });
    else if (exitCode !== 0 || last === undefined)
      throw new Error(`the tests do not pass without a mutant:\n${output}`);
  }
}

function remaining(own: readonly Mutant[]): readonly PlannedMutant[] {
  const known = knownOf(own);
  return own.flatMap((mutant) => {
    const lines = known.get(mutant.key) ?? [];
    if (lines.some(({ status }) => status === 'killed')) return [];
    const tried = new Set(lines.map(({ test }) => test));
    const others = (testsOfArea.get(mutant.area) ?? []).filter((test) => !tried.has(test));
    return others.length === 0 ? [] : [{ ...mutant, tests: others }];
  });
}

/** Runs a worker until it ends, or until it has been silent for too long. */
function run(plan: string, results: string): Promise<{ readonly exitCode: number | null; readonly output: string }> {
  const config = join(root, 'scripts/mutation/vitest.config.ts');
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config], {
    cwd: root,
    env: { ...process.env, CI: 'true', NO_COLOR: '1', MUTATION_PLAN: plan },
  });
  let output = '';
  const hear = (data: Buffer) => {
    output += data.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  let size = sizeOf(results);
  let silent = 0;
  const watch = setInterval(() => {
    silent = size === sizeOf(results) ? silent + 1 : 0;
    size = sizeOf(results);
    if (silent > silenceInSeconds && readLines(results).at(-1)?.status === 'started') child.kill('SIGKILL');
  }, 1_000);
  return new Promise((resolve) => {
    child.on('close', (exitCode) => {
      clearInterval(watch);
      resolve({ exitCode, output });
    });
  });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
