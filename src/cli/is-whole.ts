import { factNames, objectFacts } from '../facts/fact-names.js';
import type { SnapshotFacts } from '../facts/snapshot.js';

/** Whether every requested fact is known, and none of them only partially. */
export function isWhole(facts: SnapshotFacts): boolean {
  return factNames.every((name) => {
    const fact = facts[name];
    if (fact === undefined) return true;
    if (fact.status === 'unknown') return fact.reason === 'not-provided';
    return fact.coverage !== 'partial' || objectFacts.has(name);
  });
}
