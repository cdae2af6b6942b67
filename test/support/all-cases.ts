import { readdir } from 'node:fs/promises';
import type { RuleCases } from './rule-cases.js';

/**
 * The cases of every rule, read from `test/rules/<family>/<slug>.cases.ts`, with the path they came from. The address that is imported is a
 * pattern, so that a bundle contains the cases, with its own copy of the rules.
 */
export async function loadAllCases(): Promise<readonly { readonly path: string; readonly cases: RuleCases }[]> {
  const files = await readdir(new URL('../rules/', import.meta.url), { recursive: true });
  const paths = files.filter((file) => file.endsWith('.cases.ts')).sort();
  return Promise.all(
    paths.map(async (path) => {
      const [family, slug] = path.replace(/\.cases\.ts$/, '').split(/[\\/]/);
      const { default: cases } = (await import(`../rules/${family}/${slug}.cases.ts`)) as { default: RuleCases };
      return { path, cases };
    }),
  );
}
