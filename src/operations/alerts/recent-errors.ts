import { windowInMs } from './alert-setting.js';
import type { PlacedSetting } from './error-routes.js';

/** A setting, and whether its window stands at the threshold. */
export interface Watch extends PlacedSetting {
  readonly threshold: number;
  readonly windowMs: number;
  isBreached: boolean;
}

/**
 * The times of the latest errors of some types, for all settings that ask for just these types.
 *
 * A window holds so many errors exactly when the error that lies so many places back is young enough. So each setting takes one
 * look per error, and no more times are kept than the highest threshold asks for, and no older ones than the longest window.
 */
export class RecentErrors {
  readonly watches: readonly Watch[];
  readonly #longestMs: number;
  /** How many slots are enough for the highest threshold. */
  readonly #enough: number;
  /** A ring whose length is a power of two; slots without an error hold minus infinity. */
  #times: Float64Array;
  #next = 0;

  constructor(sharing: readonly PlacedSetting[]) {
    this.watches = sharing.map(({ setting, index }) => ({
      setting,
      index,
      threshold: setting.threshold,
      windowMs: windowInMs(setting.window),
      isBreached: false,
    }));
    this.#longestMs = Math.max(...this.watches.map(({ windowMs }) => windowMs));
    // One more than the threshold, so that the state before the latest error can still be seen.
    this.#enough = Math.max(...this.watches.map(({ threshold }) => threshold)) + 1;
    this.#times = ringOf(this.#enough < 16 ? this.#enough : 16);
  }

  /** Takes an error that is no older than the one before, and tells of each setting that it brings to its threshold. */
  add(at: number, onBreach: (watch: Watch, since: number) => void): void {
    this.append(at);
    const times = this.#times;
    const last = times.length - 1;
    const next = this.#next;
    for (const watch of this.watches) {
      const { threshold } = watch;
      if (threshold > last) continue; // the ring would have grown if there were so many in the window
      const earliest = at - watch.windowMs;
      if (watch.isBreached) {
        // What left the window since the error before may have brought it below the threshold in between.
        if (timeIn(times, (next - 1 - threshold) & last) >= earliest) continue;
        watch.isBreached = false;
      }
      const since = timeIn(times, (next - threshold) & last);
      if (since >= earliest) {
        watch.isBreached = true;
        onBreach(watch, since);
      }
    }
  }

  /** Keeps the time of an error and judges nothing. */
  append(at: number): void {
    const oldest = timeIn(this.#times, (this.#next + 1) & (this.#times.length - 1));
    if (oldest >= at - this.#longestMs && this.#times.length < this.#enough) this.#grow();
    this.#times[this.#next & (this.#times.length - 1)] = at;
    this.#next += 1;
  }

  /** Whether the window of a setting that ends at this time is at its threshold. */
  isBreachedAt({ isBreached, threshold, windowMs }: Watch, time: number): boolean {
    const last = this.#times.length - 1;
    return isBreached && threshold <= last && timeIn(this.#times, (this.#next - threshold) & last) >= time - windowMs;
  }

  /** The times that can still decide something at this time or later, the oldest first. */
  timesAt(time: number): readonly number[] {
    const kept = Math.min(this.#times.length, this.#enough - 1);
    const last = this.#times.length - 1;
    return Array.from({ length: kept }, (_, index) => timeIn(this.#times, (this.#next - kept + index) & last)).filter(
      (at) => at >= time - this.#longestMs && at !== Number.NEGATIVE_INFINITY,
    );
  }

  #grow(): void {
    const { length } = this.#times;
    const grown = ringOf(2 * length);
    for (let place = this.#next - length; place < this.#next; place += 1) {
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

/** The index is always inside; the type cannot know. */
function timeIn(times: Float64Array, index: number): number {
  return times[index] ?? Number.NEGATIVE_INFINITY;
}
