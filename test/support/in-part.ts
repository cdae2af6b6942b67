import type { FactName } from '../../src/facts/schemas.js';
import type { SnapshotFacts } from '../../src/facts/snapshot.js';

/** The same facts, of which a part was seen only. */
export function inPart(facts: SnapshotFacts, ...names: readonly FactName[]): SnapshotFacts {
  const partial = names.map((name) => [name, { ...facts[name], coverage: 'partial' }]);
  return { ...facts, ...Object.fromEntries(partial) };
}
