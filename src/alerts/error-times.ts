/**
 * The times of the latest errors of one type, numbered from 0 in their order. It keeps as many as the longest window needs, but
 * no more than can be used.
 */
export class ErrorTimes {
  readonly #longestMs: number;
  readonly #mostOfUse: number;
  /** A ring whose length is a power of two. */
  #ring = new Float64Array(8);
  #next = 0;

  constructor(longestMs: number, mostOfUse: number) {
    this.#longestMs = longestMs;
    this.#mostOfUse = mostOfUse;
  }

  /** The number that the next error gets. */
  get next(): number {
    return this.#next;
  }

  /** Adds the time of an error that is not older than the previous one. */
  append(at: number): void {
    const { length } = this.#ring;
    if (length < this.#mostOfUse && this.#next >= length && this.at(this.#next - length) >= at - this.#longestMs) {
      this.#grow();
    }
    this.#ring[this.#next & (this.#ring.length - 1)] = at;
    this.#next += 1;
  }

  /** The time of an error that is still kept. */
  at(number: number): number {
    return this.#ring[number & (this.#ring.length - 1)] ?? Number.NaN; // never missing, which the type cannot express
  }

  /** Whether the latest errors, this many, all occurred from that time on. */
  hasSince(earliest: number, count: number): boolean {
    return count <= Math.min(this.#next, this.#ring.length) && this.at(this.#next - count) >= earliest;
  }

  /** The number of the first kept error from that time on, not before the one given. */
  firstSince(earliest: number, from: number): number {
    let low = Math.max(from, this.#next - this.#ring.length);
    if (low >= this.#next || this.at(low) >= earliest) return low;
    // It is usually near: steps that double, then halves of the last one. Everything up to low is too old.
    let step = 1;
    while (low + step < this.#next && this.at(low + step) < earliest) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.#next);
    while (high - low > 1) {
      const middle = low + Math.floor((high - low) / 2);
      if (this.at(middle) < earliest) low = middle;
      else high = middle;
    }
    return high;
  }

  /** The times that can still be used at this time or later, oldest first. */
  since(time: number): readonly number[] {
    const first = Math.max(this.firstSince(time - this.#longestMs, 0), this.#next - this.#mostOfUse);
    return Array.from({ length: this.#next - first }, (_, index) => this.at(first + index));
  }

  #grow(): void {
    const grown = new Float64Array(2 * this.#ring.length);
    for (let number = this.#next - this.#ring.length; number < this.#next; number += 1) {
      grown[number & (grown.length - 1)] = this.at(number);
    }
    this.#ring = grown;
  }
}
