import { nameKey } from '../facts/keys.js';
import { type AlertSetting, windowInMs } from './alert-setting.js';
import type { AlertState } from './alert-state.js';
import { AlertWatch, type Breach } from './alert-watch.js';
import { ErrorRoutes, typeKeysOf } from './error-routes.js';
import { EventOrder, type EventTotals } from './event-order.js';
import { type FiredAlert, firedAlert } from './fired-alert.js';
import { millisecondsOf, type SyncErrorEvent } from './sync-error-event.js';

/**
 * How an evaluator takes its events.
 * @public
 */
export interface AlertEvaluatorOptions {
  /**
   * How much older than the newest event one may be and still count, in milliseconds. Default 0: events come in order, and an
   * alert is told at once. With more, each event waits that long in the time of the events, because an older one may change what
   * it leads to; so alerts come that much later. `Infinity` holds everything until `finish`.
   */
  readonly latenessMs?: number | undefined;
  /**
   * Where an earlier evaluator stopped, from its `state`, through JSON or not. A setting that was changed since continues with the
   * errors that the state holds and may fire anew.
   */
  readonly state?: AlertState | undefined;
}

/**
 * What one event led to.
 * @public
 */
export interface AlertStep {
  /**
   * `dropped-late`: older than the lateness allows. `unreadable-time`: its time is none. Neither counts anywhere but in the
   * totals.
   */
  readonly outcome: 'accepted' | 'dropped-late' | 'unreadable-time';
  /** In the order of time, then of the settings. With lateness, earlier events may have led to them. */
  readonly fired: readonly FiredAlert[];
}

/**
 * Counts errors and tells when a setting is breached.
 * @public
 */
export interface AlertEvaluator {
  /** Takes one event. */
  readonly add: (event: SyncErrorEvent) => AlertStep;
  /**
   * Says what time it is, ISO 8601 or milliseconds, when no event does: settings whose window has fallen below its threshold are
   * armed again, and events that waited long enough are judged. Going back has no effect.
   *
   * @returns what fired because of events that had waited
   */
  readonly advanceTo: (time: string | number) => readonly FiredAlert[];
  /** Judges the events that still wait; older ones are late from now on. Without lateness none wait. */
  readonly finish: () => readonly FiredAlert[];
  /** The names of the settings that are at their threshold now: they fire again only after they have fallen below it. */
  readonly breached: () => readonly string[];
  readonly totals: () => EventTotals;
  /** Where it stands, to continue later or elsewhere. */
  readonly state: () => AlertState;
}

/**
 * Watches errors, one after the other, for what alert settings ask for. A setting fires when an error makes its window hold as
 * many as its threshold, and is armed again once the window falls below it, whether or not anything is called at that moment. A
 * window includes both its ends: ten errors of which the last comes exactly fifteen minutes after the first are ten in fifteen
 * minutes. What fires depends on the events only, neither on a clock nor on how often `advanceTo` is called.
 *
 * An event far in the future makes all that follow late. Whoever knows the time should keep such events away; the totals tell.
 *
 * Each event takes amortised constant time for each setting that asks for its type, and one that comes late the logarithm of how
 * many of those wait. The memory is bounded by the events inside the windows and those that wait, and by the thresholds.
 *
 * Source: *Error management and alert notifications*, 2020-03-13. That alerts fire once and are armed again is our reading.
 *
 * @param settings - as `parseAlertSettings` gives them; disabled ones never fire
 * @throws RangeError when `latenessMs` is negative or not a number
 *
 * @example
 * ```ts
 * const evaluator = createAlertEvaluator(settings);
 * const { fired } = evaluator.add({ type: 'Application error', at: '2026-11-20T10:00:00Z', map: 'Customers V3' });
 * for (const alert of fired) await applyAlert(alert, ports);
 * ```
 * @public
 */
export function createAlertEvaluator(
  settings: readonly AlertSetting[],
  { latenessMs = 0, state }: AlertEvaluatorOptions = {},
): AlertEvaluator {
  if (!(latenessMs >= 0)) throw new RangeError(`latenessMs: expected 0 or more, got ${latenessMs}`);
  const enabled = settings.map((setting, index) => ({ setting, index })).filter(({ setting }) => setting.enabled);
  const routes = new ErrorRoutes<AlertWatch>(enabled, {
    // One more than the threshold, so that the window before the latest error can still be counted.
    mostOfUse: ({ threshold }) => threshold + 1,
    makeWatch: (setting, index, sources) => new AlertWatch(setting, index, sources),
  });
  let fired: FiredAlert[] = [];
  const breaches: Breach[] = [];
  const order = new EventOrder({
    latenessMs,
    isCounted: (type) => routes.find(type) !== undefined,
    deliver: (at, event) => {
      const route = routes.find(event.type);
      if (route === undefined) return;
      route.times.append(at);
      for (const watch of route.watches) watch.add(at, breaches);
      if (breaches.length === 0) return;
      fired.push(...breaches.map((breach) => firedAlert(breach, event)));
      breaches.length = 0;
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

/** Most events lead to nothing, and nothing need not be made a million times. */
const steps: Readonly<Record<AlertStep['outcome'], AlertStep>> = {
  accepted: { outcome: 'accepted', fired: [] },
  'dropped-late': { outcome: 'dropped-late', fired: [] },
  'unreadable-time': { outcome: 'unreadable-time', fired: [] },
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

function restore(routes: ErrorRoutes<AlertWatch>, { recent, breached }: AlertState): void {
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
