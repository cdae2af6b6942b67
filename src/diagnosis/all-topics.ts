// Written by `npm run generate`.
// biome-ignore-all assist/source/organizeImports: generated
import { duplicateRecords } from './topics/initial-sync/duplicate-records.js';
import { initialSyncExportBadRequest } from './topics/initial-sync/initial-sync-export-bad-request.js';
import { initialSyncExportFailure } from './topics/initial-sync/initial-sync-export-failure.js';
import { initialSyncExportForbidden } from './topics/initial-sync/initial-sync-export-forbidden.js';
import { initialSyncLookupNotFound } from './topics/initial-sync/initial-sync-lookup-not-found.js';
import { initialSyncTooManyLookups } from './topics/initial-sync/initial-sync-too-many-lookups.js';
import { mapStuckInitializing } from './topics/initial-sync/map-stuck-initializing.js';
import { parallelImportSlow } from './topics/initial-sync/parallel-import-slow.js';
import { quotesInInitialData } from './topics/initial-sync/quotes-in-initial-data.js';
import { valueMapIncomplete } from './topics/initial-sync/value-map-incomplete.js';
import { appConsentMissing } from './topics/link/app-consent-missing.js';
import { connectionBlockedByPolicy } from './topics/link/connection-blocked-by-policy.js';
import { connectionCreationForbidden } from './topics/link/connection-creation-forbidden.js';
import { duplicateCompanyName } from './topics/link/duplicate-company-name.js';
import { dwfoev1005 } from './topics/link/dwfoev1005.js';
import { environmentCannotBeUnlinked } from './topics/link/environment-cannot-be-unlinked.js';
import { environmentNotDiscoverable } from './topics/link/environment-not-discoverable.js';
import { environmentNotLinked } from './topics/link/environment-not-linked.js';
import { healthCheckNotGreen } from './topics/link/health-check-not-green.js';
import { legalEntitiesNotFetched } from './topics/link/legal-entities-not-fetched.js';
import { linkTokenexchangeForbidden } from './topics/link/link-tokenexchange-forbidden.js';
import { linkingMismatch } from './topics/link/linking-mismatch.js';
import { oneEnvironmentEachSide } from './topics/link/one-environment-each-side.js';
import { packageDeployerListsNoSolutions } from './topics/link/package-deployer-lists-no-solutions.js';
import { packagesStillInstalling } from './topics/link/packages-still-installing.js';
import { prerequisiteAppAccess } from './topics/link/prerequisite-app-access.js';
import { prerequisitePlatformVersion } from './topics/link/prerequisite-platform-version.js';
import { prerequisitePlugins } from './topics/link/prerequisite-plugins.js';
import { provisioningServicePrincipal } from './topics/link/provisioning-service-principal.js';
import { solutionCoreMissing } from './topics/link/solution-core-missing.js';
import { tooManyLegalEntities } from './topics/link/too-many-legal-entities.js';
import { accessTokenMissing } from './topics/live-sync/access-token-missing.js';
import { batchRecordsReferenceEachOther } from './topics/live-sync/batch-records-reference-each-other.js';
import { changesArriveLate } from './topics/live-sync/changes-arrive-late.js';
import { changesDoNotSync } from './topics/live-sync/changes-do-not-sync.js';
import { customerMapSlow } from './topics/live-sync/customer-map-slow.js';
import { dataverseCannotReachFinops } from './topics/live-sync/dataverse-cannot-reach-finops.js';
import { dataverseDuplicateKey } from './topics/live-sync/dataverse-duplicate-key.js';
import { dataversePluginBusinessRule } from './topics/live-sync/dataverse-plugin-business-rule.js';
import { dataverseRefused } from './topics/live-sync/dataverse-refused.js';
import { dataverseServerError } from './topics/live-sync/dataverse-server-error.js';
import { dataverseTimedOut } from './topics/live-sync/dataverse-timed-out.js';
import { filterFindsNothing } from './topics/live-sync/filter-finds-nothing.js';
import { finopsCannotReachDataverse } from './topics/live-sync/finops-cannot-reach-dataverse.js';
import { finopsRefused } from './topics/live-sync/finops-refused.js';
import { inboundValidationFailed } from './topics/live-sync/inbound-validation-failed.js';
import { liveSyncReferenceDataMissing } from './topics/live-sync/live-sync-reference-data-missing.js';
import { mapNotRunning } from './topics/live-sync/map-not-running.js';
import { mapPausedLong } from './topics/live-sync/map-paused-long.js';
import { partyNumberDiffers } from './topics/live-sync/party-number-differs.js';
import { partyRecordNotFound } from './topics/live-sync/party-record-not-found.js';
import { partyTypeConflict } from './topics/live-sync/party-type-conflict.js';
import { payloadTooLarge } from './topics/live-sync/payload-too-large.js';
import { privilegeMissingOwningTeam } from './topics/live-sync/privilege-missing-owning-team.js';
import { projectActualsInvalid } from './topics/live-sync/project-actuals-invalid.js';
import { projectCurrencyMismatch } from './topics/live-sync/project-currency-mismatch.js';
import { projectJournalSyncFailed } from './topics/live-sync/project-journal-sync-failed.js';
import { projectSetupIncomplete } from './topics/live-sync/project-setup-incomplete.js';
import { prospectToCashAccountIndex } from './topics/live-sync/prospect-to-cash-account-index.js';
import { recentlyChangedDataverse } from './topics/live-sync/recently-changed-dataverse.js';
import { recordInWrongState } from './topics/live-sync/record-in-wrong-state.js';
import { staleLinkAfterCopy } from './topics/live-sync/stale-link-after-copy.js';
import { textIndexOutOfRange } from './topics/live-sync/text-index-out-of-range.js';
import { textTooLong } from './topics/live-sync/text-too-long.js';
import { transactionTooLarge } from './topics/live-sync/transaction-too-large.js';
import { userNotMemberOfOrganization } from './topics/live-sync/user-not-member-of-organization.js';
import { valueConversion } from './topics/live-sync/value-conversion.js';
import { valueNotInChoice } from './topics/live-sync/value-not-in-choice.js';
import { alternateKeyFailed } from './topics/map-start/alternate-key-failed.js';
import { configurationKeyDisabled } from './topics/map-start/configuration-key-disabled.js';
import { dipvCodes } from './topics/map-start/dipv-codes.js';
import { mapCreateUnauthorized } from './topics/map-start/map-create-unauthorized.js';
import { mapMissingDestinationField } from './topics/map-start/map-missing-destination-field.js';
import { mapMissingSourceField } from './topics/map-start/map-missing-source-field.js';
import { mapStartUnauthorized } from './topics/map-start/map-start-unauthorized.js';
import { mapValidationFailed } from './topics/map-start/map-validation-failed.js';
import { solutionVersionMismatch } from './topics/map-start/solution-version-mismatch.js';
import { startMapLookupMetadata } from './topics/map-start/start-map-lookup-metadata.js';
import { stopMapConnectionForbidden } from './topics/map-start/stop-map-connection-forbidden.js';
import { tableMapHealth } from './topics/map-start/table-map-health.js';
import { validationCrossCompanyMismatch } from './topics/map-start/validation-cross-company-mismatch.js';
import { throttledDataverse } from './topics/throttling/throttled-dataverse.js';
import { throttledFinops } from './topics/throttling/throttled-finops.js';
import { finopsDatabaseSync } from './topics/upgrade/finops-database-sync.js';
import { integrationKeyChanged } from './topics/upgrade/integration-key-changed.js';
import { sitePrimaryAddressNotDeleted } from './topics/upgrade/site-primary-address-not-deleted.js';
import { solutionDependenciesMissing } from './topics/upgrade/solution-dependencies-missing.js';
import { dualWritePageDoesNotLoad } from './topics/user-interface/dual-write-page-does-not-load.js';
import { uiBlocked } from './topics/user-interface/ui-blocked.js';
import type { Topic } from './topic.js';

/** Every known problem, phase by phase. @public */
export const topics: readonly Topic[] = [
  duplicateRecords,
  initialSyncExportBadRequest,
  initialSyncExportFailure,
  initialSyncExportForbidden,
  initialSyncLookupNotFound,
  initialSyncTooManyLookups,
  mapStuckInitializing,
  parallelImportSlow,
  quotesInInitialData,
  valueMapIncomplete,
  appConsentMissing,
  connectionBlockedByPolicy,
  connectionCreationForbidden,
  duplicateCompanyName,
  dwfoev1005,
  environmentCannotBeUnlinked,
  environmentNotDiscoverable,
  environmentNotLinked,
  healthCheckNotGreen,
  legalEntitiesNotFetched,
  linkTokenexchangeForbidden,
  linkingMismatch,
  oneEnvironmentEachSide,
  packageDeployerListsNoSolutions,
  packagesStillInstalling,
  prerequisiteAppAccess,
  prerequisitePlatformVersion,
  prerequisitePlugins,
  provisioningServicePrincipal,
  solutionCoreMissing,
  tooManyLegalEntities,
  accessTokenMissing,
  batchRecordsReferenceEachOther,
  changesArriveLate,
  changesDoNotSync,
  customerMapSlow,
  dataverseCannotReachFinops,
  dataverseDuplicateKey,
  dataversePluginBusinessRule,
  dataverseRefused,
  dataverseServerError,
  dataverseTimedOut,
  filterFindsNothing,
  finopsCannotReachDataverse,
  finopsRefused,
  inboundValidationFailed,
  liveSyncReferenceDataMissing,
  mapNotRunning,
  mapPausedLong,
  partyNumberDiffers,
  partyRecordNotFound,
  partyTypeConflict,
  payloadTooLarge,
  privilegeMissingOwningTeam,
  projectActualsInvalid,
  projectCurrencyMismatch,
  projectJournalSyncFailed,
  projectSetupIncomplete,
  prospectToCashAccountIndex,
  recentlyChangedDataverse,
  recordInWrongState,
  staleLinkAfterCopy,
  textIndexOutOfRange,
  textTooLong,
  transactionTooLarge,
  userNotMemberOfOrganization,
  valueConversion,
  valueNotInChoice,
  alternateKeyFailed,
  configurationKeyDisabled,
  ...dipvCodes,
  mapCreateUnauthorized,
  mapMissingDestinationField,
  mapMissingSourceField,
  mapStartUnauthorized,
  mapValidationFailed,
  solutionVersionMismatch,
  startMapLookupMetadata,
  stopMapConnectionForbidden,
  ...tableMapHealth,
  validationCrossCompanyMismatch,
  throttledDataverse,
  throttledFinops,
  finopsDatabaseSync,
  integrationKeyChanged,
  sitePrimaryAddressNotDeleted,
  solutionDependenciesMissing,
  dualWritePageDoesNotLoad,
  uiBlocked,
];
