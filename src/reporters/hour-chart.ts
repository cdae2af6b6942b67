import type { HourCount } from '../sync-errors/summarize-sync-errors.js';
import { aStepInWords, endOf, hourSteps, peakOf, stepInWords } from './hour-steps.js';
import { figure, timeInText } from './words.js';

/** How many lines the columns are high. */
const height = 6;
const blocks = ['', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const narrowest = 20;
const widest = 200;

/**
 * Errors by hour as columns of blocks, with the peak and both ends of the time named: lines that are no wider than `width`
 * characters. Hours that do not fit are added up.
 */
export function hourChart(hours: readonly HourCount[], width: number): readonly string[] {
  const room = Math.min(Math.max(Math.floor(width) || 0, narrowest), widest);
  const total = figure(hours.reduce((sum, { count }) => sum + count, 0));
  const shown = hourSteps(hours, room - total.length - 2);
  const { hoursPerStep, steps } = shown;
  const peak = peakOf(steps);
  if (peak === undefined) return [];
  const label = figure(peak.count).length;
  // Whatever is not nothing is seen: at least an eighth of a line.
  const eighths = steps.map(({ count }) =>
    count === 0 ? 0 : Math.max(1, Math.round((count / peak.count) * height * 8)),
  );
  const columns = Array.from({ length: height }, (_, line) => {
    const below = (height - 1 - line) * 8;
    const cells = eighths.map((filled) => blocks[Math.min(Math.max(filled - below, 0), 8)] || ' ');
    return `${(line === 0 ? figure(peak.count) : '').padStart(label)} │${cells.join('')}`.trimEnd();
  });
  return [
    ...columns,
    `${'0'.padStart(label)} └${'─'.repeat(steps.length)}`,
    `from ${timeInText(steps[0]?.from ?? peak.from)}`,
    `to   ${timeInText(endOf(shown))}; a column is ${aStepInWords(hoursPerStep)}`,
    `peak ${figure(peak.count)} in the ${stepInWords(hoursPerStep)} from ${timeInText(peak.from)}`,
  ];
}
