import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { entries } from './scripts/entries.js';

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

/** No entries of the package: they part the rules from what imports neverthrow, which bundlers cannot drop. */
const parts = { rules: 'src/rules/index.ts', check: 'src/check.ts', config: 'src/govern/config.ts' };

/**
 * Declarations are built once, for CommonJS; those of the ES modules export them again. What is left there of zod are imports of
 * nothing, which a user without zod cannot resolve. tsup calls nothing when declarations are written.
 */
process.once('exit', () => {
  for (const file of readdirSync('dist').filter((name) => /\.d\.c?ts$/.test(name))) {
    const text = readFileSync(`dist/${file}`, 'utf8');
    writeFileSync(`dist/${file}`, text.replaceAll("import 'zod/mini';\n", ''));
  }
  for (const name of Object.keys(entries)) writeFileSync(`dist/${name}.d.ts`, `export * from './${name}.cjs';\n`);
});

/** The HTTP pipeline is a file by itself (`imports` in package.json), because Node and browsers need different ones. */
const withPipelineApart: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'pipeline apart',
  setup(build) {
    build.onResolve({ filter: /\/rest-pipeline\.js$/ }, () => ({ path: '#rest-pipeline', external: true }));
  },
};

/** For libraries in CommonJS, which ask for modules of Node through `require`. */
const requireInModules = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Of what is bundled, types are in the declarations too. With all other types, the compiler runs out of memory. */
const declarations = {
  resolve: [/^\.{1,2}\//, /^@azure\/(?:abort|core|logger)/, /^@typespec\//, 'type-fest', 'tagged-tag'],
  compilerOptions: { ignoreDeprecations: '6.0' },
};

export default defineConfig([
  {
    ...shared,
    entry: { ...entries, ...parts },
    format: ['esm'],
    plugins: [withPureCalls],
    esbuildPlugins: [withPipelineApart],
  },
  { ...shared, entry: entries, format: ['cjs'], external: ['zod/mini'], dts: { ...declarations, only: true } },
  {
    ...shared,
    entry: { 'rest-pipeline': 'src/adapters/odata/rest-pipeline.ts' },
    format: ['esm', 'cjs'],
    splitting: false,
    external: ['supports-color'], // as the library itself: colors its logs where the user has it
    minify: true,
    banner: ({ format }) => (format === 'esm' ? { js: requireInModules } : {}),
  },
  {
    ...shared,
    entry: { 'rest-pipeline.browser': 'src/adapters/odata/rest-pipeline.ts' },
    format: ['esm'],
    platform: 'browser',
    minify: true,
  },
  // Vitest is an ES module, so is what extends it.
  {
    ...shared,
    entry: { vitest: 'src/testing/vitest.ts' },
    external: ['vitest', 'zod/mini'],
    format: ['esm'],
    dts: declarations,
    onSuccess: 'tsx scripts/build-commonjs.ts && tsx site/workbench/write-workbench.ts',
  },
]);
