import {
  type Acceptance,
  hasUnacceptedFinding,
  isAccepted,
  isLeftOpen,
  isOpen,
  type Outcome,
  type OutcomeWith,
} from '../engine/outcome.js';
import type { HealthReport } from '../report/report.js';
import type { Mark } from './document.js';

/** Every mark, what has to be done first. */
export const marks = [
  'error',
  'warning',
  'inconclusive',
  'blocked',
  'errored',
  'accepted',
  'passed',
  'not-applicable',
  'skipped',
] as const satisfies readonly Mark[];

/** An outcome with its place in the report: the page refers to checks by number, because codes come from outside. */
export interface Check<Shown extends Outcome = Outcome> {
  readonly outcome: Shown;
  readonly number: number;
  readonly mark: Mark;
}

/** Every check of the report, in its order. */
export function checksOf({ outcomes }: HealthReport): readonly Check[] {
  return outcomes.map((outcome, index) => ({ outcome, number: index + 1, mark: markOf(outcome) }));
}

/** The checks whose outcome has that status. */
export function withStatus<Status extends Outcome['status']>(
  checks: readonly Check[],
  status: Status,
): readonly Check<OutcomeWith<Status>>[] {
  return checks.filter((check): check is Check<OutcomeWith<Status>> => check.outcome.status === status);
}

/** How many checks have which mark; only those that occur. */
export function tally(checks: readonly Check[]): readonly { readonly mark: Mark; readonly count: number }[] {
  const counts = new Map<Mark, number>();
  for (const { mark } of checks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return marks.flatMap((mark) => {
    const count = counts.get(mark);
    return count === undefined ? [] : [{ mark, count }];
  });
}

export function isFailing({ mark }: Check): boolean {
  return mark === 'error' || mark === 'warning';
}

export function isOpenCheck({ outcome }: Check): boolean {
  return isLeftOpen(outcome);
}

/** Where anything at all is accepted. */
export function hasAcceptance({ outcome }: Check): boolean {
  return acceptanceOf(outcome) !== undefined || (outcome.status === 'failed' && outcome.findings.some(isAccepted));
}

/** What accepts that a check is inconclusive. */
export function acceptanceOf(outcome: Outcome): Acceptance | undefined {
  return 'suppressed' in outcome ? outcome.suppressed : undefined;
}

/** A failed check is an error or a warning, unless all that was found is accepted; then it is where what is left of it is. */
function markOf(outcome: Outcome): Mark {
  if (hasUnacceptedFinding(outcome)) return outcome.severity;
  if (outcome.status === 'failed') return isLeftOpen(outcome) ? 'inconclusive' : 'accepted';
  return isOpen(outcome) && outcome.suppressed !== undefined ? 'accepted' : outcome.status;
}
