import { factNames } from '../facts/fact-names.js';
import { groupsBy } from '../facts/groups-by.js';
import { hostKey, nameKey } from '../facts/keys.js';
import type { Snapshot } from '../facts/snapshot.js';
import { environmentOfSnapshot, environmentsIn, isNamed } from './environments-in.js';
import { type FactsOfOptions, factsOfEach, type GatheredFacts } from './facts-of.js';
import type { Input, InputOf } from './input.js';
import { isOf } from './is-of.js';
import { isInside } from './over-snapshots.js';

/** Whether an input has facts that are checked; others only add to them. */
export const isFactual = /* @__PURE__ */ isOf('snapshot', 'facts', 'har', 'gateway-capture', 'service-answer');

/** The facts of one environment, and what would make them whole. */
export interface GatheredSnapshot extends Pick<GatheredFacts, 'lacks'> {
  readonly snapshot: Snapshot;
}

/** A snapshot for each environment that the inputs are about; an environment of which no fact is known has none. */
export async function snapshotsOf(
  inputs: readonly Input[],
  options: FactsOfOptions,
): Promise<readonly GatheredSnapshot[]> {
  const gathered: GatheredFacts[] = [];
  for (const group of byEnvironment(inputs)) {
    const isOfUnknown = group.some((input) => input.kind === 'snapshot' && namesNone(input.snapshot));
    for (const one of await factsOfEach(group, options))
      if (isOfUnknown || Object.keys(one.facts).length > 0) gathered.push(one);
  }
  return gathered.map(({ environment, takenAt, facts, lacks }) => ({
    snapshot: { schemaVersion: 1, environment, takenAt, facts },
    lacks,
  }));
}

/** Whether a snapshot may be of any environment: it is shown though it may know nothing. */
function namesNone(snapshot: Snapshot): boolean {
  return !isNamed(environmentOfSnapshot(snapshot));
}

/** Snapshots of different environments, each by itself; answers of services name their own. */
function byEnvironment(inputs: readonly Input[]): readonly (readonly Input[])[] {
  const snapshots = inputs.filter(isOf('snapshot'));
  const keyOf = environmentKeyAmong(snapshots.map(({ snapshot }) => snapshot));
  const groups: InputOf<'snapshot'>[][] = [];
  const byKey = new Map<string, typeof groups>();
  for (const input of snapshots) {
    const key = keyOf(input.snapshot);
    const sameKey = byKey.get(key) ?? [];
    const group = sameKey.find((others) => others.every((other) => arePartsOfOne(other.snapshot, input.snapshot)));
    if (group !== undefined) {
      group.push(input);
      continue;
    }
    const first = [input];
    groups.push(first);
    byKey.set(key, [...sameKey, first]);
  }
  if (groups.length < 2) return [inputs];
  const answers = inputs.filter(isOf('har', 'gateway-capture', 'service-answer'));
  return [...groups, ...(answers.length > 0 ? [answers] : [])];
}

/** A copy of an environment may have its addresses in it still, but not its name. */
function arePartsOfOne(one: Snapshot, other: Snapshot): boolean {
  return nameKey(one.environment.name) === nameKey(other.environment.name) || !knowSameFact(one, other);
}

/** Whether a fact is known in both. One that says less, such as an address alone, is only a part of it. */
export function knowSameFact(one: Snapshot, other: Snapshot): boolean {
  return factNames.some((name) => {
    const [first, second] = [one.facts[name], other.facts[name]];
    if (first?.status !== 'known' || second?.status !== 'known') return false;
    return isInside(first.value, second.value) === isInside(second.value, first.value);
  });
}

/**
 * What identifies an environment: the address of Dataverse, else the name. What was read of finance and operations alone belongs to the
 * Dataverse environment that the other snapshots tie to it, if they tie it to one.
 */
export function environmentKeyAmong(snapshots: readonly Snapshot[]): (snapshot: Snapshot) => string {
  const environments = environmentsIn({ answers: [], connectionSets: [], snapshots });
  const tied = groupsBy(environments, ({ finopsUrl }) => hostKey(finopsUrl) ?? '');
  return (snapshot) => {
    const { dataverseUrl, finopsUrl } = environmentOfSnapshot(snapshot);
    const [only, ...others] = tied.get(hostKey(finopsUrl) ?? '') ?? [];
    const found = dataverseUrl ?? (others.length > 0 || finopsUrl === undefined ? undefined : only?.dataverseUrl);
    return hostKey(found) ?? nameKey(snapshot.environment.name);
  };
}
