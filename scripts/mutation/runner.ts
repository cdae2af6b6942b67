import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type File, type FileSpecification, startTests, type Task, type Test } from '@vitest/runner';
import fc from 'fast-check';
import { TestRunner } from 'vitest';
import type { Mutant } from './instrument.js';
import { addLine, type Line, readPlan } from './plan.js';

/** What the switches of the mutants look at: names of Stryker. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> } | undefined;
}
type Hits = Record<string, number>;

const switches: Switches = {};
Object.assign(globalThis, { __stryker__: switches });
const plan = readPlan();
const killed = new Set<string>();

// The same examples for every mutant, and no search for a smaller one: that one fails is all that counts.
fc.configureGlobal({ seed: 20_261_129, endOnFailure: true });

/** Imports the bundle of a test file, which evaluates all sources in it again each time. */
class BundleRunner extends TestRunner {
  override async importFile(path: string, source: 'collect' | 'setup'): Promise<unknown> {
    return path in plan.tests ? evaluate(path) : super.importFile(path, source);
  }

  override onBeforeTryTask(test: Test): void {
    super.onBeforeTryTask(test);
    switches.currentTestId = test.id;
  }

  // Not `onAfterTryTask`, which is left out after a failure: what the next file does while it is loaded would count for this test.
  override onAfterRunTask(test: Test): void {
    switches.currentTestId = undefined;
    super.onAfterRunTask(test);
  }
}

/** Runs tests of one file until one fails. Vitest hears nothing of it. */
class Trial extends BundleRunner {
  failed: Test | undefined;

  // Otherwise Vitest keeps each trial, with all that its tests have made, until the process ends, for fixtures that none of them has.
  override onCleanupWorkerContext(): void {}

  override async onBeforeRunTask(test: Test): Promise<void> {
    if (this.failed !== undefined) test.mode = 'skip';
    await super.onBeforeRunTask(test);
  }

  override onAfterRunTask(test: Test): void {
    if (test.result?.state === 'fail') this.failed ??= test;
    super.onAfterRunTask(test);
  }
}

/**
 * Runs each test file as Vitest does, notes which tests reach which mutant, and then runs the file again for each mutant, in the same
 * process and only with the tests that reach it.
 */
export default class MutationRunner extends BundleRunner {
  override async onAfterRunFiles(files: readonly File[] = []): Promise<void> {
    super.onAfterRunFiles();
    // Vitest sends results up to 100 ms late: those of a trial would go with those of the file.
    await setTimeout(150);
    for (const file of files) await this.tryMutants(file);
  }

  private async tryMutants(file: File): Promise<void> {
    const tests = testsIn(file);
    const red = tests.find(({ result }) => result?.state === 'fail') ?? file;
    if (red.result?.state === 'fail') {
      throw new Error(`${file.name} fails without a mutant: ${red.name}: ${JSON.stringify(red.result.errors)}`);
    }
    const coverage = switches.mutantCoverage ?? { static: {}, perTest: {} };
    switches.mutantCoverage = undefined;
    switches.hitLimit = 100 * mostHits([coverage.static, ...Object.values(coverage.perTest)]) + 100_000;
    const near = nearTests(coverage.perTest);
    // On a busy machine, slow is not stuck.
    const slowest = Math.max(0, ...tests.map(({ result }) => result?.duration ?? 0));
    const testTimeout = Math.max(10_000, 5 * slowest);
    for (const mutant of plan.mutants) {
      if (killed.has(mutant.key) || !mutant.tests.includes(file.filepath)) continue;
      const note = (status: Line['status'], by?: string) => write(mutant, file, status, by);
      const stages = stagesOf(mutant, tests, coverage, near);
      if (stages.length === 0) {
        note('not reached');
        continue;
      }
      note('started');
      let by: string | undefined;
      for (const stage of stages)
        by ??= await this.killerOf(mutant, { filepath: file.filepath, testIds: stage }, testTimeout);
      if (by !== undefined) killed.add(mutant.key);
      note(by === undefined ? 'survived' : 'killed', by);
    }
  }

  /** The name of the first of these tests that fails with the mutant, or `undefined` if none does. */
  private async killerOf(
    { id }: Mutant,
    specification: FileSpecification,
    testTimeout: number,
  ): Promise<string | undefined> {
    const trial = new Trial({ ...this.config, testTimeout });
    trial.trace = this.trace;
    switches.activeMutant = id;
    switches.hitCount = 0;
    const [file] = await startTests([specification], trial);
    switches.activeMutant = undefined;
    switches.hitCount = undefined;
    switches.mutantCoverage = undefined;
    const cannotLoad = file?.result?.state === 'fail' && file.tasks.length === 0;
    return trial.failed?.name ?? (cannotLoad ? 'the file cannot be loaded' : undefined);
  }
}

type Coverage = NonNullable<Switches['mutantCoverage']>;

/**
 * Which tests try a mutant, in turn: those that reach it, those that reach anything of its source, since what is computed once is reached
 * by the first of them only, and where it is reached while the file is loaded, all others.
 */
function stagesOf(
  { id, file }: Mutant,
  tests: readonly Test[],
  { static: outside, perTest }: Coverage,
  near: ReturnType<typeof nearTests>,
): readonly string[][] {
  const stages: string[][] = [[], [], []];
  for (const test of tests) {
    const stage = perTest[test.id]?.[id] !== undefined ? 0 : near.get(file)?.has(test.id) === true ? 1 : 2;
    stages[stage]?.push(test.id);
  }
  const isOutside = outside[id] !== undefined;
  if (!isOutside && stages[0]?.length === 0) return [];
  return stages.slice(0, isOutside ? 3 : 2).filter((stage) => stage.length > 0);
}

/** The tests that reach any mutant of a source. */
function nearTests(perTest: Coverage['perTest']): ReadonlyMap<string, ReadonlySet<string>> {
  const near = new Map<string, Set<string>>();
  for (const [test, hits] of Object.entries(perTest)) {
    for (const id in hits) {
      const file = plan.sourceOf[id];
      if (file === undefined) continue;
      const tests = near.get(file) ?? new Set();
      near.set(file, tests.add(test));
    }
  }
  return near;
}

function mostHits(all: readonly Hits[]): number {
  let most = 0;
  for (const hits of all) for (const id in hits) most = Math.max(most, hits[id] ?? 0);
  return most;
}

const bundles = new Map<string, (...args: readonly unknown[]) => Promise<void>>();

async function evaluate(path: string): Promise<void> {
  let bundle = bundles.get(path);
  if (bundle === undefined) {
    bundle = functionOf(readFileSync(plan.tests[path]?.bundle ?? '', 'utf8'));
    bundles.set(path, bundle);
  }
  const importNow = (specifier: string) => import(specifier);
  await bundle({}, { url: pathToFileURL(path).href }, importNow, importNow);
}

function write({ key, sourceHash }: Mutant, { filepath }: File, status: Line['status'], by: string | undefined): void {
  const test = { test: filepath, testHash: plan.tests[filepath]?.hash ?? '' };
  addLine(plan.results, { key, sourceHash, ...test, status, ...(by !== undefined && { by }) });
}

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...args: readonly unknown[]) => Promise<void>; // the constructor of every asynchronous function, which has no name

function functionOf(code: string) {
  return new AsyncFunction(
    '__vite_ssr_exports__',
    '__vite_ssr_import_meta__',
    '__vite_ssr_import__',
    '__vite_ssr_dynamic_import__',
    `"use strict"; const __vite_ssr_exportName__ = () => {};\n${code}`,
  );
}

function testsIn(task: Task): readonly Test[] {
  return task.type === 'test' ? [task] : task.tasks.flatMap(testsIn);
}
