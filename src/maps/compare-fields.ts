import { nameKey } from '../facts/keys.js';
import { canonicalJson, propertyIn } from './canonical-json.js';
import { compareProperties, type Named } from './compare-properties.js';
import { canonicalTransform, compareTransforms } from './compare-transforms.js';
import type { FieldMapping } from './entity-map.js';
import type { JsonValue } from './json.js';
import { difference, type MapDifference } from './map-difference.js';
import { pairUp } from './pair-up.js';

/**
 * Compares the fields of two legs, regardless of their order. Fields are the same if both sides are; several fields of one pair
 * are matched equal ones first, then in order. A remaining field is matched with a field that differs on one side, if there is
 * only one candidate.
 */
export function compareFields(
  before: readonly FieldMapping[],
  after: readonly FieldMapping[],
  leg: number | null,
): readonly MapDifference[] {
  const equal = pairUp(before, after, (field) => `${pairKey(field)}\n${restOf(field)}`);
  const same = pairUp(equal.left, equal.right, pairKey);
  const moved = pairUp(same.left, same.right, ({ sourceField }) => nameKey(sourceField) || undefined, unique);
  const reversed = pairUp(
    moved.left,
    moved.right,
    ({ destinationField }) => nameKey(destinationField) || undefined,
    unique,
  );
  // Without a source, only the other properties identify the field.
  const nameless = pairUp(
    reversed.left,
    reversed.right,
    (field) => (field.sourceField === '' ? restOf(field) : undefined),
    unique,
  );
  return [
    ...same.pairs.flatMap(([a, b]) => compareField(a, b, leg, none)),
    ...[...moved.pairs, ...nameless.pairs].flatMap(([a, b]) => compareField(a, b, leg, 'destination-changed')),
    ...reversed.pairs.flatMap(([a, b]) => compareField(a, b, leg, 'source-changed')),
    ...nameless.left.map((field) => difference('field-removed', placeOf(field, leg), null, inShort(field), null)),
    ...nameless.right.map((field) => difference('field-added', placeOf(field, leg), null, null, inShort(field))),
  ];
}

const unique = { onlyUnique: true };
const none = undefined;

function pairKey({ sourceField, destinationField }: FieldMapping): string {
  return JSON.stringify([nameKey(sourceField), nameKey(destinationField)]);
}

/** All properties of a field besides its two sides. */
function restOf(field: FieldMapping): string {
  const { direction, lookupTable, isSystemGenerated = false, transforms, other } = field;
  return canonicalJson([
    direction,
    nameKey(lookupTable ?? ''),
    isSystemGenerated,
    transforms.map(canonicalTransform),
    other,
  ]);
}

function placeOf({ sourceField, destinationField }: FieldMapping, leg: number | null) {
  return { leg, field: { sourceField, destinationField } };
}

function inShort({ sourceField, destinationField, direction }: FieldMapping): JsonValue {
  return { sourceField, destinationField, direction };
}

const direction: Named<FieldMapping> = {
  name: 'syncDirection',
  kind: 'direction-changed',
  value: (field) => (field.direction === 'unknown' ? undefined : field.direction),
};
const lookup: Named<FieldMapping> = {
  name: 'destinationLookupFieldRelatedEntity',
  kind: 'lookup-changed',
  value: ({ lookupTable }) => lookupTable && nameKey(lookupTable),
};
const isSystemGenerated: Named<FieldMapping> = {
  name: 'isSystemGenerated',
  kind: 'field-property-changed',
  value: (field) => field.isSystemGenerated ?? false,
};

/** Another destination may point to another table: that is a single change. */
function compareField(
  before: FieldMapping,
  after: FieldMapping,
  leg: number | null,
  moved: 'source-changed' | 'destination-changed' | undefined,
): readonly MapDifference[] {
  const place = placeOf(before, leg);
  const [a, b] = [before, after].map((field) => propertyIn(field.other, 'valueTransforms'));
  const isUnread = a !== undefined || b !== undefined;
  const transforms = !isUnread
    ? compareTransforms(before, after, place)
    : canonicalJson([a ?? null, ...before.transforms.map(canonicalTransform)]) ===
        canonicalJson([b ?? null, ...after.transforms.map(canonicalTransform)])
      ? []
      : [difference('transform-changed', place, null, a, b)];
  return [
    ...(moved === undefined ? [] : [difference(moved, place, null, sideOf(before, moved), sideOf(after, moved))]),
    ...compareProperties(before, after, place, {
      named: moved === 'destination-changed' ? [direction, isSystemGenerated] : [direction, lookup, isSystemGenerated],
      kind: 'field-property-changed',
      except: ['valueTransforms', lookup.name],
    }),
    ...transforms,
  ];
}

function sideOf(field: FieldMapping, moved: 'source-changed' | 'destination-changed'): string {
  return moved === 'source-changed' ? field.sourceField : field.destinationField;
}
