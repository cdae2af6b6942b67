/**
 * Part of `npm run build`: the CommonJS files of the library, which the command line shares. Node takes longer to find and open a file
 * than to read a small one, so what a command loads is in a few files; what only other commands load is apart.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { type Plugin, rolldown } from 'rolldown';
import { entries } from './entries.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The files of the command line, each by the modules that bring what is in it. What more than one of them needs is in the shared one. */
const files: Readonly<Record<string, readonly string[]>> = {
  start: ['cli/main.ts'],
  evaluate: ['evaluate-snapshot.ts', 'rules/health-check.ts'],
  operations: ['rules/operations.ts'],
  'map-design': ['rules/map-design.ts'],
  'entity-map': ['maps/entity-map-of.ts'],
  check: ['cli/run/check.ts', 'reporters/documents/report-document.ts', 'reporters/documents/fleet-document.ts'],
  diagnose: ['cli/run/diagnose.ts', 'reporters/documents/diagnosis-log-document.ts'],
  read: ['cli/read-inputs.ts', 'cli/input-in-words.ts'],
  shared: ['reporters/to-pretty.ts', 'reporters/documents/diagnoses-document.ts'],
};

const fileOf = new Map<string, string>();

/** Sorts the modules that commands need into {@link files}, and those in parts by the entries of the library that need them too. */
const sorting: Plugin = {
  name: 'sorting',
  buildEnd() {
    const idOf = (path: string) => join(root, 'src', path);
    const reachedFrom = (ids: readonly string[], isApart: (id: string) => boolean) => {
      const left = [...ids];
      const seen = new Set<string>();
      for (let id = left.pop(); id !== undefined; id = left.pop()) {
        if (seen.has(id)) continue;
        seen.add(id);
        left.push(...(this.getModuleInfo(id)?.importedIds ?? []).filter((one) => !isApart(one)));
      }
      return seen;
    };
    const entriesOf = new Map<string, string>();
    for (const [entry, path] of Object.entries(entries)) {
      const reached = reachedFrom([join(root, path)], () => false);
      for (const id of reached) entriesOf.set(id, `${entriesOf.get(id) ?? ''} ${entry}`);
    }
    const parts = ['', ...new Set(entriesOf.values())];
    const starts = new Set(Object.values(files).flat().map(idOf));
    const sorted = new Map<string, string>();
    for (const [file, own] of Object.entries(files)) {
      for (const id of reachedFrom(own.map(idOf), (one) => starts.has(one) || sorted.get(one) === 'start')) {
        sorted.set(id, sorted.has(id) ? 'shared' : file);
      }
    }
    for (const [id, file] of sorted) fileOf.set(id, `${file}-${parts.indexOf(entriesOf.get(id) ?? '')}`);
  },
};

const bundle = await rolldown({
  input: { ...entries, cli: join(root, 'src/cli/bin.ts') },
  cwd: root,
  platform: 'node',
  external: [/^#/, 'vitest', 'neverthrow', 'picocolors', 'saxen'],
  transform: { target: 'es2023' },
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    sorting,
    {
      name: 'pipeline apart',
      resolveId: (id) => (/\/rest-pipeline\.js$/.test(id) ? { id: '#rest-pipeline', external: true } : null),
    },
  ],
});
const { output } = await bundle.generate({
  format: 'esm',
  comments: { legal: true, annotation: false, jsdoc: false },
  chunkFileNames: '[name]-[hash].js',
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [{ debugName: 'files', name: (id) => fileOf.get(id) ?? null }],
  },
});

/** Only names of functions, which stack traces show, are as in the source. */
async function inCommonJs(module: string): Promise<string> {
  const { code } = await transform(module, {
    format: 'cjs',
    target: 'es2023',
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
    define: { 'import.meta.url': 'moduleUrl' },
  });
  return code
    .replaceAll(/(?<=\brequire\("\.\/[\w-]+)\.js(?="\))/g, '.cjs')
    .replaceAll(/\bimport\("(\.\/[\w-]+)\.js"\)/g, 'Promise.resolve().then(()=>require("$1.cjs"))');
}

// esbuild puts its helpers into every file, in front of the exports.
const names = ['__export', '__toCommonJS', '__toESM'];
const helpersOf = (code: string) => code.slice(0, Math.max(0, code.indexOf('var stdin_exports=')));
// A module exports itself: in a copy, each use of a name would be a look-up, a twentieth of the time of a long loop.
const helpers = helpersOf(await inCommonJs("import a from 'a'; export { a };")).replace(
  /(?<=__toCommonJS=mod=>)[^;]+/,
  '__defProp(mod,"__esModule",{value:!0})',
);
const folder = join(root, 'dist');
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'helpers.cjs'), `"use strict";${helpers}module.exports={${names}};`);
for (const chunk of output) {
  if (chunk.type !== 'chunk') continue;
  const module = await inCommonJs(chunk.code);
  const shebang = module.startsWith('#!') ? module.slice(0, module.indexOf('\n') + 1) : '';
  const code = module.slice(shebang.length);
  const replaced = helpersOf(code);
  const used = names.filter((helper) => replaced.includes(`${helper}=`));
  const start = [
    replaced === '' ? '' : `const{${used}}=require("./helpers.cjs");`,
    code.includes('moduleUrl') ? 'const moduleUrl=require("node:url").pathToFileURL(__filename).href;' : '',
  ];
  await writeFile(
    join(folder, chunk.fileName.replace(/js$/, 'cjs')),
    `${shebang}"use strict";${start.join('')}${code.slice(replaced.length)}`,
    { mode: shebang === '' ? 0o644 : 0o755 },
  );
}
