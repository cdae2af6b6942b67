import { nameKey } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import { compareVersions, parseVersion } from '../facts/version-number.js';
import type { SavedMap } from './dataverse/saved-map.js';

type EntityMap = Facts['entityMaps'][number];

/** A map of which is said which version is active. */
export interface ActiveMap {
  readonly map: EntityMap;
  /** Whether all of it is known: a version that nobody told of, or one that is not saved, leaves its requirements open. */
  readonly isWhole: boolean;
}

/** The maps of a capture, with what their active versions require where those are saved. */
export function joinMaps(captured: readonly EntityMap[], saved: readonly SavedMap[]): readonly ActiveMap[] {
  const bySides = groupBySides(saved);
  const byName = groupBy(saved, ({ name }) => nameKey(name));
  return captured.map((map) => {
    const versions = bySides.get(sidesKey(map)) ?? byName.get(nameKey(map.name)) ?? [];
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

function isSameVersion(a: string | undefined, b: string): boolean {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  return left !== undefined && right !== undefined && compareVersions(left, right) === 0;
}

function sidesKey({
  dataverseTable,
  finopsEntity,
}: {
  readonly dataverseTable: string;
  readonly finopsEntity: string;
}) {
  return `${nameKey(dataverseTable)}\n${nameKey(finopsEntity)}`;
}

export function groupBySides<Item extends Pick<EntityMap, 'dataverseTable' | 'finopsEntity'>>(items: readonly Item[]) {
  return groupBy(items, sidesKey);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return groups;
}
