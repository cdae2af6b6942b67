import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { transform } from 'esbuild';
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

/** The entries of the package. */
const entries = {
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
};

/** No entries of the package: they part the rules from what imports neverthrow, which bundlers cannot drop. */
const parts = { rules: 'src/rules/index.ts', check: 'src/check.ts', config: 'src/govern/config.ts' };

/** Where the ES modules are from which CommonJS is made: esbuild splits no CommonJS, and tsup replaces `??` and `?.` by slower calls. */
const modulesFolder = 'dist/modules';

/** Only names of functions, which stack traces show, are as in the source. */
async function inCommonJs(module: string): Promise<string> {
  const { code } = await transform(module, {
    format: 'cjs',
    target: 'es2023',
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
    define: { 'import.meta.url': 'moduleUrl' },
    footer: module.includes('import.meta.url')
      ? 'const moduleUrl=require("node:url").pathToFileURL(__filename).href;'
      : '',
  });
  return code
    .replaceAll(/(?<=\brequire\("\.\/[\w-]+)\.js(?="\))/g, '.cjs')
    .replaceAll(/\bimport\("(\.\/[\w-]+)\.js"\)/g, 'Promise.resolve().then(()=>require("$1.cjs"))');
}

const toCommonJs: NonNullable<Options['plugins']>[number] = {
  name: 'to CommonJS',
  async buildEnd({ writtenFiles }) {
    // esbuild puts its helpers into every file, in front of the exports.
    const helpersOf = (code: string) => code.slice(0, Math.max(0, code.indexOf('var stdin_exports=')));
    const helpers = helpersOf(await inCommonJs("import a from 'a'; export { a };"));
    const names = ['__export', '__toCommonJS', '__toESM'];
    await writeFile('dist/helpers.cjs', `"use strict";${helpers}module.exports={${names}};`);
    await Promise.all(
      writtenFiles.map(async ({ name }) => {
        const code = await inCommonJs(await readFile(name, 'utf8'));
        const file = `dist/${basename(name, '.js')}.cjs`;
        const replaced = helpersOf(code);
        if (replaced === '') return writeFile(file, code, { mode: 0o755 }); // the command, which exports nothing
        const used = names.filter((helper) => replaced.includes(`${helper}=`));
        const required = `"use strict";const{${used}}=require("./helpers.cjs");`;
        return writeFile(file, required + code.slice(replaced.length));
      }),
    );
    rmSync(modulesFolder, { recursive: true });
  },
};

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

const declarations = { resolve: true, compilerOptions: { ignoreDeprecations: '6.0' } };

export default defineConfig([
  {
    ...shared,
    entry: { ...entries, ...parts },
    format: ['esm'],
    plugins: [withPureCalls],
    esbuildPlugins: [withPipelineApart],
  },
  // The command line is CommonJS, which Node loads faster, and shares its files with the library.
  {
    ...shared,
    entry: { ...entries, cli: 'src/cli/bin.ts' },
    outDir: modulesFolder,
    format: ['esm'],
    plugins: [toCommonJs],
    esbuildPlugins: [withPipelineApart],
    onSuccess: 'tsx site/workbench/write-workbench.ts',
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
  },
]);
