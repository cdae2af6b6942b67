import type { Issue } from '../fault.js';

/** The records of a file that could not be read: how many, and what is wrong with the first ones. */
export class UnreadRecords {
  #count = 0;
  readonly #first: string[] = [];

  /** @param index - its position among the records, from 0 */
  add(index: number, { path, message }: Issue): void {
    this.#count += 1;
    if (this.#first.length < mostNamed)
      this.#first.push(`record ${index + 1}: ${path === '' ? '' : `${path}: `}${message}`);
  }

  lacks(): readonly string[] {
    const more = this.#count - this.#first.length;
    return more > 0 ? [...this.#first, `${more} more records could not be read`] : this.#first;
  }
}

const mostNamed = 5;
