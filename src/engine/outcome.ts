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
 * What became of a rule. `passed` always means that everything it needed was known.
 * @public
 */
export type Status = (typeof statuses)[number];

/**
 * A fact, or a property of its rows, that would have to be known; reason `partial` is a fact of which only a part was seen.
 * @public
 */
export interface Missing {
  readonly fact: FactName;
  readonly property?: string | undefined;
  readonly reason: UnknownReason | 'partial';
  readonly detail?: string | undefined;
}

/**
 * That somebody accepts something for a while: a finding, or that a rule cannot tell.
 * @public
 */
export interface Acceptance {
  readonly reason: string;
  /** The last day, or the instant, until which it counts. */
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
 * What every outcome says about its rule.
 * @public
 */
export interface RuleIdentity {
  readonly code: string;
  readonly slug: string;
  readonly title: string;
  readonly origin: Origin;
  readonly validation: Validation;
  readonly stage: Stage;
  /** The severity that counts. */
  readonly severity: Severity;
  /** The rule's own severity, where the options override it. */
  readonly defaultSeverity?: Severity | undefined;
}

/**
 * What became of one rule, told apart by `status`.
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
        /** Optional facts that were not known, or in part only: the rule may have found less. */
        readonly without?: Readonly<NonEmptyTuple<FactName>> | undefined;
        readonly findings: Readonly<NonEmptyTuple<ReportedFinding>>;
        /** The findings are proven, but the rest could not be judged. */
        readonly incomplete?: true | undefined;
        /** That the rest could not be judged is accepted. */
        readonly suppressed?: Acceptance | undefined;
        readonly missing?: Readonly<NonEmptyTuple<Missing>> | undefined;
        readonly remediation: Remediation;
        /** Ids of the problems, known by their messages, that such a finding explains. */
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
        /** Optional facts that were not known, or in part only: the rule passed on what it saw. */
        readonly without?: Readonly<NonEmptyTuple<FactName>> | undefined;
      }
  );

/** Outcomes of these statuses only. */
export type OutcomeWith<Wanted extends Status> = Extract<Outcome, { readonly status: Wanted }>;

/** What could not be told, at least in part: a failed rule is among these when it is incomplete. */
export type OpenOutcome = OutcomeWith<'inconclusive' | 'blocked' | 'errored' | 'failed'>;

/**
 * Whether the outcome answers the rule's question: it passed, failed or does not apply.
 * @public
 */
export function isConclusive(outcome: Outcome): boolean {
  return outcome.status === 'passed' || outcome.status === 'failed' || outcome.status === 'not-applicable';
}

/** Whether the outcome answers for all that the rule looks at: a failed one that could not judge the rest does not. */
export function answersInFull(outcome: Outcome): boolean {
  return isConclusive(outcome) && !isOpen(outcome);
}

/** Whether something could not be told. */
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

/** Whether something could not be told, and nobody accepts that. Accepting what was found does not. */
export function isLeftOpen(outcome: Outcome): boolean {
  return isOpen(outcome) && outcome.suppressed === undefined;
}

/** Whether somebody accepts a finding: then it does not count. */
export function isAccepted({ suppressed, baselined }: ReportedFinding): boolean {
  return suppressed !== undefined || baselined === true;
}

/** Whether something was found that nobody accepts. */
export function hasUnacceptedFinding(outcome: Outcome): boolean {
  return outcome.status === 'failed' && !outcome.findings.every(isAccepted);
}

/** The optional facts that a rule did not see, or in part only. */
export function unseenBy(outcome: Outcome): readonly FactName[] {
  return 'without' in outcome ? (outcome.without ?? []) : [];
}

/** What would have to be known for a full answer. */
export function missingOf(outcome: Outcome): readonly Missing[] {
  return 'missing' in outcome ? (outcome.missing ?? []) : [];
}
