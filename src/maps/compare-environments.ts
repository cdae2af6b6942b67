import { nameKey } from '../facts/keys.js';
import { compareMaps, type UncomparedPart } from './compare-maps.js';
import type { EntityMap } from './entity-map.js';
import { difference, type MapDifference, wholeMap } from './map-difference.js';
import { compareMapVersions } from './map-version.js';
import { type VersionInUse, versionInUse } from './version-in-use.js';
import { versionsByName } from './versions-by-name.js';

/**
 * The saved maps of an environment, every version of each.
 * @public
 */
export interface MapEnvironment {
  readonly name: string;
  readonly maps: readonly EntityMap[];
}

/**
 * The version of a map that was compared.
 * @public
 */
export interface ComparedVersion {
  readonly id: string | null;
  readonly version: string | null;
  readonly publisher: string | null;
  /** `active`: the input marks it as in use. Otherwise that is assumed for the only version or the newest one. */
  readonly chosen: 'active' | 'only' | 'newest';
}

/**
 * A map in two environments. `different` may come with parts that could not be compared; `unknown` means that it could not
 * be determined whether they differ.
 * @public
 */
export interface ComparedMap {
  readonly name: string;
  readonly status: 'only-before' | 'only-after' | 'different' | 'unknown' | 'same';
  readonly before: ComparedVersion | null;
  readonly after: ComparedVersion | null;
  readonly differences: readonly MapDifference[];
  /** What could not be compared, and why; `map` is the map as a whole. */
  readonly notCompared: readonly { readonly part: UncomparedPart['part'] | 'map'; readonly because: string }[];
}

/**
 * The comparison of all maps of two environments. Plain JSON.
 * @public
 */
export interface EnvironmentComparison {
  readonly schemaVersion: 1;
  readonly kind: 'maps';
  readonly before: { readonly name: string; readonly versions: number };
  readonly after: { readonly name: string; readonly versions: number };
  /** By name, in code-unit order. */
  readonly maps: readonly ComparedMap[];
  readonly totals: Readonly<Record<ComparedMap['status'], number>>;
}

/**
 * Compares the maps of two environments by name: which are only on one side, whose version or publisher differs, and
 * how the versions in use differ.
 *
 * A saved row does not show whether it is in use. If one is marked (`isActive`), it counts; otherwise the only or the newest
 * version does, and with several publishers the map is unknown. So is a map whose columns cannot be read.
 *
 * @example
 * ```ts
 * const comparison = compareEnvironments({ name: 'test', maps: test }, { name: 'production', maps: production });
 * ```
 * @public
 */
export function compareEnvironments(before: MapEnvironment, after: MapEnvironment): EnvironmentComparison {
  const [left, right] = [versionsByName(before.maps), versionsByName(after.maps)];
  const keys = [...new Set([...left.keys(), ...right.keys()])].sort();
  const maps = keys.map((key) => compareVersions(left.get(key) ?? [], right.get(key) ?? []));
  const totals = { 'only-before': 0, 'only-after': 0, different: 0, unknown: 0, same: 0 };
  for (const { status } of maps) totals[status] += 1;
  return {
    schemaVersion: 1,
    kind: 'maps',
    before: { name: before.name, versions: before.maps.length },
    after: { name: after.name, versions: after.maps.length },
    maps,
    totals,
  };
}

function compareVersions(before: readonly EntityMap[], after: readonly EntityMap[]): ComparedMap {
  const [first] = [...before, ...after];
  const name = first?.name ?? '';
  const [a, b] = [versionInUse(before), versionInUse(after)];
  const shown = { before: shownOf(a), after: shownOf(b) };
  const nothing = { differences: [], notCompared: [] };
  if (before.length === 0) return { name, status: 'only-after', ...shown, ...nothing };
  if (after.length === 0) return { name, status: 'only-before', ...shown, ...nothing };
  const unknown = (because: string): ComparedMap => ({
    name,
    status: 'unknown',
    ...shown,
    differences: [],
    notCompared: [{ part: 'map', because }],
  });
  if (a.map === undefined) return unknown(`before: ${a.because}`);
  if (b.map === undefined) return unknown(`after: ${b.because}`);
  if (name === '') return unknown('the rows have no name');
  const { differences: ofContent, notCompared } = compareMaps(a.map, b.map);
  const differences = [...identityDifferences(a.map, b.map), ...ofContent];
  const status = differences.length > 0 ? 'different' : notCompared.length > 0 ? 'unknown' : 'same';
  return { name, status, ...shown, differences, notCompared };
}

function shownOf(version: VersionInUse): ComparedVersion | null {
  if (version.map === undefined) return null;
  const { id = null, version: number = null, publisher = null } = version.map;
  return { id, version: number, publisher, chosen: version.chosen };
}

function identityDifferences(before: EntityMap, after: EntityMap): readonly MapDifference[] {
  const order = compareMapVersions(before.version, after.version);
  const isSameVersion = order === undefined ? before.version === after.version : order === 0;
  const isSamePublisher = nameKey(before.publisher ?? '') === nameKey(after.publisher ?? '');
  return [
    ...(isSameVersion ? [] : [difference('version-changed', wholeMap, null, before.version, after.version)]),
    ...(isSamePublisher ? [] : [difference('publisher-changed', wholeMap, null, before.publisher, after.publisher)]),
  ];
}
