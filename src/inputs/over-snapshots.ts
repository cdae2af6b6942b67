import type { Fact } from '../facts/fact.js';
import { factNames } from '../facts/fact-names.js';
import { hostKey } from '../facts/keys.js';
import { overlayFacts } from '../facts/overlay-facts.js';
import type { FactName, Facts } from '../facts/schemas.js';
import { factOf, type Snapshot, type SnapshotFacts } from '../facts/snapshot.js';

type AnyFact = Fact<Facts[FactName]>;

/** A fact that something else than a snapshot gives. */
export interface GivenFact {
  readonly fact: AnyFact;
  /** When it was asked, in milliseconds since 1970; `undefined` if that is not known. */
  readonly at?: number | undefined;
}

/**
 * The facts that count over those of the snapshots beside them. The later one counts. Where it is not known which is later, the given
 * one does, unless it is a part and the snapshot has all. Maps without their states never count over maps with them.
 *
 * @param snapshots - the oldest first
 */
export function overSnapshots(given: ReadonlyMap<FactName, GivenFact>, snapshots: readonly Snapshot[]): SnapshotFacts {
  return Object.fromEntries(
    [...given].flatMap(([name, one]) => {
      const saved = snapshots.findLast(({ facts }) => facts[name]?.status === 'known');
      return saved === undefined || countsOver(name, one, saved) ? [[name, one.fact]] : [];
    }),
  );
}

/** The facts of snapshots, the oldest first. The later one counts, unless it is a part that says nothing more. */
export function factsOfSnapshots(snapshots: readonly Snapshot[]): SnapshotFacts {
  return snapshots.reduce<SnapshotFacts>(
    (earlier, { facts }) => overlayFacts(earlier, withoutLess(facts, earlier)),
    {},
  );
}

function withoutLess(facts: SnapshotFacts, earlier: SnapshotFacts): SnapshotFacts {
  return Object.fromEntries(
    factNames.flatMap((name) => {
      const [fact, other]: readonly [AnyFact, AnyFact] = [factOf(facts, name), factOf(earlier, name)];
      const isLess = isPart(fact) && other.status === 'known' && isInside(fact.value, other.value);
      return isLess ? [] : [[name, fact]];
    }),
  );
}

function isPart(fact: AnyFact): fact is Extract<AnyFact, { readonly status: 'known' }> {
  return fact.status === 'known' && fact.coverage === 'partial';
}

function countsOver(name: FactName, { fact, at }: GivenFact, { facts, takenAt }: Snapshot): boolean {
  const saved: AnyFact = factOf(facts, name);
  if (fact.status !== 'known' || saved.status !== 'known') return fact.status === 'known';
  if (name === 'entityMaps' && showsStates(fact) !== showsStates(saved)) return showsStates(fact);
  if (isInside(fact.value, saved.value)) return false;
  if (at !== undefined) return at >= Date.parse(takenAt);
  // Without its requirements a captured map is known in part, and its state is what it was captured for.
  return name === 'entityMaps' || fact.coverage !== 'partial' || saved.coverage === 'partial';
}

/** Dataverse does not hold the states of maps, the Dual-write page does. */
function showsStates({ value }: Extract<AnyFact, { readonly status: 'known' }>): boolean {
  return Array.isArray(value) && value.some((map) => 'state' in map && map.state !== 'unknown');
}

/** Whether an object says nothing that the other one does not say: an answer that only names an environment, for example. */
export function isInside(value: object, other: object): boolean {
  if (Array.isArray(value)) return false;
  const properties = new Map(Object.entries(other));
  return Object.entries(value).every(
    ([name, one]) =>
      one == null || one === properties.get(name) || (name === 'url' && hostKey(one) === hostKey(properties.get(name))),
  );
}
