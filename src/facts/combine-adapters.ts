import type { Adapter, Reader } from './adapter.js';
import { type Fact, unknown } from './fact.js';
import { factNames } from './fact-names.js';
import { preferred } from './overlay-facts.js';
import { readFact } from './read-fact.js';
import type { FactName, Facts } from './schemas.js';

/**
 * Combines several adapters into one. Each fact comes from the first adapter that knows it; if none does, the reason
 * of the first one that tried is used. The environment is the first adapter's.
 *
 * @example
 * ```ts
 * combineAdapters(snapshotAdapter(whatOnlyAPersonKnows), liveAdapter);
 * ```
 * @public
 */
export function combineAdapters(first: Adapter, ...rest: readonly Adapter[]): Adapter {
  const adapters = [first, ...rest];
  const readers: { [Name in FactName]?: Reader<Name> } = {};
  for (const name of factNames) addReader(name);
  return { name: adapters.map((adapter) => adapter.name).join(' + '), environment: first.environment, readers };

  function addReader<Name extends FactName>(name: Name): void {
    // Safe: the reader under a name in `readers` reads exactly that fact.
    const candidates = adapters.flatMap((adapter) => adapter.readers[name] ?? []) as Reader<Name>[];
    // Safe for the same reason; TypeScript cannot index a mapped type by a type parameter when writing.
    if (candidates.length > 0) (readers as Record<Name, Reader<Name>>)[name] = firstKnown(name, candidates);
  }
}

function firstKnown<Name extends FactName>(name: Name, candidates: readonly Reader<Name>[]): Reader<Name> {
  return async (context) => {
    let best: Fact<Facts[Name]> = unknown('not-provided');
    for (const reader of candidates) {
      best = preferred(best, await readFact(name, reader, context));
      if (best.status === 'known') break;
    }
    return best;
  };
}
