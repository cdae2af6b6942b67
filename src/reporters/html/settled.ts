import type { OutcomeWith } from '../../engine/outcome.js';
import { factNames } from '../../facts/fact-names.js';
import { factTable } from '../../facts/fact-table.js';
import type { HealthReport } from '../../report/report.js';
import { icon } from './icons.js';
import { type Content, type Markup, markup, sentence } from './markup.js';
import { aboutCheck, filterable } from './parts.js';
import { type Check, type Standing, withStatus } from './standing.js';
import { counted, figure, reasonInWords, skippedInWords } from './words.js';

/** Checks with nothing left to do, and the facts that everything rests on: closed, because few will read them. */
export function settled(report: HealthReport, checks: readonly Check[]): Markup {
  const passed = withStatus(checks, 'passed').map((check) =>
    row(check, [figure(check.outcome.checked), inPart(check)]),
  );
  const idle = withStatus(checks, 'not-applicable').map((check) => row(check, sentence(check.outcome.because)));
  const skipped = withStatus(checks, 'skipped').map((check) => row(check, skippedInWords[check.outcome.because]));
  return markup`<section id="settled" aria-labelledby="settled-title" data-section>
<h2 id="settled-title">Nothing to do</h2>
${passed.length + idle.length + skipped.length === 0 ? markup`<p class="intro">No check passed or was set aside.</p>` : undefined}
${unseen(checks)}${table('passed', `${counted(passed.length, 'check')} passed`, 'Looked at', passed)}
${table('not-applicable', `${counted(idle.length, 'check')} ${idle.length === 1 ? 'does' : 'do'} not apply`, 'Why', idle)}
${table('skipped', `${counted(skipped.length, 'check')} ${skipped.length === 1 ? 'was' : 'were'} skipped`, 'Why', skipped)}
</section>
${facts(report)}`;
}

/** What passed checks rest on less than they could: one line for each fact, however many checks would have looked at it. */
function unseen(checks: readonly Check[]): Content {
  const passed = withStatus(checks, 'passed');
  const items = factNames.flatMap((fact) => {
    const without = passed.filter(({ outcome }) => outcome.without?.includes(fact)).length;
    return without === 0
      ? []
      : [
          markup`<li><strong>${factTable[fact].label}</strong> (<code>${fact}</code>): ${counted(without, 'check')}</li>`,
        ];
  });
  if (items.length === 0) return undefined;
  return markup`<div class="aside">${icon('inconclusive')}<div>Some checks passed on what was seen, without seeing all of:<ul class="gaps">${items}</ul></div></div>`;
}

function inPart({ outcome }: Check<OutcomeWith<'passed'>>): Content {
  return outcome.without === undefined ? undefined : markup` <span class="tag">seen in part</span>`;
}

function row(check: Check, cell: Content): Markup {
  return markup`<tr ${filterable(check)}><th scope="row">${sentence(check.outcome.title)}${aboutCheck(check, markup`<li>${check.outcome.severity}</li>`)}</th><td>${cell}</td></tr>
`;
}

function table(standing: Standing, title: string, heading: string, rows: readonly Markup[]): Content {
  if (rows.length === 0) return undefined;
  return markup`<details class="rest" data-list><summary>${icon(standing)}${title}</summary>
<table${standing === 'passed' ? markup` class="figures"` : undefined}><caption>${title}</caption><thead><tr><th scope="col">Check</th><th scope="col">${heading}</th></tr></thead>
<tbody>${rows}</tbody></table></details>`;
}

function facts(report: HealthReport): Markup {
  const told = factNames.flatMap((name) => {
    const fact = report.facts[name];
    return fact === undefined ? [] : [{ name, fact }];
  });
  const rows = told.map(({ name, fact }) => {
    const why = fact.detail === undefined ? undefined : markup` <q>${sentence(fact.detail)}</q>`;
    const state =
      fact.status === 'unknown'
        ? markup`${icon('inconclusive')} ${reasonInWords[fact.reason]}${why}`
        : fact.coverage === 'partial'
          ? markup`${icon('warning')} ${reasonInWords.partial}${why}`
          : markup`${icon('passed')} Known`;
    return markup`<tr><th scope="row">${factTable[name].label} <code>${name}</code></th><td>${state}</td></tr>
`;
  });
  const known = told.filter(({ fact }) => fact.status === 'known').length;
  return markup`<section id="facts" aria-labelledby="facts-title" data-section>
<h2 id="facts-title">What this rests on</h2>
<details class="rest"><summary>${known} of ${told.length} facts are known</summary>
<table><caption>What was read of the environment</caption><thead><tr><th scope="col">Fact</th><th scope="col">Is it known?</th></tr></thead>
<tbody>${rows}</tbody></table></details></section>`;
}
