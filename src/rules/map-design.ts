import { companyScopeMismatch } from './map-design/company-scope-mismatch.js';
import { dataverseFilterFaulty } from './map-design/dataverse-filter-faulty.js';
import { destinationFieldMissing } from './map-design/destination-field-missing.js';
import { destinationFieldTwice } from './map-design/destination-field-twice.js';
import { destinationFieldUnknown } from './map-design/destination-field-unknown.js';
import { destinationLookupWithoutKey } from './map-design/destination-lookup-without-key.js';
import { fieldPairTwice } from './map-design/field-pair-twice.js';
import { filterWithNestedLookup } from './map-design/filter-with-nested-lookup.js';
import { finopsFilterFaulty } from './map-design/finops-filter-faulty.js';
import { integrationKeyMissing } from './map-design/integration-key-missing.js';
import { integrationKeyNoAlternateKey } from './map-design/integration-key-no-alternate-key.js';
import { keyColumnOptional } from './map-design/key-column-optional.js';
import { keyFieldOneWay } from './map-design/key-field-one-way.js';
import { keyFieldUnmapped } from './map-design/key-field-unmapped.js';
import { keyLookupUnmapped } from './map-design/key-lookup-unmapped.js';
import { mandatoryFieldUnmapped } from './map-design/mandatory-field-unmapped.js';
import { mandatoryFieldWithoutDefault } from './map-design/mandatory-field-without-default.js';
import { mapOnlyLeavesDataverse } from './map-design/map-only-leaves-dataverse.js';
import { readOnlyFieldMapped } from './map-design/read-only-field-mapped.js';
import { sourceFieldMissing } from './map-design/source-field-missing.js';
import { sourceFieldRepeated } from './map-design/source-field-repeated.js';
import { sourceFieldTwice } from './map-design/source-field-twice.js';
import { sourceFieldUnknown } from './map-design/source-field-unknown.js';
import { sourceLookupWithoutKey } from './map-design/source-lookup-without-key.js';
import { tooManyLookups } from './map-design/too-many-lookups.js';
import { valueTypeMismatch } from './map-design/value-type-mismatch.js';
import { allOfList } from './validator.js';

/** The rules of {@link mapDesign}. */
export const mapDesignRules = [
  companyScopeMismatch,
  integrationKeyMissing,
  keyFieldOneWay,
  mandatoryFieldUnmapped,
  readOnlyFieldMapped,
  dataverseFilterFaulty,
  keyFieldUnmapped,
  keyLookupUnmapped,
  sourceFieldMissing,
  sourceFieldUnknown,
  sourceFieldTwice,
  destinationFieldMissing,
  destinationFieldUnknown,
  destinationFieldTwice,
  destinationLookupWithoutKey,
  sourceLookupWithoutKey,
  fieldPairTwice,
  valueTypeMismatch,
  mandatoryFieldWithoutDefault,
  mapOnlyLeavesDataverse,
  finopsFilterFaulty,
  integrationKeyNoAlternateKey,
  keyColumnOptional,
  tooManyLookups,
  sourceFieldRepeated,
  filterWithNestedLookup,
] as const;

/**
 * What is wrong with saved maps before they are started, with Microsoft's own codes. Not part of the health check either.
 * @public
 */
export const mapDesign = /* @__PURE__ */ allOfList('map design', mapDesignRules);
