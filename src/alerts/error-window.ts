import type { ErrorTimes } from './error-times.js';

interface Source {
  readonly times: ErrorTimes;
  /** The number of its first error in the window. */
  first: number;
}

/** The errors of some types that are in a window, whose start only moves forward. */
export class ErrorWindow {
  readonly #sources: readonly Source[];

  constructor(sources: readonly ErrorTimes[]) {
    this.#sources = sources.map((times) => ({ times, first: 0 }));
  }

  /** The number of errors of these types so far, in the window or not. */
  total(): number {
    let total = 0;
    for (const { times } of this.#sources) total += times.next;
    return total;
  }

  /** Moves the start, and returns the number of errors from there on. */
  countSince(earliest: number): number {
    let count = 0;
    for (const source of this.#sources) {
      source.first = source.times.firstSince(earliest, source.first);
      count += source.times.next - source.first;
    }
    return count;
  }

  /**
   * Moves the start so far that, of the `count` errors, at least the given number remain: exactly that many if those are all
   * errors or all of one type, otherwise slightly more. Each type is reduced in proportion, which takes one step per type.
   *
   * @returns the time of the oldest one that remains
   */
  keepLatest(count: number, kept: number): number {
    let oldest = Number.POSITIVE_INFINITY;
    for (const { times, first } of this.#sources) {
      const share = Math.ceil(((times.next - first) * kept) / count);
      if (share > 0) oldest = Math.min(oldest, times.at(times.next - share));
    }
    if (count > kept) this.countSince(oldest);
    return oldest;
  }
}
