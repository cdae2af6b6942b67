import { isBlank, nameKey, projectKeys, tableKeys } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { activityOf, type MapActivity, moreActive } from './map-state.js';

/** What configuration rows and maps have in common. */
export interface Matchable {
  readonly projectName?: string | null | undefined;
  readonly dataverseTable: string;
  readonly finopsEntity: string;
}

/** Which rows match which maps. */
export interface Matches {
  /** For each row, by its place: how active the maps are that it matches, together; `undefined` when it matches none. */
  readonly activities: readonly (MapActivity | undefined)[];
  /** Whether any row matches this map. */
  readonly isMatched: (map: Facts['entityMaps'][number]) => boolean;
}

/** The maps that share a key: together they count as one. */
interface Entry {
  activity: MapActivity;
  isMatched: boolean;
}

/**
 * Matches configuration rows with maps, each row once, whatever rules ask for it. A row matches the maps of its project and
 * those of its entity and table; what lacks a project name is matched by the pair alone. Maps are kept under their keys and
 * sought by those of the row, so that no row is compared with every map.
 */
export function matchRows(rows: readonly Matchable[], maps: Facts['entityMaps']): Matches {
  const byProject = new Map<string, Entry>();
  const byPair = new Map<string, Map<string, Entry>>();
  for (const map of maps) {
    for (const key of projectKeysOf(map).kept) put(byProject, key, map);
    const entity = nameKey(map.finopsEntity);
    const tables = byPair.get(entity) ?? new Map<string, Entry>();
    byPair.set(entity, tables);
    put(tables, nameKey(map.dataverseTable), map);
  }

  const activities = rows.map((row) => {
    const tables = byPair.get(nameKey(row.finopsEntity));
    const entries = [
      ...(tables === undefined ? [] : tableKeys(row.dataverseTable).map((key) => tables.get(key))),
      ...projectKeysOf(row).sought.map((key) => byProject.get(key)),
    ].filter((entry) => entry !== undefined);
    for (const entry of entries) entry.isMatched = true;
    return entries.length === 0 ? undefined : entries.map(({ activity }) => activity).reduce(moreActive);
  });
  return {
    activities,
    isMatched: (map) =>
      byPair.get(nameKey(map.finopsEntity))?.get(nameKey(map.dataverseTable))?.isMatched === true ||
      projectKeysOf(map).kept.some((key) => byProject.get(key)?.isMatched === true),
  };
}

function put(index: Map<string, Entry>, key: string, map: Facts['entityMaps'][number]): void {
  const entry = index.get(key);
  if (entry === undefined) index.set(key, { activity: activityOf(map), isMatched: false });
  else entry.activity = moreActive(entry.activity, activityOf(map));
}

const noKeys: ReturnType<typeof projectKeys> = { kept: [], sought: [] };

function projectKeysOf({ projectName }: Matchable): ReturnType<typeof projectKeys> {
  return isBlank(projectName) ? noKeys : projectKeys(projectName);
}
