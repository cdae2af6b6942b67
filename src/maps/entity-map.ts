import type { FieldPath } from './field-path.js';
import type { JsonIssue, JsonObject, JsonValue } from './json.js';
import type { MapColumn } from './map-column.js';

/**
 * One saved version of a table map (an entity map, as it was called before 2021). Plain JSON data.
 *
 * Known properties are typed; any other property, or one of an unexpected kind, is in the `other` of its place, and the
 * texts of the two columns are kept unchanged: nothing is lost.
 * @public
 */
export interface EntityMap {
  /** The id of the row, lower-case without braces. */
  readonly id: string | undefined;
  /** `accounts - Customers V3`, the Dataverse side first, whichever way the row writes it; empty when the row has no name. */
  readonly name: string;
  /** `msdyn_name` as written: `msdyn_[accounts - Customers V3]`. */
  readonly technicalName: string | undefined;
  /** `msdyn_displayname` as written. */
  readonly displayName: string | undefined;
  /** As written; it is not necessarily a version. */
  readonly version: string | undefined;
  /** From the row, otherwise the prefix of its technical name. */
  readonly publisher: string | undefined;
  readonly isManaged: boolean | undefined;
  /** Whether this version is the one in use, if the input shows it: Dataverse does not. */
  readonly isActive: boolean | undefined;
  /** The columns of the integration key, if the input has them: they are not part of the row. */
  readonly integrationKeys: readonly string[] | undefined;
  /** The Dataverse side, an entity set: `accounts`. */
  readonly dataverseTable: string | undefined;
  /** The finance side, the label of a public entity: `Customers V3`. */
  readonly finopsEntity: string | undefined;
  /** The content of the mapping column; `undefined` if it is absent or broken, or truncated before its legs. */
  readonly mapping: Mapping | undefined;
  /** The content of the properties column; `undefined` if it is absent or broken. */
  readonly properties: MapProperties | undefined;
  /** The two columns, unchanged. */
  readonly columns: { readonly mapping: MapColumn; readonly properties: MapColumn };
  /** The other columns of the row. */
  readonly otherColumns: JsonObject;
  /** Unexpected content, with its place: `mapping.legs[0].fieldMappings[3].syncDirection`. Faults of columns are in `columns`. */
  readonly issues: readonly JsonIssue[];
}

/**
 * The content of the mapping column of a map.
 * @public
 */
export interface Mapping {
  /** `[Customers V3] - [accounts]` as written. */
  readonly name: string | undefined;
  /** Exactly one in all known maps. */
  readonly legs: readonly MapLeg[];
  readonly other: JsonObject;
  /** Entries of `legs` that are not objects. */
  readonly unreadLegs: readonly JsonValue[];
}

/**
 * Which application a side of a map is in.
 * @public
 */
export type MapSide = 'finops' | 'dataverse';

/**
 * A pair of tables, and how their rows are mapped.
 * @public
 */
export interface MapLeg {
  /** `001` */
  readonly id: string | undefined;
  /** Where "source" is; `destination` is the other side. */
  readonly sourceSide: MapSide;
  readonly sourceSchema: string | undefined;
  readonly destinationSchema: string | undefined;
  /** Which rows of the source are included, in the language of its side: a query in X++, or OData. Empty for all. */
  readonly sourceFilter: string;
  /** Which rows of the destination are included; empty for all. */
  readonly destinationFilter: string;
  readonly fieldMappings: readonly FieldMapping[];
  /** `CSV`, which is also written as the number 0. */
  readonly entityFileFormat: string | undefined;
  readonly deleteNonMatchingData: boolean | undefined;
  readonly other: JsonObject;
  /** Entries of `fieldMappings` that are not objects. */
  readonly unreadFields: readonly JsonValue[];
}

/**
 * Where values flow. `unknown` if the map does not say, or not in a known way.
 * @public
 */
export type SyncDirection = 'source-to-destination' | 'destination-to-source' | 'both' | 'unknown';

/**
 * A field of one side and what it becomes on the other.
 * @public
 */
export interface FieldMapping {
  readonly direction: SyncDirection;
  /** Empty where a Default transform is the source. */
  readonly sourceField: string;
  readonly destinationField: string;
  /** The parsed field of the Dataverse side: only that side has lookups. */
  readonly dataversePath: FieldPath;
  /** The entity set that a lookup points to: `transactioncurrencies`. */
  readonly lookupTable: string | undefined;
  readonly isSystemGenerated: boolean | undefined;
  readonly transforms: readonly ValueTransform[];
  readonly other: JsonObject;
}

/**
 * The conversion of a value.
 * @public
 */
export type ValueTransform =
  | {
      readonly type: 'value-map';
      /** In their order. A list, as a key may be any text. */
      readonly values: readonly MappedValue[];
      readonly defaultValue: string | undefined;
      readonly createValuesOnDestination: boolean | undefined;
      readonly typeName: string | undefined;
      readonly other: JsonObject;
    }
  | {
      readonly type: 'default';
      readonly defaultValue: string | undefined;
      readonly createValuesOnDestination: boolean | undefined;
      readonly typeName: string | undefined;
      readonly other: JsonObject;
    }
  /** An unknown transform, complete. */
  | { readonly type: 'unknown'; readonly transformType: string | undefined; readonly other: JsonObject };

/**
 * A value of the source and the corresponding value of the destination.
 * @public
 */
export interface MappedValue {
  readonly from: string;
  /** `null` where the map says so. */
  readonly to: string | null;
}

/**
 * The content of the properties column of a map.
 * @public
 */
export interface MapProperties {
  readonly description: string | undefined;
  readonly isDualWriteProject: boolean | undefined;
  readonly skipInitialSync: boolean | undefined;
  readonly areKeysMismatched: boolean | undefined;
  /** What must be installed; `undefined` if the column does not show it. */
  readonly requirements: MapRequirements | undefined;
  readonly other: JsonObject;
}

/**
 * What must be installed for a map to work.
 * @public
 */
export interface MapRequirements {
  readonly solutions: readonly { readonly solution: string; readonly version: string }[];
  /** The build of the finance and operations application: `10.0.605.30025`. */
  readonly application: string | undefined;
  readonly other: JsonObject;
}
