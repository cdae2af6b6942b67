/** The middle of figures that runs gave, and between what they lie. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** The spread of figures of which there is at least one. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), lowest: at(0), highest: at(sorted.length - 1) };
}

/** How many times the second figure the first one is, pair by pair: what else the machine does falls on both of a pair. */
export function spreadOfRatios(pairs: readonly (readonly [number, number])[]): Spread {
  return spreadOf(pairs.map(([one, other]) => one / other));
}

/** Runs two works in turn, after some turns that do not count. Milliseconds of processor time of this process. */
export function inTurns(
  turns: number,
  one: () => unknown,
  other: () => unknown,
): readonly (readonly [number, number])[] {
  const pairs = Array.from({ length: turns + 3 }, () => [timed(one), timed(other)] as const);
  return pairs.slice(3);
}

function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
