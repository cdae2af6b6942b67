import { isoOf } from '../facts/instant.js';
import type { AlertSetting } from './alert-setting.js';
import type { Breach } from './alert-watch.js';
import type { SyncErrorEvent } from './sync-error-event.js';

/**
 * A setting whose threshold was reached: one for each breach.
 * @public
 */
export interface FiredAlert {
  /** The setting as `parseAlertSettings` returns it, with its recipients. */
  readonly setting: AlertSetting;
  /** The time of the last error that was needed, ISO 8601. */
  readonly at: string;
  /** When the first of them happened, ISO 8601. */
  readonly since: string;
  /** How many errors they are: the threshold. */
  readonly count: number;
  /** The type of the last one, as in the event. */
  readonly errorType: string;
  /** The map of the last one, if the event named one. */
  readonly map?: string;
}

/** @param at - the time of the event, ISO 8601: writing it takes longer than the rest, and one event can fire many alerts */
export function firedAlert({ setting, since }: Breach, at: string, { type, map }: SyncErrorEvent): FiredAlert {
  return {
    setting,
    at,
    since: isoOf(since),
    count: setting.threshold,
    errorType: type,
    ...(map === undefined ? {} : { map }),
  };
}
