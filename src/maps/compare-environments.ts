import { byCodeUnits } from '../facts/by-code-units.js';
import type { Known } from '../facts/fact.js';
import { nameKey } from '../facts/keys.js';
import { compareMaps, type UncomparedPart } from './compare-maps.js';
import type { EntityMap } from './entity-map.js';
import { givenMaps } from './entity-map-of.js';
import { type MapCoverage, mapCoverage } from './map-coverage.js';
import { difference, type MapDifference, wholeMap } from './map-difference.js';
import { compareMapVersions } from './map-version.js';
import { type VersionInUse, versionInUse } from './version-in-use.js';
import { versionsByName } from './versions-by-name.js';

/**
 * The saved maps of an environment, every version of each. With `coverage: 'partial'` it may have more.
 * @public
 */
export interface MapEnvironment extends Pick<Known<unknown>, 'coverage' | 'detail'> {
  readonly name: string;
  readonly maps: readonly EntityMap[];
}

/**
 * One side of a comparison, and how many versions were read.
 * @public
 */
export interface ComparedEnvironment extends MapCoverage {
  readonly name: string;
  readonly versions: number;
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
  readonly before: ComparedEnvironment;
  readonly after: ComparedEnvironment;
  /** By name, in code-unit order. */
  readonly maps: readonly ComparedMap[];
  readonly totals: Readonly<Record<ComparedMap['status'], number>>;
}

/**
 * Compares the maps of two environments by name: which are only on one side, whose version or publisher differs, and
 * how the versions in use differ.
 *
 * A saved row does not show whether it is in use. If one is marked (`isActive`), it counts; otherwise the only or the newest
 * version does, and with several publishers the map is unknown. So is a map whose columns cannot be read, and one that may be in
 * the part of an environment that was not read.
 *
 * @example
 * ```ts
 * const comparison = compareEnvironments({ name: 'test', maps: test }, { name: 'production', maps: production });
 * ```
 * @public
 */
export function compareEnvironments(before: MapEnvironment, after: MapEnvironment): EnvironmentComparison {
  return compareKnown(givenEnvironment(before), givenEnvironment(after));
}

/** Callers without types may give anything: of what has no list of maps, none is known. */
function givenEnvironment(environment: MapEnvironment): MapEnvironment {
  return Array.isArray(environment?.maps)
    ? { ...environment, maps: givenMaps(environment.maps) }
    : { name: environment?.name ?? '', maps: [], coverage: 'partial' };
}

function compareKnown(before: MapEnvironment, after: MapEnvironment): EnvironmentComparison {
  const [left, right] = [versionsByName(before.maps), versionsByName(after.maps)];
  const keys = [...new Set([...left.keys(), ...right.keys()])].sort();
  const maps = keys
    .map((key) => compareVersions({ ...before, maps: left.get(key) ?? [] }, { ...after, maps: right.get(key) ?? [] }))
    .sort((a, b) => byCodeUnits(nameKey(a.name), nameKey(b.name)));
  const totals = { 'only-before': 0, 'only-after': 0, different: 0, unknown: 0, same: 0 };
  for (const { status } of maps) totals[status] += 1;
  return {
    schemaVersion: 1,
    kind: 'maps',
    before: { name: before.name, versions: before.maps.length, ...mapCoverage(before) },
    after: { name: after.name, versions: after.maps.length, ...mapCoverage(after) },
    maps,
    totals,
  };
}

/** Compares the versions of one map. */
function compareVersions(before: MapEnvironment, after: MapEnvironment): ComparedMap {
  const [first] = [...before.maps, ...after.maps];
  const name = first?.name ?? '';
  const [a, b] = [versionInUse(before.maps), versionInUse(after.maps)];
  const shown = { name, before: shownOf(a), after: shownOf(b) };
  const only = (status: 'only-before' | 'only-after'): ComparedMap => ({
    ...shown,
    status,
    differences: [],
    notCompared: [],
  });
  const unknown = (because: string): ComparedMap => ({
    ...shown,
    status: 'unknown',
    differences: [],
    notCompared: [{ part: 'map', because }],
  });
  if (before.maps.length === 0) return isPartial(before) ? unknown(`before: ${notRead}`) : only('only-after');
  if (after.maps.length === 0) return isPartial(after) ? unknown(`after: ${notRead}`) : only('only-before');
  if (a.map === undefined) return unknown(`before: ${a.because}`);
  if (b.map === undefined) return unknown(`after: ${b.because}`);
  if (name === '') return unknown('the rows have no name');
  if (hasNoVersion(a.map) && b.chosen === 'newest') return unknown(`before: ${whichVersion(after)}`);
  if (hasNoVersion(b.map) && a.chosen === 'newest') return unknown(`after: ${whichVersion(before)}`);
  if (mayHaveNewer(before, a, b.map)) return unknown(`before: ${newerNotRead(a.map)}`);
  if (mayHaveNewer(after, b, a.map)) return unknown(`after: ${newerNotRead(b.map)}`);
  const { differences: ofContent, notCompared: ofParts } = compareMaps(a.map, b.map);
  const differences = [...identityDifferences(a.map, b.map), ...ofContent];
  const notCompared = [...unknownVersions(a.map, b.map), ...ofParts];
  const status = differences.length > 0 ? 'different' : notCompared.length > 0 ? 'unknown' : 'same';
  return { ...shown, status, differences, notCompared };
}

const notRead = 'it is not in the part that was read';

function whichVersion({ maps }: MapEnvironment): string {
  return `which of ${maps.length} versions it is is not known`;
}

function newerNotRead({ version = 'one without a version' }: EntityMap): string {
  return `only ${version} is in the part that was read`;
}

function isPartial({ coverage }: MapEnvironment): boolean {
  return coverage === 'partial';
}

/** Whether the part that was not read may have a newer version, which the other environment has. */
function mayHaveNewer(
  environment: MapEnvironment,
  { map, chosen }: Extract<VersionInUse, { readonly map: EntityMap }>,
  other: EntityMap,
): boolean {
  if (!isPartial(environment) || chosen === 'active') return false;
  if (!isSamePublisher(map, other)) return true;
  return (compareMapVersions(map.version, other.version) ?? 0) < 0;
}

function shownOf(version: VersionInUse): ComparedVersion | null {
  if (version.map === undefined) return null;
  const { id = null, version: number = null, publisher = null } = version.map;
  return { id, version: number, publisher, chosen: version.chosen };
}

/** A row without a version does not show that it is another one. */
function identityDifferences(before: EntityMap, after: EntityMap): readonly MapDifference[] {
  const order = compareMapVersions(before.version, after.version);
  const isSameVersion =
    order === undefined ? hasNoVersion(before, after) || before.version === after.version : order === 0;
  return [
    ...(isSameVersion ? [] : [difference('version-changed', wholeMap, null, before.version, after.version)]),
    ...(isSamePublisher(before, after)
      ? []
      : [difference('publisher-changed', wholeMap, null, before.publisher, after.publisher)]),
  ];
}

function unknownVersions(before: EntityMap, after: EntityMap): ComparedMap['notCompared'] {
  if (before.version === after.version || !hasNoVersion(before, after)) return [];
  return [{ part: 'map', because: `${before.version === undefined ? 'before' : 'after'}: its version is not known` }];
}

function hasNoVersion(...maps: readonly EntityMap[]): boolean {
  return maps.some(({ version }) => version === undefined);
}

function isSamePublisher(before: EntityMap, after: EntityMap): boolean {
  return nameKey(before.publisher ?? '') === nameKey(after.publisher ?? '');
}
