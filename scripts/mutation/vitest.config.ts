import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { readPlan } from './plan.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = Object.keys(readPlan().tests);

/** The files in the order of the plan, not the largest first: then those that find most of what is said outside of functions come early. */
class InOrderOfPlan extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    return specifications.toSorted((a, b) => files.indexOf(a.moduleId) - files.indexOf(b.moduleId));
  }
}

/** One process for all files, whose runner tries the mutants: `npm run test:mutation` starts it. */
export default defineConfig({
  root,
  test: {
    name: 'mutation',
    root,
    include: files,
    sequence: { sequencer: InOrderOfPlan },
    runner: fileURLToPath(new URL('runner.ts', import.meta.url)),
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 120_000,
    dangerouslyIgnoreUnhandledErrors: true, // promises of mutants; a test that fails without a mutant is still a failure
    reporters: ['dot'],
  },
});
