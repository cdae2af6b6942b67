import { processorTime, processorTimeSince } from '../test/support/processor-time.js';

/** The middle of figures that runs gave, and between what they lie. */
export interface Spread {
  readonly median: number;
  /** Half of the figures lie between these two: a single run that something else disturbed does not move them. */
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly lowest: number;
  readonly highest: number;
}

/** The spread of figures of which there is at least one. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), lowerQuartile: at(0.25), upperQuartile: at(0.75), lowest: at(0), highest: at(1) };
}

/** How many times the second figure the first one is, pair by pair: what else the machine does falls on both of a pair. */
export function spreadOfRatios(pairs: readonly (readonly [number, number])[]): Spread {
  return spreadOf(pairs.map(([one, other]) => one / other));
}

/** What a spread says of a limit: where the quartiles are on both sides of it, another run may say the opposite. */
export function verdictOf(
  { median, lowerQuartile, upperQuartile }: Spread,
  isWithin: (figure: number) => boolean,
): 'met' | 'met, within noise' | 'missed' | 'missed, within noise' {
  const verdict = isWithin(median) ? 'met' : 'missed';
  return isWithin(lowerQuartile) === isWithin(upperQuartile) ? verdict : `${verdict}, within noise`;
}

/** Runs two works in turn, after some turns that do not count. Milliseconds of processor time of this process. */
export function inTurns(
  turns: number,
  one: () => unknown,
  other: () => unknown,
): readonly (readonly [number, number])[] {
  const pairs = Array.from({ length: turns + warmUp }, () => [processorTime(one), processorTime(other)] as const);
  return pairs.slice(warmUp);
}

/** The same for works that are not done when they return. */
export async function inTurnsAwaited(
  turns: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<readonly (readonly [number, number])[]> {
  const pairs: (readonly [number, number])[] = [];
  for (let turn = 0; turn < turns + warmUp; turn += 1) pairs.push([await timedAwaited(one), await timedAwaited(other)]);
  return pairs.slice(warmUp);
}

const warmUp = 3;

async function timedAwaited(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  return processorTimeSince(start);
}
