import type { HourCount } from '../sync-errors/summarize-sync-errors.js';

/** Errors over time in steps of one length, also those without any. */
export interface HourSteps {
  readonly hoursPerStep: number;
  readonly steps: readonly HourStep[];
}

/** How many errors there were within one step. */
interface HourStep {
  /** When it begins, ISO 8601 in UTC. */
  readonly from: string;
  readonly count: number;
}

const hourLength = 60 * 60 * 1000;
/** Steps that a person can name: hours, days, weeks, four weeks. */
const niceSteps = [1, 2, 3, 6, 12, 24, 48, 168, 336, 672];

/** Hours in at most so many steps (but two or more), from the first hour with errors to the last. */
export function hourSteps(hours: readonly HourCount[], most: number): HourSteps {
  const counts = hours
    .map(({ hour, count }) => ({ hour: Date.parse(hour) / hourLength, count }))
    .sort((a, b) => a.hour - b.hour); // of a file that was edited, in any order
  const first = counts[0]?.hour;
  const last = counts.at(-1)?.hour;
  if (first === undefined || last === undefined) return { hoursPerStep: 1, steps: [] };
  const length = (step: number) => Math.floor(last / step) - Math.floor(first / step) + 1;
  const atMost = Math.max(most, 2); // no step holds both sides of 1970
  let hoursPerStep = niceSteps.find((step) => length(step) <= atMost) ?? 672;
  while (length(hoursPerStep) > atMost) hoursPerStep *= 2;
  const start = Math.floor(first / hoursPerStep);
  const sums = new Array<number>(length(hoursPerStep)).fill(0);
  for (const { hour, count } of counts) {
    const place = Math.floor(hour / hoursPerStep) - start;
    sums[place] = (sums[place] ?? 0) + count;
  }
  const fromOf = (place: number) => new Date((start + place) * hoursPerStep * hourLength).toISOString();
  return { hoursPerStep, steps: sums.map((count, place) => ({ from: fromOf(place), count })) };
}

/** The step with the most errors, the earliest of them; `undefined` where there are none. */
export function peakOf(steps: readonly HourStep[]): HourStep | undefined {
  return steps.reduce<HourStep | undefined>(
    (peak, step) => (peak === undefined || step.count > peak.count ? step : peak),
    undefined,
  );
}

/** When the last step ends, ISO 8601 in UTC; an empty text where there are none. */
export function endOf({ hoursPerStep, steps }: HourSteps): string {
  const last = steps.at(-1);
  return last === undefined ? '' : new Date(Date.parse(last.from) + hoursPerStep * hourLength).toISOString();
}

/** `an hour`, `2 hours`, `a day` */
export function aStepInWords(hours: number): string {
  const step = stepInWords(hours);
  if (/^\d/.test(step)) return step;
  return step === 'hour' ? 'an hour' : `a ${step}`;
}

/** `hour`, `2 hours`, `day`, `week`, `4 weeks` */
export function stepInWords(hours: number): string {
  const [size, noun] =
    hours % 168 === 0 ? [hours / 168, 'week'] : hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour'];
  return size === 1 ? noun : `${size} ${noun}s`;
}
