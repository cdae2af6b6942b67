import type { SyncErrorSummary } from '../../../sync-errors/summarize-sync-errors.js';
import { type HourSteps, hourSteps, peakOf, stepInWords } from '../../hour-steps.js';
import { momentInWords } from '../../moment-in-words.js';
import { type Content, type Markup, markup } from '../markup.js';
import { counted, figure } from '../words.js';

/** Errors by hour as a picture, wide and narrow, and the same as a table. */
export function byHour({ hours, inOtherHours }: SyncErrorSummary): Markup {
  const wide = hourSteps(hours, 96);
  const narrow = hourSteps(hours, 32);
  return markup`<section id="hours" aria-labelledby="hours-title">
<h2 id="hours-title">By hour</h2>
${
  wide.steps.length === 0
    ? markup`<p class="intro">There is no error to draw.</p>`
    : markup`<p class="intro">When the error rows were written. A bar is ${aStep(wide)} on a wide screen and ${aStep(narrow)} on a narrow one.</p>
${drawing('wide', wide, 960)}
${drawing('narrow', narrow, 328)}
<details class="words"><summary>The picture in words</summary>
${inTable(wide)}</details>`
}${inOtherHours === 0 ? undefined : markup`<p class="intro">${counted(inOtherHours, 'row')} of more hours ${inOtherHours === 1 ? 'is' : 'are'} not in the picture.</p>`}</section>`;
}

const top = 26;
const bottom = 26;
const barHeight = 130;

function drawing(name: string, hourSteps: HourSteps, width: number): Content {
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
  return markup`<svg class="picture hours is-error ${name}" role="img" aria-labelledby="${name}-title ${name}-desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title id="${name}-title">Error rows by ${stepInWords(hourSteps.hoursPerStep)}</title>
<desc id="${name}-desc">${inWords(hourSteps)}</desc>
<text x="0" y="14">peak ${figure(peak.count)}</text><text class="box-note" x="${width}" y="14" text-anchor="end">a bar is ${aStep(hourSteps)}</text>
<path class="axis" d="M0 ${base + 0.5}h${width}"/>
${bars}<text class="box-note" x="0" y="${height - 6}">${momentInWords(first.from)}</text><text class="box-note" x="${width}" y="${height - 6}" text-anchor="end">${endOf(hourSteps, width)}</text>
</svg>`;
}

/** On a narrow picture there is room for one date only. */
function endOf({ steps, hoursPerStep }: HourSteps, width: number): string {
  const last = steps.at(-1);
  if (last === undefined) return '';
  const end = momentInWords(new Date(Date.parse(last.from) + hoursPerStep * 3_600_000).toISOString());
  return width < 400 ? `to ${end.slice(0, 16)}` : `to ${end}`;
}

function inWords({ steps, hoursPerStep }: HourSteps): string {
  const peak = peakOf(steps);
  const first = steps[0];
  const last = steps.at(-1);
  if (peak === undefined || first === undefined || last === undefined) return 'No errors.';
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  return `${counted(total, 'row')} in ${counted(steps.length, 'step')} of one ${stepInWords(hoursPerStep)} from ${momentInWords(first.from)}; the most, ${figure(peak.count)}, from ${momentInWords(peak.from)}.`;
}

function inTable({ steps, hoursPerStep }: HourSteps): Markup {
  return markup`<table class="counts"><caption>Error rows by ${stepInWords(hoursPerStep)}; steps without any are left out</caption>
<thead><tr><th scope="col">From</th><th scope="col"><span>Rows</span></th></tr></thead>
<tbody>${steps
    .filter(({ count }) => count > 0)
    .map(
      ({
        from,
        count,
      }) => markup`<tr><th scope="row"><time datetime="${from}">${momentInWords(from)}</time></th><td>${figure(count)}</td></tr>
`,
    )}</tbody></table>`;
}

function aStep({ hoursPerStep }: HourSteps): string {
  const step = stepInWords(hoursPerStep);
  if (/^\d/.test(step)) return step;
  return step === 'hour' ? 'an hour' : `a ${step}`;
}
