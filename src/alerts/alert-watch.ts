import { type AlertSetting, windowInMs } from './alert-setting.js';
import type { ErrorTimes } from './error-times.js';
import { ErrorWindow } from './error-window.js';

/** A setting that an error has just brought to its threshold. */
export interface Breach {
  readonly setting: AlertSetting;
  readonly index: number;
  readonly at: number;
  /** The time of the first error that it took. */
  readonly since: number;
}

/**
 * A setting, and how its window stands. A window that holds three errors of ten cannot be full before seven more have come, and
 * one that is full stays so until its tenth last error is too old. So most errors need only be noted.
 */
export class AlertWatch {
  readonly #windowMs: number;
  readonly #window: ErrorWindow;
  #isBreached = false;
  /** While armed: how many more errors it takes at least. */
  #missing = 0;
  /** While breached: until here it stays so, whatever comes. */
  #fullUntil = Number.NEGATIVE_INFINITY;

  constructor(
    readonly setting: AlertSetting,
    readonly index: number,
    sources: readonly ErrorTimes[],
  ) {
    this.#windowMs = windowInMs(setting.window);
    this.#window = new ErrorWindow(sources);
  }

  /** Takes note of an error that the times already hold. */
  add(at: number, breaches: Breach[]): void {
    if (this.#isBreached) {
      if (at <= this.#fullUntil) return;
    } else {
      this.#missing -= 1;
      if (this.#missing > 0) return;
    }
    this.#look(at, breaches);
  }

  /** Whether it has told of a breach that still lasts at this time, which is no earlier than the latest error. */
  isBreachedAt(time: number): boolean {
    return this.#isBreached && this.#window.countSince(time - this.#windowMs) >= this.setting.threshold;
  }

  /** Goes on from a breach that was told of before. */
  restoreBreach(): void {
    this.#isBreached = true;
  }

  #look(at: number, breaches: Breach[]): void {
    const { setting, index } = this;
    const { threshold } = setting;
    const count = this.#window.countSince(at - this.#windowMs);
    // The window is at its smallest just before an error comes: that moment decides whether the breach has ended.
    const lasts = this.#isBreached && count - 1 >= threshold;
    if (count < threshold) {
      this.#isBreached = false;
      this.#missing = threshold - count;
      return;
    }
    const since = this.#window.keepLatest(count, threshold);
    this.#isBreached = true;
    this.#fullUntil = since + this.#windowMs - 1; // a little early: rounding of fractions is not to make it late
    if (!lasts) breaches.push({ setting, index, at, since });
  }
}
