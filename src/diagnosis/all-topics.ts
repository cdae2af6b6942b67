// Written by `npm run generate`.
// biome-ignore-all assist/source/organizeImports: generated
import { initialSyncExportBadRequest } from './topics/initial-sync/initial-sync-export-bad-request.js';
import { initialSyncExportFailure } from './topics/initial-sync/initial-sync-export-failure.js';
import { initialSyncExportForbidden } from './topics/initial-sync/initial-sync-export-forbidden.js';
import { initialSyncLookupNotFound } from './topics/initial-sync/initial-sync-lookup-not-found.js';
import { initialSyncTooManyLookups } from './topics/initial-sync/initial-sync-too-many-lookups.js';
import { parallelImportSlow } from './topics/initial-sync/parallel-import-slow.js';
import { quotesInInitialData } from './topics/initial-sync/quotes-in-initial-data.js';
import { appConsentMissing } from './topics/link/app-consent-missing.js';
import { connectionCreationForbidden } from './topics/link/connection-creation-forbidden.js';
import { duplicateCompanyName } from './topics/link/duplicate-company-name.js';
import { dwfoev1005 } from './topics/link/dwfoev1005.js';
import { environmentNotDiscoverable } from './topics/link/environment-not-discoverable.js';
import { environmentNotLinked } from './topics/link/environment-not-linked.js';
import { healthCheckNotGreen } from './topics/link/health-check-not-green.js';
import { legalEntitiesNotFetched } from './topics/link/legal-entities-not-fetched.js';
import { linkTokenexchangeForbidden } from './topics/link/link-tokenexchange-forbidden.js';
import { linkingMismatch } from './topics/link/linking-mismatch.js';
import { packageDeployerListsNoSolutions } from './topics/link/package-deployer-lists-no-solutions.js';
import { provisioningServicePrincipal } from './topics/link/provisioning-service-principal.js';
import { solutionCoreMissing } from './topics/link/solution-core-missing.js';
import { tooManyLegalEntities } from './topics/link/too-many-legal-entities.js';
import { accessTokenMissing } from './topics/live-sync/access-token-missing.js';
import { batchRecordsReferenceEachOther } from './topics/live-sync/batch-records-reference-each-other.js';
import { changesDoNotSync } from './topics/live-sync/changes-do-not-sync.js';
import { customerMapSlow } from './topics/live-sync/customer-map-slow.js';
import { dataverseDuplicateKey } from './topics/live-sync/dataverse-duplicate-key.js';
import { dataversePluginBusinessRule } from './topics/live-sync/dataverse-plugin-business-rule.js';
import { dataverseServerError } from './topics/live-sync/dataverse-server-error.js';
import { filterFindsNothing } from './topics/live-sync/filter-finds-nothing.js';
import { inboundValidationFailed } from './topics/live-sync/inbound-validation-failed.js';
import { liveSyncReferenceDataMissing } from './topics/live-sync/live-sync-reference-data-missing.js';
import { partyNumberDiffers } from './topics/live-sync/party-number-differs.js';
import { partyRecordNotFound } from './topics/live-sync/party-record-not-found.js';
import { partyTypeConflict } from './topics/live-sync/party-type-conflict.js';
import { payloadTooLarge } from './topics/live-sync/payload-too-large.js';
import { privilegeMissingOwningTeam } from './topics/live-sync/privilege-missing-owning-team.js';
import { recentlyChangedDataverse } from './topics/live-sync/recently-changed-dataverse.js';
import { recordInWrongState } from './topics/live-sync/record-in-wrong-state.js';
import { staleLinkAfterCopy } from './topics/live-sync/stale-link-after-copy.js';
import { textIndexOutOfRange } from './topics/live-sync/text-index-out-of-range.js';
import { textTooLong } from './topics/live-sync/text-too-long.js';
import { userNotMemberOfOrganization } from './topics/live-sync/user-not-member-of-organization.js';
import { valueConversion } from './topics/live-sync/value-conversion.js';
import { configurationKeyDisabled } from './topics/map-start/configuration-key-disabled.js';
import { dipvCodes } from './topics/map-start/dipv-codes.js';
import { mapCreateUnauthorized } from './topics/map-start/map-create-unauthorized.js';
import { mapMissingDestinationField } from './topics/map-start/map-missing-destination-field.js';
import { mapMissingSourceField } from './topics/map-start/map-missing-source-field.js';
import { solutionVersionMismatch } from './topics/map-start/solution-version-mismatch.js';
import { startMapLookupMetadata } from './topics/map-start/start-map-lookup-metadata.js';
import { stopMapConnectionForbidden } from './topics/map-start/stop-map-connection-forbidden.js';
import { tableMapHealth } from './topics/map-start/table-map-health.js';
import { validationCrossCompanyMismatch } from './topics/map-start/validation-cross-company-mismatch.js';
import { throttledDataverse } from './topics/throttling/throttled-dataverse.js';
import { throttledFinops } from './topics/throttling/throttled-finops.js';
import { finopsDatabaseSync } from './topics/upgrade/finops-database-sync.js';
import { sitePrimaryAddressNotDeleted } from './topics/upgrade/site-primary-address-not-deleted.js';
import { dualWritePageDoesNotLoad } from './topics/user-interface/dual-write-page-does-not-load.js';
import { uiBlocked } from './topics/user-interface/ui-blocked.js';
import type { Topic } from './topic.js';

/** Every known problem, phase by phase. @public */
export const topics: readonly Topic[] = [
  initialSyncExportBadRequest,
  initialSyncExportFailure,
  initialSyncExportForbidden,
  initialSyncLookupNotFound,
  initialSyncTooManyLookups,
  parallelImportSlow,
  quotesInInitialData,
  appConsentMissing,
  connectionCreationForbidden,
  duplicateCompanyName,
  dwfoev1005,
  environmentNotDiscoverable,
  environmentNotLinked,
  healthCheckNotGreen,
  legalEntitiesNotFetched,
  linkTokenexchangeForbidden,
  linkingMismatch,
  packageDeployerListsNoSolutions,
  provisioningServicePrincipal,
  solutionCoreMissing,
  tooManyLegalEntities,
  accessTokenMissing,
  batchRecordsReferenceEachOther,
  changesDoNotSync,
  customerMapSlow,
  dataverseDuplicateKey,
  dataversePluginBusinessRule,
  dataverseServerError,
  filterFindsNothing,
  inboundValidationFailed,
  liveSyncReferenceDataMissing,
  partyNumberDiffers,
  partyRecordNotFound,
  partyTypeConflict,
  payloadTooLarge,
  privilegeMissingOwningTeam,
  recentlyChangedDataverse,
  recordInWrongState,
  staleLinkAfterCopy,
  textIndexOutOfRange,
  textTooLong,
  userNotMemberOfOrganization,
  valueConversion,
  configurationKeyDisabled,
  ...dipvCodes,
  mapCreateUnauthorized,
  mapMissingDestinationField,
  mapMissingSourceField,
  solutionVersionMismatch,
  startMapLookupMetadata,
  stopMapConnectionForbidden,
  ...tableMapHealth,
  validationCrossCompanyMismatch,
  throttledDataverse,
  throttledFinops,
  finopsDatabaseSync,
  sitePrimaryAddressNotDeleted,
  dualWritePageDoesNotLoad,
  uiBlocked,
];
