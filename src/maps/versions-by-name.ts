import { groupsBy } from '../facts/groups-by.js';
import type { EntityMap } from './entity-map.js';
import { mapNameKey } from './map-name.js';

/** Versions of each map. Rows without a name are separate maps: it is not known which map they belong to. */
export function versionsByName(maps: readonly EntityMap[]): ReadonlyMap<string, readonly EntityMap[]> {
  let row = 0;
  return groupsBy(maps, ({ name, id }) => {
    row += 1;
    return mapNameKey(name) || `\u{ffff}${id ?? `row ${row}`}`;
  });
}
