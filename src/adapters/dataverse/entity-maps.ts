import type { Result } from 'neverthrow';
import * as z from 'zod';
import { type Fact, known, type Unknown } from '../../facts/fact.js';
import { guidKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { readCapture } from '../gateway/capture.js';
import { type ActiveMap, groupBySides, joinMaps, withRequirements } from '../join-maps.js';
import { type Rows, readRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import type { RowProblem } from '../row-problem.js';
import type { RuntimeConfigurations } from './runtime-configurations.js';
import { requirementsOf, type SavedMap, sidesOf } from './saved-map.js';

const mapRow = /* @__PURE__ */ once(() =>
  z.object({
    msdyn_dualwriteentitymapid: z.string(),
    msdyn_displayname: z.string().nullish(),
    msdyn_name: z.string().nullish(),
    msdyn_version: z.string().nullish(),
    msdyn_mapping: z.string().nullish(),
    msdyn_properties: z.string().nullish(),
  }),
);

/**
 * One row per map. Dataverse saves every version and does not mark the active one: the capture says which it is, else the
 * runtime configuration; the highest saved one need not be.
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
  const isWhole =
    saved.value.coverage === 'complete' &&
    maps.length === saved.value.rows.length &&
    (capture?.lostMaps ?? 0) === 0 &&
    active.every((map) => map.isWhole);
  return known(
    active.map(({ map }) => map),
    { coverage: isWhole ? 'complete' : 'partial' },
  );
}

function readSavedMaps(
  service: Service,
  signal: AbortSignal,
  onRowProblem: (problem: RowProblem) => void,
): Promise<Result<Rows<SavedMap | undefined>, Unknown>> {
  const select = Object.keys(mapRow().shape);
  return readRows(service, 'msdyn_dualwriteentitymaps', { select }, mapRow(), make, signal);

  function make(row: z.infer<ReturnType<typeof mapRow>>): SavedMap | undefined {
    const id = guidKey(row.msdyn_dualwriteentitymapid);
    const report = (problem: string) => onRowProblem({ fact: 'entityMaps', id, problem });
    const sides = sidesOf(row.msdyn_mapping);
    if (sides === undefined) {
      report('its mapping is no JSON with two sides: the map is left out');
      return undefined;
    }
    const requirements = requirementsOf(row.msdyn_properties);
    if (requirements === undefined) report('its properties are no JSON: what it requires is not known');
    const name = row.msdyn_displayname?.trim() || `${sides.dataverseTable} - ${sides.finopsEntity}`;
    return { id, name, ...sides, version: row.msdyn_version?.trim() || undefined, requirements };
  }
}

function mapsOfConfigurations(
  configurations: Facts['runtimeConfigurations'],
  saved: readonly SavedMap[],
): readonly ActiveMap[] {
  const active = configurations.filter(({ active: isActive }) => isActive !== false);
  const configured = groupBySides(active);
  return [...groupBySides(saved)].flatMap(([key, versions]) => {
    const [first] = versions;
    if (first === undefined) return [];
    const { name, dataverseTable, finopsEntity } = first;
    const rows = configured.get(key) ?? [];
    const projects = new Set(rows.map(({ projectName }) => projectName));
    const running = new Set(rows.map(({ mapVersion }) => mapVersion));
    return withRequirements(
      {
        name,
        dataverseTable,
        finopsEntity,
        projectName: projects.size === 1 ? [...projects][0] : undefined,
        state: 'unknown', // Dataverse does not hold it
      },
      versions,
      running.size === 1 ? [...running][0] : undefined,
    );
  });
}
