import {
  type Acceptance,
  isAccepted,
  isConclusive,
  isLeftOpen,
  isOpen,
  type OpenOutcome,
  type Outcome,
  type OutcomeWith,
  type ReportedFinding,
  unseenBy,
} from '../engine/outcome.js';
import type { UnknownReason } from '../facts/fact.js';
import { factNames } from '../facts/fact-names.js';
import { issueInWords } from '../facts/issues.js';
import { type Health, healthOf } from '../govern/health.js';
import type { Suppression } from '../govern/suppression.js';
import type { HealthReport } from '../report/report.js';
import type { Severity } from '../rules/rule.js';
import { startOf } from './escape.js';
import type { Unseen } from './in-words.js';
import { capitalized, counted, countedDo, figure, firstOf } from './words.js';

/** A report, sorted by what a person has to do about it. Nothing in it is escaped: each reporter does that for its format. */
export interface Digest {
  /** Failed rules with what nobody accepted, errors first. */
  readonly failures: readonly Failure[];
  /** What is not known, and nobody accepted that. */
  readonly open: readonly OpenOutcome[];
  readonly accepted: readonly Accepted[];
  /** Suppressions that expired or accept nothing, where the policy reports them. */
  readonly complaints: readonly Complaint[];
  /** Optional facts that rules passed or failed without, in catalogue order. */
  readonly unseen: readonly Unseen[];
  /** What is wrong with the options, where nothing was evaluated because of that. */
  readonly issues: readonly string[];
  readonly sentence: string;
}

interface Failure {
  readonly outcome: OutcomeWith<'failed'>;
  readonly findings: readonly ReportedFinding[];
}

/** What is accepted about one rule. */
export interface Accepted {
  readonly outcome: OpenOutcome;
  readonly findings: readonly ReportedFinding[];
  /** That something is not known. */
  readonly open?: Acceptance;
}

interface Complaint {
  readonly text: string;
  /** Whether it makes the environment unhealthy. */
  readonly fails: boolean;
}

export function digestOf(report: HealthReport): Digest {
  const { outcomes } = report;
  const sorted = {
    failures: [...failuresOf(outcomes, 'error'), ...failuresOf(outcomes, 'warning')],
    open: outcomes.filter(isOpen).filter(isLeftOpen),
    accepted: outcomes.flatMap(acceptedOf),
    complaints: complaintsOf(report),
    unseen: unseenIn(report),
    issues: report.fault?.issues.map(issueInWords) ?? [],
  };
  return { ...sorted, sentence: inOneSentence(sorted, report) };
}

function unseenIn({ outcomes, facts }: HealthReport): readonly Unseen[] {
  return factNames.flatMap((fact) => {
    const without = outcomes.filter((outcome) => unseenBy(outcome).includes(fact));
    if (without.length === 0) return [];
    const known = facts[fact];
    const reason = known === undefined ? 'not-provided' : known.status === 'known' ? 'partial' : known.reason;
    const [passed, failed] = (['passed', 'failed'] as const).map((status) =>
      without.filter((outcome) => outcome.status === status),
    );
    return [{ fact, reason, passed: passed ?? [], failed: failed ?? [] }];
  });
}

function failuresOf(outcomes: readonly Outcome[], severity: Severity): readonly Failure[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.status !== 'failed' || outcome.severity !== severity) return [];
    const findings = outcome.findings.filter((finding) => !isAccepted(finding));
    return findings.length === 0 ? [] : [{ outcome, findings }];
  });
}

function acceptedOf(outcome: Outcome): readonly Accepted[] {
  const findings = outcome.status === 'failed' ? outcome.findings.filter(isAccepted) : [];
  if (isOpen(outcome) && outcome.suppressed !== undefined) return [{ outcome, findings, open: outcome.suppressed }];
  return outcome.status === 'failed' && findings.length > 0 ? [{ outcome, findings }] : [];
}

function complaintsOf({ governance }: HealthReport): readonly Complaint[] {
  if (governance === undefined) return [];
  const { suppressions, policy } = governance;
  return (['expired', 'unused'] as const).flatMap((kind) =>
    policy[kind] === 'ignore'
      ? []
      : suppressions[kind].map((one) => ({ text: complaintAbout(one, kind), fails: policy[kind] === 'fail' })),
  );
}

function complaintAbout({ rule, subject, expires, reason }: Suppression, kind: 'expired' | 'unused'): string {
  const pattern = typeof subject === 'object' ? subject.pattern : subject;
  const what = pattern === undefined ? 'being open' : startOf(pattern);
  const why = kind === 'expired' ? `expired (${startOf(expires)})` : 'accepts nothing';
  return `The suppression of ${startOf(rule)}, ${what}, ${why}: ${startOf(reason)}`;
}

function inOneSentence(
  { failures, open, accepted, complaints, unseen }: Omit<Digest, 'sentence'>,
  report: HealthReport,
): string {
  if (report.fault !== undefined) return 'Nothing was checked: the options are not valid.';
  const errors = failures.filter(({ outcome }) => outcome.severity === 'error').length;
  const warnings = failures.length - errors;
  const acceptedFindings = accepted.reduce((sum, { findings }) => sum + findings.length, 0);
  const failing = complaints.filter(({ fails }) => fails).length;
  const parts = [
    errors > 0 ? `${counted(errors, 'rule')} failed with errors` : '',
    warnings > 0 ? `${counted(warnings, 'rule')} failed with warnings` : '',
    open.length > 0 ? `${counted(open.length, 'rule')} could not be checked` : '',
    failing > 0 ? `${counted(failing, 'suppression')} against the policy` : '',
    report.outcomes.some(isConclusive) ? '' : 'no rule reached a conclusion',
    acceptedFindings > 0 ? `${countedDo(acceptedFindings, 'finding', 'is', 'are')} accepted` : '',
  ].filter((part) => part !== '');
  const text = parts.length > 0 ? parts.join(', ') : allIsWell(report);
  return `${capitalized(text)}${passedWithout(unseen)}.`;
}

/** Of a part of the rules, nothing is said about the others. */
function allIsWell({ outcomes }: HealthReport): string {
  const left = outcomes.filter(
    ({ status, ...outcome }) => status === 'skipped' && 'because' in outcome && outcome.because === 'not-selected',
  ).length;
  if (left === 0) return 'every rule that applies was checked, and all is well';
  const passed = outcomes.filter(({ status }) => status === 'passed').length;
  const result =
    passed === 0
      ? 'no rule that was selected applies'
      : `${countedDo(passed, 'rule', 'was', 'were')} checked and passed`;
  return `${result}; ${figure(left)} ${left === 1 ? 'was' : 'were'} not selected`;
}

/** What good news rests on: a pass is one of what was seen. */
function passedWithout(unseen: readonly Unseen[]): string {
  const passing = unseen.filter(({ passed }) => passed.length > 0);
  if (passing.length === 0) return '';
  const rules = new Set(passing.flatMap(({ passed }) => passed));
  const facts = firstOf(passing, ({ fact }) => fact, { most: 3 });
  return `; ${counted(rules.size, 'rule')} passed without seeing all of ${facts}`;
}

/** What the outcome alone makes of the health, were everything else in order. */
export function effectOf(outcome: Outcome, failOn: Severity): Health {
  return healthOf([outcome, passedLike(outcome)], failOn);
}

function passedLike({ code, slug, title, origin, validation, stage, severity }: Outcome): Outcome {
  return { code, slug, title, origin, validation, stage, severity, status: 'passed', checked: 0 };
}

/** Why the link is not known, where the report has rules that are about it. */
export function whyLinkIsMissing({ facts: { link }, outcomes }: HealthReport): UnknownReason | undefined {
  const isAboutLink = outcomes.some(({ stage }) => stage === 'prerequisite' || stage === 'dependency');
  return link.status === 'unknown' && isAboutLink ? link.reason : undefined;
}
