export {
  type ComparedMap,
  type ComparedVersion,
  compareEnvironments,
  type EnvironmentComparison,
  type MapEnvironment,
} from './compare-environments.js';
export { compareMaps, type MapComparison, type UncomparedPart } from './compare-maps.js';
export type { MapEdit, MapEditFault, NewField, NewTransform } from './edit-mapping.js';
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
} from './entity-map.js';
export { entityMapOf } from './entity-map-of.js';
export type { JsonFault, JsonObject, JsonValue } from './json.js';
export { documentOf, type MapColumn } from './map-column.js';
export { mapDefinitionOf } from './map-definition-of.js';
export { type MapDependencies, type MapDependency, mapDependencies, type OpenLookup } from './map-dependencies.js';
export type { MapDifference, MapDifferenceKind } from './map-difference.js';
export { compareMapVersions } from './map-version.js';
export { type SaveMapFault, type SaveMapOptions, saveMapVersion } from './save-map-version.js';
export { type SelectedVersion, type SelectVersionFault, selectVersion, type WantedVersion } from './select-version.js';
export { type MapSummary, type SummarizedMap, type SummarizedVersion, summarizeMaps } from './summarize-maps.js';
export { toEntityMapRow } from './to-entity-map-row.js';
