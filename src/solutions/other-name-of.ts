import { nameKey } from '../facts/keys.js';
import type { EntityMap } from '../maps/entity-map.js';
import { mapName, mapNameKey } from '../maps/map-name.js';

/**
 * What the row of a map is called, if that is another name than that of the map, in whatever form: it was renamed. A name that one
 * of them does not have is not another name.
 */
export function otherNameOf(row: EntityMap, map: EntityMap): string | undefined {
  const [display, technical] = [
    [row.displayName, map.displayName],
    [row.technicalName, map.technicalName],
  ] as const;
  const comparable = [display, technical].filter((pair) => pair.every(isStated));
  const pairs = comparable.length > 0 ? comparable : [[anyName(row), anyName(map)] as const];
  return pairs.find(([ofRow, ofMap]) => areDifferent(ofRow, ofMap))?.[0]?.trim();
}

function anyName({ displayName, technicalName }: EntityMap): string | undefined {
  return [displayName, technicalName].find(isStated);
}

function isStated(name: string | undefined): boolean {
  return mapName(name) !== undefined;
}

function areDifferent(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [mapName(one), mapName(other)];
  if (a === undefined || b === undefined) return false;
  const hasOtherPublisher =
    a.publisher !== undefined && b.publisher !== undefined && nameKey(a.publisher) !== nameKey(b.publisher);
  return hasOtherPublisher || mapNameKey(a.name) !== mapNameKey(b.name);
}
