import type { JsonObject, NonEmptyTuple } from 'type-fest';
import type { UnknownReason } from '../facts/fact.js';
import type { FactName } from '../facts/schemas.js';
import type { Remediation } from '../rules/remediation/remediation.js';
import type { Origin, Severity } from '../rules/rule.js';
import type { Stage, Validation } from '../rules/validation.js';
import type { Subject } from '../rules/verdict.js';

/** Every status in its order of precedence. */
export const statuses = [
  'skipped',
  'blocked',
  'errored',
  'failed',
  'not-applicable',
  'inconclusive',
  'passed',
] as const;

/**
 * The status of a rule. `passed` always means that everything it needed was known.
 * @public
 */
export type Status = (typeof statuses)[number];

/**
 * A fact, or a property of its rows, that must be known; reason `partial` is a fact of which only a part was seen.
 * @public
 */
export interface Missing {
  readonly fact: FactName;
  readonly property?: string | undefined;
  readonly reason: UnknownReason | 'partial';
  readonly detail?: string | undefined;
}

/**
 * The temporary acceptance of something: a finding, or a rule that is inconclusive.
 * @public
 */
export interface Acceptance {
  readonly reason: string;
  /** The last day, or the instant, until which it applies. */
  readonly expires: string;
  readonly owner?: string | undefined;
}

/**
 * A proven problem as the report holds it.
 * @public
 */
export interface ReportedFinding {
  readonly subject: Subject;
  readonly message: string;
  readonly args: JsonObject;
  /** The identity of the finding across reports: version, code, kind of subject, normalized id. */
  readonly fingerprint: string;
  /** Accepted by a suppression. */
  readonly suppressed?: Acceptance | undefined;
  /** Accepted by the baseline. */
  readonly baselined?: true | undefined;
}

/**
 * What every outcome contains about its rule.
 * @public
 */
export interface RuleIdentity {
  readonly code: string;
  readonly slug: string;
  readonly title: string;
  readonly origin: Origin;
  readonly validation: Validation;
  readonly stage: Stage;
  /** The effective severity. */
  readonly severity: Severity;
  /** The rule's own severity, if the options override it. */
  readonly defaultSeverity?: Severity | undefined;
}

/**
 * The outcome of one rule, discriminated by `status`.
 * @public
 */
export type Outcome = RuleIdentity &
  (
    | { readonly status: 'skipped'; readonly because: 'turned-off' | 'not-selected' | 'not-provided' }
    | {
        readonly status: 'blocked';
        readonly by: Readonly<NonEmptyTuple<string>>;
        readonly suppressed?: Acceptance | undefined;
      }
    | { readonly status: 'errored'; readonly because: string; readonly suppressed?: Acceptance | undefined }
    | {
        readonly status: 'failed';
        readonly checked: number;
        /** Optional facts that were not known, or only partially: the rule may have found less. */
        readonly without?: Readonly<NonEmptyTuple<FactName>> | undefined;
        readonly findings: Readonly<NonEmptyTuple<ReportedFinding>>;
        /** The findings are proven, but the rest could not be judged. */
        readonly incomplete?: true | undefined;
        /** That the rest could not be judged is accepted. */
        readonly suppressed?: Acceptance | undefined;
        readonly missing?: Readonly<NonEmptyTuple<Missing>> | undefined;
        readonly remediation: Remediation;
        /** Ids of the known problems that such a finding explains. */
        readonly topics?: readonly string[] | undefined;
      }
    | { readonly status: 'not-applicable'; readonly because: string }
    | {
        readonly status: 'inconclusive';
        readonly because: string;
        readonly missing: Readonly<NonEmptyTuple<Missing>>;
        readonly suppressed?: Acceptance | undefined;
      }
    | {
        readonly status: 'passed';
        readonly checked: number;
        /** Optional facts that were not known, or only partially: the rule passed on what it saw. */
        readonly without?: Readonly<NonEmptyTuple<FactName>> | undefined;
      }
  );

/** Outcomes of these statuses only. */
export type OutcomeWith<Wanted extends Status> = Extract<Outcome, { readonly status: Wanted }>;

/** Outcomes that are not conclusive, at least in part: a failed rule is one of these if it is incomplete. */
export type OpenOutcome = OutcomeWith<'inconclusive' | 'blocked' | 'errored' | 'failed'>;

/**
 * Whether the outcome answers the rule's question: it passed, failed or does not apply.
 * @public
 */
export function isConclusive(outcome: Outcome): boolean {
  return outcome.status === 'passed' || outcome.status === 'failed' || outcome.status === 'not-applicable';
}

/** Whether the outcome covers everything that the rule checks: a failed one that could not judge the rest does not. */
export function answersInFull(outcome: Outcome): boolean {
  return isConclusive(outcome) && !isOpen(outcome);
}

/** Whether something could not be determined. */
export function isOpen(outcome: Outcome): outcome is OpenOutcome {
  switch (outcome.status) {
    case 'inconclusive':
    case 'blocked':
    case 'errored':
      return true;
    case 'failed':
      return outcome.incomplete === true;
    default:
      return false;
  }
}

/** Whether something could not be determined, and that is not accepted. Accepting a finding does not count as that. */
export function isLeftOpen(outcome: Outcome): boolean {
  return isOpen(outcome) && outcome.suppressed === undefined;
}

/** Whether a finding is accepted: then it does not count. */
export function isAccepted({ suppressed, baselined }: ReportedFinding): boolean {
  return suppressed !== undefined || baselined === true;
}

/** Whether there is a finding that is not accepted. */
export function hasUnacceptedFinding(outcome: Outcome): boolean {
  return outcome.status === 'failed' && !outcome.findings.every(isAccepted);
}

/** The optional facts that a rule did not see, or only partially. */
export function unseenBy(outcome: Outcome): readonly FactName[] {
  return 'without' in outcome ? (outcome.without ?? []) : [];
}

/** What must be known for a complete answer. */
export function missingOf(outcome: Outcome): readonly Missing[] {
  return 'missing' in outcome ? (outcome.missing ?? []) : [];
}
