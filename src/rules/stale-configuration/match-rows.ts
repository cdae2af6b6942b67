import { isBlank, nameKey, tableKeys } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { activityOf, type MapActivity, mapActivities } from '../../maps/map-activity.js';
import { createProjectIndex } from './project-index.js';

type EntityMap = Facts['entityMaps'][number];

/** What configuration rows and maps have in common. */
interface Matchable {
  readonly projectName?: string | null | undefined;
  readonly dataverseTable: string;
  readonly finopsEntity: string;
}

/** Which rows match which maps. */
interface Matches {
  /** How active the maps are, together, that the row at this place matches; `undefined` when it matches none. */
  readonly activityAt: (place: number) => MapActivity | undefined;
  /** Whether any row matches this map. */
  readonly isMatched: (map: EntityMap) => boolean;
}

/** The maps that share a key: together they count as one. */
interface Entry {
  /** The place of their activity in `mapActivities`, from 1; 0 is for none. There may be very many rows, so each keeps only this. */
  readonly rank: number;
  isMatched: boolean;
}

/**
 * Matches configuration rows with maps, each row once, whatever rules ask for it. A row matches the maps of its project and
 * those of its entity and table; what lacks a project name is matched by the pair only. No row is compared with every map.
 */
export function matchRows(rows: readonly Matchable[], maps: Facts['entityMaps']): Matches {
  const byProject = createProjectIndex<Entry>();
  const byPair = new Map<string, Map<string, Entry>>();
  for (const map of maps) {
    const withMap = (earlier: Entry | undefined): Entry => ({
      rank: Math.max(earlier?.rank ?? 0, mapActivities.indexOf(activityOf(map)) + 1),
      isMatched: false,
    });
    if (!isBlank(map.projectName)) byProject.keep(map.projectName, withMap);
    const table = nameKey(map.dataverseTable);
    const tables = valueIn(byPair, nameKey(map.finopsEntity), () => new Map<string, Entry>());
    tables.set(table, withMap(tables.get(table)));
  }

  // Rows of a map repeat its names, so the raw texts are looked up first: parsing them costs more than everything else.
  const byText = new Map<string, Map<string, number>>();
  const matchPair = ({ dataverseTable, finopsEntity }: Matchable): number => {
    let rank = byText.get(finopsEntity)?.get(dataverseTable);
    if (rank === undefined) {
      const tables = byPair.get(nameKey(finopsEntity));
      const entries = tables === undefined ? [] : tableKeys(dataverseTable).flatMap((key) => tables.get(key) ?? []);
      rank = match(entries, 0);
      valueIn(byText, finopsEntity, () => new Map<string, number>()).set(dataverseTable, rank);
    }
    return rank;
  };

  // Rows of a map repeat the name of its project too. One that finds nothing is not kept: there may be one for each row.
  const ofProjects = new Map<string, readonly Entry[]>();
  const entriesOfProject = (name: string): readonly Entry[] => {
    const known = ofProjects.get(name);
    if (known !== undefined) return known;
    const entries = byProject.find(name);
    if (entries.length > 0) ofProjects.set(name, entries);
    return entries;
  };

  const hasProjects = !byProject.isEmpty();
  const ranks = new Uint8Array(rows.length);
  rows.forEach((row, place) => {
    const ofPair = matchPair(row);
    const { projectName } = row;
    ranks[place] = hasProjects && !isBlank(projectName) ? match(entriesOfProject(projectName), ofPair) : ofPair;
  });
  const isMatchedByPair = (map: EntityMap) =>
    byPair.get(nameKey(map.finopsEntity))?.get(nameKey(map.dataverseTable))?.isMatched === true;
  const isMatchedByProject = ({ projectName }: EntityMap) =>
    !isBlank(projectName) && byProject.kept(projectName).some(({ isMatched }) => isMatched);
  return {
    activityAt: (place) => mapActivities[(ranks[place] ?? 0) - 1],
    isMatched: (map) => isMatchedByPair(map) || isMatchedByProject(map),
  };
}

/** Marks entries as matched; the rank of all of them and of what else the row matches. */
function match(entries: readonly Entry[], others: number): number {
  let together = others;
  for (const entry of entries) {
    entry.isMatched = true;
    together = Math.max(together, entry.rank);
  }
  return together;
}

/** The value under a key, created and kept if there is none. */
function valueIn<Value extends object>(index: Map<string, Value>, key: string, make: () => Value): Value {
  const earlier = index.get(key);
  if (earlier !== undefined) return earlier;
  const value = make();
  index.set(key, value);
  return value;
}
