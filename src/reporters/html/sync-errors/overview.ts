import type { CorruptLines } from '../../../sync-errors/error-lines.js';
import type { SyncErrorSummary } from '../../../sync-errors/summarize-sync-errors.js';
import { momentInWords } from '../../moment-in-words.js';
import { influxInWords, noRowRead } from '../../pretty-sync-errors.js';
import { icon } from '../icons.js';
import { type Content, type Markup, markup, sentence } from '../markup.js';
import type { Standing } from '../standing.js';
import { counted, figure } from '../words.js';

/** How many errors there are and since when, what the reader has to know about these figures, and ways into the page. */
export function overview(
  summary: SyncErrorSummary & { readonly corrupt?: CorruptLines | undefined },
  left: number,
): Markup {
  const { total, first, last, topics, categories, preview } = summary;
  const standing = total > 0 ? 'error' : (summary.corrupt?.count ?? 0) > 0 ? 'inconclusive' : 'passed';
  const title = { error: counted(total, 'error row'), inconclusive: noRowRead, passed: 'No error rows' }[standing];
  return markup`<section class="verdict is-${standing}" aria-labelledby="verdict">
<h1 id="verdict">${icon(standing)}${title}</h1>
<p class="lead">${total === 0 ? 'No change is known that dual-write async could not carry over.' : 'Each stands for a change that dual-write async could not carry over from one side to the other.'}</p>
<dl class="where"><div><dt>First</dt><dd>${moment(first)}</dd></div>
<div><dt>Last</dt><dd>${moment(last)}</dd></div>
<div><dt>Concurrency failures</dt><dd>${figure(categories.concurrency)}</dd></div></dl>
<p class="notice">${icon('inconclusive')}<span>${preview}</span></p>
${influx(summary)}${corrupt(summary.corrupt)}${capped(total, left)}</section>
<nav class="summary" aria-label="Parts of this page"><ul>${[
    tile('error', 'hours', total, 'By hour'),
    tile('warning', 'topics', topics.length, 'Known problems'),
    tile('inconclusive', 'groups', summary.entities.groups.length, 'Entities'),
    tile('blocked', 'sending', summary.integrationJobs.groups.length, 'Jobs to send for'),
    tile('accepted', 'rows', total - left, 'Rows on this page'),
  ]}</ul></nav>`;
}

/** A moment, or a dash. */
export function moment(iso: string | null): Content {
  return iso === null ? '–' : markup`<time datetime="${iso}">${momentInWords(iso)}</time>`;
}

const mostInfluxes = 5;

function influx({ influxes }: SyncErrorSummary): Content {
  const [first] = influxes;
  if (first === undefined) return undefined;
  const rest = influxes.length - mostInfluxes;
  return markup`<div class="notice">${icon('warning')}<div><strong>Suspected influx of errors.</strong> ${sentence(first.summary)}
<ul class="gaps">${influxes.slice(0, mostInfluxes).map((one) => markup`<li>${sentence(influxInWords(one))}</li>`)}${rest > 0 ? markup`<li>and ${figure(rest)} more</li>` : undefined}</ul>
<ol class="steps">${first.whatToDo.map((step) => markup`<li>${sentence(step)}</li>`)}</ol></div></div>
`;
}

const mostLines = 10;

function corrupt(lines: CorruptLines | undefined): Content {
  if (lines === undefined || lines.count === 0) return undefined;
  const rest = lines.count - Math.min(lines.lines.length, mostLines);
  return markup`<div class="notice">${icon('warning')}<div><strong>${counted(lines.count, 'line')} could not be read</strong> and ${lines.count === 1 ? 'counts' : 'count'} nowhere.
<ul class="gaps">${lines.lines.slice(0, mostLines).map(({ line, because }) => markup`<li>line ${figure(line)}: ${sentence(because)}</li>`)}${rest > 0 ? markup`<li>and ${figure(rest)} more</li>` : undefined}</ul></div></div>
`;
}

function capped(total: number, left: number): Content {
  if (left === 0) return undefined;
  return markup`<p class="notice">${icon('warning')}<span><strong>${counted(left, 'row')} ${left === 1 ? 'is' : 'are'} not on this page,</strong> which holds the first ${figure(total - left)}. The picture and the groups count all of them; the list and the filter do not know them. To see them, make pages of fewer rows: <code>dual-write-health errors report</code> with <code>--from</code>, <code>--to</code>, <code>--entity</code> or <code>--company</code>.</span></p>
`;
}

function tile(standing: Standing, target: string, number: number, label: string): Markup {
  return markup`<li><a class="is-${standing}${number === 0 ? ' none' : ''}" href="#${target}"><span class="number">${figure(number)}</span> <span class="label">${label}</span></a></li>`;
}
