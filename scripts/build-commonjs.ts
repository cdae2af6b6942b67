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
  snapshot: ['cli/run/check.ts'],
  evaluate: ['evaluate-snapshot.ts', 'rules/health-check.ts'],
  operations: ['rules/operations.ts'],
  'map-design': ['rules/map-design.ts'],
  'entity-map': ['maps/entity-map-of.ts'],
  check: ['cli/check-facts.ts', 'reporters/documents/report-document.ts', 'reporters/documents/fleet-document.ts'],
  diagnose: ['cli/run/diagnose.ts', 'reporters/documents/diagnosis-log-document.ts'],
  read: ['cli/read-inputs.ts', 'cli/input-in-words.ts'],
  shared: ['reporters/to-pretty.ts', 'reporters/documents/diagnoses-document.ts'],
};

const fileOf = new Map<string, string>();

/** What is smaller is read sooner than found. In characters of the sources. */
const smallPart = 8_000;

/**
 * Sorts the modules that commands need into {@link files}, and those in parts by the entries of the library that need them too. Small
 * parts that need only small ones remain together.
 */
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
    const partOf = (id: string) => `${sorted.get(id)}-${parts.indexOf(entriesOf.get(id) ?? '')}`;
    const codeOf = (id: string) => this.getModuleInfo(id)?.code ?? ''; // there is none of other packages
    const lengths = new Map<string, number>();
    for (const id of sorted.keys()) lengths.set(partOf(id), (lengths.get(partOf(id)) ?? 0) + codeOf(id).length);
    const isSmall = (id: string): boolean =>
      codeOf(id) !== '' &&
      (lengths.get(partOf(id)) ?? 0) < smallPart &&
      (this.getModuleInfo(id)?.importedIds ?? []).every(isSmall);
    for (const [id, file] of sorted) fileOf.set(id, isSmall(id) ? file : partOf(id));
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
      // Commander runs other programs only for commands that are programs of their own, of which there are none.
      name: 'no child processes',
      transform: (code, id) =>
        id.endsWith('/commander/lib/command.js')
          ? code.replace("const childProcess = require('node:child_process');", '')
          : null,
    },
    {
      name: 'pipeline apart',
      resolveId: (id) => (/\/rest-pipeline\.js$/.test(id) ? { id: '#rest-pipeline', external: true } : null),
    },
  ],
});
const { output } = await bundle.generate({
  format: 'cjs',
  strict: true,
  esModule: true,
  minifyInternalExports: true,
  generatedCode: { symbols: false },
  comments: { legal: true, annotation: false, jsdoc: false },
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [{ debugName: 'files', name: (id) => fileOf.get(id) ?? null }],
  },
});

/** An export of a shared file. Node gets a property sooner, which is as good for what is never set again. */
const getter = /\bObject\.defineProperty\(exports,"(\w+)",\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/g;

const folder = join(root, 'dist');
await mkdir(folder, { recursive: true });
for (const chunk of output) {
  if (chunk.type !== 'chunk') continue;
  // Only names of functions, which stack traces show, are as in the source. Of ASCII alone, V8 keeps half the bytes.
  const { code } = await transform(chunk.code, {
    target: 'es2023',
    charset: 'ascii',
    minifyWhitespace: true,
    minifySyntax: true,
  });
  const variables = new Set(chunk.code.match(/(?<=^let )[\w$]+|(?<=^var )[\w$]+(?=;)/gm));
  const withProperties = code.replaceAll(getter, (all, name, value) =>
    variables.has(value) ? all : `exports.${name}=${value}`,
  );
  await writeFile(join(folder, chunk.fileName), withProperties, { mode: chunk.name === 'cli' ? 0o755 : 0o644 });
}
