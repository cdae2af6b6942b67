export type { ActivityAnomaly } from './activity-anomaly.js';
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
  MapPaused,
  MapResumed,
  MapRun,
  MapStopped,
  QueueSize,
  RetryStatus,
} from './activity-event.js';
export type { ActivityAnswer, ActivityPort, ActivityRequest } from './activity-port.js';
export type { CatchUpError } from './catch-up-errors.js';
export type { InitialSyncExecution } from './initial-sync-executions.js';
export type { StateSegment } from './map-timeline.js';
export { memoryActivityPort } from './memory-activity-port.js';
export { type ActivityEventFault, parseActivityEvent } from './parse-activity-event.js';
export {
  type ActivityAction,
  type ActivityPlan,
  type ActivityPlanFault,
  type CatchUpRefusal,
  planActivityAction,
} from './plan-activity-action.js';
export {
  type ActivityReplay,
  type ActivityReplayOptions,
  type MapActivity,
  replayActivity,
  type UnreadableEvent,
} from './replay-activity.js';
export {
  type ActivityOutcome,
  type ActivityRun,
  type ActivityRunOptions,
  retriedCatchUpErrors,
  runActivityPlan,
} from './run-activity-plan.js';
