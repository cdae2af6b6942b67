import { factNames } from '../facts/fact-names.js';
import { hostKey, nameKey } from '../facts/keys.js';
import type { Snapshot } from '../facts/snapshot.js';
import { environmentOfSnapshot, isNamed } from './environments-in.js';
import { type FactsOfOptions, factsOfEach, type GatheredFacts } from './facts-of.js';
import type { Input, InputOf } from './input.js';
import { isOf } from './is-of.js';

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
  const groups: InputOf<'snapshot'>[][] = [];
  for (const input of inputs.filter(isOf('snapshot'))) {
    const group = groups.find((others) => others.every((other) => isPartOfOne(other.snapshot, input.snapshot)));
    if (group === undefined) groups.push([input]);
    else group.push(input);
  }
  if (groups.length < 2) return [inputs];
  const answers = inputs.filter(isOf('har', 'gateway-capture', 'service-answer'));
  return [...groups, ...(answers.length > 0 ? [answers] : [])];
}

/** A copy of an environment may have its addresses in it still, but not its name. */
function isPartOfOne(one: Snapshot, other: Snapshot): boolean {
  if (environmentKey(one) !== environmentKey(other)) return false;
  return nameKey(one.environment.name) === nameKey(other.environment.name) || !knowSameFact(one, other);
}

/** Whether a fact is known in both. */
export function knowSameFact(one: Snapshot, other: Snapshot): boolean {
  return factNames.some((name) => one.facts[name]?.status === 'known' && other.facts[name]?.status === 'known');
}

/** What identifies an environment: the address of Dataverse, else the name. */
export function environmentKey({ environment, facts: { dataverseEnvironment, link } }: Snapshot): string {
  const url =
    (dataverseEnvironment?.status === 'known' ? dataverseEnvironment.value.url : undefined) ??
    (link?.status === 'known' ? link.value.dataverseUrl : undefined);
  return hostKey(url) ?? nameKey(environment.name);
}
