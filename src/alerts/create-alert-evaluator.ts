import { err, type Result } from 'neverthrow';
import { invalidOptions } from '../facts/issues.js';
import { nameKey } from '../facts/keys.js';
import type { InvalidOptions } from '../fault.js';
import { type AlertSetting, type AlertSettingsFault, parseAlertSettings, windowInMs } from './alert-setting.js';
import type { AlertState } from './alert-state.js';
import { typeKeysOf } from './error-routes.js';
import { EventOrder, type EventTotals } from './event-order.js';
import type { FiredAlert } from './fired-alert.js';
import { millisecondsOf, type SyncErrorEvent } from './sync-error-event.js';
import { type WatchedErrors, watchErrors } from './watch-errors.js';

/**
 * How an evaluator accepts its events.
 * @public
 */
export interface AlertEvaluatorOptions {
  /**
   * How much older than the newest event an event may be and still count, in milliseconds. Default 0: events arrive in order,
   * and an alert fires at once. With a larger value, each event waits that long in event time, because an older event may
   * change its result; alerts are delayed by that much. `Infinity` holds everything until `finish`.
   */
  readonly latenessMs?: number | undefined;
  /**
   * Where an earlier evaluator stopped, from its `state`, with or without JSON. A setting that was changed since then continues
   * with the errors in the state and may fire again.
   */
  readonly state?: AlertState | undefined;
}

/**
 * Why settings cannot be evaluated: they are not what `parseAlertSettings` accepts, or the options are not valid.
 * @public
 */
export type AlertEvaluatorFault = AlertSettingsFault | InvalidOptions;

/**
 * The result of one event.
 * @public
 */
export interface AlertStep {
  /**
   * `dropped-late`: older than the lateness allows. `unreadable-time`: its time is not valid. `unknown-type`: its type is not
   * an error type. All of them count only in the totals.
   */
  readonly outcome: 'accepted' | 'dropped-late' | 'unreadable-time' | 'unknown-type';
  /** In chronological order, then in the order of the settings. With lateness, earlier events may have caused them. */
  readonly fired: readonly FiredAlert[];
}

/**
 * Counts errors and reports when the threshold of a setting is reached.
 * @public
 */
export interface AlertEvaluator {
  /** Adds one event. */
  readonly add: (event: SyncErrorEvent) => AlertStep;
  /**
   * Sets the current time, ISO 8601 or milliseconds, when there are no events: settings whose window has fallen below the
   * threshold are armed again, and events that waited long enough are evaluated. Going back has no effect.
   *
   * @returns what fired because of events that had waited
   */
  readonly advanceTo: (time: string | number) => readonly FiredAlert[];
  /** Evaluates the events that still wait; older ones are late from now on. Without lateness none wait. */
  readonly finish: () => readonly FiredAlert[];
  /** The names of the settings that are at their threshold now: they fire again only after they have fallen below it. */
  readonly breached: () => readonly string[];
  readonly totals: () => EventTotals;
  /** Its state, to continue later or elsewhere. */
  readonly state: () => AlertState;
}

/**
 * An evaluator of alert settings against errors, one after the other. A setting fires when an error makes the number in its
 * window reach the threshold, and is armed again once the window falls below it, whether or not anything is called at that
 * moment. A window includes both its ends: ten errors, the last of which occurs exactly fifteen minutes after the first, are ten
 * in fifteen minutes. What fires depends only on the events, neither on a clock nor on how often `advanceTo` is called.
 *
 * An event far in the future makes all following events late. Callers that know the time should filter out such events; the
 * totals show late ones.
 *
 * Each event takes amortized constant time for each setting with its type, and a late one takes the logarithm of the number of
 * waiting late events. The memory is bounded by the events inside the windows and those that wait, and by the thresholds.
 *
 * Source: *Error management and alert notifications*, 2020-03-13. That alerts fire once and are armed again is our reading.
 *
 * @param settings - disabled ones never fire; what `parseAlertSettings` refuses is refused here too
 * @returns the evaluator, or every place of the settings that is wrong, or that `latenessMs` is negative or not a number
 *
 * @example
 * ```ts
 * const created = createAlertEvaluator(settings);
 * if (created.isErr()) throw new Error(created.error.because);
 * const { fired } = created.value.add({ type: 'Application error', at: '2026-11-20T10:00:00Z', map: 'Customers V3' });
 * for (const alert of fired) await applyAlert(alert, ports);
 * ```
 * @public
 */
export function createAlertEvaluator(
  settings: readonly AlertSetting[],
  options: AlertEvaluatorOptions = {},
): Result<AlertEvaluator, AlertEvaluatorFault> {
  return validSettings(settings, options).map((valid) => startEvaluator(valid, options));
}

/** The settings in one form, or why they or the lateness are not valid. */
export function validSettings(
  settings: readonly AlertSetting[],
  { latenessMs = 0 }: Pick<AlertEvaluatorOptions, 'latenessMs'>,
): Result<readonly AlertSetting[], AlertEvaluatorFault> {
  const wrong = latenessMs >= 0 ? [] : [{ path: 'latenessMs', message: 'expected a number of at least 0' }];
  const fault = invalidOptions(wrong);
  return fault === undefined ? parseAlertSettings(settings) : err(fault);
}

/** An evaluator of valid settings. */
function startEvaluator(
  settings: readonly AlertSetting[],
  { latenessMs = 0, state }: AlertEvaluatorOptions,
): AlertEvaluator {
  const { routes, deliver } = watchErrors(settings);
  let fired: FiredAlert[] = [];
  const order = new EventOrder({
    latenessMs,
    find: (type) => routes.find(type),
    deliver: (at, event, route) => {
      for (const alert of deliver(at, event, route)) fired.push(alert);
    },
    watermark: state?.judgedUpTo ?? undefined,
    held: state?.held,
    totals: state?.totals,
  });
  if (state !== undefined) restore(routes, state);

  return {
    add: (event) => {
      const outcome = order.add(event);
      return fired.length === 0 ? steps[outcome] : { outcome, fired: takeFired() };
    },
    advanceTo: (time) => {
      order.advanceTo(millisecondsOf(time));
      return takeFired();
    },
    finish: () => {
      order.finish();
      return takeFired();
    },
    breached: () => breached().map(({ name }) => name),
    totals: () => order.totals,
    state: () => ({
      schemaVersion: 1,
      kind: 'alert-state',
      judgedUpTo: Number.isFinite(order.watermark) ? order.watermark : null,
      totals: order.totals,
      held: order.held(),
      recent: routes
        .all()
        .map(({ type, times }) => ({ errorType: type, times: times.since(order.watermark) }))
        .filter(({ times }) => times.length > 0),
      breached: breached().map(identityOf),
    }),
  };

  function breached(): readonly AlertSetting[] {
    return routes.watches.filter((watch) => watch.isBreachedAt(order.watermark)).map(({ setting }) => setting);
  }

  function takeFired(): readonly FiredAlert[] {
    const taken = fired;
    fired = [];
    return taken;
  }
}

/** Most events have no result, and the empty result need not be created a million times. */
const steps: Readonly<Record<AlertStep['outcome'], AlertStep>> = {
  accepted: { outcome: 'accepted', fired: [] },
  'dropped-late': { outcome: 'dropped-late', fired: [] },
  'unreadable-time': { outcome: 'unreadable-time', fired: [] },
  'unknown-type': { outcome: 'unknown-type', fired: [] },
};

/** What must be the same for a breach to be the same breach. */
function identityOf(setting: AlertSetting): AlertState['breached'][number] {
  return {
    name: nameKey(setting.name),
    errorTypes: typeKeysOf(setting),
    threshold: setting.threshold,
    windowMs: windowInMs(setting.window),
  };
}

function restore(routes: WatchedErrors['routes'], { recent, breached }: AlertState): void {
  const timesOf = new Map(recent.map(({ errorType, times }) => [errorType, times]));
  for (const { type, times } of routes.all()) for (const at of timesOf.get(type) ?? []) times.append(at);
  const identities = new Set(breached.map(identityKey));
  for (const watch of routes.watches) {
    if (identities.has(identityKey(identityOf(watch.setting)))) watch.restoreBreach();
  }
}

function identityKey({ name, errorTypes, threshold, windowMs }: AlertState['breached'][number]): string {
  return JSON.stringify([name, errorTypes, threshold, windowMs]);
}
