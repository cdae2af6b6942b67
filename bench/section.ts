import { type Spread, spreadOf, verdictOf } from './spread.js';

/** A part of the benchmarks that can be run alone: its figures with their goals, and what to know about them, in Markdown. */
export interface Section {
  readonly goals: readonly Goal[];
  readonly text?: string;
}

export interface Goal {
  readonly name: string;
  readonly ratio: Spread;
  readonly goal: string;
  readonly verdict: ReturnType<typeof verdictOf>;
}

/** Where a section finds what it needs. */
export interface Place {
  /** The repository, with `dist` built. */
  readonly root: string;
  /** The built command line. */
  readonly cli: string;
  /** For files; it is removed in the end. */
  readonly folder: string;
}

export function atMost(name: string, measured: number | Spread, limit: number): Goal {
  const ratio = asSpread(measured);
  return { name, ratio, goal: `at most ${limit}`, verdict: verdictOf(ratio, (figure) => figure <= limit) };
}

export function atLeast(name: string, measured: number | Spread, limit: number): Goal {
  const ratio = asSpread(measured);
  return { name, ratio, goal: `at least ${limit}`, verdict: verdictOf(ratio, (figure) => figure >= limit) };
}

/** A row of the table of goals. */
export function goalRow({ name, ratio, goal, verdict }: Goal): string {
  return `| ${name} | ${ratio.median.toFixed(2)} | ${inWords(ratio)} | ${goal} | ${verdict.replace('missed', '**missed**')} |`;
}

/** `1.2 to 1.4`, or nothing where only one figure is known. */
export function inWords({ lowest, lowerQuartile, upperQuartile, highest }: Spread): string {
  return lowest === highest ? '' : `${lowerQuartile.toFixed(2)} to ${upperQuartile.toFixed(2)}`;
}

function asSpread(measured: number | Spread): Spread {
  return typeof measured === 'number' ? spreadOf([measured]) : measured;
}
