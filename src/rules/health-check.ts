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

// One line per rule: the order here is the order of the catalogue.

/** The rules of {@link prerequisites}. */
export const prerequisitesRules = [
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

/** The rules of {@link apiHubConnection}. */
export const apiHubConnectionRules = [
  dataverseConnectionMissing,
  finopsConnectionMissing,
  dataverseConnectionRepairable,
  finopsConnectionRepairable,
  dataverseConnectionBroken,
  finopsConnectionBroken,
  dataverseConnectorDeprecated,
] as const;

/** The rules of {@link staleConfiguration}. */
export const staleConfigurationRules = [
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

/** The rules of {@link businessUnit}. */
export const businessUnitRules = [
  defaultTeamNameMismatch,
  defaultOwningTeamMissing,
  owningTeamWithoutRole,
  defaultTeamWithoutRole,
  owningTeamRoleUnconfirmed,
  defaultTeamRoleUnconfirmed,
  owningTeamCannotOwn,
] as const;

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
