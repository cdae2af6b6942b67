import type { Fact } from './fact.js';
import { factNames } from './fact-names.js';
import { factOf, type SnapshotFacts } from './snapshot.js';

/** The facts of `over` on top of those of `base`: known facts of `over` win, the others are kept. */
export function overlayFacts(base: SnapshotFacts, over: SnapshotFacts): SnapshotFacts {
  return Object.fromEntries(factNames.map((name) => [name, preferred(factOf(over, name), factOf(base, name))]));
}

/** The first known answer; otherwise the first one that says more than "not provided". */
export function preferred<T>(first: Fact<T>, second: Fact<T>): Fact<T> {
  if (first.status === 'known') return first;
  if (second.status === 'known') return second;
  return first.reason === 'not-provided' ? second : first;
}
