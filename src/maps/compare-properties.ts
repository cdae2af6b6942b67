import { canonicalJson, propertyIn } from './canonical-json.js';
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
  for (const { name, kind: kindOfName, value } of named) {
    const [a, b] = [before, after].map((node) => propertyIn(node.other, name) ?? value(node));
    if (canonicalJson(a) !== canonicalJson(b)) differences.push(difference(kindOfName, place, name, a, b));
  }
  const known = new Set([...named.map(({ name }) => name), ...except].map((name) => name.toLowerCase()));
  const [left, right] = [grouped(before.other, known), grouped(after.other, known)];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [a, b] = [left.get(key), right.get(key)];
    if (canonicalJson(a?.value) !== canonicalJson(b?.value)) {
      differences.push(difference(kind, place, a?.name ?? b?.name ?? key, a?.value, b?.value));
    }
  }
  return differences;
}

/** Properties by their name without letter case; two of one name, as a list. Nulls are left out. */
function grouped(holder: JsonObject, except: ReadonlySet<string>) {
  const groups = new Map<string, { readonly name: string; readonly value: JsonValue }>();
  for (const [name, value] of Object.entries(holder)) {
    const key = name.toLowerCase();
    if (value === null || except.has(key)) continue;
    const present = groups.get(key);
    groups.set(key, present === undefined ? { name, value } : { name: present.name, value: [present.value, value] });
  }
  return groups;
}
