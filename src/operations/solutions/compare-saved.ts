import type { EntityMap } from '../../maps/entity-map.js';
import type { MapColumn } from '../../maps/map-column.js';
import { compareMaps, type MapComparison } from '../maps/compare-maps.js';

/**
 * Compares two saved versions like {@link compareMaps}. A column that cannot be read on both sides is the same all the same where its
 * text is: one map is shipped like that.
 */
export function compareSaved(before: EntityMap, after: EntityMap): MapComparison {
  const comparison = compareMaps(before, after);
  const notCompared = comparison.notCompared.filter(
    ({ part }) => part === 'integration-keys' || !isSameText(before.columns[part], after.columns[part]),
  );
  return { ...comparison, isSame: comparison.differences.length === 0 && notCompared.length === 0, notCompared };
}

function isSameText(one: MapColumn, other: MapColumn): boolean {
  return one.status !== 'absent' && other.status !== 'absent' && one.text.trim() === other.text.trim();
}
