import { equivalent } from './equivalent.js';
import type { Mutant } from './instrument.js';
import type { Line } from './plan.js';

/**
 * A table of the areas, the mutants that no test finds, and what is wrong. `mutants` are those that were tried, of `all`: with a part of
 * them, which has few of each area, they are judged together.
 */
export function reportOf(
  all: readonly Mutant[],
  mutants: readonly Mutant[],
  known: ReadonlyMap<string, readonly Line[]>,
  atLeast: number,
): { readonly table: string; readonly survivors: string; readonly problems: readonly string[] } {
  const isKilled = ({ key }: Mutant) => known.get(key)?.some(({ status }) => status === 'killed') === true;
  const isReached = ({ key }: Mutant) => known.get(key)?.some(({ status }) => status === 'survived') === true;
  const problems: string[] = [];
  const rows: string[] = [];
  const groupOf = ({ area }: Mutant) => (mutants.length < all.length ? 'a slice of all' : area);
  for (const group of new Set(mutants.map(groupOf))) {
    const own = mutants.filter((mutant) => groupOf(mutant) === group);
    const killed = own.filter(isKilled);
    const same = own.filter((mutant) => !isKilled(mutant) && isEquivalent(mutant));
    const percent = (100 * killed.length) / (own.length - same.length);
    rows.push(
      `| ${group} | ${own.length} | ${killed.length} | ${same.length} | ${own.length - killed.length - same.length} | ${percent.toFixed(1)} % |`,
    );
    if (percent < atLeast) problems.push(`${group}: ${percent.toFixed(1)} % found, at least ${atLeast} % are expected`);
  }
  for (const mutant of mutants) {
    if (isKilled(mutant) && isEquivalent(mutant)) {
      problems.push(`${nameOf(mutant)} is listed as equivalent, but a test finds it`);
    }
  }
  const files = new Set(all.map(({ file }) => file));
  const keys = new Set(all.map((mutant) => keyOf(mutant.file, mutant.original, mutant.replacement, mutant.occurrence)));
  for (const key of equivalentKeys) {
    if (files.has(JSON.parse(key)[0]) && !keys.has(key))
      problems.push(`listed as equivalent, but no longer there: ${key}`);
  }
  const survivors = mutants
    .filter((mutant) => !isKilled(mutant) && !isEquivalent(mutant))
    .map((mutant) => `${nameOf(mutant)}${isReached(mutant) ? '' : ' (no test reaches it)'}`);
  const head = '| Area | Mutants | Found | Equivalent | Not found | |\n|---|---|---|---|---|---|';
  return { table: [head, ...rows].join('\n'), survivors: survivors.join('\n'), problems };
}

function isEquivalent(mutant: Mutant): boolean {
  return equivalentKeys.has(keyOf(mutant.file, mutant.original, mutant.replacement, mutant.occurrence));
}

const equivalentKeys = new Set(
  equivalent.flatMap(({ file, mutants }) =>
    mutants.map(([original, replacement, occurrence = 1]) => keyOf(file, original, replacement, occurrence)),
  ),
);

function keyOf(file: string, original: string, replacement: string, occurrence: number): string {
  return JSON.stringify([file, original, replacement, occurrence]);
}

function nameOf({ file, line, mutator, original, replacement, occurrence }: Mutant): string {
  const nth = occurrence > 1 ? ` [${occurrence}]` : '';
  return `${file}:${line} ${mutator}${nth}: ${JSON.stringify(original)} → ${JSON.stringify(replacement)}`;
}
