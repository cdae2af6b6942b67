import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { RuleCases } from './rule-cases.js';

const folder = new URL('../rules/', import.meta.url);

/** The cases of every rule, read from `test/rules/<family>/<slug>.cases.ts`, with the path they came from. */
export async function loadAllCases(): Promise<readonly { readonly path: string; readonly cases: RuleCases }[]> {
  const files = await readdir(folder, { recursive: true });
  const paths = files.filter((file) => file.endsWith('.cases.ts')).sort();
  return Promise.all(
    paths.map(async (path) => ({
      path,
      cases: ((await import(new URL(path, pathToFileURL(`${folder.pathname}`)).href)) as { default: RuleCases })
        .default,
    })),
  );
}
