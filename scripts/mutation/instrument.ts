import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { globSync } from 'tinyglobby';
import type { Area } from './areas.js';

/** One change to the sources that a test should notice. */
export interface Mutant {
  /** What switches it on, in this run. */
  readonly id: string;
  /** The same in every run, wherever in its file the code moves to. */
  readonly key: string;
  readonly area: string;
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  /** Of mutants of one file that say the same, which one this is, from 1. */
  readonly occurrence: number;
  readonly sourceHash: string;
}

const silent = { isDebugEnabled: () => false, debug: () => {}, info: () => {}, warn: () => {} };

/** The sources of areas with all mutants in them, each behind a switch, and the list of the mutants. */
export async function instrument(
  root: string,
  areas: readonly Area[],
): Promise<{ readonly sources: ReadonlyMap<string, string>; readonly mutants: readonly Mutant[] }> {
  const areaOf = new Map(
    areas.flatMap(({ name, sources }) => globSync(sources, { cwd: root }).map((file) => [file, name] as const)),
  );
  const names = [...areaOf.keys()].sort();
  const contents = new Map(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
  // The class asks for a whole logger and uses these functions.
  const instrumenter = new Instrumenter(silent as unknown as ConstructorParameters<typeof Instrumenter>[0]);
  const { files, mutants } = await instrumenter.instrument(
    [...contents].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const seen = new Map<string, number>();
  const hashes = new Map([...contents].map(([name, content]) => [name, hashOf(content)]));
  return {
    sources: new Map(files.map(({ name, content }) => [join(root, name), content])),
    mutants: mutants.flatMap(({ id, fileName, location, mutatorName, replacement = '', status }) => {
      if (status === 'Ignored') return [];
      const original = textAt(contents.get(fileName) ?? '', location);
      const said = JSON.stringify([fileName, original, replacement]);
      const occurrence = (seen.get(said) ?? 0) + 1;
      seen.set(said, occurrence);
      return {
        id,
        key: hashOf(`${said}${occurrence}`),
        area: areaOf.get(fileName) ?? '',
        file: fileName,
        line: location.start.line + 1,
        mutator: mutatorName,
        original,
        replacement,
        occurrence,
        sourceHash: hashes.get(fileName) ?? '',
      };
    }),
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function textAt(content: string, { start, end }: { readonly start: Place; readonly end: Place }): string {
  const lines = content.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, end.column);
  lines[0] = (lines[0] ?? '').slice(start.column);
  return lines.join('\n');
}
