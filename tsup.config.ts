import { rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

rmSync('dist', { recursive: true, force: true }); // once for all builds below, which run side by side

const shared: Options = {
  target: 'es2023',
  outDir: 'dist',
  removeNodeProtocol: false,
  splitting: true,
};

/**
 * webpack drops unused calls that have `@__PURE__` before them and does not know `@__NO_SIDE_EFFECTS__` at their functions: one rule
 * would bring all others.
 */
const withPureCalls: NonNullable<Options['plugins']>[number] = {
  name: 'pure calls',
  renderChunk(code) {
    const names = [...code.matchAll(/@__NO_SIDE_EFFECTS__.*\nfunction (\w+)/g)].map(([, name]) => name);
    if (names.length === 0) return undefined;
    const calls = new RegExp(`(?<!function |[\\w.$])(?=(?:${names.join('|')})\\()`, 'g');
    return { code: code.replace(calls, '/* @__PURE__ */ ') };
  },
};

export default defineConfig([
  {
    ...shared,
    entry: {
      index: 'src/index.ts',
      reporters: 'src/reporters/index.ts',
      node: 'src/node/index.ts',
      testing: 'src/testing/index.ts',
      adapters: 'src/adapters/index.ts',
      diagnosis: 'src/diagnosis/index.ts',
      'sync-errors': 'src/sync-errors/index.ts',
      alerts: 'src/alerts/index.ts',
      activity: 'src/activity/index.ts',
      maps: 'src/maps-and-solutions.ts',
      inputs: 'src/inputs/index.ts',
      // No entries of the package: they part the rules from what imports neverthrow, which bundlers cannot drop.
      rules: 'src/rules/index.ts',
      check: 'src/check.ts',
      config: 'src/govern/config.ts',
    },
    format: ['esm', 'cjs'],
    plugins: [withPureCalls],
    dts: { resolve: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  // Vitest is an ES module, so is what extends it.
  {
    ...shared,
    entry: { vitest: 'src/testing/vitest.ts' },
    external: ['vitest'],
    format: ['esm'],
    dts: { resolve: true, compilerOptions: { ignoreDeprecations: '6.0' } },
    onSuccess: 'tsx scripts/build-command-line.ts && tsx site/workbench/write-workbench.ts',
  },
]);
