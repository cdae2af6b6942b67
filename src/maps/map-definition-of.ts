import type { Facts } from '../facts/schemas.js';
import type { EntityMap } from './entity-map.js';
import { givenMap } from './entity-map-of.js';
import type { MapColumn } from './map-column.js';

/**
 * A saved map as a row of the fact `mapDefinitions`, with the texts of its columns unchanged: the input of {@link mapDesign}.
 *
 * @example
 * ```ts
 * const facts = { mapDefinitions: known(rows.map((row) => mapDefinitionOf(entityMapOf(row)))) };
 * ```
 * @public
 */
export function mapDefinitionOf(map: EntityMap): Facts['mapDefinitions'][number] {
  const { id, technicalName, displayName, name, version, publisher, isManaged, isActive, integrationKeys, columns } =
    givenMap(map);
  return {
    id: id ?? null,
    name: technicalName ?? displayName ?? name,
    displayName: displayName ?? null,
    version: version ?? null,
    publisher: publisher ?? null,
    managed: isManaged ?? null,
    active: isActive ?? null,
    integrationKeys: integrationKeys ?? null,
    mapping: textOf(columns.mapping),
    properties: textOf(columns.properties),
  };
}

function textOf(column: MapColumn): string | null {
  return column.status === 'absent' ? null : column.text;
}
