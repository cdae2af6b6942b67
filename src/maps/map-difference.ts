import type { JsonValue } from './json.js';

/**
 * What is different.
 *
 * Of a field: `field-added` to `value-changed`; `value-…` is one entry of a value map. Of a pair of tables: its filters, tables
 * and the rest. Of the map as a whole: its integration keys, requirements, and everything else.
 * @public
 */
export type MapDifferenceKind =
  | 'field-added'
  | 'field-removed'
  | 'source-changed'
  | 'destination-changed'
  | 'direction-changed'
  | 'lookup-changed'
  | 'field-property-changed'
  | 'transform-added'
  | 'transform-removed'
  | 'transform-changed'
  | 'transforms-reordered'
  | 'value-added'
  | 'value-removed'
  | 'value-changed'
  | 'source-filter-changed'
  | 'destination-filter-changed'
  | 'table-changed'
  | 'leg-added'
  | 'leg-removed'
  | 'leg-property-changed'
  | 'integration-keys-changed'
  | 'requirement-changed'
  | 'property-changed'
  | 'version-changed'
  | 'publisher-changed';

/**
 * One difference between two maps. A value that did not exist, or no longer exists, is `null`.
 * @public
 */
export interface MapDifference {
  readonly kind: MapDifferenceKind;
  /** The pair of tables, from 0; `null` for the map as a whole. */
  readonly leg: number | null;
  /** The field as in the earlier map; for an added field, as in the later map. */
  readonly field: { readonly sourceField: string; readonly destinationField: string } | null;
  /** Which property, solution, or value of a value map. */
  readonly name: string | null;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** Where a difference is. */
export type Place = Pick<MapDifference, 'leg' | 'field'>;

export const wholeMap: Place = { leg: null, field: null };

export function difference(
  kind: MapDifferenceKind,
  place: Place,
  name: string | null,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): MapDifference {
  return { kind, ...place, name, before: before ?? null, after: after ?? null };
}
