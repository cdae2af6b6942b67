import type { EntityMap } from './entity-map.js';
import { mapNameKey } from './map-name.js';

/** Versions of each map. Rows without a name are maps of their own: nobody knows which one they are. */
export function versionsByName(maps: readonly EntityMap[]): ReadonlyMap<string, readonly EntityMap[]> {
  const groups = new Map<string, EntityMap[]>();
  for (const [index, map] of maps.entries()) {
    const key = mapNameKey(map.name) || `\u{ffff}${map.id ?? `row ${index + 1}`}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [map]);
    else group.push(map);
  }
  return groups;
}
