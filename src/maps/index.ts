export {
  type ComparedEnvironment,
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
export type { JsonFault, JsonIssue, JsonObject, JsonValue } from './json.js';
export { documentOf, type MapColumn } from './map-column.js';
export type { MapCoverage } from './map-coverage.js';
export { mapDefinitionOf } from './map-definition-of.js';
export { type MapDependencies, type MapDependency, mapDependencies, type OpenLookup } from './map-dependencies.js';
export type { MapDifference, MapDifferenceKind } from './map-difference.js';
export { mapNameKey } from './map-name.js';
export { compareMapVersions } from './map-version.js';
export { type MapRowsFault, readMapRows } from './read-map-rows.js';
export { type SaveMapFault, type SaveMapOptions, saveMapVersion } from './save-map-version.js';
export { type SelectedVersion, type SelectVersionFault, selectVersion, type WantedVersion } from './select-version.js';
export { type MapSummary, type SummarizedMap, type SummarizedVersion, summarizeMaps } from './summarize-maps.js';
export { toEntityMapRow } from './to-entity-map-row.js';
