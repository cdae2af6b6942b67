import { type Fact, known } from '../../src/facts/fact.js';
import type { SnapshotFacts } from '../../src/facts/snapshot.js';
import { type EntityMap, entityMapOf } from '../../src/maps/index.js';
import type { DualWriteSolution } from '../../src/solutions/dual-write-solution.js';
import type { SolutionTarget } from '../../src/solutions/index.js';
import { field, mapRow } from '../support/entity-maps.js';

/** A map of Contoso; `fields` are the Dataverse columns that it fills. */
export function map(
  table = 'accounts',
  {
    version = '1.0.0.5',
    publisher = 'contoso',
    id = 1,
    fields = ['name'],
    managed,
    active,
    requires = {},
  }: {
    readonly version?: string;
    readonly publisher?: string;
    readonly id?: number | null;
    readonly fields?: readonly string[];
    readonly managed?: boolean;
    readonly active?: boolean;
    readonly requires?: object;
  } = {},
): EntityMap {
  const row = mapRow(table, `Entity of ${table}`, {
    version,
    fields: fields.map((name) => field(name.toUpperCase(), name)),
    properties: { IsDualWriteProject: true, TargetVersionInfo: requires },
  });
  const { ismanaged: _, msdyn_dualwriteentitymapid: __, ...rest } = row;
  return entityMapOf({
    ...rest,
    ...(id === null ? {} : { msdyn_dualwriteentitymapid: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}` }),
    msdyn_name: `${publisher}_[${table} - Entity of ${table}]`,
    ...(managed === undefined ? {} : { ismanaged: managed }),
    ...(active === undefined ? {} : { active }),
  });
}

export function solution(maps: readonly EntityMap[], details: Partial<DualWriteSolution> = {}): DualWriteSolution {
  return {
    uniqueName: 'ContosoMaps',
    displayName: 'Contoso maps',
    version: '1.0.0.2',
    publisher: { uniqueName: 'contosopublisher', displayName: 'Contoso Ltd', prefix: 'contoso' },
    isManaged: true,
    maps,
    requires: [],
    issues: [],
    ...details,
  };
}

export const core = { uniqueName: 'msdyn_DualWriteCore', version: '1.0.24073.3' };

/** An environment of which everything is known, with the core and these maps. */
export function target(
  maps: readonly EntityMap[] | Fact<readonly EntityMap[]>,
  facts: SnapshotFacts = {},
): SolutionTarget {
  return {
    name: 'production',
    facts: { solutions: known([core]), entityMaps: known([]), ...facts },
    maps: 'status' in maps ? maps : known(maps),
  };
}

/** A map in the list of the Dual-write page. */
export function listed(
  table: string,
  state: 'running' | 'not-running' | 'paused' | 'unknown',
  details: { readonly version?: string; readonly publisher?: string } = {},
) {
  return {
    name: `${table} - Entity of ${table}`,
    finopsEntity: `Entity of ${table}`,
    dataverseTable: table,
    state,
    ...details,
  };
}
