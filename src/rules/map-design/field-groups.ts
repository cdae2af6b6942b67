import { groupsBy } from '../../facts/groups-by.js';
import { nameKey } from '../../facts/keys.js';
import type { ReadField } from './read-maps.js';

/** Groups of mappings that have the same key under `keyOf`; a blank key does not count. */
export function fieldGroups(
  fields: readonly ReadField[],
  keyOf: (field: ReadField) => string,
): readonly (readonly [ReadField, ...ReadField[]])[] {
  const groups = groupsBy(fields, (field) => nameKey(keyOf(field)));
  groups.delete('');
  return [...groups.values()];
}

/** One of the mappings of the same pair of fields: having several is a separate finding. */
export function withoutDoublePairs(fields: readonly ReadField[]): readonly ReadField[] {
  const pairs = fieldGroups(fields, pairOf).map(([first]) => first);
  return fields.filter((field) => pairOf(field) === '' || pairs.includes(field));
}

/** Both fields of a mapping as one key; blank where one of them is. */
export function pairOf({ sourceField, destinationField }: ReadField): string {
  return sourceField === '' || destinationField === '' ? '' : `${sourceField} ${destinationField}`;
}
