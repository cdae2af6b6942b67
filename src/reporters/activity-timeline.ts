import type { MapState, ReplayedMap } from '../activity/index.js';
import { instantOf } from '../facts/instant.js';

/**
 * A time in one state, in milliseconds.
 * @public
 */
export interface Stretch {
  readonly state: MapState;
  readonly from: number;
  readonly to: number;
}

/**
 * From when to when, in milliseconds.
 * @public
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What a picture of one map shows; all times in milliseconds.
 * @public
 */
export interface ActivityTimeline extends Span {
  readonly stretches: readonly Stretch[];
  /** When the log shows errors. */
  readonly errors: readonly number[];
}

/** From top to bottom: the better a state, the higher. */
const laneOrder: readonly MapState[] = ['running', 'resuming', 'paused', 'initializing', 'stopped', 'not-running'];

/** The picture of a map, from its first event to the moment that it was judged against. */
export function timelineOf(
  { log, segments }: Pick<ReplayedMap, 'log' | 'segments'>,
  judgedAt: string | null,
): ActivityTimeline {
  const [start, last, errors] = timesOf(log);
  const end = Math.max(last, judgedAt === null ? Number.NEGATIVE_INFINITY : instantOf(judgedAt));
  const stretches = Array.from(segments, ({ state, from, to }) => ({
    state,
    from: from === null ? start : instantOf(from),
    to: to === null ? end : instantOf(to),
  }));
  return { start, end, stretches, errors };
}

/** When the log begins, when it ends, and when it shows errors. */
function timesOf(log: ReplayedMap['log']): readonly [start: number, end: number, errors: readonly number[]] {
  let [start, end] = [Number.NaN, Number.NaN];
  const errors: number[] = [];
  for (const { type, at } of log) {
    end = instantOf(at);
    if (Number.isNaN(start)) start = end;
    if (type === 'error') errors.push(end);
  }
  return [start, end, errors];
}

/** The states that occur, in the order of {@link laneOrder}. */
export function lanesOf({ stretches }: ActivityTimeline): readonly MapState[] {
  const occurring = new Set(stretches.map(({ state }) => state));
  return laneOrder.filter((state) => occurring.has(state));
}

/** Cells of a drawing, from the first to the last one, both counted. */
interface CellRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Which of so many cells a state covers, as ranges that do not touch. However short a stretch is, it covers a cell; so a drawing
 * never has more than half as many ranges as cells.
 */
export function cellsOf(
  { start, end, stretches }: Omit<ActivityTimeline, 'errors'>,
  state: MapState,
  cells: number,
): readonly CellRange[] {
  const ranges: { first: number; last: number }[] = [];
  for (const { from, to } of stretches.filter((stretch) => stretch.state === state)) {
    const first = cellAt(from, { start, end }, cells);
    // A stretch that ends where a cell begins does not reach into it.
    const last = Math.max(first, Math.min(cells - 1, Math.ceil(placeOf(to, { start, end }) * cells) - 1));
    const previous = ranges.at(-1);
    if (previous !== undefined && first <= previous.last + 1) previous.last = Math.max(previous.last, last);
    else ranges.push({ first, last });
  }
  return ranges;
}

/** The cell that a moment is in. */
export function cellAt(instant: number, span: Span, cells: number): number {
  return Math.max(0, Math.min(cells - 1, Math.floor(placeOf(instant, span) * cells)));
}

/** Where a moment is, from 0 to 1. */
function placeOf(instant: number, { start, end }: Span): number {
  return end > start ? (instant - start) / (end - start) : 0;
}
