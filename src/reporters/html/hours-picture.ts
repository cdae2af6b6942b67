import type { HourCount } from '../../sync-errors/summarize-sync-errors.js';
import { aStepInWords, endOf, type HourSteps, hourSteps, peakOf, stepInWords } from '../hour-steps.js';
import { counted, figure, timeInText } from '../words.js';
import { type Content, type Markup, markup } from './markup.js';

/** Errors by hour, wide and narrow. */
export function hoursPicture(hours: readonly HourCount[], id: string): Markup {
  return markup`${drawing('wide', id, hourSteps(hours, 96), 960)}
${drawing('narrow', id, hourSteps(hours, 32), 328)}
`;
}

const top = 26;
const bottom = 26;
const barHeight = 130;

function drawing(name: 'wide' | 'narrow', id: string, hourSteps: HourSteps, width: number): Content {
  const { steps } = hourSteps;
  const peak = peakOf(steps);
  const first = steps[0];
  if (peak === undefined || first === undefined) return undefined;
  const height = top + barHeight + bottom;
  const wide = width / steps.length;
  const base = top + barHeight;
  const bars = steps.map(({ count }, place) => {
    if (count === 0) return undefined;
    const tall = Math.max(2, (count / peak.count) * barHeight);
    const gap = wide > 6 ? 2 : wide > 3 ? 1 : 0;
    return markup`<rect class="bar" x="${(place * wide).toFixed(1)}" y="${(base - tall).toFixed(1)}" width="${Math.min(wide - gap, 48).toFixed(1)}" height="${tall.toFixed(1)}"/>
`;
  });
  return markup`<svg class="picture hours is-error ${name}" role="img" aria-labelledby="${id}-${name}-title ${id}-${name}-desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title id="${id}-${name}-title">Error rows by ${stepInWords(hourSteps.hoursPerStep)}</title>
<desc id="${id}-${name}-desc">${inWords(hourSteps)}</desc>
<text x="0" y="14">peak ${figure(peak.count)}</text><text class="box-note" x="${width}" y="14" text-anchor="end">a bar is ${aStepInWords(hourSteps.hoursPerStep)}</text>
<path class="axis" d="M0 ${base + 0.5}h${width}"/>
${bars}<text class="box-note" x="0" y="${height - 6}">${timeInText(first.from)}</text><text class="box-note" x="${width}" y="${height - 6}" text-anchor="end">${endInWords(hourSteps, width)}</text>
</svg>`;
}

/** On a narrow picture there is room for one date only. */
function endInWords(hourSteps: HourSteps, width: number): string {
  const end = timeInText(endOf(hourSteps));
  return width < 400 ? `to ${end.slice(0, 16)}` : `to ${end}`;
}

function inWords({ steps, hoursPerStep }: HourSteps): string {
  const peak = peakOf(steps);
  const first = steps[0];
  if (peak === undefined || first === undefined) return 'No errors.';
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  return `${counted(total, 'row')} in ${counted(steps.length, 'step')} of one ${stepInWords(hoursPerStep)} from ${timeInText(first.from)}; the most, ${figure(peak.count)}, from ${timeInText(peak.from)}.`;
}
