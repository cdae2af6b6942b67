import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export const fuzzWorkers = availableParallelism();

/** `npm run fuzz`: properties from the sources, each for FUZZ_SECONDS. What failed is then made smaller, which takes longer. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/fuzz.ts'],
    testTimeout: (Number(process.env.FUZZ_SECONDS ?? 0) + 300) * 1_000,
    maxWorkers: fuzzWorkers,
    isolate: false,
  },
});
