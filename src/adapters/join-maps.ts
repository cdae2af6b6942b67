import { groupsBy } from '../facts/groups-by.js';
import { nameKey, tableKeys } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import { compareVersions, parseVersion } from '../facts/version-number.js';
import type { SavedMap } from './dataverse/saved-map.js';

type EntityMap = Facts['entityMaps'][number];

/** A map with its active version. */
export interface ActiveMap {
  readonly map: EntityMap;
  /** Whether all of it is known: with an unknown or unsaved version, its requirements are not known. */
  readonly isWhole: boolean;
}

/** The maps of a capture, with what their active versions require where those are saved. */
export function joinMaps(captured: readonly EntityMap[], saved: readonly SavedMap[]): readonly ActiveMap[] {
  const withSidesOf = findBySides(saved);
  const byName = groupsBy(saved, ({ name }) => nameKey(name));
  return captured.map((map) => {
    const versions = withSidesOf(map) ?? byName.get(nameKey(map.name)) ?? [];
    const [first] = versions;
    const sides = first && { dataverseTable: first.dataverseTable, finopsEntity: first.finopsEntity };
    return withRequirements({ ...map, ...sides }, versions, map.version);
  });
}

/** A map in its active version, as far as that is known and saved. */
export function withRequirements(
  map: EntityMap,
  versions: readonly SavedMap[],
  active: string | null | undefined,
): ActiveMap {
  const saved = active == null ? undefined : versions.find(({ version }) => isSameVersion(version, active));
  const { requirements } = saved ?? {};
  if (requirements === undefined) return { map: { ...map, version: active }, isWhole: false };
  const { requires, requiresApplication, dependsOn } = requirements;
  return {
    map: {
      ...map,
      version: active,
      ...(requires.length > 0 ? { requires } : {}),
      ...(requiresApplication === undefined ? {} : { requiresApplication }),
      ...(dependsOn == null ? {} : { dependsOn }),
    },
    isWhole: true,
  };
}

export function isSameVersion(a: string | undefined, b: string): boolean {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  return left !== undefined && right !== undefined && compareVersions(left, right) === 0;
}

/** The two sides of a map. */
type Sides = Pick<EntityMap, 'dataverseTable' | 'finopsEntity'>;

/** The items by the names of their two sides. */
export function groupBySides<Item extends Sides>(items: readonly Item[]): readonly (readonly Item[])[] {
  return [...groupsBy(items, keyOfSides).values()];
}

/** Finds the items of the same two sides, whether they name the table by its set or by its logical name. */
export function findBySides<Item extends Sides>(items: readonly Item[]): (sides: Sides) => readonly Item[] | undefined {
  const groups = groupsBy(items, keyOfSides);
  return ({ dataverseTable, finopsEntity }) => {
    const found = tableKeys(dataverseTable).flatMap(
      (table) => groups.get(sidesKey(table, nameKey(finopsEntity))) ?? [],
    );
    return found.length === 0 ? undefined : found;
  };
}

function keyOfSides({ dataverseTable, finopsEntity }: Sides): string {
  return sidesKey(nameKey(dataverseTable), nameKey(finopsEntity));
}

function sidesKey(table: string, entity: string): string {
  return `${table}\n${entity}`;
}
