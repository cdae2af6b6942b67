/**
 * Part of `npm run build`: the command line, with its libraries inside itself. Node takes longer to find and open a file than to
 * read a small one, so what a command loads is in a few files; those that only other commands load are apart.
 */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The files, each by the modules that bring what is in it. What more than one of them needs is in the shared one. */
const files: Readonly<Record<string, readonly string[]>> = {
  start: ['cli/main.ts'],
  evaluate: ['evaluate-snapshot.ts', 'rules/health-check.ts'],
  operations: ['rules/operations.ts'],
  'map-design': ['rules/map-design.ts'],
  maps: ['maps/entity-map-of.ts'],
  check: ['cli/run/check.ts', 'reporters/documents/report-document.ts', 'reporters/documents/fleet-document.ts'],
  diagnose: ['cli/run/diagnose.ts', 'reporters/documents/diagnosis-log-document.ts'],
  inputs: ['cli/read-inputs.ts', 'cli/input-in-words.ts'],
  shared: ['reporters/to-pretty.ts', 'reporters/documents/diagnoses-document.ts'],
};

const fileOf = new Map<string, string>();

/** Sorts the modules into {@link files}, except for those that none of them needs. What is in the first is always loaded. */
const sorting: Plugin = {
  name: 'sorting',
  buildEnd() {
    const idOf = (path: string) => join(root, 'src', path);
    const starts = new Set(Object.values(files).flat().map(idOf));
    for (const [file, own] of Object.entries(files)) {
      const left = own.map(idOf);
      const seen = new Set<string>();
      for (let id = left.pop(); id !== undefined; id = left.pop()) {
        const other = fileOf.get(id);
        if (seen.has(id) || other === 'start') continue;
        seen.add(id);
        fileOf.set(id, other === undefined ? file : 'shared');
        const imported = this.getModuleInfo(id)?.importedIds ?? [];
        left.push(...imported.filter((one) => !starts.has(one)));
      }
    }
  },
};

await build({
  input: { cli: join(root, 'src/cli/bin.ts') },
  platform: 'node',
  external: /^@azure\//,
  transform: { target: 'es2023' },
  preserveEntrySignatures: false,
  plugins: [sorting],
  output: {
    dir: join(root, 'dist'),
    format: 'esm',
    minify: true,
    comments: { legal: true, annotation: false, jsdoc: false },
    chunkFileNames: 'cli-[name]-[hash].js',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ debugName: 'files', name: (id) => fileOf.get(id) ?? null }],
    },
  },
});
await chmod(join(root, 'dist/cli.js'), 0o755);
