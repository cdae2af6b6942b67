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
export { mapDefinitionOf } from '../../maps/map-definition.js';
export { compareMapVersions, isParkedVersion } from '../../maps/map-version.js';
export { parseEntityMap } from '../../maps/parse-entity-map.js';
export {
  type ComparedMap,
  type ComparedVersion,
  compareEnvironments,
  type EnvironmentComparison,
  type MapEnvironment,
} from './compare-environments.js';
export { compareMaps, type MapComparison, type UncomparedPart } from './compare-maps.js';
export type { MapEdit, MapEditFault, NewField, NewTransform } from './edit-mapping.js';
export { type MapDependencies, type MapDependency, mapDependencies, type OpenLookup } from './map-dependencies.js';
export type { MapDifference, MapDifferenceKind } from './map-difference.js';
export { type SaveMapFault, type SaveMapOptions, saveMapVersion } from './save-map-version.js';
export { type SelectedVersion, type SelectVersionFault, selectVersion, type WantedVersion } from './select-version.js';
export { type MapSummary, type SummarisedMap, type SummarisedVersion, summariseMaps } from './summarise-maps.js';
