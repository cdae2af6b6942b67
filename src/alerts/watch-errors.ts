import { isoOf } from '../facts/instant.js';
import type { AlertSetting } from './alert-setting.js';
import { AlertWatch, type Breach } from './alert-watch.js';
import { type ErrorRoute, ErrorRoutes } from './error-routes.js';
import { type FiredAlert, firedAlert } from './fired-alert.js';
import type { SyncErrorEvent } from './sync-error-event.js';
import { WatchSchedule } from './watch-schedule.js';

/** The enabled ones of settings, and what fires when errors are delivered to them. */
export interface WatchedErrors {
  readonly routes: ErrorRoutes<AlertWatch, readonly WatchSchedule[]>;
  /** Records an error that is not older than the previous one. What fires is in the order of the settings. */
  readonly deliver: (
    at: number,
    event: SyncErrorEvent,
    route: ErrorRoute<readonly WatchSchedule[]>,
  ) => readonly FiredAlert[];
}

/** Settings with one error type have a schedule for each type, which errors of other types do not disturb. Others share one. */
export function watchErrors(settings: readonly AlertSetting[]): WatchedErrors {
  const enabled = settings.map((setting, index) => ({ setting, index })).filter(({ setting }) => setting.enabled);
  let shared: WatchSchedule | undefined;
  const routes = new ErrorRoutes<AlertWatch, readonly WatchSchedule[]>(enabled, {
    // One more than the threshold, so that the window before the latest error can still be counted.
    mostOfUse: ({ threshold }) => threshold + 1,
    makeWatch: (setting, index, sources) => new AlertWatch(setting, index, sources),
    concern: (watches, all) => {
      const own = watches.filter(hasOneType);
      shared ??= new WatchSchedule(all.filter((watch) => !hasOneType(watch)));
      return [...(own.length > 0 ? [new WatchSchedule(own)] : []), ...(own.length < watches.length ? [shared] : [])];
    },
  });
  const breaches: Breach[] = [];
  return {
    routes,
    deliver: (at, event, { times, concerned }) => {
      times.append(at);
      for (const schedule of concerned) schedule.run(at, times, breaches);
      if (breaches.length === 0) return nothing;
      const time = isoOf(at);
      const inOrder = breaches.splice(0).sort((a, b) => a.index - b.index);
      return inOrder.map((breach) => firedAlert(breach, time, event));
    },
  };
}

/** Most errors fire nothing, and an empty list need not be created a million times. */
const nothing: readonly FiredAlert[] = [];

function hasOneType({ sources }: AlertWatch): boolean {
  return sources.length === 1;
}
