import { compareMaps, type MapComparison } from '../maps/compare-maps.js';
import type { EntityMap } from '../maps/entity-map.js';
import type { MapColumn } from '../maps/map-column.js';
import { mapNameKey } from '../maps/map-name.js';
import { unreadSpellings } from '../maps/unread-spellings.js';

/**
 * Compares two saved versions like {@link compareMaps}. A column that cannot be read on both sides counts as the same if its
 * text is the same: one map is shipped like that. A row without its columns has no content, and is the same only as itself.
 */
export function compareSaved(before: EntityMap, after: EntityMap): MapComparison {
  if (isItself(before, after)) return { isSame: true, differences: [], notCompared: [] };
  if (isBare(before) || isBare(after)) {
    const notCompared = [{ part: 'mapping' as const, because: 'only its name and version are known' }];
    return { isSame: false, differences: [], notCompared };
  }
  const comparison = compareMaps(before, after);
  const notCompared = comparison.notCompared.filter(
    ({ part }) => !isSameText(before.columns[part], after.columns[part]),
  );
  return { ...comparison, isSame: comparison.differences.length === 0 && notCompared.length === 0, notCompared };
}

function isItself(before: EntityMap, after: EntityMap): boolean {
  const isSameContent = (['mapping', 'properties'] as const).every(
    (part) => textOf(before.columns[part]) === textOf(after.columns[part]),
  );
  return isSameContent && identityOf(before) === identityOf(after);
}

function identityOf(map: EntityMap): string {
  const { id, name, version, publisher, integrationKeys } = map;
  const unread = [unreadSpellings(map, 'mapping'), unreadSpellings(map, 'properties')];
  return JSON.stringify([id, mapNameKey(name), version, publisher, integrationKeys, unread]);
}

function isSameText(one: MapColumn, other: MapColumn): boolean {
  return textOf(one) !== null && textOf(one) === textOf(other);
}

function textOf(column: MapColumn): string | null {
  return column.status === 'absent' ? null : column.text.trim();
}

/** Whether only the name and the version of a row are known. */
export function isBare({ columns: { mapping, properties } }: EntityMap): boolean {
  return mapping.status === 'absent' && properties.status === 'absent';
}
