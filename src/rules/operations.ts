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
import { allOfList } from './validator.js';

/** The rules of {@link operations}. */
export const operationsRules = [
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
