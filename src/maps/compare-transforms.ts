import { byCodeUnits } from '../facts/by-code-units.js';
import { canonicalJson } from './canonical-json.js';
import { compareProperties, type Named } from './compare-properties.js';
import type { FieldMapping, MappedValue, ValueTransform } from './entity-map.js';
import type { JsonValue } from './json.js';
import { difference, type MapDifference, type Place } from './map-difference.js';
import { pairUp } from './pair-up.js';
import { typeOfName } from './parse-mapping.js';

/**
 * Compares the transforms of a field. Equal transforms are paired first, then those of one type in their order; the remaining
 * ones were added, removed, or – if there is one on each side – replaced.
 */
export function compareTransforms(before: FieldMapping, after: FieldMapping, place: Place): readonly MapDifference[] {
  const exact = pairUp(before.transforms, after.transforms, canonicalTransform);
  const ofType = pairUp(exact.left, exact.right, typeOf);
  const [removed, ...moreRemoved] = ofType.left;
  const [added, ...moreAdded] = ofType.right;
  const isReplaced = removed !== undefined && added !== undefined && moreRemoved.length === 0 && moreAdded.length === 0;
  const changes = [
    ...ofType.pairs.flatMap(([a, b]) => compareTransform(a, b, place)),
    ...(isReplaced
      ? [difference('transform-changed', place, null, documentOf(removed), documentOf(added))]
      : [
          ...ofType.left.map((one) => difference('transform-removed', place, typeOf(one), documentOf(one), null)),
          ...ofType.right.map((one) => difference('transform-added', place, typeOf(one), null, documentOf(one))),
        ]),
  ];
  if (changes.length > 0) return changes;
  const order = (transforms: readonly ValueTransform[]) => transforms.map(canonicalTransform).join();
  return order(before.transforms) === order(after.transforms)
    ? []
    : [difference('transforms-reordered', place, null, before.transforms.map(typeOf), after.transforms.map(typeOf))];
}

/** The content of a transform, for comparisons. The name of its class adds nothing, unless it is that of another kind. */
export function canonicalTransform(transform: ValueTransform): string {
  return `${typeOf(transform)} ${canonicalJson(documentOf(transform))}`;
}

function typeOf(transform: ValueTransform): string {
  return transform.type === 'unknown' ? `unknown ${transform.transformType ?? ''}`.trim() : transform.type;
}

function valuesOf(transform: ValueTransform): readonly MappedValue[] {
  return transform.type === 'value-map' ? transform.values : [];
}

/** A transform as a value: the entries of a value map as pairs, in the order of their keys, which are any text. */
function documentOf(transform: ValueTransform): JsonValue {
  if (transform.type === 'unknown') return transform.other;
  const { type, defaultValue = null, createValuesOnDestination = false, other } = transform;
  const typeName = otherTypeName(transform);
  return {
    type,
    ...(typeName === undefined ? {} : { typeName }),
    ...(transform.type === 'value-map' ? { values: pairsOf(transform.values) } : {}),
    defaultValue,
    createValuesOnDestination,
    ...(Object.values(other).every((value) => value === null) ? {} : { other }),
  };
}

/** The name of the class, if it is not that of the kind. */
function otherTypeName({ type, typeName }: KnownTransform): string | undefined {
  return typeOfName(typeName) === type ? undefined : typeName;
}

function pairsOf(values: readonly MappedValue[]): JsonValue {
  return values.map(({ from, to }) => [from, to]).sort(([a], [b]) => byCodeUnits(a ?? '', b ?? ''));
}

type KnownTransform = Exclude<ValueTransform, { readonly type: 'unknown' }>;

const known: readonly Named<KnownTransform>[] = [
  { name: '$type', kind: 'transform-changed', value: otherTypeName },
  { name: 'defaultValue', kind: 'transform-changed', value: ({ defaultValue }) => defaultValue },
  {
    name: 'createValuesOnDestination',
    kind: 'transform-changed',
    value: ({ createValuesOnDestination = false }) => createValuesOnDestination,
  },
];

function compareTransform(before: ValueTransform, after: ValueTransform, place: Place): readonly MapDifference[] {
  if (before.type === 'unknown' || after.type === 'unknown') {
    return [difference('transform-changed', place, null, documentOf(before), documentOf(after))];
  }
  return [
    ...compareProperties(before, after, place, { named: known, kind: 'transform-changed' }),
    ...compareValues(valuesOf(before), valuesOf(after), place),
  ];
}

function compareValues(
  before: readonly MappedValue[],
  after: readonly MappedValue[],
  place: Place,
): readonly MapDifference[] {
  const sameFrom = pairUp(before, after, ({ from }) => from);
  // A value with the same target as a removed one is the same entry with another name, if there is only one candidate.
  const sameTo = pairUp(sameFrom.left, sameFrom.right, ({ to }) => JSON.stringify(to), { onlyUnique: true });
  return [
    ...sameFrom.pairs.flatMap(([a, b]) =>
      a.to === b.to ? [] : [difference('value-changed', place, a.from, a.to, b.to)],
    ),
    ...sameTo.pairs.map(([a, b]) => difference('value-changed', place, a.from, [a.from, a.to], [b.from, b.to])),
    ...sameTo.left.map(({ from, to }) => difference('value-removed', place, from, to, null)),
    ...sameTo.right.map(({ from, to }) => difference('value-added', place, from, null, to)),
  ];
}
