import type { NonEmptyTuple } from 'type-fest';
import {
  answersInFull,
  isAccepted,
  isConclusive,
  type Outcome,
  type ReportedFinding,
  type Status,
  unseenBy,
} from '../engine/outcome.js';
import { objectFacts } from '../facts/fact-names.js';
import type { FactName } from '../facts/schemas.js';
import type { InvalidOptions } from '../fault.js';
import type { Health } from '../govern/health.js';
import type { Severity } from '../rules/rule.js';
import type { HealthReport } from './report.js';

/**
 * What changed between two reports.
 * @public
 */
export interface ReportComparison {
  readonly schemaVersion: 1;
  readonly kind: 'reports';
  readonly before: ComparedReport;
  readonly after: ComparedReport;
  /** Findings of the later report that the earlier one did not have. */
  readonly new: readonly ComparedFinding[];
  /** Findings of the earlier report whose rule reached a conclusion in the later one and no longer reports them. */
  readonly fixed: readonly ComparedFinding[];
  readonly unchanged: readonly ComparedFinding[];
  /** Findings of `unchanged` that were accepted and no longer are. */
  readonly noLongerAccepted: readonly ComparedFinding[];
  /** Findings of the earlier report whose rule could no longer judge them in the later one. */
  readonly notRechecked: readonly ComparedFinding[];
  /** Rules that reached a conclusion before and no longer do. Their findings are not fixed. */
  readonly nowUnknown: readonly ComparedRule[];
  /** Rules that reached a conclusion only now. */
  readonly nowKnown: readonly ComparedRule[];
  /** Rules that now answer without optional facts that the earlier report knew. No conclusion is lost by that. */
  readonly nowWithout: readonly RuleWithout[];
}

/**
 * A summary of one of the two reports.
 * @public
 */
export interface ComparedReport {
  readonly environment: { readonly name: string };
  readonly takenAt: string;
  readonly health: Health;
  /** Why nothing was evaluated. */
  readonly fault?: InvalidOptions | undefined;
}

/**
 * A finding with its rule.
 * @public
 */
export interface ComparedFinding {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly finding: ReportedFinding;
}

/**
 * A rule that gained or lost its conclusion.
 * @public
 */
export interface ComparedRule {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** Its status in each report; `absent` if the report did not include it. */
  readonly before: Status | 'absent';
  readonly after: Status | 'absent';
}

/**
 * A rule that passed or failed without having seen everything, and the facts that it did not see.
 * @public
 */
export interface RuleWithout {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly without: Readonly<NonEmptyTuple<FactName>>;
}

/**
 * Compares two reports, finding by finding: from two dates, or from two environments. Findings are the same if their
 * fingerprints are the same, whatever their wording.
 *
 * @example
 * ```ts
 * const { fixed, nowUnknown } = compareReports(lastWeek, today);
 * ```
 * @public
 */
export function compareReports(before: HealthReport, after: HealthReport): ReportComparison {
  const earlier = findingsOf(before);
  const later = findingsOf(after);
  const outcomesBefore = byCode(before);
  const outcomesAfter = byCode(after);
  const rules = [...new Map([...outcomesAfter, ...outcomesBefore]).values()].map((outcome) => {
    const { code, title, severity } = outcome;
    return { code, title, severity, before: outcomesBefore.get(code), after: outcomesAfter.get(code) };
  });
  return {
    schemaVersion: 1,
    kind: 'reports',
    before: inShort(before),
    after: inShort(after),
    new: without(later, earlier),
    fixed: without(earlier, later).filter(({ code }) => answers(outcomesAfter.get(code))),
    unchanged: [...later].flatMap(([fingerprint, found]) => (earlier.has(fingerprint) ? [found] : [])),
    noLongerAccepted: [...later].flatMap(([fingerprint, found]) => {
      const before = earlier.get(fingerprint);
      return before !== undefined && isAccepted(before.finding) && !isAccepted(found.finding) ? [found] : [];
    }),
    notRechecked: without(earlier, later).filter(({ code }) => !answers(outcomesAfter.get(code))),
    nowUnknown: rules.filter((rule) => conclusiveness(rule.before) > conclusiveness(rule.after)).map(statusesOf),
    nowKnown: rules.filter((rule) => conclusiveness(rule.before) < conclusiveness(rule.after)).map(statusesOf),
    nowWithout: after.outcomes.flatMap((outcome) => newlyWithout(outcome, before)),
  };
}

/**
 * Whether something got worse: a finding that is new and not accepted, one that is no longer accepted, a lost conclusion,
 * or a worse verdict for any other reason.
 * @public
 */
export function gotWorse(comparison: ReportComparison): boolean {
  const { before, after, new: added, noLongerAccepted, notRechecked, nowUnknown } = comparison;
  return (
    nowUnknown.length + noLongerAccepted.length + notRechecked.length > 0 ||
    added.some(({ finding }) => !isAccepted(finding)) ||
    verdicts.indexOf(after.health) > verdicts.indexOf(before.health)
  );
}

const verdicts: readonly Health[] = ['healthy', 'unknown', 'unhealthy'];

type Findings = ReadonlyMap<string, ComparedFinding>;

function findingsOf({ outcomes }: HealthReport): Findings {
  return new Map(
    outcomes.flatMap((outcome) =>
      outcome.status === 'failed'
        ? outcome.findings.map((finding): [string, ComparedFinding] => {
            const { code, title, severity } = outcome;
            return [finding.fingerprint, { code, title, severity, finding }];
          })
        : [],
    ),
  );
}

function without(findings: Findings, others: Findings): readonly ComparedFinding[] {
  return [...findings].flatMap(([fingerprint, found]) => (others.has(fingerprint) ? [] : [found]));
}

function byCode({ outcomes }: HealthReport): ReadonlyMap<string, Outcome> {
  return new Map(outcomes.map((outcome) => [outcome.code, outcome]));
}

function answers(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && answersInFull(outcome);
}

/** How much a rule could judge: 2 everything, 1 a part, 0 nothing. */
function conclusiveness(outcome: Outcome | undefined): 0 | 1 | 2 {
  if (outcome === undefined || !isConclusive(outcome)) return 0;
  return answersInFull(outcome) ? 2 : 1;
}

function statusesOf(rule: {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly before: Outcome | undefined;
  readonly after: Outcome | undefined;
}): ComparedRule {
  return { ...rule, before: rule.before?.status ?? 'absent', after: rule.after?.status ?? 'absent' };
}

/** By what the earlier report knew, not by what its rules recorded: reports of 0.1.0 do not record that. */
function newlyWithout(outcome: Outcome, before: HealthReport): readonly RuleWithout[] {
  const { code, title, severity } = outcome;
  const [first, ...more] = unseenBy(outcome).filter((name) => wasSeen(name, before));
  return first === undefined ? [] : [{ code, title, severity, without: [first, ...more] }];
}

function wasSeen(name: FactName, { facts }: HealthReport): boolean {
  const fact = facts[name];
  return fact?.status === 'known' && (fact.coverage === 'complete' || objectFacts.has(name));
}

function inShort({ environment, takenAt, health, fault }: HealthReport): ComparedReport {
  return { environment, takenAt, health, ...(fault === undefined ? {} : { fault }) };
}
