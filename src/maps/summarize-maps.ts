import { byCodeUnits } from '../facts/by-code-units.js';
import type { Known } from '../facts/fact.js';
import { nameKey } from '../facts/keys.js';
import { countLookups } from './count-lookups.js';
import type { EntityMap } from './entity-map.js';
import { givenMaps } from './entity-map-of.js';
import type { MapColumn } from './map-column.js';
import { type MapCoverage, mapCoverage } from './map-coverage.js';
import { type MapDependencies, mapDependencies } from './map-dependencies.js';
import { mapFaults } from './map-faults.js';
import { isParkedVersion } from './map-version.js';
import { newestFirst } from './newest-first.js';
import { versionInUse } from './version-in-use.js';
import { versionsByName } from './versions-by-name.js';

/**
 * An overview of maps: their versions, how much of each could be read, and how they depend on each other. Plain JSON.
 * @public
 */
export interface MapSummary extends MapCoverage {
  readonly schemaVersion: 1;
  readonly kind: 'map-list';
  /** By name, in code-unit order. */
  readonly maps: readonly SummarizedMap[];
  /** For the version of each map that is in use, if known; otherwise for the newest. */
  readonly dependencies: MapDependencies;
  readonly totals: { readonly maps: number; readonly versions: number; readonly unreadable: number };
}

/**
 * A map with all its versions, newest first.
 * @public
 */
export interface SummarizedMap {
  /** Empty for a row without a name. */
  readonly name: string;
  readonly dataverseTable: string | null;
  readonly finopsEntity: string | null;
  readonly versions: readonly SummarizedVersion[];
}

/**
 * One saved version of a map.
 * @public
 */
export interface SummarizedVersion {
  readonly id: string | null;
  readonly version: string | null;
  readonly publisher: string | null;
  /** `null` if the row does not show it. */
  readonly isManaged: boolean | null;
  readonly isParked: boolean;
  /** `true` if the input marks it; `assumed` for the only or newest version if nothing is marked. */
  readonly isActive: boolean | 'assumed';
  /** How much of the columns could be read; see `faults`. */
  readonly mapping: MapColumn['status'];
  readonly properties: MapColumn['status'];
  /** `null` when the mapping cannot be read. */
  readonly fields: number | null;
  /** As `DWDVEV9701` counts them: several fields behind one lookup are one. `null` when the mapping cannot be read. */
  readonly lookups: number | null;
  /** Faults of the columns and unexpected content in them, in words. */
  readonly faults: readonly string[];
}

/**
 * Summarizes saved maps, one row per version.
 *
 * @param read - whether the rows are all of them
 *
 * @example
 * ```ts
 * const { maps, dependencies } = summarizeMaps(rows.map(entityMapOf));
 * ```
 * @public
 */
export function summarizeMaps(
  rows: readonly EntityMap[],
  read: Pick<Known<unknown>, 'coverage' | 'detail'> = {},
): MapSummary {
  const given = givenMaps(rows);
  const groups = [...versionsByName(given)]
    .sort(
      ([a, [left]], [b, [right]]) =>
        byCodeUnits(nameKey(left?.name ?? ''), nameKey(right?.name ?? '')) || byCodeUnits(a, b),
    )
    .map(([, versions]) => newestFirst(versions));
  const inUse = groups.flatMap((versions) => versionInUse(versions).map ?? versions[0] ?? []);
  return {
    schemaVersion: 1,
    kind: 'map-list',
    ...mapCoverage(read ?? {}), // callers without types may give anything
    maps: groups.map(summarizeMap),
    dependencies: mapDependencies([...inUse, ...groups.flat()]),
    totals: {
      maps: groups.length,
      versions: given.length,
      unreadable: given.filter(({ columns }) => isUnreadable(columns)).length,
    },
  };
}

/** A text that lacks only its last brace can be read, with a doubt; a map without a mapping is not a map. */
function isUnreadable({ mapping, properties }: EntityMap['columns']): boolean {
  return mapping.status === 'absent' || mapping.status === 'broken' || properties.status === 'broken';
}

function summarizeMap(versions: readonly EntityMap[]): SummarizedMap {
  const selected = versionInUse(versions);
  const shown = selected.map ?? versions.find(({ mapping }) => mapping !== undefined);
  return {
    name: versions[0]?.name ?? '',
    dataverseTable: shown?.dataverseTable ?? null,
    finopsEntity: shown?.finopsEntity ?? null,
    versions: versions.map((map) => {
      const isAssumed = map === selected.map && selected.chosen !== 'active';
      return summarizeVersion(map, isAssumed ? 'assumed' : map.isActive === true);
    }),
  };
}

function summarizeVersion(map: EntityMap, isActive: SummarizedVersion['isActive']): SummarizedVersion {
  const fields = map.mapping?.legs.map(({ fieldMappings }) => fieldMappings);
  return {
    id: map.id ?? null,
    version: map.version ?? null,
    publisher: map.publisher ?? null,
    isManaged: map.isManaged ?? null,
    isParked: isParkedVersion(map.version ?? ''),
    isActive,
    mapping: map.columns.mapping.status,
    properties: map.columns.properties.status,
    fields: fields?.flat().length ?? null,
    lookups: fields === undefined ? null : countLookups(fields.map((leg) => leg.map((field) => field.dataversePath))),
    faults: mapFaults(map),
  };
}
