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
 * window remains full until its tenth-last error is too old. So it says how long it need not look at its window.
 */
export class AlertWatch {
  readonly #windowMs: number;
  readonly #window: ErrorWindow;
  #isBreached = false;
  /** While armed: the window cannot be full before there have been so many errors in all. */
  #fullAt = 0;
  /** While armed: at this further error of its types it must look again, and errors of other types may count as well. */
  quietErrors = 0;
  /** While breached: after this time it must look again. */
  quietUntil = Number.POSITIVE_INFINITY;

  constructor(
    readonly setting: AlertSetting,
    readonly index: number,
    readonly sources: readonly ErrorTimes[],
  ) {
    this.#windowMs = windowInMs(setting.window);
    this.#window = new ErrorWindow(sources);
  }

  /** @param times - of the type of the latest error, which occurred at that time; it need not be a type of the setting */
  look(at: number, times: ErrorTimes, breaches: Breach[]): void {
    const { setting, index } = this;
    const { threshold } = setting;
    const earliest = at - this.#windowMs;
    const isOwn = this.sources.includes(times);
    // Mostly, errors of one type alone are enough for a breach to last.
    if (this.#isBreached && isOwn && times.hasSince(earliest, threshold + 1)) {
      this.#restWhileFull(at, times.at(times.next - threshold));
      return;
    }
    const total = this.#window.total();
    if (total < this.#fullAt) {
      this.quietErrors = this.#fullAt - total;
      return;
    }
    const count = this.#window.countSince(earliest);
    // The window is smallest just before one of its errors occurs: that time decides whether the breach has ended.
    const lasts = this.#isBreached && (isOwn ? count - 1 : count) >= threshold;
    this.#isBreached = count >= threshold;
    if (this.#isBreached) {
      const since = this.#window.keepLatest(count, threshold);
      this.#restWhileFull(at, since);
      if (!lasts) breaches.push({ setting, index, at, since });
    } else {
      this.quietErrors = threshold - count;
      this.quietUntil = Number.POSITIVE_INFINITY;
      this.#fullAt = total + this.quietErrors;
    }
  }

  /** Whether it has reported a breach that still lasts at this time, which is not earlier than the latest error. */
  isBreachedAt(time: number): boolean {
    return this.#isBreached && this.#window.countSince(time - this.#windowMs) >= this.setting.threshold;
  }

  /** Continues from a breach that was reported before. */
  restoreBreach(): void {
    this.#isBreached = true;
  }

  /** @param since - there have been enough errors from that time on */
  #restWhileFull(at: number, since: number): void {
    this.#fullAt = 0;
    this.quietErrors = Number.POSITIVE_INFINITY;
    this.quietUntil = Math.max(at, since + this.#windowMs - 1); // slightly early: rounding must not make it late
  }
}
