import type { Issue } from '../fault.js';
import type { FieldPath } from './field-path.js';
import type { JsonObject, JsonValue } from './json.js';
import type { MapColumn } from './map-column.js';

/**
 * One saved version of a table map (an entity map, as it was called before 2021). Plain JSON data.
 *
 * What is understood is typed; any property that is not, or is of an unexpected kind, stands in the `other` of its place, and the
 * texts of the two columns are kept as they came: nothing is lost.
 * @public
 */
export interface EntityMap {
  /** The id of the row, lower-case without braces. */
  readonly id: string | undefined;
  /** `accounts - Customers V3`, the Dataverse side first, whichever way the row writes it; empty when the row has no name. */
  readonly name: string;
  /** `msdyn_name` as it stands: `msdyn_[accounts - Customers V3]`. */
  readonly technicalName: string | undefined;
  /** `msdyn_displayname` as it stands. */
  readonly displayName: string | undefined;
  /** As it stands; it need not be a version. */
  readonly version: string | undefined;
  /** As the row tells, else the prefix of its technical name. */
  readonly publisher: string | undefined;
  readonly isManaged: boolean | undefined;
  /** Whether this version is the one in use, where somebody says so: Dataverse does not. */
  readonly isActive: boolean | undefined;
  /** The columns of the integration key, where somebody says so: they are no part of the row. */
  readonly integrationKeys: readonly string[] | undefined;
  /** The Dataverse side, an entity set: `accounts`. */
  readonly dataverseTable: string | undefined;
  /** The finance side, the label of a public entity: `Customers V3`. */
  readonly finopsEntity: string | undefined;
  /** What the mapping column says; `undefined` when it is absent or broken, or breaks off before its legs. */
  readonly mapping: Mapping | undefined;
  /** What the properties column says; `undefined` when it is absent or broken. */
  readonly properties: MapProperties | undefined;
  /** The two columns as they came. */
  readonly columns: { readonly mapping: MapColumn; readonly properties: MapColumn };
  /** The other columns of the row. */
  readonly otherColumns: JsonObject;
  /** What was not as expected, with its place: `mapping.legs[0].fieldMappings[3].syncDirection`. Faults of columns stand there. */
  readonly issues: readonly Issue[];
}

/**
 * What the mapping column of a map says.
 * @public
 */
export interface Mapping {
  /** `[Customers V3] - [accounts]` as it stands. */
  readonly name: string | undefined;
  /** One, in all maps that are known. */
  readonly legs: readonly MapLeg[];
  readonly other: JsonObject;
  /** Entries of `legs` that are no objects. */
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
  /** Which rows of the source take part, in the language of its side: a query in X++, or OData. Empty for all. */
  readonly sourceFilter: string;
  /** Which rows of the destination take part; empty for all. */
  readonly destinationFilter: string;
  readonly fieldMappings: readonly FieldMapping[];
  /** `CSV`, which is also written as the number 0. */
  readonly entityFileFormat: string | undefined;
  readonly deleteNonMatchingData: boolean | undefined;
  readonly other: JsonObject;
  /** Entries of `fieldMappings` that are no objects. */
  readonly unreadFields: readonly JsonValue[];
}

/**
 * Where values flow. `unknown` when the map does not say, or in no way that is known.
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
  /** The field of the Dataverse side taken apart: lookups stand there only. */
  readonly dataversePath: FieldPath;
  /** The entity set that a lookup points to: `transactioncurrencies`. */
  readonly lookupTable: string | undefined;
  readonly isSystemGenerated: boolean | undefined;
  readonly transforms: readonly ValueTransform[];
  readonly other: JsonObject;
}

/**
 * What is done to a value on its way.
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
  /** One that is not known, whole. */
  | { readonly type: 'unknown'; readonly transformType: string | undefined; readonly other: JsonObject };

/**
 * A value of the source and what it is on the destination.
 * @public
 */
export interface MappedValue {
  readonly from: string;
  /** `null` where the map says so. */
  readonly to: string | null;
}

/**
 * What the properties column of a map says.
 * @public
 */
export interface MapProperties {
  readonly description: string | undefined;
  readonly isDualWriteProject: boolean | undefined;
  readonly skipInitialSync: boolean | undefined;
  readonly areKeysMismatched: boolean | undefined;
  /** What must be installed; `undefined` when the column does not tell. */
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
