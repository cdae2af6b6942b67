import { isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { activityOf, type MapActivity, moreActive } from './map-state.js';

/** What configuration rows and maps have in common. */
interface Matchable {
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
 * Matches configuration rows with maps, each row once, whatever rules ask for it. A row matches the maps with the same project
 * name and those with the same pair of table and entity; what lacks a project name is matched by the pair alone.
 */
export function matchRows(rows: readonly Matchable[], maps: Facts['entityMaps']): Matches {
  const byProject = new Map<string, Entry>();
  const byPair = new Map<string, Map<string, Entry>>();
  for (const map of maps) {
    const table = nameKey(map.dataverseTable);
    const entities = byPair.get(table) ?? new Map<string, Entry>();
    byPair.set(table, entities);
    put(entities, nameKey(map.finopsEntity), map);
    if (!isBlank(map.projectName)) put(byProject, nameKey(map.projectName), map);
  }

  const activities = rows.map((row) => {
    const first = entryOfPair(row);
    const second = entryOfProject(row);
    if (first !== undefined) first.isMatched = true;
    if (second !== undefined) second.isMatched = true;
    if (first === undefined || second === undefined) return (first ?? second)?.activity;
    return moreActive(first.activity, second.activity);
  });
  return {
    activities,
    isMatched: (map) => [entryOfPair(map), entryOfProject(map)].some((entry) => entry?.isMatched === true),
  };

  function put(index: Map<string, Entry>, key: string, map: Facts['entityMaps'][number]): void {
    const entry = index.get(key);
    if (entry === undefined) index.set(key, { activity: activityOf(map), isMatched: false });
    else entry.activity = moreActive(entry.activity, activityOf(map));
  }

  function entryOfPair({ dataverseTable, finopsEntity }: Matchable): Entry | undefined {
    return byPair.get(nameKey(dataverseTable))?.get(nameKey(finopsEntity));
  }

  function entryOfProject({ projectName }: Matchable): Entry | undefined {
    return byProject.size === 0 || isBlank(projectName) ? undefined : byProject.get(nameKey(projectName));
  }
}
