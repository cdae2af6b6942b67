export { catchUpErrorLifetime, longestPause, mostQueuedBytes } from '../../rules/operations/pause-limits.js';
export {
  checkLegalEntityEdit,
  type LegalEntityEdit,
  type LegalEntityEditFault,
  type MapInState,
  mostLegalEntitiesForInitialWrites,
} from './check-legal-entity-edit.js';
export {
  allowedActions,
  type MapAction,
  type MapState,
  type MapStep,
  type MapStepFault,
  mapStates,
  stepMap,
} from './map-state.js';
export {
  type PausedQueue,
  type PauseLimitFault,
  type QueuedChange,
  queueChange,
  queueOfPause,
  type ResumedQueue,
  type ResumeOption,
  resumePausedMap,
} from './paused-queue.js';
