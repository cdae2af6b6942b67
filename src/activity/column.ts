/** Numbers in the order in which they were added. Lists of millions of them cost the garbage collector nothing. */
export class Column {
  /** So few that they stay on the heap of the engine: there may be a hundred thousand columns. */
  #values = new Float64Array(8);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** `NaN` where there is none. */
  at(position: number): number {
    return position < this.#length ? (this.#values[position] ?? Number.NaN) : Number.NaN;
  }

  /** Those at these positions, in their order. */
  pick(positions: Uint32Array): Float64Array {
    const picked = new Float64Array(positions.length);
    for (let index = 0; index < positions.length; index += 1) picked[index] = this.at(positions[index] ?? -1);
    return picked;
  }
}
