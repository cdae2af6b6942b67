import type { Result } from 'neverthrow';
import * as z from 'zod/mini';
import type { Unknown } from '../../facts/fact.js';
import { guidKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import type { EntityMap } from '../../maps/entity-map.js';
import { entityMapOf } from '../../maps/entity-map-of.js';
import { mapDefinitionOf } from '../../maps/map-definition-of.js';
import { readCapture } from '../gateway/capture.js';
import { findBySides, groupBySides, isSameVersion } from '../join-maps.js';
import { type Rows, readRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import type { RuntimeConfigurations } from './runtime-configurations.js';

const mapRow = /* @__PURE__ */ once(() => {
  const text = z.nullish(z.string());
  return z.object({
    msdyn_dualwriteentitymapid: z.string(),
    msdyn_name: text,
    msdyn_displayname: text,
    msdyn_version: text,
    msdyn_mapping: text,
    msdyn_properties: text,
    ismanaged: z.nullish(z.boolean()),
  });
});

/** The columns that are requested: those of `readEntityMaps`, and one more. */
export function savedMapColumns(): readonly string[] {
  return Object.keys(mapRow().shape);
}

/** Every saved version of every map, as given by its row. */
export function readSavedVersions(service: Service, signal: AbortSignal): Promise<Result<Rows<EntityMap>, Unknown>> {
  const select = savedMapColumns();
  const kind = {
    row: mapRow(),
    idOf: ({ msdyn_dualwriteentitymapid: id }: z.infer<ReturnType<typeof mapRow>>) => guidKey(id),
    make: entityMapOf,
  };
  return readRows(service, 'msdyn_dualwriteentitymaps', { select }, kind, signal);
}

/** What shows which version of a map is in use: a runtime configuration, or a map of a capture. */
interface VersionInUse {
  readonly dataverseTable: string;
  readonly finopsEntity: string;
  readonly version?: string | null | undefined;
}

/** As far as known: from a capture that lists the maps, otherwise from the readable runtime configurations. */
export async function versionsInUse(
  captured: unknown,
  configurations: (signal: AbortSignal) => Promise<RuntimeConfigurations>,
  signal: AbortSignal,
): Promise<readonly VersionInUse[]> {
  const capture = captured === undefined ? undefined : readCapture(captured);
  if (capture?.hasMaps) return capture.maps;
  const { read } = await configurations(signal);
  const active = (read.isOk() ? read.value.rows : []).filter((row) => row.active !== false);
  return active.map(({ mapVersion, ...sides }) => ({ ...sides, version: mapVersion }));
}

/**
 * The saved versions as rows of the fact, each marked with whether it is the one in use, as far as known. If two publishers
 * have saved that version, it is not known which of the two it is.
 */
export function mapDefinitionsOf(
  versions: readonly EntityMap[],
  inUse: readonly VersionInUse[],
): Facts['mapDefinitions'] {
  const usedOf = findBySides(inUse);
  const active = new Map<EntityMap, boolean>();
  for (const saved of groupBySides(versions.flatMap(withSides))) {
    const [first] = saved;
    const numbers = new Set((first && usedOf(first))?.map(({ version }) => version));
    const [number] = numbers;
    if (numbers.size !== 1 || number == null) continue;
    const candidates = saved.filter(({ map }) => isSameVersion(map.version, number));
    if (candidates.length === 0) continue;
    for (const { map } of saved) active.set(map, false);
    for (const { map } of candidates) {
      if (candidates.length === 1) active.set(map, true);
      else active.delete(map);
    }
  }
  return versions.map((map) => ({ ...mapDefinitionOf(map), active: active.get(map) ?? null }));
}

function withSides(map: EntityMap) {
  const { dataverseTable, finopsEntity } = map;
  return dataverseTable === undefined || finopsEntity === undefined ? [] : [{ dataverseTable, finopsEntity, map }];
}
