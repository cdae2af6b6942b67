import { type Acceptance, isAccepted, type ReportedFinding } from '../../engine/outcome.js';
import { groupsBy } from '../../facts/groups-by.js';
import type { Governance, Policy } from '../../govern/govern.js';
import type { Suppression } from '../../govern/suppression.js';
import { icon } from './icons.js';
import { type Content, type Markup, markup, nameOf, prose, sentence } from './markup.js';
import { missingList } from './open-questions.js';
import { aboutCheck, badge, filterable, fixes, longList, subjectOf, time } from './parts.js';
import { acceptanceOf, type Check, hasAcceptance, withStatus } from './standing.js';
import { counted } from './words.js';

/** What somebody accepts for a while, why, until when and who; and what is wrong with that. */
export function accepted(governance: Governance | undefined, checks: readonly Check[]): Markup {
  const accepting = checks.filter(hasAcceptance);
  return markup`<section id="accepted" aria-labelledby="accepted-title" data-section>
<h2 id="accepted-title">Accepted ${badge(accepting.length)}</h2>
<p class="intro">${intro(governance, accepting.length)}</p>
${governanceWarnings(governance)}${fixedOfBaseline(governance)}
${accepting.map((check) => acceptedOf(check, governance))}</section>`;
}

function intro(governance: Governance | undefined, number: number): Content {
  if (number === 0 && governance === undefined) return 'Nothing is accepted.';
  const until = governance === undefined ? undefined : markup` The date that counts is ${time(governance.now)}.`;
  return markup`${number === 0 ? 'Nothing that was found is accepted.' : 'Real, but accepted for a while: it does not count in the verdict.'}${until}`;
}

/** Acceptances that have expired, or accept nothing, unless the policy is not to mind them. */
export function governanceWarnings(governance: Governance | undefined): readonly Markup[] {
  if (governance === undefined) return [];
  const { suppressions, policy } = governance;
  return [
    ...stale(suppressions.expired, policy.expired, 'Expired acceptances: what they covered counts again'),
    ...stale(suppressions.unused, policy.unused, 'Unused acceptances: there is nothing left for them to cover'),
  ];
}

function stale(suppressions: readonly Suppression[], policy: Policy, title: string): readonly Markup[] {
  if (policy === 'ignore' || suppressions.length === 0) return [];
  const standing = policy === 'fail' ? 'error' : 'warning';
  const items = suppressions.map(
    ({ rule, subject, open, ...acceptance }) =>
      markup`<li><code>${nameOf(rule)}</code> ${scope(subject, open)}${acceptanceText(acceptance)}</li>`,
  );
  return [
    markup`<article class="card is-${standing}"><h3>${icon(standing)}<span>${title}</span></h3>
<p>${policy === 'fail' ? 'This makes the environment unhealthy: renew them or take them out.' : 'Renew them or take them out.'}</p>
${longList(items, 'acceptance')}</article>
`,
  ];
}

function scope(subject: Suppression['subject'], open: Suppression['open']): Content {
  if (subject === undefined) return open === true ? 'that the check cannot tell' : undefined;
  return typeof subject === 'string'
    ? markup`for <code>${nameOf(subject)}</code>`
    : markup`for all like <code>${nameOf(subject.pattern)}</code>`;
}

function fixedOfBaseline(governance: Governance | undefined): Content {
  const { baseline } = governance ?? {};
  if (baseline === undefined) return undefined;
  const { takenAt, accepted: number, fixed } = baseline;
  const items = fixed.map((fingerprint) => markup`<li><code>${nameOf(fingerprint)}</code></li>`);
  const gone = markup`<p>${counted(fixed.length, 'finding')} in it ${fixed.length === 1 ? 'is' : 'are'} gone. Take ${fixed.length === 1 ? 'it' : 'them'} out of the baseline:</p>${longList(items, 'finding')}`;
  return markup`<article class="card is-accepted"><h3>${icon('accepted')}<span>Baseline of ${time(takenAt)}</span></h3>
<p>It accepts ${counted(number, 'finding')} here.</p>${fixed.length > 0 ? gone : undefined}</article>
`;
}

function acceptedOf(check: Check, governance: Governance | undefined): Markup {
  const { outcome, standing } = check;
  const [failed] = withStatus([check], 'failed');
  const fix =
    failed !== undefined && standing !== 'error' && standing !== 'warning'
      ? markup`<details class="words"><summary>How to fix it</summary><p>${prose(failed.outcome.remediation.summary)}</p>${fixes(failed.outcome.remediation.options)}</details>`
      : undefined;
  return markup`<article class="card is-accepted" ${filterable(check)}>
<h3>${icon('accepted')}<span>${sentence(outcome.title)}</span></h3>
${aboutCheck(check, markup`<li>${outcome.severity}</li>`)}
${failed === undefined ? undefined : groups(failed.outcome.findings.filter(isAccepted), governance)}${openAccepted(check)}${fix}</article>
`;
}

/** Findings under what accepts them: one suppression with a pattern may accept thousands. */
function groups(findings: readonly ReportedFinding[], governance: Governance | undefined): Content {
  return [...groupsBy(findings, ({ suppressed, baselined }) => JSON.stringify([suppressed, baselined])).values()].map(
    (group) => {
      const items = group.map(
        ({ subject, message }) =>
          markup`<li data-finding>${sentence(message)}<span class="subject">${subjectOf(subject)}</span></li>`,
      );
      return markup`<h4>${counted(group.length, 'finding')} accepted</h4>${whatAccepts(group[0], governance)}${longList(items, 'finding')}`;
    },
  );
}

function whatAccepts({ suppressed, baselined }: ReportedFinding, governance: Governance | undefined): Content {
  const baseline = governance?.baseline;
  return [
    suppressed === undefined ? undefined : acceptanceText(suppressed),
    baselined === true
      ? markup`<p class="acceptance">In the baseline${baseline === undefined ? undefined : markup` of ${time(baseline.takenAt)}`}: it was there before.</p>`
      : undefined,
  ];
}

function openAccepted({ outcome }: Check): Content {
  const acceptance = acceptanceOf(outcome);
  if (acceptance === undefined) return undefined;
  const what = (title: string, rest: Content) => markup`<h4>${title}</h4>${acceptanceText(acceptance)}${rest}`;
  switch (outcome.status) {
    case 'blocked':
      return what(
        'That it waits for a prerequisite is accepted',
        markup`<ul class="about">${outcome.by.map((code) => markup`<li><code>${nameOf(code)}</code></li>`)}</ul>`,
      );
    case 'errored':
      return what('That it broke off is accepted', markup`<p><q>${sentence(outcome.because)}</q></p>`);
    case 'failed':
      return what('That not all could be judged is accepted', missingList(outcome.missing ?? []));
    case 'inconclusive':
      return what('That it cannot tell is accepted', missingList(outcome.missing));
    default:
      return undefined;
  }
}

function acceptanceText({ reason, expires, owner }: Acceptance): Markup {
  return markup`<dl class="acceptance"><div><dt>Reason</dt><dd>${sentence(reason)}</dd></div><div><dt>Until</dt><dd>${time(expires)}</dd></div>${owner === undefined ? undefined : markup`<div><dt>Owner</dt><dd>${nameOf(owner)}</dd></div>`}</dl>`;
}
