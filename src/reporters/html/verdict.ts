import { isConclusive, isLeftOpen, missingOf } from '../../engine/outcome.js';
import { issueInWords } from '../../facts/issues.js';
import type { HealthReport } from '../../report/report.js';
import { whyLinkIsMissing } from '../digest.js';
import { visible } from '../escape.js';
import { proposalInWords } from '../in-words.js';
import { governanceWarnings } from './accepted.js';
import { icon } from './icons.js';
import { type Content, type Markup, markup, nameOf, sentence } from './markup.js';
import { time } from './parts.js';
import { type Check, hasAcceptance, type Standing, withStatus } from './standing.js';
import { counted, figure, healthInWords, listed } from './words.js';

const standingOfHealth = { healthy: 'passed', unhealthy: 'error', unknown: 'inconclusive' } as const;

/** The verdict, in a word and in a sentence; where and when; what to do first; where to read on. */
export function verdict(report: HealthReport, checks: readonly Check[], linkCommand: string | undefined): Markup {
  const { environment, takenAt, health, failOn } = report;
  const standing = standingOfHealth[health];
  return markup`<section class="verdict is-${standing}" aria-labelledby="verdict">
<h1 id="verdict">${icon(standing)}${healthInWords[health]}</h1>
<p class="lead">${inOneSentence(report, checks)}</p>
<dl class="where"><div><dt>Environment</dt><dd>${nameOf(environment.name)}</dd></div>
<div><dt>As it was on</dt><dd>${time(takenAt)}</dd></div>
<div><dt>What counts</dt><dd>${failOn === 'error' ? 'Errors, not warnings' : 'Errors and warnings'}</dd></div></dl>
${invalidOptions(report)}${missingLinkNotice(report, checks, linkCommand)}${prerequisitesFirst(checks)}</section>
${summary(report, checks)}`;
}

const whatItDoes = 'which keeps Dynamics 365 finance and operations apps and Dataverse in step';

/** For a reader who has never heard of dual-write. */
function inOneSentence(report: HealthReport, checks: readonly Check[]): string {
  if (report.fault !== undefined)
    return `Nobody can say whether dual-write, ${whatItDoes}, is in order here, because nothing was checked.`;
  const counting = checks.filter(({ outcome }) => report.failOn === 'warning' || outcome.severity === 'error');
  const failing = counting.filter(isFailing).length;
  const open = checks.filter(wasLeftOpen).length;
  switch (report.health) {
    case 'unhealthy': {
      const rest = open > 0 ? `, and ${figure(open)} could not be completed` : '';
      return failing > 0
        ? `Dual-write, ${whatItDoes}, needs repair here: ${counted(failing, 'check')} found something that must be fixed${rest}.`
        : `Dual-write, ${whatItDoes}, shows no new problem here, but what was accepted earlier has to be looked at again.`;
    }
    case 'unknown':
      return counting.some(hasConclusion)
        ? `Nobody can say yet whether dual-write, ${whatItDoes}, is in order here: ${figure(open)} of ${counted(checks.filter(wasAsked).length, 'check')} could not be completed.`
        : `Nobody can say whether dual-write, ${whatItDoes}, is in order here, because no check could be completed.`;
    case 'healthy': {
      const but = reservations(checks);
      return `Dual-write, ${whatItDoes}, is in order here: nothing was found that must be fixed${but === '' ? '' : `, though ${but}`}.`;
    }
  }
}

/** What a reader of good news should know all the same. */
function reservations(checks: readonly Check[]): string {
  const warnings = checks.filter(isFailing).length;
  const open = checks.filter(wasLeftOpen).length;
  const accepted = checks.filter(hasAcceptance).length;
  const inPart = withStatus(checks, 'passed').filter(({ outcome }) => outcome.without !== undefined).length;
  return listed([
    ...(warnings > 0 ? [`${counted(warnings, 'check')} ${warnings === 1 ? 'warns' : 'warn'} of a risk`] : []),
    ...(open > 0 ? [`${counted(open, 'check')} could not be completed`] : []),
    ...(accepted > 0 ? [`something is accepted in ${counted(accepted, 'check')}`] : []),
    ...(inPart > 0 ? [`${counted(inPart, 'check')} passed without seeing everything`] : []),
  ]);
}

/** The report without a link says so in its first lines, because it says so little else. */
function missingLinkNotice(report: HealthReport, checks: readonly Check[], command: string | undefined): Content {
  if (whyLinkIsMissing(report) === undefined) return undefined;
  const waiting = checks.filter(({ outcome }) => missingOf(outcome).some(({ fact }) => fact === 'link')).length;
  const many = waiting > 0 ? markup` ${counted(waiting, 'check')} here could not be completed without it.` : undefined;
  const completion =
    command === undefined
      ? undefined
      : markup` To complete the link, ${proposalInWords}: <code>${visible(command)}</code>`;
  return markup`<p class="notice">${icon('inconclusive')}<span><strong>It is not known which environments are linked, and for which companies.</strong>${many} The Dual-write page shows it: supply it with <code>--legal-entities USMF,DEMF</code>, with <code>--with facts.json</code> (<code>dual-write-health init</code> writes a template), or with a capture of the page (<code>--gateway FILE</code>).${completion}</span></p>`;
}

function invalidOptions({ fault }: HealthReport): Content {
  if (fault === undefined) return undefined;
  const issues = fault.issues.map((issue) => markup`<li>${sentence(issueInWords(issue))}</li>`);
  return markup`<div class="notice">${icon('errored')}<div><strong>The options of the check are not valid.</strong><ul class="gaps">${issues}</ul></div></div>`;
}

function prerequisitesFirst(checks: readonly Check[]): Content {
  const waiting = withStatus(checks, 'blocked').length;
  if (waiting === 0) return undefined;
  return markup`<p class="notice">${icon('blocked')}<span><strong>Begin with the prerequisites.</strong> ${counted(waiting, 'check')} ${waiting === 1 ? 'waits' : 'wait'} until they are fixed.</span></p>`;
}

/** Ways into the page, each with its number. */
function summary({ governance }: HealthReport, checks: readonly Check[]): Markup {
  const review = governanceWarnings(governance).length;
  const count = (is: (check: Check) => boolean) => checks.filter(is).length;
  const tiles = [
    tile(
      'error',
      'errors',
      count(({ standing }) => standing === 'error'),
      'Errors',
    ),
    tile(
      'warning',
      'warnings',
      count(({ standing }) => standing === 'warning'),
      'Warnings',
    ),
    tile('inconclusive', 'open', count(wasLeftOpen), 'Not known'),
    tile('accepted', 'accepted', count(hasAcceptance), 'Accepted', review),
    tile(
      'passed',
      'settled',
      count(({ standing }) => standing === 'passed'),
      'Passed',
    ),
  ];
  return markup`<nav class="summary" aria-label="Parts of this report"><ul>${tiles}</ul></nav>`;
}

function tile(standing: Standing, target: string, number: number, label: string, review = 0): Markup {
  const more = review > 0 ? markup` <span class="review">${review} to review</span>` : undefined;
  return markup`<li><a class="is-${standing}${number + review === 0 ? ' none' : ''}" href="#${target}"><span class="number">${icon(standing)}${figure(number)}</span> <span class="label">${label}</span>${more}</a></li>`;
}

function isFailing({ standing }: Check): boolean {
  return standing === 'error' || standing === 'warning';
}

function wasAsked({ outcome }: Check): boolean {
  return outcome.status !== 'skipped';
}

function hasConclusion({ outcome }: Check): boolean {
  return isConclusive(outcome);
}

function wasLeftOpen({ outcome }: Check): boolean {
  return isLeftOpen(outcome);
}
