import { canonicalJson, propertiesOf } from './canonical-json.js';
import type { JsonObject, JsonValue } from './json.js';
import { difference, type MapDifference, type MapDifferenceKind, type Place } from './map-difference.js';

/** A property that is understood: its name in the document, and its value. */
export interface Named<Node> {
  readonly name: string;
  readonly kind: MapDifferenceKind;
  readonly value: (node: Node) => JsonValue | undefined;
}

/**
 * Compares the properties of two nodes: those that are understood, and the rest one by one. A property that is understood only
 * on one side is one difference, not two.
 *
 * @param except - names that are compared elsewhere
 */
export function compareProperties<Node extends { readonly other: JsonObject }>(
  before: Node,
  after: Node,
  place: Place,
  {
    named,
    kind,
    except = [],
  }: { readonly named: readonly Named<Node>[]; readonly kind: MapDifferenceKind; readonly except?: readonly string[] },
): readonly MapDifference[] {
  const differences: MapDifference[] = [];
  const [left, right] = [propertiesOf(before.other), propertiesOf(after.other)];
  for (const { name, kind: kindOfName, value } of named) {
    // What is not understood, or is there in another spelling too, is in the rest.
    const [a, b] = [left.get(name.toLowerCase())?.value, right.get(name.toLowerCase())?.value];
    const [c, d] = [value(before), value(after)];
    if (canonicalJson([a ?? null, c ?? null]) === canonicalJson([b ?? null, d ?? null])) continue;
    const isInRest = canonicalJson(a ?? c) !== canonicalJson(b ?? d);
    differences.push(difference(kindOfName, place, name, isInRest ? (a ?? c) : c, isInRest ? (b ?? d) : d));
  }
  const known = new Set([...named.map(({ name }) => name), ...except].map((name) => name.toLowerCase()));
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [a, b] = [left.get(key), right.get(key)];
    if (!known.has(key) && canonicalJson(a?.value) !== canonicalJson(b?.value)) {
      differences.push(difference(kind, place, a?.name ?? b?.name ?? key, a?.value, b?.value));
    }
  }
  return differences;
}
