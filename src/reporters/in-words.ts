import {
  type Acceptance,
  type Missing,
  type OpenOutcome,
  type Outcome,
  type ReportedFinding,
  unseenBy,
} from '../engine/outcome.js';
import type { FactName } from '../facts/schemas.js';
import type { HealthReport } from '../report/report.js';
import type { Remediation, RemediationOption } from '../rules/remediation/remediation.js';
import { startOf } from './escape.js';
import { performerInWords } from './performer-in-words.js';

/*
 * The words that reporters have in common. Long texts are cut, but nothing here is escaped: each reporter does that for its
 * format.
 */

/** `DWDVEV1007 Default owning team missing` */
export function ruleInWords({ code, title }: Pick<Outcome, 'code' | 'title'>): string {
  return `${startOf(code)} ${startOf(title)}`;
}

const mostListed = 10;

/** Why something could not be told. */
export function whyOpen(outcome: OpenOutcome): string {
  switch (outcome.status) {
    case 'inconclusive':
      return missingInWords(outcome.missing);
    case 'failed':
      return `not all could be judged: ${missingInWords(outcome.missing ?? [])}`;
    case 'blocked':
      return `blocked until ${listed(
        outcome.by.slice(0, mostListed).map((code) => startOf(code)),
        outcome.by.length,
        ', ',
      )} ${outcome.by.length === 1 ? 'is' : 'are'} fixed`;
    case 'errored':
      return `the rule itself failed: ${startOf(outcome.because, 400)}`;
  }
}

function missingInWords(missing: readonly Missing[]): string {
  const shown = missing.slice(0, mostListed).map(({ fact, property, reason, detail }) => {
    const why = detail === undefined ? '' : `: ${startOf(detail)}`;
    if (reason === 'partial') return `only a part of ${fact} was seen${why}`;
    const what = property === undefined ? fact : `${fact}.${startOf(property)}`;
    return `${what} is not known (${reason}${why})`;
  });
  return listed(shown, missing.length, '; ');
}

/** `a; b; 3 more` */
export function listed(shown: readonly string[], total: number, separator: string): string {
  return [...shown, ...(total > shown.length ? [`${total - shown.length} more`] : [])].join(separator);
}

/** A fact that was not known, or in part only, and the rules that came to an answer all the same. */
export interface Unseen {
  readonly fact: FactName;
  readonly reason: Missing['reason'];
  readonly passed: readonly Outcome[];
  readonly failed: readonly Outcome[];
}

/** `3 rules passed and 1 failed without seeing teams (not-permitted): …` */
export function unseenInWords({ fact, reason, passed, failed }: Unseen): string {
  const rules = [...passed, ...failed];
  const answers = [
    ...(passed.length > 0 ? [`${count(passed.length, 'rule')} passed`] : []),
    ...(failed.length > 0 ? [`${passed.length > 0 ? failed.length : count(failed.length, 'rule')} failed`] : []),
  ];
  const codes = listed(
    rules.slice(0, mostListed).map(({ code }) => startOf(code)),
    rules.length,
    ', ',
  );
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

/** How to fix it, in lines: the first option with its steps, the others by their titles. */
export function fixInWords({ options: [first, ...others] }: Remediation): readonly string[] {
  return [
    `Fix: ${startOf(first.title)} (${first.performedBy.map(performerInWords).join(' and ')})`,
    ...first.steps.map((step, index) => `  ${index + 1}. ${startOf(step, 1000)}`),
    ...(first.destroys === null ? [] : [`  Lost by this: ${startOf(first.destroys, 1000)}`]),
    ...others.map((other) => `Or: ${otherInWords(other)}`),
  ];
}

/** Another way to fix it, by its title. */
export function otherInWords({ title, destroys }: RemediationOption): string {
  return `${startOf(title)}${destroys === null ? '' : ` (lost by this: ${startOf(destroys, 1000)})`}`;
}

/** How many rules came to each status. */
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

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What stands before a command that would complete the link. */
export const proposalInWords =
  'run this with the companies that are linked; those enabled for dual-write in Dataverse are proposed, compare them with the Dual-write page';
