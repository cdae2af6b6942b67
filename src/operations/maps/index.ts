export type {
  EntityMap,
  FieldMapping,
  MapLeg,
  MapProperties,
  MappedValue,
  Mapping,
  MapRequirements,
  MapSide,
  SyncDirection,
  ValueTransform,
} from '../../maps/entity-map.js';
export { toEntityMapRow } from '../../maps/entity-map-row.js';
export { type FieldPath, fieldPath, type LookupTarget } from '../../maps/field-path.js';
export type { JsonFault, JsonObject, JsonValue } from '../../maps/json.js';
export { documentOf, type MapColumn } from '../../maps/map-column.js';
export { compareMapVersions, isParkedVersion } from '../../maps/map-version.js';
export { parseEntityMap } from '../../maps/parse-entity-map.js';
