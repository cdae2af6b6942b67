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
 * A setting, and the state of its window. A window with three of ten errors cannot be full before seven more occur, and a full
 * window remains full until its tenth-last error is too old. So most errors only need to be recorded.
 */
export class AlertWatch {
  readonly #windowMs: number;
  readonly #window: ErrorWindow;
  #isBreached = false;
  /** The minimum number of further errors to the threshold; none while breached. */
  #missing = 0;
  /** While breached: it remains so until this time, whatever happens. While armed, the past. */
  #fullUntil = Number.NEGATIVE_INFINITY;

  constructor(
    readonly setting: AlertSetting,
    readonly index: number,
    sources: readonly ErrorTimes[],
  ) {
    this.#windowMs = windowInMs(setting.window);
    this.#window = new ErrorWindow(sources);
  }

  /** Records an error that is already in the times. */
  add(at: number, breaches: Breach[]): void {
    this.#missing -= 1;
    if (this.#missing > 0 || at <= this.#fullUntil) return;
    this.#look(at, breaches);
  }

  /** Whether it has reported a breach that still lasts at this time, which is not earlier than the latest error. */
  isBreachedAt(time: number): boolean {
    return this.#isBreached && this.#window.countSince(time - this.#windowMs) >= this.setting.threshold;
  }

  /** Continues from a breach that was reported before. */
  restoreBreach(): void {
    this.#isBreached = true;
  }

  #look(at: number, breaches: Breach[]): void {
    const { setting, index } = this;
    const { threshold } = setting;
    const count = this.#window.countSince(at - this.#windowMs);
    // The window is smallest just before an error occurs: that time decides whether the breach has ended.
    const lasts = this.#isBreached && count - 1 >= threshold;
    if (count < threshold) {
      this.#isBreached = false;
      this.#missing = threshold - count;
      this.#fullUntil = Number.NEGATIVE_INFINITY;
      return;
    }
    const since = this.#window.keepLatest(count, threshold);
    this.#isBreached = true;
    this.#missing = 0;
    this.#fullUntil = since + this.#windowMs - 1; // slightly early: rounding must not make it late
    if (!lasts) breaches.push({ setting, index, at, since });
  }
}
