export { type DocumentedErrorType, documentedErrorTypes, type ErrorType } from '../facts/error-type.js';
export {
  type AlertAction,
  type AlertSetting,
  type AlertSettingsFault,
  type AlertWindow,
  parseAlertSettings,
} from './alert-setting.js';
export { type AlertState, type AlertStateFault, parseAlertState } from './alert-state.js';
export {
  type AlertPort,
  type AlertPortContext,
  type AlertPorts,
  type AlertStepResult,
  type AppliedAlert,
  applyAlert,
} from './apply-alert.js';
export {
  type AlertEvaluator,
  type AlertEvaluatorFault,
  type AlertEvaluatorOptions,
  type AlertStep,
  createAlertEvaluator,
} from './create-alert-evaluator.js';
export type { EventTotals } from './event-order.js';
export type { FiredAlert } from './fired-alert.js';
export { type AlertReplay, type ReplayedAlert, type ReplayOptions, replayAlerts } from './replay-alerts.js';
export {
  eventOfSyncError,
  parseSyncErrorEvent,
  type SyncErrorEvent,
  type SyncErrorEventFault,
} from './sync-error-event.js';
