import { isLeftOpen, type Missing, missingOf, type OutcomeWith } from '../../engine/outcome.js';
import { factNames } from '../../facts/fact-names.js';
import { factTable } from '../../facts/fact-table.js';
import { groupsBy } from '../../facts/groups-by.js';
import type { FactName } from '../../facts/schemas.js';
import { icon } from './icons.js';
import { type Content, type Markup, markup, nameOf, sentence } from './markup.js';
import { aboutCheck, badge, filterable } from './parts.js';
import { type Check, withStatus } from './standing.js';
import { counted, reasonInWords } from './words.js';

/** What could not be told, grouped by what is missing: that is what a person can do something about. */
export function openQuestions(checks: readonly Check[]): Markup {
  const open = checks.filter(({ outcome }) => isLeftOpen(outcome));
  return markup`<section id="open" aria-labelledby="open-title" data-section>
<h2 id="open-title">Not known ${badge(open.length)}</h2>
<p class="intro">${open.length === 0 ? 'Every check that was asked for came to an answer.' : 'These checks could not be completed. Not known is not the same as healthy.'}</p>
${byFact(open)}${byBlocker(withStatus(open, 'blocked'), numbersByCode(checks))}${byFault(withStatus(open, 'errored'))}</section>`;
}

/** A check that lacks two facts stands under both. */
function byFact(open: readonly Check[]): Content {
  return factNames.map((fact) => {
    const needing = open.filter(({ outcome }) => missingOf(outcome).some((missing) => missing.fact === fact));
    if (needing.length === 0) return undefined;
    const gaps = needing.flatMap(({ outcome }) => missingOf(outcome)).filter((missing) => missing.fact === fact);
    return markup`<article class="card is-inconclusive"><h3>${icon('inconclusive')}<span>${factTable[fact].label}</span></h3>
<ul class="about"><li><code>${fact}</code></li></ul>
${gapList(gaps)}${checkList(needing, `${counted(needing.length, 'check')} ${needing.length === 1 ? 'needs' : 'need'} it`, alsoMissing(fact))}</article>
`;
  });
}

/** What is missing, and why, for a check that was judged in part. */
export function missingList(missing: readonly Missing[]): Content {
  if (missing.length === 0) return undefined;
  return markup`<ul class="gaps">${missing.map((one) => markup`<li><strong>${factTable[one.fact].label}</strong>${property(one)}: ${why(one)}</li>`)}</ul>`;
}

function gapList(gaps: readonly Missing[]): Markup {
  const different = [
    ...groupsBy(gaps, ({ property, reason, detail }) => JSON.stringify([property, reason, detail])).values(),
  ];
  return markup`<ul class="gaps">${different.map(([gap]) => markup`<li>${gap.property === undefined ? undefined : markup`<code>${nameOf(gap.property)}</code> of some rows: `}${why(gap)}</li>`)}</ul>`;
}

function property(missing: Missing): Content {
  return missing.property === undefined ? undefined : markup` (<code>${nameOf(missing.property)}</code> of some rows)`;
}

function why({ reason, detail }: Missing): Markup {
  return markup`${reasonInWords[reason]}${detail === undefined ? undefined : markup` <q>${sentence(detail)}</q>`}`;
}

function alsoMissing(fact: FactName): (check: Check) => Content {
  return ({ outcome }) => {
    const others = new Set(missingOf(outcome).flatMap((missing) => (missing.fact === fact ? [] : [missing.fact])));
    if (others.size === 0) return undefined;
    return markup`<li>needs also ${[...others].map((other, index) => markup`${index > 0 ? ', ' : ''}<code>${other}</code>`)}</li>`;
  };
}

function byBlocker(blocked: readonly Check<OutcomeWith<'blocked'>>[], numbers: ReadonlyMap<string, number>): Content {
  return [...groupsBy(blocked, ({ outcome }) => JSON.stringify(outcome.by)).values()].map((group) => {
    const { by } = group[0].outcome;
    const links = by.map((code) => {
      const number = numbers.get(code);
      const shown = markup`<code>${nameOf(code)}</code>`;
      return markup`<li>${number === undefined ? shown : markup`<a href="#check-${number}">${shown}</a>`}</li>`;
    });
    return markup`<article class="card is-blocked"><h3>${icon('blocked')}<span>Waiting for prerequisites</span></h3>
<p>Blocked until these are fixed:</p><ul class="about">${links}</ul>
${checkList(group, `${counted(group.length, 'check')} ${group.length === 1 ? 'waits' : 'wait'}`)}</article>
`;
  });
}

function byFault(errored: readonly Check<OutcomeWith<'errored'>>[]): Content {
  return [...groupsBy(errored, ({ outcome }) => outcome.because).values()].map(
    (group) => markup`<article class="card is-errored"><h3>${icon('errored')}<span>Checks that broke off</span></h3>
<p>The check itself failed, so it says nothing about the environment: <q>${sentence(group[0].outcome.because)}</q></p>
${checkList(group, counted(group.length, 'check'))}</article>
`,
  );
}

function checkList<Shown extends Check>(
  checks: readonly Shown[],
  title: string,
  more: (check: Shown) => Content = () => undefined,
): Markup {
  return markup`<h4>${title}</h4><ul class="checks">${checks.map((check) => markup`<li ${filterable(check)}>${sentence(check.outcome.title)}${partly(check)}${aboutCheck(check, markup`<li>${check.outcome.severity}</li>${more(check)}`)}</li>`)}</ul>`;
}

function partly({ outcome }: Check): Content {
  return outcome.status === 'failed' ? markup` <span class="tag">judged in part</span>` : undefined;
}

function numbersByCode(checks: readonly Check[]): ReadonlyMap<string, number> {
  // Only failures have a place of their own to lead to.
  return new Map(
    checks
      .filter(({ standing }) => standing === 'error' || standing === 'warning')
      .map(({ outcome, number }) => [outcome.code, number]),
  );
}
