import { err, ok, type Result } from 'neverthrow';
import { isoOf } from '../facts/instant.js';
import { takeEach } from '../facts/take-each.js';
import type { AlertAction, AlertSetting } from './alert-setting.js';
import { windowInMs } from './alert-setting.js';
import { type AlertEvaluatorFault, validSettings } from './create-alert-evaluator.js';
import { ErrorRoutes } from './error-routes.js';
import type { ErrorTimes } from './error-times.js';
import { ErrorWindow } from './error-window.js';
import { EventOrder, type EventTotals } from './event-order.js';
import type { FiredAlert } from './fired-alert.js';
import type { SyncErrorEvent } from './sync-error-event.js';
import { watchErrors } from './watch-errors.js';

/**
 * How a log is replayed.
 * @public
 */
export interface ReplayOptions {
  /** How much older than the newest event so far an event may be and still count, in milliseconds. Default 0. */
  readonly latenessMs?: number | undefined;
  /** Called for each alert that would have fired. An error that it throws ends the replay. */
  readonly onFired?: ((alert: FiredAlert) => void) | undefined;
}

/**
 * What one setting would have done.
 * @public
 */
export interface ReplayedAlert {
  readonly name: string;
  /** Disabled settings do not fire; how close they came is still reported. */
  readonly enabled: boolean;
  readonly threshold: number;
  readonly action: AlertAction;
  /** How many times it would have fired. */
  readonly fired: number;
  /** When it would have fired first and last, ISO 8601; `null` when never. */
  readonly first: string | null;
  readonly last: string | null;
  /** The largest number of errors in its window, and when that was first reached; `null` if there were none. */
  readonly largest: { readonly count: number; readonly at: string } | null;
}

/**
 * What settings would have done with a log.
 * @public
 */
export interface AlertReplay {
  /** In the order of the settings. */
  readonly alerts: readonly ReplayedAlert[];
  /** How many events were judged, and how many could not be. */
  readonly events: EventTotals;
}

/**
 * Determines which alerts would have fired for a log with these settings, for example over the last week. It reads the log once
 * and keeps only the events inside the windows.
 *
 * @param events - in chronological order, except for the lateness; also an async iterable, such as the lines of a file
 * @returns at once; a promise where the events come asynchronously. What `createAlertEvaluator` refuses is refused before the
 *   first event is read
 * @throws only what `events` or `onFired` throws
 *
 * @example
 * ```ts
 * const silent = replayAlerts(settings, lastWeek).map(({ alerts }) => alerts.filter(({ fired }) => fired === 0));
 * ```
 * @public
 */
export function replayAlerts(
  settings: readonly AlertSetting[],
  events: Iterable<SyncErrorEvent>,
  options?: ReplayOptions,
): Result<AlertReplay, AlertEvaluatorFault>;
/** The same, one event at a time. @public */
export function replayAlerts(
  settings: readonly AlertSetting[],
  events: AsyncIterable<SyncErrorEvent>,
  options?: ReplayOptions,
): Promise<Result<AlertReplay, AlertEvaluatorFault>>;
export function replayAlerts(
  settings: readonly AlertSetting[],
  events: Iterable<SyncErrorEvent> | AsyncIterable<SyncErrorEvent>,
  options: ReplayOptions = {},
): Result<AlertReplay, AlertEvaluatorFault> | Promise<Result<AlertReplay, AlertEvaluatorFault>> {
  const valid = validSettings(settings, options);
  if (valid.isErr()) {
    const fault = err(valid.error);
    return Symbol.asyncIterator in events ? Promise.resolve(fault) : fault;
  }
  const replay = startReplay(valid.value, options);
  return takeEach(events, replay.take, () => ok(replay.answer()));
}

function startReplay(settings: readonly AlertSetting[], { latenessMs = 0, onFired }: ReplayOptions) {
  const watched = watchErrors(settings);
  const tallies = new Map<AlertSetting, Tally>(settings.map((setting) => [setting, { fired: 0 }]));
  const placed = settings.map((setting, index) => ({ setting, index }));
  const routes = new ErrorRoutes<LargestWindow, readonly LargestWindow[]>(placed, {
    mostOfUse: () => Number.POSITIVE_INFINITY,
    makeWatch: (setting, _index, sources) => new LargestWindow(setting, sources),
    concern: (watches) => watches,
  });
  const order = new EventOrder({
    latenessMs,
    find: (type) => routes.find(type),
    deliver: (at, event, route) => {
      route.times.append(at);
      for (const watch of route.concerned) watch.add(at);
      const watchedRoute = watched.routes.find(event.type);
      if (typeof watchedRoute === 'string') return;
      for (const alert of watched.deliver(at, event, watchedRoute)) {
        const tally = tallies.get(alert.setting);
        if (tally !== undefined) {
          tally.fired += 1;
          tally.first ??= alert.at;
          tally.last = alert.at;
        }
        onFired?.(alert);
      }
    },
  });
  return {
    take: (event: SyncErrorEvent): void => void order.add(event),
    answer: (): AlertReplay => {
      order.finish();
      return { alerts: routes.watches.map(replayed), events: order.totals };
    },
  };

  function replayed({ setting, largest }: LargestWindow): ReplayedAlert {
    const { name, enabled, threshold, action } = setting;
    const { fired, first, last } = tallies.get(setting) ?? { fired: 0 };
    return {
      name,
      enabled,
      threshold,
      action,
      fired,
      first: first ?? null,
      last: last ?? null,
      largest: largest === undefined ? null : { count: largest.count, at: isoOf(largest.at) },
    };
  }
}

interface Tally {
  fired: number;
  first?: string;
  last?: string;
}

/** The largest number of errors in the window of a setting. */
class LargestWindow {
  largest: { readonly count: number; readonly at: number } | undefined;
  readonly #windowMs: number;
  readonly #window: ErrorWindow;

  constructor(
    readonly setting: AlertSetting,
    sources: readonly ErrorTimes[],
  ) {
    this.#windowMs = windowInMs(setting.window);
    this.#window = new ErrorWindow(sources);
  }

  add(at: number): void {
    const count = this.#window.countSince(at - this.#windowMs);
    if (count > (this.largest?.count ?? 0)) this.largest = { count, at };
  }
}
