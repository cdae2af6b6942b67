import type { Facts } from '../../facts/schemas.js';
import { mostQueuedBytes, pauseHours } from '../../maps/pause-limits.js';
import { finding, type MissingFact, missing } from '../verdict.js';
import { activitySubject, hoursBetween, inHours } from './map-activity.js';

/** For how long a map is paused, and how much of a gigabyte it has queued; `null` where it is not known. */
export type PauseArgs = { hours: number | null; percent: number | null };

interface PauseLimits {
  readonly hours: number;
  /** Of a gigabyte. */
  readonly percent: number;
}

/** From here on, writes to the tables of the map are blocked. */
export const pauseLimits: PauseLimits = { hours: pauseHours, percent: 100 };

/**
 * A pause that has reached one of the limits `from`; one that has already reached `to` is the finding of another rule.
 *
 * @param activity - a map that is paused, or might be
 */
export function judgePause(
  activity: Facts['mapActivity'][number],
  takenAt: string,
  from: PauseLimits,
  to: PauseLimits | undefined,
) {
  const hours = hoursBetween(activity.since, takenAt);
  const percent = activity.queuedBytes == null ? Number.NaN : (activity.queuedBytes / mostQueuedBytes) * 100;
  if (to !== undefined && (hours >= to.hours || percent >= to.percent)) return undefined;
  if (hours < from.hours && percent < from.percent) return undefined;
  if (activity.state === 'unknown') return missing('mapActivity', 'state');
  const open: MissingFact[] = [];
  if (Number.isNaN(hours)) open.push(missing('mapActivity', 'since'));
  if (Number.isNaN(percent)) open.push(missing('mapActivity', 'queuedBytes'));
  if (!(hours >= from.hours || percent >= from.percent)) return open;
  const args: PauseArgs = { hours: whole(hours), percent: whole(percent) };
  return finding(activitySubject(activity), args);
}

/** What two rows of one map say together: the longest pause, and the largest queue. */
export function mergePauses(a: PauseArgs, b: PauseArgs): PauseArgs {
  return { hours: larger(a.hours, b.hours), percent: larger(a.percent, b.percent) };
}

function larger(a: number | null, b: number | null): number | null {
  const known = [a, b].filter((one) => one !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function whole(number: number): number | null {
  return Number.isNaN(number) ? null : Math.floor(number);
}

/** ` for 21 hours, with 85% of 1 GB queued` */
export function pauseInWords({ hours, percent }: PauseArgs): string {
  const since = hours === null ? '' : ` for ${inHours(hours)}`;
  return percent === null ? since : `${since}, with ${percent}% of 1 GB queued`;
}
