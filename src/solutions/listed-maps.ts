import { isBlank, nameKey, tableKeys } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import { factOf, type SnapshotFacts } from '../facts/snapshot.js';
import { activityOf, type MapActivity, moreActive } from '../maps/map-activity.js';
import { mapNameKey } from '../maps/map-name.js';
import { versionKey } from '../maps/map-version.js';
import { createProjectIndex } from '../rules/stale-configuration/project-index.js';

/** What the facts about the Dual-write page say about maps, whatever they are called there. */
export interface ListedMaps {
  /** Everything that is known under any of these keys. */
  readonly find: (keys: Iterable<string>) => ListedMap;
  /** Whether a map runs; `absent` if all maps are known and it is not among them. */
  readonly activityOf: (map: ListedMap) => MapActivity | 'absent';
}

/** What is known about a map. */
export interface ListedMap {
  /** Of the list of maps. */
  readonly listed?: MapActivity | undefined;
  /** Of the activity of maps, which may know more. */
  readonly reported?: MapActivity | undefined;
  /** The version in use; `several` if the list names more than one. */
  readonly version?: ListedVersion | 'several' | undefined;
}

/** Publisher and number of a version. */
export type ListedVersion = Pick<Facts['entityMaps'][number], 'version' | 'publisher'>;

/** The keys of a map: of its name, and of its entity with every name of its table. */
export function mapKeys(map: {
  readonly name: string;
  readonly dataverseTable?: string | undefined;
  readonly finopsEntity?: string | undefined;
}): readonly string[] {
  const { name, dataverseTable = '', finopsEntity = '' } = map;
  const pairs = tableKeys(dataverseTable).map((table) => mapNameKey({ dataverseTable: table, finopsEntity }));
  return [...new Set([mapNameKey(name), ...pairs])].filter((key) => key !== '');
}

/** Indexes the facts `entityMaps` and `mapActivity`, once. */
export function listedMaps(facts: SnapshotFacts): ListedMaps {
  const [maps, activities] = [factOf(facts, 'entityMaps'), factOf(facts, 'mapActivity')];
  const isWhole = maps.status === 'known' && maps.coverage !== 'partial';
  const byKey = new Map<string, ListedMap>();
  const find = (keys: Iterable<string>) => [...keys].reduce<ListedMap>((all, key) => merged(all, byKey.get(key)), {});
  const add = (keys: readonly string[], map: ListedMap) => {
    for (const key of keys) byKey.set(key, merged(map, byKey.get(key)));
  };

  const byProject = createProjectIndex<ListedMap>();
  for (const row of activities.status === 'known' ? activities.value : []) {
    const reported = { reported: activityOf(row) };
    add([mapNameKey(row.map)], reported);
    byProject.keep(row.map, (earlier) => merged(reported, earlier));
  }
  for (const row of maps.status === 'known' ? maps.value : []) {
    const keys = mapKeys(row);
    const ofProject = isBlank(row.projectName) ? [] : byProject.find(row.projectName);
    const { reported } = [find(keys), ...ofProject].reduce(merged);
    add(keys, { listed: activityOf(row), reported, version: row });
  }
  return { find, activityOf: (map) => activityIn(map) ?? (isWhole ? 'absent' : 'unknown') };
}

/** One source that knows whether the map runs is enough. */
function activityIn({ listed, reported }: ListedMap): MapActivity | undefined {
  const sources = [listed, reported].filter((one) => one !== undefined);
  return (['runs', 'off', 'unknown'] as const).find((one) => sources.includes(one));
}

/** What two keys of one map find. */
export function merged(a: ListedMap, b: ListedMap | undefined): ListedMap {
  if (b === undefined) return a;
  return {
    listed: together(a.listed, b.listed, moreActive),
    reported: together(a.reported, b.reported, moreActive),
    version: together(a.version, b.version, (one, other) => (isSameVersion(one, other) ? one : 'several')),
  };
}

function together<Value>(
  a: Value | undefined,
  b: Value | undefined,
  of: (a: Value, b: Value) => Value,
): Value | undefined {
  return a === undefined || b === undefined ? (a ?? b) : of(a, b);
}

function isSameVersion(one: ListedVersion | 'several', other: ListedVersion | 'several'): boolean {
  if (one === 'several' || other === 'several') return false;
  const keyOf = ({ version, publisher }: ListedVersion) => `${versionKey(version ?? '')} ${nameKey(publisher ?? '')}`;
  return one === other || keyOf(one) === keyOf(other);
}
