import {
  type Acceptance,
  type Missing,
  type OpenOutcome,
  type Outcome,
  type ReportedFinding,
  unseenBy,
} from '../engine/outcome.js';
import type { FactName } from '../facts/schemas.js';
import type { Health } from '../govern/health.js';
import type { HealthReport } from '../report/report.js';
import type { Remediation, RemediationOption } from '../rules/remediation/remediation.js';
import type { Origin } from '../rules/rule.js';
import type { Mark } from './document.js';
import { startOf } from './escape.js';
import { performerInWords } from './performer-in-words.js';
import { counted, figure, firstOf } from './words.js';

/*
 * The words that reporters have in common. Long texts are cut, but nothing here is escaped: each reporter does that for its
 * format.
 */

/** `DWDVEV1007 Default owning team missing` */
export function ruleInWords({ code, title }: Pick<Outcome, 'code' | 'title'>): string {
  return `${startOf(code)} ${startOf(title)}`;
}

/** Why something is not known. */
export function whyOpen(outcome: OpenOutcome): string {
  switch (outcome.status) {
    case 'inconclusive':
      return missingInWords(outcome.missing);
    case 'failed':
      return `not everything could be judged: ${missingInWords(outcome.missing ?? [])}`;
    case 'blocked':
      return `blocked until ${firstOf(outcome.by, startOf)} ${outcome.by.length === 1 ? 'is' : 'are'} fixed`;
    case 'errored':
      return `the rule itself failed: ${startOf(outcome.because, 400)}`;
  }
}

function missingInWords(missing: readonly Missing[]): string {
  const inWords = ({ fact, property, reason, detail }: Missing) => {
    const why = detail === undefined ? '' : `: ${startOf(detail)}`;
    if (reason === 'partial') return `only a part of ${fact} was seen${why}`;
    const what = property === undefined ? fact : `${fact}.${startOf(property)}`;
    return `${what} is not known (${reason}${why})`;
  };
  return firstOf(missing, inWords, { separator: '; ' });
}

/** A fact that was not known, or in part only, and the rules that reached an answer without it. */
export interface Unseen {
  readonly fact: FactName;
  readonly reason: Missing['reason'];
  readonly passed: readonly Outcome[];
  readonly failed: readonly Outcome[];
}

/** `3 rules passed and 1 failed without seeing teams (not-permitted): …` */
export function unseenInWords({ fact, reason, passed, failed }: Unseen): string {
  const codes = firstOf([...passed, ...failed], ({ code }) => startOf(code));
  const answers = [
    ...(passed.length > 0 ? [`${counted(passed.length, 'rule')} passed`] : []),
    ...(failed.length > 0 ? [`${passed.length > 0 ? failed.length : counted(failed.length, 'rule')} failed`] : []),
  ];
  return `${answers.join(' and ')} without seeing ${reason === 'partial' ? `all of ${fact}` : `${fact} (${reason})`}: ${codes}`;
}

/** `without seeing all of teams, companies` */
export function withoutInWords(outcome: Outcome): string | undefined {
  const facts = unseenBy(outcome);
  return facts.length === 0 ? undefined : `without seeing all of ${facts.join(', ')}`;
}

/** Who accepts it, until when and why. */
export function acceptanceInWords({ reason, expires, owner }: Acceptance): string {
  const by = owner === undefined ? '' : ` by ${startOf(owner)}`;
  return `accepted${by} until ${startOf(expires)}: ${startOf(reason, 400)}`;
}

/** What accepts a finding, a suppression before the baseline. */
export function findingAcceptedInWords({ suppressed }: ReportedFinding): string {
  return suppressed === undefined ? inBaseline : acceptanceInWords(suppressed);
}

export const inBaseline = 'accepted: it is in the baseline';

export function messageOf({ message }: ReportedFinding): string {
  return startOf(message, 400);
}

/** How to fix it, in lines: every option with who carries it out, its steps and what is lost by it. */
export function fixInWords({ options }: Remediation): readonly string[] {
  return options.flatMap((option, index) => optionInWords(index === 0 ? 'Fix' : 'Or', option));
}

function optionInWords(word: 'Fix' | 'Or', { title, performedBy, steps, destroys }: RemediationOption): string[] {
  return [
    `${word}: ${startOf(title)} (${performedBy.map(performerInWords).join(' and ')})`,
    ...steps.map((step, index) => `  ${index + 1}. ${startOf(step, 1000)}`),
    ...(destroys === null ? [] : [`  Lost by this: ${startOf(destroys, 1000)}`]),
  ];
}

/** How many rules have each status. */
export function totalsInWords(totals: HealthReport['totals']): string {
  return [
    `${totals.passed} passed`,
    `${totals.failed} failed`,
    `${totals.inconclusive} inconclusive`,
    `${totals.blocked} blocked`,
    `${totals.errored} errored`,
    `${totals['not-applicable']} not applicable`,
    `${totals.skipped} skipped`,
  ].join(', ');
}

export const healthInWords: Readonly<Record<Health, string>> = {
  healthy: 'Healthy',
  unhealthy: 'Unhealthy',
  unknown: 'Unknown',
};

export const markOfHealth = { healthy: 'passed', unhealthy: 'error', unknown: 'inconclusive' } as const;

export const markInWords: Readonly<Record<Mark, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  inconclusive: 'Inconclusive',
  blocked: 'Blocked',
  errored: 'Crashed',
  accepted: 'Accepted',
  passed: 'Passed',
  'not-applicable': 'Not applicable',
  skipped: 'Skipped',
};

/** `1 error`, `3 errors`, `3 inconclusive` */
export function markCounted(mark: Mark, count: number): string {
  return mark === 'error' || mark === 'warning'
    ? counted(count, mark)
    : `${figure(count)} ${markInWords[mark].toLowerCase()}`;
}

export const markExplained: Readonly<Record<Mark, string>> = {
  error: 'A problem is proven that stops synchronization or setup.',
  warning: 'A problem is proven that is a risk.',
  inconclusive: 'Something that has to be known for an answer is not known.',
  blocked: 'The check waits until a prerequisite is fixed.',
  errored: 'The check itself crashed, so it says nothing (status “errored”).',
  accepted: 'Somebody accepts for a while what was found, or that it is not known.',
  passed: 'All that was needed is known, and it is fine.',
  'not-applicable': 'There is nothing in this environment to look at.',
  skipped: 'The check was not selected, or is about something that was not provided.',
};

export const originInWords: Readonly<Record<Origin, string>> = {
  documented: 'documented by Microsoft',
  'documented-check': 'requirement documented by Microsoft',
  draft: 'from a withdrawn page of Microsoft',
  library: 'added by this tool',
  custom: 'custom check',
};

export const reasonInWords: Readonly<Record<Missing['reason'], string>> = {
  'not-provided': 'Not provided: it was not supplied.',
  'not-connected': 'Not connected: nothing that knows it was asked.',
  'not-permitted': 'Not permitted: the account that read it may not see it.',
  'not-found': 'Not found: the service has no such thing.',
  'timed-out': 'Timed out: the service did not answer in time.',
  aborted: 'Aborted: the check was stopped before it was read.',
  throttled: 'Throttled: the service turned the requests away because there were too many.',
  malformed: 'Malformed: the answer does not have the expected shape.',
  failed: 'Failed: reading it went wrong.',
  partial: 'Partial: only a part of it was seen, which proves nothing about the rest.',
};

export const skippedInWords = {
  'turned-off': 'Turned off.',
  'not-selected': 'Not selected for this run.',
  'not-provided': 'About something that no service answers and that was not provided.',
} as const;
