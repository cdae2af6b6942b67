import { type AlertSetting, windowInMs } from './alert-setting.js';
import type { PlacedSetting } from './error-routes.js';

/** A setting, and how its window stands. */
export interface Watch extends PlacedSetting {
  readonly threshold: number;
  readonly windowMs: number;
  isBreached: boolean;
  /** While armed: the number of the first error in the window, and of the first that can make it enough. */
  first: number;
  wakeAt: number;
  /** While breached: until here it stays so, whatever comes. */
  wakeAfter: number;
}

/** A setting that an error has just brought to its threshold. */
export interface Breach {
  readonly setting: AlertSetting;
  readonly index: number;
  readonly at: number;
  /** The time of the first error that it took. */
  readonly since: number;
}

/**
 * The times of the latest errors of some types, for all settings that ask for just these types.
 *
 * A window that holds three errors of ten cannot be full before seven more have come, and one that is full stays so until its
 * tenth last error is too old. So most errors need only be noted, and settings are looked at when something can have changed. No
 * more times are kept than the highest threshold asks for.
 */
export class RecentErrors {
  readonly watches: readonly Watch[];
  readonly #longestMs: number;
  /** How many slots are enough for the highest threshold. */
  readonly #enough: number;
  /** A ring whose length is a power of two; slots without an error hold minus infinity. */
  #times: Float64Array;
  /** The number of the next error; the errors are numbered from 0. */
  #next = 0;
  /** The earliest that any watch names. */
  #wakeAt = 0;
  #wakeAfter = Number.NEGATIVE_INFINITY;

  constructor(sharing: readonly PlacedSetting[]) {
    this.watches = sharing.map(({ setting, index }) => ({
      setting,
      index,
      threshold: setting.threshold,
      windowMs: windowInMs(setting.window),
      isBreached: false,
      first: 0,
      wakeAt: 0,
      wakeAfter: Number.POSITIVE_INFINITY,
    }));
    this.#longestMs = Math.max(...this.watches.map(({ windowMs }) => windowMs));
    // One more than the threshold, so that the window before the latest error can still be seen.
    this.#enough = Math.max(...this.watches.map(({ threshold }) => threshold)) + 1;
    this.#times = ringOf(Math.min(this.#enough, 16));
  }

  /** Takes an error that is no older than the one before, and adds what it breaches. */
  add(at: number, breaches: Breach[]): void {
    this.append(at);
    if (this.#next >= this.#wakeAt || at > this.#wakeAfter) this.#judge(at, breaches);
  }

  /** Keeps the time of an error and judges nothing. */
  append(at: number): void {
    const last = this.#times.length - 1;
    if (last + 1 < this.#enough && timeIn(this.#times, (this.#next + 1) & last) >= at - this.#longestMs) {
      this.#grow();
      this.#times[this.#next & (this.#times.length - 1)] = at;
    } else this.#times[this.#next & last] = at;
    this.#next += 1;
  }

  /** Whether the window of a setting that ends at this time holds as many errors as its threshold. */
  isFullAt({ threshold, windowMs }: Watch, time: number): boolean {
    return this.#isFull(threshold, this.#next, time - windowMs);
  }

  /** The times that can still decide something at this time or later, the oldest first. */
  timesAt(time: number): readonly number[] {
    const kept = Math.min(this.#times.length, this.#enough - 1, this.#next);
    const last = this.#times.length - 1;
    return Array.from({ length: kept }, (_, index) => timeIn(this.#times, (this.#next - kept + index) & last)).filter(
      (at) => at >= time - this.#longestMs,
    );
  }

  #judge(at: number, breaches: Breach[]): void {
    const next = this.#next;
    this.#wakeAt = Number.POSITIVE_INFINITY;
    this.#wakeAfter = Number.POSITIVE_INFINITY;
    for (const watch of this.watches) {
      if (watch.isBreached ? at > watch.wakeAfter : next >= watch.wakeAt) this.#look(watch, at, breaches);
      if (watch.isBreached) this.#wakeAfter = Math.min(this.#wakeAfter, watch.wakeAfter);
      else this.#wakeAt = Math.min(this.#wakeAt, watch.wakeAt);
    }
  }

  #look(watch: Watch, at: number, breaches: Breach[]): void {
    const { threshold, windowMs } = watch;
    const next = this.#next;
    const last = this.#times.length - 1;
    const earliest = at - windowMs;
    if (watch.isBreached) {
      // What has left the window since the error before may have brought it below the threshold in between.
      if (this.#isFull(threshold, next - 1, earliest)) {
        watch.wakeAfter = this.#fullUntil(watch);
        return;
      }
      watch.isBreached = false;
    }
    let first = Math.max(watch.first, next - this.#times.length);
    while (first < next && timeIn(this.#times, first & last) < earliest) first += 1;
    watch.first = first;
    if (next - first < threshold) {
      watch.wakeAt = next + threshold - (next - first);
      return;
    }
    watch.isBreached = true;
    watch.wakeAfter = this.#fullUntil(watch);
    const since = timeIn(this.#times, (next - threshold) & last);
    breaches.push({ setting: watch.setting, index: watch.index, at, since });
  }

  /** Whether the errors before that number, from that time on, are as many. */
  #isFull(threshold: number, before: number, earliest: number): boolean {
    const last = this.#times.length - 1;
    // The ring would have grown if there were more in the window than it holds.
    return threshold <= last && threshold <= before && timeIn(this.#times, (before - threshold) & last) >= earliest;
  }

  /** A little early, so that rounding of fractions cannot make it late. */
  #fullUntil({ threshold, windowMs }: Watch): number {
    return timeIn(this.#times, (this.#next - threshold) & (this.#times.length - 1)) + windowMs - 1;
  }

  #grow(): void {
    const { length } = this.#times;
    const grown = ringOf(2 * length);
    for (let place = Math.max(0, this.#next - length); place < this.#next; place += 1) {
      grown[place & (grown.length - 1)] = timeIn(this.#times, place & (length - 1));
    }
    this.#times = grown;
  }
}

function ringOf(atLeast: number): Float64Array {
  let length = 2;
  while (length < atLeast) length *= 2;
  return new Float64Array(length).fill(Number.NEGATIVE_INFINITY);
}

/** The index is always inside, which the type cannot know. */
function timeIn(times: Float64Array, index: number): number {
  return times[index] ?? Number.NEGATIVE_INFINITY;
}
