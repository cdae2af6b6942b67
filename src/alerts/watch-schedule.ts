import type { AlertWatch, Breach } from './alert-watch.js';
import type { ErrorTimes } from './error-times.js';

/**
 * When settings must look at their windows again. Two binary trees whose leaves are the settings, and in which each other node
 * has the smaller one of the two below it: the first setting that is due is found without the others.
 */
export class WatchSchedule {
  readonly #watches: readonly AlertWatch[];
  readonly #leaves: number;
  /** From this number of errors on, a setting is due. */
  readonly #dueFrom: Float64Array;
  /** After this time, a setting is due. */
  readonly #dueAfter: Float64Array;
  /** All errors that concern at least one of the settings. */
  #errors = 0;

  constructor(watches: readonly AlertWatch[]) {
    this.#watches = watches;
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(watches.length, 1)));
    this.#dueFrom = new Float64Array(2 * this.#leaves).fill(Number.POSITIVE_INFINITY);
    this.#dueAfter = this.#dueFrom.slice();
    for (let place = 0; place < watches.length; place += 1) this.#postpone(place, 0, Number.POSITIVE_INFINITY);
  }

  /** After an error at that time, already in its times, makes the settings that are due look, in their order. */
  run(at: number, times: ErrorTimes, breaches: Breach[]): void {
    this.#errors += 1;
    while (this.#isDue(1, at)) {
      let node = 1;
      while (node < this.#leaves) {
        node *= 2;
        if (!this.#isDue(node, at)) node += 1;
      }
      const place = node - this.#leaves;
      const watch = this.#watches[place];
      if (watch === undefined) return; // never: leaves without a setting are never due
      watch.look(at, times, breaches);
      this.#postpone(place, this.#errors + watch.quietErrors, watch.quietUntil);
    }
  }

  #isDue(node: number, at: number): boolean {
    return this.#errors >= (this.#dueFrom[node] ?? 0) || at > (this.#dueAfter[node] ?? 0);
  }

  #postpone(place: number, dueFrom: number, dueAfter: number): void {
    setLeaf(this.#dueFrom, this.#leaves + place, dueFrom);
    setLeaf(this.#dueAfter, this.#leaves + place, dueAfter);
  }
}

function setLeaf(tree: Float64Array, leaf: number, value: number): void {
  let smallest = value;
  for (let node = leaf; tree[node] !== smallest; node >>= 1) {
    tree[node] = smallest;
    if (node === 1) return;
    smallest = Math.min(smallest, tree[node ^ 1] ?? smallest);
  }
}
