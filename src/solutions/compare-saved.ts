import { compareMaps, type MapComparison } from '../maps/compare-maps.js';
import type { EntityMap } from '../maps/entity-map.js';
import type { MapColumn } from '../maps/map-column.js';

/**
 * Compares two saved versions like {@link compareMaps}. A column that cannot be read on both sides counts as the same if its
 * text is the same: one map is shipped like that. A row without its columns has no content, and so no differences.
 */
export function compareSaved(before: EntityMap, after: EntityMap): MapComparison {
  if (isBare(before) || isBare(after)) {
    const notCompared = [{ part: 'mapping' as const, because: 'only its name and version are known' }];
    return { isSame: false, differences: [], notCompared };
  }
  const comparison = compareMaps(before, after);
  const notCompared = comparison.notCompared.filter(
    ({ part }) => part === 'integration-keys' || !isSameText(before.columns[part], after.columns[part]),
  );
  return { ...comparison, isSame: comparison.differences.length === 0 && notCompared.length === 0, notCompared };
}

function isSameText(one: MapColumn, other: MapColumn): boolean {
  return one.status !== 'absent' && other.status !== 'absent' && one.text.trim() === other.text.trim();
}

function isBare({ columns: { mapping, properties } }: EntityMap): boolean {
  return mapping.status === 'absent' && properties.status === 'absent';
}
