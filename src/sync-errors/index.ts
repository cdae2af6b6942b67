export { type CorruptLine, type CorruptLines, parseSyncErrorLine } from './error-lines.js';
export type { InfluxOptions, SuspectedInflux } from './influx.js';
export type { MarkedRequest, MarkedRequests } from './mark-requests.js';
export { memorySyncErrorStore } from './memory-sync-error-store.js';
export {
  type DismissalConfirmation,
  type IntegrationJob,
  type PlanFault,
  type PlanInput,
  planRequests,
  type ReadyRequestPlan,
  type RecordRefusal,
  type RequestPlan,
  type RequestPlanParts,
} from './plan-requests.js';
export {
  parseSyncErrorRecord,
  type SyncErrorCategory,
  type SyncErrorRecord,
  type SyncErrorRecordFault,
} from './record.js';
export type {
  QueuedRequest,
  SyncErrorAction,
  SyncErrorRequest,
} from './request.js';
export type { RequestProgress } from './request-queue.js';
export {
  type RequestOutcome,
  type RequestRun,
  type RunEvent,
  type RunOptions,
  requestsOfRun,
  runRequests,
} from './run-requests.js';
export { findSyncErrors, type SoughtRecord, type SyncErrorFilter, selectSyncErrors } from './select-sync-errors.js';
export {
  type HourCount,
  type SummaryOptions,
  type SyncErrorGroup,
  type SyncErrorGroups,
  type SyncErrorJob,
  type SyncErrorJobs,
  type SyncErrorSummary,
  type SyncErrorTopic,
  summarizeSyncErrors,
} from './summarize-sync-errors.js';
export type { SubmitAnswer, SyncErrorLedger, SyncErrorStore } from './sync-error-store.js';
