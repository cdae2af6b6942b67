import { isAccepted, type OutcomeWith, unseenBy } from '../../engine/outcome.js';
import { factTable } from '../../facts/fact-table.js';
import type { HealthReport } from '../../report/report.js';
import type { Severity } from '../../rules/rule.js';
import { icon } from './icons.js';
import { type Content, type Markup, markup, nameOf, prose, sentence } from './markup.js';
import { missingList } from './open-questions.js';
import { aboutCheck, badge, filterable, fixes, longList, subjectOf } from './parts.js';
import { acceptanceOf, type Check, withStatus } from './standing.js';
import { counted, figure } from './words.js';

/** What was found and is not accepted, and how to fix it; empty sections say so. */
export function failures({ failOn }: HealthReport, checks: readonly Check[]): Markup {
  return markup`${section('error', 'Errors', 'Each stops synchronization or setup.', checks)}
${section('warning', 'Warnings', `Each is a risk. Warnings ${failOn === 'warning' ? 'count' : 'do not count'} in the verdict.`, checks)}`;
}

function section(severity: Severity, title: string, intro: string, checks: readonly Check[]): Markup {
  const failed = withStatus(checks, 'failed').filter(({ standing }) => standing === severity);
  const id = `${severity}s`;
  return markup`<section id="${id}" aria-labelledby="${id}-title" data-section>
<h2 id="${id}-title">${title} ${badge(failed.length)}</h2>
<p class="intro">${failed.length === 0 ? 'None.' : intro}</p>
${failed.map(failure)}</section>`;
}

function failure(check: Check<OutcomeWith<'failed'>>): Markup {
  const { outcome, number, standing } = check;
  const { title, checked, findings, remediation } = outcome;
  const unaccepted = findings.filter((finding) => !isAccepted(finding));
  return markup`<article class="card is-${standing}" id="check-${number}" aria-labelledby="check-${number}-title" ${filterable(check)}>
<h3 id="check-${number}-title">${icon(standing)}<span>${sentence(title)}</span></h3>
${aboutCheck(check, markup`<li>${figure(checked)} looked at</li>`)}
<h4>What was found ${badge(unaccepted.length)}</h4>
${longList(
  unaccepted.map(
    ({ subject, message }) =>
      markup`<li data-finding>${sentence(message)}<span class="subject">${subjectOf(subject)}</span></li>`,
  ),
  'finding',
)}
${acceptedToo(findings.length - unaccepted.length)}${incomplete(outcome)}${unseen(outcome)}
<h4>How to fix it</h4>
<p>${prose(remediation.summary)}</p>
${fixes(remediation.options)}${topics(outcome)}</article>
`;
}

function acceptedToo(number: number): Content {
  if (number === 0) return undefined;
  return markup`<p class="aside">${icon('accepted')}<span>${counted(number, 'more finding')} of this check ${number === 1 ? 'is' : 'are'} <a href="#accepted">accepted</a>.</span></p>`;
}

function incomplete(outcome: OutcomeWith<'failed'>): Content {
  if (outcome.incomplete !== true) return undefined;
  const accepted = acceptanceOf(outcome) === undefined ? undefined : markup` This is <a href="#accepted">accepted</a>.`;
  return markup`<div class="aside">${icon('inconclusive')}<div>There may be more: not all could be judged.${accepted}${missingList(outcome.missing ?? [])}</div></div>`;
}

function unseen(outcome: OutcomeWith<'failed'>): Content {
  const without = unseenBy(outcome);
  if (without.length === 0) return undefined;
  return markup`<div class="aside">${icon('inconclusive')}<div>Judged without seeing all of:<ul class="gaps">${without.map((fact) => markup`<li><strong>${factTable[fact].label}</strong></li>`)}</ul></div></div>`;
}

function topics({ topics = [] }: OutcomeWith<'failed'>): Content {
  if (topics.length === 0) return undefined;
  return markup`<p class="topics">Explains these known error messages: ${topics.map((topic, index) => markup`${index > 0 ? ', ' : ''}<code>${nameOf(topic)}</code>`)}</p>`;
}
