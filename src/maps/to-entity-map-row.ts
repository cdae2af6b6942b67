import type { EntityMap } from './entity-map.js';
import type { JsonObject, JsonValue } from './json.js';
import type { MapColumn } from './map-column.js';

/**
 * Converts a map back to a row, with the column names of Dataverse: the texts of both columns are unchanged.
 * `publisher`, `active` and `integrationKeys` are added under their plain names.
 * @public
 */
export function toEntityMapRow(map: EntityMap): JsonObject {
  const row: Record<string, JsonValue | undefined> = {
    msdyn_dualwriteentitymapid: map.id,
    msdyn_name: map.technicalName,
    msdyn_displayname: map.displayName,
    msdyn_version: map.version,
    publisher: map.publisher,
    ismanaged: map.isManaged,
    active: map.isActive,
    integrationKeys: map.integrationKeys,
    msdyn_mapping: textOf(map.columns.mapping),
    msdyn_properties: textOf(map.columns.properties),
  };
  const given = Object.entries(row).flatMap(([key, value]): [string, JsonValue][] =>
    value === undefined ? [] : [[key, value]],
  );
  return Object.fromEntries([...Object.entries(map.otherColumns), ...given]);
}

function textOf(column: MapColumn): string | undefined {
  return column.status === 'absent' ? undefined : column.text;
}
