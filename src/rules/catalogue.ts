import { dataverseConnectionBroken } from './api-hub-connection/dataverse-connection-broken.js';
import { dataverseConnectionMissing } from './api-hub-connection/dataverse-connection-missing.js';
import { dataverseConnectionRepairable } from './api-hub-connection/dataverse-connection-repairable.js';
import { dataverseConnectorDeprecated } from './api-hub-connection/dataverse-connector-deprecated.js';
import { finopsConnectionBroken } from './api-hub-connection/finops-connection-broken.js';
import { finopsConnectionMissing } from './api-hub-connection/finops-connection-missing.js';
import { finopsConnectionRepairable } from './api-hub-connection/finops-connection-repairable.js';
import { defaultOwningTeamMissing } from './business-unit/default-owning-team-missing.js';
import { defaultTeamNameMismatch } from './business-unit/default-team-name-mismatch.js';
import { defaultTeamRoleUnconfirmed } from './business-unit/default-team-role-unconfirmed.js';
import { defaultTeamWithoutRole } from './business-unit/default-team-without-role.js';
import { owningTeamCannotOwn } from './business-unit/owning-team-cannot-own.js';
import { owningTeamRoleUnconfirmed } from './business-unit/owning-team-role-unconfirmed.js';
import { owningTeamWithoutRole } from './business-unit/owning-team-without-role.js';
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
import { alertActionCoreOutdated } from './operations/alert-action-core-outdated.js';
import { alertActionPlatformOutdated } from './operations/alert-action-platform-outdated.js';
import { alertSettingInert } from './operations/alert-setting-inert.js';
import { alertSettingWithoutEffect } from './operations/alert-setting-without-effect.js';
import { alertThresholdUnreachable } from './operations/alert-threshold-unreachable.js';
import { asyncCoreOutdated } from './operations/async-core-outdated.js';
import { catchUpErrorsExpiring } from './operations/catch-up-errors-expiring.js';
import { contactsMapBesideParty } from './operations/contacts-map-beside-party.js';
import { integrationJobInactive } from './operations/integration-job-inactive.js';
import { mapPauseExceeded } from './operations/map-pause-exceeded.js';
import { mapPausedLong } from './operations/map-paused-long.js';
import { mapResumingLong } from './operations/map-resuming-long.js';
import { mapStuckInitializing } from './operations/map-stuck-initializing.js';
import { mapVersionBelowMinimum } from './operations/map-version-below-minimum.js';
import { requestQueueFull } from './operations/request-queue-full.js';
import { syncErrorsWaiting } from './operations/sync-errors-waiting.js';
import { applicationCoreMapsMissing } from './prerequisites/application-core-maps-missing.js';
import { applicationCoreMissing } from './prerequisites/application-core-missing.js';
import { applicationUserDisabled } from './prerequisites/application-user-disabled.js';
import { applicationUserMissing } from './prerequisites/application-user-missing.js';
import { applicationUserRoleUnconfirmed } from './prerequisites/application-user-role-unconfirmed.js';
import { applicationUserWithoutRole } from './prerequisites/application-user-without-role.js';
import { coreSolutionMissing } from './prerequisites/core-solution-missing.js';
import { coreSolutionOutdated } from './prerequisites/core-solution-outdated.js';
import { dataverseVersionTooOld } from './prerequisites/dataverse-version-too-old.js';
import { dynamics365AppsDisabled } from './prerequisites/dynamics-365-apps-disabled.js';
import { finopsClientMissing } from './prerequisites/finops-client-missing.js';
import { finopsClientUserDisabled } from './prerequisites/finops-client-user-disabled.js';
import { finopsPlatformOutdated } from './prerequisites/finops-platform-outdated.js';
import { finopsVersionTooOld } from './prerequisites/finops-version-too-old.js';
import { geographyMismatch } from './prerequisites/geography-mismatch.js';
import { packageBelowAppMigration } from './prerequisites/package-below-app-migration.js';
import { pluginDisabled } from './prerequisites/plugin-disabled.js';
import { pluginWithoutSteps } from './prerequisites/plugin-without-steps.js';
import { prospectToCashPresent } from './prerequisites/prospect-to-cash-present.js';
import { tenantApplicationMissing } from './prerequisites/tenant-application-missing.js';
import { tenantMismatch } from './prerequisites/tenant-mismatch.js';
import { writingApplicationSuperseded } from './prerequisites/writing-application-superseded.js';
import type { Rule } from './rule.js';
import { companyDuplicateOrBlank } from './stale-configuration/company-duplicate-or-blank.js';
import { dataverseCompanyMismatch } from './stale-configuration/dataverse-company-mismatch.js';
import { dataverseConfigurationOfStoppedMap } from './stale-configuration/dataverse-configuration-of-stopped-map.js';
import { dataverseConfigurationStale } from './stale-configuration/dataverse-configuration-stale.js';
import { environmentNotLinked } from './stale-configuration/environment-not-linked.js';
import { finopsCompanyMismatch } from './stale-configuration/finops-company-mismatch.js';
import { finopsConfigurationOfStoppedMap } from './stale-configuration/finops-configuration-of-stopped-map.js';
import { finopsConfigurationStale } from './stale-configuration/finops-configuration-stale.js';
import { linkToAnotherDataverse } from './stale-configuration/link-to-another-dataverse.js';
import { linkToAnotherFinops } from './stale-configuration/link-to-another-finops.js';
import { linkedCompanyNotEnabled } from './stale-configuration/linked-company-not-enabled.js';
import { manyLegalEntitiesForInitialSync } from './stale-configuration/many-legal-entities-for-initial-sync.js';
import { mapApplicationOutdated } from './stale-configuration/map-application-outdated.js';
import { mapDependencyOff } from './stale-configuration/map-dependency-off.js';
import { mapPaused } from './stale-configuration/map-paused.js';
import { mapSolutionOutdated } from './stale-configuration/map-solution-outdated.js';
import { noEntityMap } from './stale-configuration/no-entity-map.js';
import { runningMapWithoutConfiguration } from './stale-configuration/running-map-without-configuration.js';
import { tooManyLegalEntities } from './stale-configuration/too-many-legal-entities.js';
import { allOf, allOfList, inOrder } from './validator.js';

// One line per rule: the order here is catalogue order.

const prerequisitesRules = [
  finopsVersionTooOld,
  finopsClientMissing,
  finopsClientUserDisabled,
  coreSolutionMissing,
  coreSolutionOutdated,
  applicationCoreMissing,
  applicationUserMissing,
  applicationUserDisabled,
  applicationUserWithoutRole,
  applicationUserRoleUnconfirmed,
  pluginDisabled,
  prospectToCashPresent,
  tenantApplicationMissing,
  tenantMismatch,
  geographyMismatch,
  dataverseVersionTooOld,
  dynamics365AppsDisabled,
  writingApplicationSuperseded,
  pluginWithoutSteps,
  applicationCoreMapsMissing,
  packageBelowAppMigration,
  finopsPlatformOutdated,
] as const;

const apiHubConnectionRules = [
  dataverseConnectionMissing,
  finopsConnectionMissing,
  dataverseConnectionRepairable,
  finopsConnectionRepairable,
  dataverseConnectionBroken,
  finopsConnectionBroken,
  dataverseConnectorDeprecated,
] as const;

const staleConfigurationRules = [
  dataverseCompanyMismatch,
  finopsCompanyMismatch,
  dataverseConfigurationStale,
  finopsConfigurationStale,
  dataverseConfigurationOfStoppedMap,
  finopsConfigurationOfStoppedMap,
  companyDuplicateOrBlank,
  tooManyLegalEntities,
  manyLegalEntitiesForInitialSync,
  linkToAnotherDataverse,
  linkToAnotherFinops,
  linkedCompanyNotEnabled,
  mapPaused,
  environmentNotLinked,
  noEntityMap,
  runningMapWithoutConfiguration,
  mapSolutionOutdated,
  mapApplicationOutdated,
  mapDependencyOff,
] as const;

const businessUnitRules = [
  defaultTeamNameMismatch,
  defaultOwningTeamMissing,
  owningTeamWithoutRole,
  defaultTeamWithoutRole,
  owningTeamRoleUnconfirmed,
  defaultTeamRoleUnconfirmed,
  owningTeamCannotOwn,
] as const;

const operationsRules = [
  syncErrorsWaiting,
  integrationJobInactive,
  requestQueueFull,
  alertSettingInert,
  alertSettingWithoutEffect,
  alertThresholdUnreachable,
  alertActionCoreOutdated,
  asyncCoreOutdated,
  alertActionPlatformOutdated,
  mapVersionBelowMinimum,
  contactsMapBesideParty,
  mapStuckInitializing,
  mapPausedLong,
  mapPauseExceeded,
  catchUpErrorsExpiring,
  mapResumingLong,
] as const;

const mapDesignRules = [
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
 * Every rule, in catalogue order: the one source of the docs, the schemas and the command line.
 * @public
 */
export const catalogue = /* @__PURE__ */ inOneList(
  prerequisitesRules,
  apiHubConnectionRules,
  staleConfigurationRules,
  businessUnitRules,
  operationsRules,
  mapDesignRules,
);

/** A call, unlike spread elements, can be marked as pure, so that bundlers drop the catalogue where it is not used. */
function inOneList<
  A extends readonly Rule[],
  B extends readonly Rule[],
  C extends readonly Rule[],
  D extends readonly Rule[],
  E extends readonly Rule[],
  F extends readonly Rule[],
>(a: A, b: B, c: C, d: D, e: E, f: F): readonly [...A, ...B, ...C, ...D, ...E, ...F] {
  return [...a, ...b, ...c, ...d, ...e, ...f];
}

/**
 * The code of a rule of the catalogue.
 * @public
 */
export type RuleCode = (typeof catalogue)[number]['code'];

/**
 * The rule with this code, or `undefined`.
 *
 * @example
 * ```ts
 * ruleFor('DWDVEV1007')?.title;
 * ```
 * @public
 */
export function ruleFor(code: string): Rule<RuleCode> | undefined {
  return catalogue.find((rule) => rule.code === code);
}

/** The code of the catalogue that somebody wrote in any letter case; any other text in capitals, as most codes are. */
export function codeAsWritten(text: string): string {
  const capitals = text.toUpperCase();
  return catalogue.find(({ code }) => code.toUpperCase() === capitals)?.code ?? capitals;
}

/** What must be in place before environments are linked. @public */
export const prerequisites = /* @__PURE__ */ allOfList('prerequisites', prerequisitesRules);

/** The Power Apps connections that dual-write communicates through. @public */
export const apiHubConnection = /* @__PURE__ */ allOfList('APIHubConnection', apiHubConnectionRules);

/** Whether configuration on both sides matches the link and the maps. @public */
export const staleConfiguration = /* @__PURE__ */ allOfList('StaleConfiguration', staleConfigurationRules);

/** The teams that own what dual-write writes. @public */
export const businessUnit = /* @__PURE__ */ allOfList('BusinessUnit', businessUnitRules);

/** The three validations after linking. @public */
export const dependencyValidation = /* @__PURE__ */ allOf(
  'dependencies',
  apiHubConnection,
  staleConfiguration,
  businessUnit,
);

/**
 * The documented health check: prerequisites, then dependencies (*Dual-write health check*, 2023-06-30). The default.
 * @public
 */
export const healthCheck = /* @__PURE__ */ inOrder('health check', prerequisites, dependencyValidation);

/**
 * The daily work: errors of asynchronous synchronization, integration jobs, alert settings, states of maps. Never part of the
 * health check, so a saved snapshot keeps its verdict.
 * @public
 */
export const operations = /* @__PURE__ */ allOfList('operations', operationsRules);

/**
 * The former name of {@link operations}.
 *
 * @deprecated use `operations`; this name is removed in 1.0
 * @public
 */
export const operationsValidator: typeof operations = operations;

/**
 * What is wrong with saved maps before they are started, with Microsoft's own codes. Not part of the health check either.
 * @public
 */
export const mapDesign = /* @__PURE__ */ allOfList('map design', mapDesignRules);
