import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { readPlan } from './plan.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One process for all files, whose runner tries the mutants: `npm run test:mutation` starts it. */
export default defineConfig({
  root,
  test: {
    name: 'mutation',
    root,
    include: Object.keys(readPlan().tests),
    runner: fileURLToPath(new URL('runner.ts', import.meta.url)),
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 120_000,
    reporters: ['dot'],
  },
});
