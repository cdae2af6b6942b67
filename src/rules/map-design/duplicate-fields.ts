import { nameKey } from '../../facts/keys.js';
import type { ReadField } from './read-maps.js';

/** Groups of mappings that say the same under `keyOf`; a blank key says nothing. */
export function groupBy(
  fields: readonly ReadField[],
  keyOf: (field: ReadField) => string,
): readonly (readonly ReadField[])[] {
  const groups = new Map<string, ReadField[]>();
  for (const field of fields) {
    const key = nameKey(keyOf(field));
    if (key === '') continue;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(field);
  }
  return [...groups.values()];
}

/** Of mappings of the same pair of fields one: that there are several is a finding of its own. */
export function withoutDoublePairs(fields: readonly ReadField[]): readonly ReadField[] {
  const pairs = groupBy(fields, pairOf).map(([first]) => first);
  return fields.filter((field) => pairOf(field) === '' || pairs.includes(field));
}

/** Both fields of a mapping as one key; blank where one of them is. */
export function pairOf({ sourceField, destinationField }: ReadField): string {
  return sourceField === '' || destinationField === '' ? '' : `${sourceField} ${destinationField}`;
}
