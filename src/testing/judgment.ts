import { answersInFull, isConclusive, type Outcome } from '../engine/outcome.js';
import { unknownCode } from '../engine/settings.js';
import { nameKey } from '../facts/keys.js';
import type { HealthReport } from '../report/report.js';
import { startOf, visibleStart } from '../reporters/escape.js';
import type { Subject } from '../rules/verdict.js';
import { failureInWords, openInWords, reportInWords } from './in-words.js';
import { reportIn } from './report-in.js';

/** Whether the expectation of a test is met. What cannot be determined proves neither that nor its opposite. */
export interface Judgment {
  readonly holds: boolean | 'cannot-tell';
  /** The message if the expectation, or with `negated` its opposite, was not proven. */
  readonly complain: (negated: boolean) => string;
}

/**
 * Which findings are looked for: the id of their subject, letter case aside, or its kind and id.
 * @public
 */
export type SubjectSought = string | Pick<Subject, 'kind' | 'id'>;

/** Is the environment healthy? */
export function judgeHealth(received: unknown): Judgment {
  return ofReport(received, (report) => ({
    holds: report.health === 'unknown' ? 'cannot-tell' : report.health === 'healthy',
    complain: expected(report, 'be healthy', (negated) => {
      const note = negated && report.health === 'unknown' ? ', which proves nothing' : '';
      const [sentence, ...paragraphs] = reportInWords(report);
      return [`it is ${report.health}${note}. ${sentence}`, ...paragraphs].join('\n\n');
    }),
  }));
}

/**
 * Did the rule find something, about that subject if one is named? An accepted finding is still a finding. The absence of a
 * finding about a subject is proven only if everything could be judged.
 */
export function judgeFinding(received: unknown, code: string, subject?: SubjectSought): Judgment {
  return ofOutcome(received, code, (report, outcome) => {
    const found = outcome.status === 'failed' ? outcome.findings.filter((one) => concerns(one.subject, subject)) : [];
    const expectation = `have a finding of ${named(outcome)}${subject === undefined ? '' : ` about ${inWords(subject)}`}`;
    return {
      holds: found.length > 0 || (answersInFull(outcome) ? false : 'cannot-tell'),
      complain: expected(report, expectation, (negated) => {
        if (outcome.status !== 'failed') return becameOf(outcome, negated);
        if (found.length > 0) return `it has ${found.length}\n\n${failureInWords(outcome, found)}`;
        const note = negated ? ', but not everything could be judged, which proves nothing' : '';
        return `it has only others${note}\n\n${failureInWords(outcome)}`;
      }),
    };
  });
}

/** Did the rule pass: was everything that it needed known, and all of it fine? A rule that does not apply did not pass. */
export function judgePass(received: unknown, code: string): Judgment {
  return ofOutcome(received, code, (report, outcome) => ({
    holds: isConclusive(outcome) ? outcome.status === 'passed' : 'cannot-tell',
    complain: expected(report, `have passed ${named(outcome)}`, (negated) => becameOf(outcome, negated)),
  }));
}

function ofReport(received: unknown, judge: (report: HealthReport) => Judgment): Judgment {
  return reportIn(received).match(judge, (complaint) => ({ holds: 'cannot-tell', complain: () => complaint }));
}

function ofOutcome(
  received: unknown,
  code: string,
  judge: (report: HealthReport, outcome: Outcome) => Judgment,
): Judgment {
  return ofReport(received, (report) => {
    const outcome = report.outcomes.find((candidate) => candidate.code === code);
    if (outcome !== undefined) return judge(report, outcome);
    return { holds: 'cannot-tell', complain: () => `in the report of ${nameOf(report)} ${noSuchRule(report, code)}` };
  });
}

function noSuchRule({ outcomes }: HealthReport, code: string): string {
  if (outcomes.length === 0) return 'there are no rules';
  const codes = outcomes.map((outcome) => startOf(outcome.code, 40)); // Comparing very long ones would take very long.
  return visibleStart(unknownCode(String(code), codes), 400); // Callers without types may pass anything.
}

function expected(
  report: HealthReport,
  expectation: string,
  because: (negated: boolean) => string,
): (negated: boolean) => string {
  return (negated) => `expected ${nameOf(report)} ${negated ? 'not ' : ''}to ${expectation}, but ${because(negated)}`;
}

/**
 * The outcome of the rule, as the end of a sentence. If something is expected not to be so, an inconclusive rule does not prove
 * that.
 */
function becameOf(outcome: Outcome, negated: boolean): string {
  const note = negated && !isConclusive(outcome) ? ', which proves nothing' : '';
  switch (outcome.status) {
    case 'passed':
      return `it passed (${outcome.checked} checked)`;
    case 'failed':
      return `it failed\n\n${failureInWords(outcome)}`;
    case 'not-applicable':
      return `it does not apply: ${visibleStart(outcome.because)}`;
    case 'skipped':
      return `it was skipped${note}: ${visibleStart(outcome.because)}`;
    case 'inconclusive':
      return `it is inconclusive${note}: ${openInWords(outcome)}`;
    default:
      return `it reached no conclusion${note}: ${openInWords(outcome)}`;
  }
}

function concerns({ kind, id }: Subject, sought: SubjectSought | undefined): boolean {
  if (sought === undefined) return true;
  return typeof sought === 'string'
    ? nameKey(id) === nameKey(sought)
    : kind === sought.kind && nameKey(id) === nameKey(sought.id);
}

function inWords(sought: SubjectSought): string {
  return typeof sought === 'string' ? visibleStart(sought) : `${sought.kind} ${visibleStart(sought.id)}`;
}

function named({ code, title }: Outcome): string {
  return `${visibleStart(code)} (${visibleStart(title)})`;
}

function nameOf({ environment }: HealthReport): string {
  return visibleStart(environment.name);
}
