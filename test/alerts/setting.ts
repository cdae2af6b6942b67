import {
  type AlertEvaluator,
  type AlertEvaluatorOptions,
  type AlertReplay,
  type AlertSetting,
  createAlertEvaluator,
  type ReplayOptions,
  replayAlerts,
  type SyncErrorEvent,
} from '../../src/alerts/index.js';

export const minute = 60_000;

/** The example of the source, or something else where it is given. */
export function settingWith(over: Partial<AlertSetting> = {}): AlertSetting {
  return {
    name: 'Maintenance',
    enabled: true,
    errorTypes: ['Application error'],
    threshold: 10,
    window: { length: 15, unit: 'minutes' },
    recipients: ['admins@contoso.com'],
    action: 'pause',
    ...over,
  };
}

/** An evaluator of settings that are valid. */
export function evaluatorOf(settings: readonly AlertSetting[], options?: AlertEvaluatorOptions): AlertEvaluator {
  return createAlertEvaluator(settings, options)._unsafeUnwrap();
}

/** A replay with settings that are valid. */
export function replayOf(
  settings: readonly AlertSetting[],
  events: Iterable<SyncErrorEvent>,
  options?: ReplayOptions,
): AlertReplay {
  return replayAlerts(settings, events, options)._unsafeUnwrap();
}
