import type { Result } from 'neverthrow';
import * as z from 'zod/mini';
import { type Fact, known, type Unknown } from '../../facts/fact.js';
import { guidKey, projectKeys } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { readCapture } from '../gateway/capture.js';
import { type ActiveMap, findBySides, groupBySides, joinMaps, withRequirements } from '../join-maps.js';
import { type Rows, readRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import type { RowProblem } from '../row-problem.js';
import type { RuntimeConfigurations } from './runtime-configurations.js';
import { requirementsOf, type SavedMap, sidesOf } from './saved-map.js';

const mapRow = /* @__PURE__ */ once(() =>
  z.object({
    msdyn_dualwriteentitymapid: z.string(),
    msdyn_displayname: z.nullish(z.string()),
    msdyn_name: z.nullish(z.string()),
    msdyn_version: z.nullish(z.string()),
    msdyn_mapping: z.nullish(z.string()),
    msdyn_properties: z.nullish(z.string()),
  }),
);

type MapRow = z.infer<ReturnType<typeof mapRow>>;

/** The columns that are requested. */
export function entityMapColumns(): readonly string[] {
  return Object.keys(mapRow().shape);
}

/**
 * One row per map. Dataverse saves every version and does not mark the active one: the capture shows which it is, otherwise the
 * runtime configuration; it is not necessarily the highest saved one.
 */
export async function readEntityMaps(
  service: Service,
  signal: AbortSignal,
  onRowProblem: (problem: RowProblem) => void,
  captured: unknown,
  configurations: (signal: AbortSignal) => Promise<RuntimeConfigurations>,
): Promise<Fact<Facts['entityMaps']>> {
  const capture = captured === undefined ? undefined : readCapture(captured);
  const [saved, running] = await Promise.all([
    readSavedMaps(service, signal, onRowProblem),
    capture?.hasMaps ? undefined : configurations(signal).then(({ read }) => read),
  ]);
  if (saved.isErr()) return saved.error;
  const maps = saved.value.rows.flatMap((map) => map ?? []);
  const active =
    running === undefined
      ? joinMaps(capture?.maps ?? [], maps)
      : mapsOfConfigurations(running.isOk() ? running.value.rows : [], maps);
  const gaps = [
    ...gapsOfRows(saved.value),
    ...gapsOfRows(running?.isOk() ? running.value : undefined),
    ...gapOf(saved.value.rows.length - maps.length, 'rows of saved maps could not be understood'),
    ...gapOf(capture?.lostMaps ?? 0, 'maps of the capture could not be understood'),
    ...gapOf(active.filter((map) => !map.isWhole).length, 'maps do not show their active version or what it requires'),
  ];
  const value = active.map(({ map }) => map);
  return gaps.length === 0
    ? known(value, { coverage: 'complete' })
    : known(value, { coverage: 'partial', detail: gaps.join('; ') });
}

function gapsOfRows(read: Rows<unknown> | undefined): readonly string[] {
  return read?.coverage === 'partial' ? [read.detail ?? 'not all rows were read'] : [];
}

function gapOf(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${what}`];
}

function readSavedMaps(
  service: Service,
  signal: AbortSignal,
  onRowProblem: (problem: RowProblem) => void,
): Promise<Result<Rows<SavedMap | undefined>, Unknown>> {
  const select = entityMapColumns();
  const kind = { row: mapRow(), idOf: ({ msdyn_dualwriteentitymapid: id }: MapRow) => guidKey(id), make };
  return readRows(service, 'msdyn_dualwriteentitymaps', { select }, kind, signal);

  function make(row: MapRow): SavedMap | undefined {
    const id = guidKey(row.msdyn_dualwriteentitymapid);
    const report = (problem: string) => onRowProblem({ fact: 'entityMaps', id, problem });
    const sides = sidesOf(row.msdyn_mapping);
    if (sides === undefined) {
      report('its mapping is not JSON with two sides: the map is left out');
      return undefined;
    }
    const requirements = requirementsOf(row.msdyn_properties);
    if (requirements === undefined) report('its properties are not JSON: what it requires is not known');
    const name = row.msdyn_displayname?.trim() || `${sides.dataverseTable} - ${sides.finopsEntity}`;
    return { id, name, ...sides, version: row.msdyn_version?.trim() || undefined, requirements };
  }
}

function mapsOfConfigurations(
  configurations: Facts['runtimeConfigurations'],
  saved: readonly SavedMap[],
): readonly ActiveMap[] {
  const active = configurations.filter(({ active: isActive }) => isActive !== false);
  const withSidesOf = findBySides(active);
  return groupBySides(saved).flatMap((versions) => {
    const [first] = versions;
    if (first === undefined) return [];
    const { name, dataverseTable, finopsEntity } = first;
    const rows = withSidesOf(first) ?? [];
    const running = new Set(rows.map(({ mapVersion }) => mapVersion));
    return withRequirements(
      {
        name,
        dataverseTable,
        finopsEntity,
        projectName: onlyProjectOf(rows),
        state: 'unknown', // Dataverse does not hold it
      },
      versions,
      running.size === 1 ? [...running][0] : undefined,
    );
  });
}

/** The project that all rows belong to, whether they name it in full or by its own GUID. */
function onlyProjectOf(rows: Facts['runtimeConfigurations']): string | undefined {
  const [first, ...others] = rows.map(({ projectName }) => projectName);
  return first != null && others.every((other) => other != null && isOneProject(first, other)) ? first : undefined;
}

function isOneProject(a: string, b: string): boolean {
  const [one, other] = [projectKeys(a), projectKeys(b)];
  return one.key === other.key || one.parts.includes(other.key) || other.parts.includes(one.key);
}
