import type { MapState } from '../activity/index.js';
import { isoOf } from '../facts/instant.js';
import { stateInWords } from './activity-in-words.js';
import { type ActivityTimeline, cellAt, cellsOf, lanesOf, type Span } from './activity-timeline.js';
import { timeInText } from './words.js';

const labelWidth = 14;
const narrowest = 20;
const widest = 120;

/** One lane for each state that occurs, the errors of the log, and the two ends of the time; nothing in it is from outside. */
export function textTimeline(timeline: ActivityTimeline, width: number): readonly string[] {
  const cells = Math.max(narrowest, Math.min(widest, width) - labelWidth - 2);
  const lane = (label: string, drawn: string) => `${label.padEnd(labelWidth)}${drawn}`.trimEnd();
  const marks = timeline.errors.map((at) => ({ cell: cellAt(at, timeline, cells), mark: '!' }));
  return [
    ...lanesOf(timeline).map((state) => lane(stateInWords[state], stripOf(timeline, state, cells))),
    ...(marks.length === 0 ? [] : [lane('Errors', drawnAt(marks, cells))]),
    ...ends(timeline, cells).map((line) => lane('', line)),
  ];
}

function stripOf(timeline: ActivityTimeline, state: MapState, cells: number): string {
  let strip = '';
  for (const { first, last } of cellsOf(timeline, state, cells)) {
    strip = strip.padEnd(first) + '█'.repeat(last - first + 1);
  }
  return strip;
}

function drawnAt(marks: readonly { readonly cell: number; readonly mark: string }[], cells: number): string {
  const drawn = Array.from({ length: cells }, () => ' ');
  for (const { cell, mark } of marks) drawn[cell] = mark;
  return drawn.join('');
}

/** Where there is no room for both on one line, they are on two. */
function ends({ start, end }: ActivityTimeline, cells: number): readonly string[] {
  const [first, last] = [timeInText(isoOf(start)), timeInText(isoOf(end))];
  const room = cells - first.length - last.length;
  return room >= 2 ? [`${first}${' '.repeat(room)}${last}`] : [first, last.padStart(Math.max(cells, last.length))];
}

/** For one line: what asks for attention covers what does not. */
const marksByState: readonly (readonly [MapState, string])[] = [
  ['running', '█'],
  ['not-running', '·'],
  ['stopped', '·'],
  ['resuming', '▓'],
  ['initializing', '░'],
  ['paused', '='],
];

export const stripLegend = '█ running, = paused, ░ initializing, ▓ resuming, · not running or stopped';

/** All states on one line. */
export function textStrip(timeline: ActivityTimeline, span: Span, cells: number): string {
  const drawn = Array.from({ length: cells }, () => ' ');
  for (const [state, mark] of marksByState) {
    for (const { first, last } of cellsOf({ ...timeline, ...span }, state, cells)) drawn.fill(mark, first, last + 1);
  }
  return drawn.join('');
}
