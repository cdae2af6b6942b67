export type { ActivityAnomaly, DiscardedQueue } from './activity-anomaly.js';
export type {
  ActivityError,
  ActivityEvent,
  ActivityEventBase,
  CatchUpCompleted,
  CatchUpErrorRecord,
  CatchUpStarted,
  InitialSyncCompleted,
  InitialSyncCounts,
  InitialSyncDirection,
  InitialSyncError,
  InitialSyncStarted,
  MapEdited,
  MapObserved,
  MapPaused,
  MapResumed,
  MapRun,
  MapStopped,
  QueueSize,
  ResumeOption,
  RetryStatus,
} from './activity-event.js';
export type { ActivityAnswer, ActivityPort, ActivityRequest } from './activity-port.js';
export type { CatchUpError } from './catch-up-errors.js';
export {
  checkLegalEntityEdit,
  type LegalEntityEdit,
  type LegalEntityEditFault,
  type MapInState,
} from './check-legal-entity-edit.js';
export type { InitialSyncExecution } from './initial-sync-executions.js';
export { mapActivityOf } from './map-activity-fact.js';
export {
  allowedActions,
  type MapAction,
  type MapState,
} from './map-state.js';
export type { StateSegment } from './map-timeline.js';
export { type ActivityEventFault, parseActivityEvent } from './parse-activity-event.js';
export {
  type ActivityAction,
  type ActivityPlan,
  type ActivityPlanFault,
  type ActivityPlanParts,
  type CatchUpRefusal,
  planActivityAction,
  type ReadyActivityPlan,
} from './plan-activity-action.js';
export {
  type ActivityReplay,
  type ActivityReplayOptions,
  type MapActivity,
  replayActivity,
} from './replay-activity.js';
export type { ReplayedActivity, ReplayedMap, UnreadableEvent } from './replay-map.js';
export {
  type ActivityOutcome,
  type ActivityRun,
  type ActivityRunOptions,
  retriedCatchUpErrors,
  runActivityPlan,
} from './run-activity-plan.js';
