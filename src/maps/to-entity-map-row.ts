import { fromThrowable } from 'neverthrow';
import type { EntityMap } from './entity-map.js';
import type { JsonObject, JsonValue } from './json.js';
import type { MapColumn } from './map-column.js';

/**
 * Converts a map back to a row, with the column names of Dataverse: the texts of both columns are unchanged.
 * `publisher`, `active` and `integrationKeys` are added under their plain names. A column whose name is taken, because the row
 * has it in an unexpected form, is written under its plain name.
 * @public
 */
export function toEntityMapRow(map: EntityMap): JsonObject {
  // Callers without types may give anything: of what is not a map, there is no column.
  return fromThrowable(rowOf)(map).unwrapOr({});
}

function rowOf(map: EntityMap): JsonObject {
  const columns: readonly (readonly [JsonValue | undefined, readonly string[]])[] = [
    [map.id, ['msdyn_dualwriteentitymapid', 'id']],
    [map.technicalName, ['msdyn_name', 'technicalName', 'name']],
    [map.displayName, ['msdyn_displayname', 'displayName']],
    [map.version, ['msdyn_version', 'version']],
    [map.publisher, ['publisher', 'author']],
    [map.isManaged, ['ismanaged', 'managed']],
    [map.isActive, ['active', 'isActive']],
    [map.integrationKeys, ['integrationKeys']],
    [textOf(map.columns.mapping), ['msdyn_mapping', 'mapping']],
    [textOf(map.columns.properties), ['msdyn_properties', 'properties']],
  ];
  const given = columns.flatMap(([value, names]): [string, JsonValue][] => {
    const name = names.find((one) => !Object.hasOwn(map.otherColumns, one));
    return value === undefined || name === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries([...Object.entries(map.otherColumns), ...given]);
}

function textOf(column: MapColumn): string | undefined {
  return column.status === 'absent' ? undefined : column.text;
}
