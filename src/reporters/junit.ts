import type { Explanation } from '../diagnosis/explain.js';
import { isAccepted, isOpen, type OpenOutcome, type Outcome, type OutcomeWith } from '../engine/outcome.js';
import type { HealthReport } from '../report/report.js';
import type { Severity } from '../rules/rule.js';
import { type Digest, digestOf, effectOf } from './digest.js';
import { visible, visibleStart } from './escape.js';
import { explainedTitle, explanationInWords, nothingExplained } from './explanation-in-words.js';
import {
  acceptanceInWords,
  findingAcceptedInWords,
  fixInWords,
  messageOf,
  ruleInWords,
  totalsInWords,
  whyOpen,
  withoutInWords,
} from './in-words.js';
import { element, type Xml, xmlDocument } from './xml.js';

/**
 * What JUnit XML says besides the report.
 * @public
 */
export interface JunitOptions {
  /** What the report says about the cause of an error text, from `explain` of `dual-write-health/diagnosis`. */
  readonly explanations?: readonly Explanation[] | undefined;
}

/**
 * JUnit XML as Jenkins reads it, for test views of build servers: a test case per rule. A rule that makes the environment
 * unhealthy is a failure, one that leaves its health unknown an error. What counts less, or is accepted, fails nothing; it
 * is in the output of the test case. Explanations of an error text are test cases of a suite of their own; one fails where a rule that
 * confirms it does.
 *
 * @example
 * ```ts
 * await writeFile('dual-write-health.xml', junit(report));
 * ```
 * @public
 */
export function junit(report: HealthReport, { explanations }: JunitOptions = {}): string {
  const digest = digestOf(report);
  const validations = [...new Set(report.outcomes.map(({ validation }) => validation))];
  const suites = validations.map((validation) => ({
    name: validation,
    cases: report.outcomes
      .filter((outcome) => outcome.validation === validation)
      .map((outcome) => caseOf(outcome, report.failOn)),
  }));
  const cases = suites.flatMap((suite) => suite.cases);
  const rest = caseOfTheRest(report, digest, cases);
  const all = [
    ...suites,
    ...(rest === undefined ? [] : [{ name: 'Governance', cases: [rest] }]),
    ...(explanations === undefined ? [] : [{ name: explained, cases: explainedCases(explanations, report) }]),
  ];
  const { tests, failures, errors } = countsOf(all.flatMap((suite) => suite.cases));
  const root = { name: `Dual-write health of ${shown(report.environment.name)}`, tests, failures, errors, time: 0 };
  return xmlDocument(
    element(
      'testsuites',
      root,
      all.map((suite) => suiteElement(suite, report, digest)),
    ),
  );
}

/** A test case; at most one of `failure`, `error` and `skipped` is there. */
interface TestCase {
  readonly classname: string;
  readonly name: string;
  readonly failure?: Problem;
  readonly error?: Problem;
  /** Why. */
  readonly skipped?: string;
  readonly output: readonly string[];
}

interface Problem {
  readonly type: string;
  readonly message: string;
  readonly lines: readonly string[];
}

interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

function caseOf(outcome: Outcome, failOn: Severity): TestCase {
  const named = { classname: outcome.validation, name: ruleInWords(outcome) };
  switch (outcome.status) {
    case 'passed':
      return { ...named, output: unseenLines(outcome) };
    case 'failed':
      return { ...named, ...failedCase(outcome, failOn) };
    case 'not-applicable':
      return { ...named, skipped: `not applicable: ${outcome.because}`, output: [] };
    case 'skipped':
      return { ...named, skipped: outcome.because, output: [] };
    default:
      return { ...named, ...openCase(outcome, failOn) };
  }
}

type WithoutName = Omit<TestCase, 'classname' | 'name'>;

function failedCase(outcome: OutcomeWith<'failed'>, failOn: Severity): WithoutName {
  const { severity, findings, remediation } = outcome;
  const counting = findings.filter((finding) => !isAccepted(finding));
  const [first, ...more] = counting.map(messageOf);
  const found = [first, ...more].flatMap((message) => (message === undefined ? [] : [`• ${message}`]));
  const accepted = findings
    .filter(isAccepted)
    .map((finding) => `• ${messageOf(finding)} (${findingAcceptedInWords(finding)})`);
  const rest = isOpen(outcome) ? [`? ${openInWords(outcome)}`] : [];
  const output = [...unseenLines(outcome), ...(accepted.length === 0 ? [] : ['Accepted:', ...accepted])];
  const lines = [...found, ...rest, ...fixInWords(remediation)];
  switch (effectOf(outcome, failOn)) {
    case 'unhealthy': {
      const message = more.length === 0 ? (first ?? '') : `${first} (and ${more.length} more)`;
      return { failure: { type: severity, message, lines }, output };
    }
    case 'unknown':
      return { error: { type: 'incomplete', message: openInWords(outcome), lines: rest }, output };
    case 'healthy':
      return {
        output:
          found.length === 0 ? [...output, ...rest] : [`${severity}, which fails nothing here:`, ...lines, ...output],
      };
  }
}

/** That a rule answered on what it saw. */
function unseenLines(outcome: OutcomeWith<'passed' | 'failed'>): readonly string[] {
  const without = withoutInWords(outcome);
  return without === undefined ? [] : [`${outcome.status} ${without}`];
}

function openCase(outcome: OpenOutcome, failOn: Severity): WithoutName {
  const why = openInWords(outcome);
  return effectOf(outcome, failOn) === 'unknown'
    ? { error: { type: outcome.status, message: why, lines: [why] }, output: [] }
    : { skipped: `${outcome.status}: ${why}`, output: [] };
}

function openInWords(outcome: OpenOutcome): string {
  const { suppressed } = outcome;
  return `${whyOpen(outcome)}${suppressed === undefined ? '' : ` (${acceptanceInWords(suppressed)})`}`;
}

/**
 * What is wrong with suppressions; and whatever else makes the report unhealthy or unknown although no rule does, so that
 * the file never looks better than the report.
 */
function caseOfTheRest(
  { health }: HealthReport,
  { complaints, issues, sentence }: Digest,
  cases: readonly TestCase[],
): TestCase | undefined {
  const named = { classname: 'Governance', name: complaints.length === 0 ? 'Health' : 'Suppressions' };
  const output = complaints.filter(({ fails }) => !fails).map(({ text }) => text);
  const failing = complaints.filter(({ fails }) => fails).map(({ text }) => text);
  const { failures, errors } = countsOf(cases);
  if (failing.length > 0 || (health === 'unhealthy' && failures === 0))
    return { ...named, failure: { type: 'governance', message: failing[0] ?? sentence, lines: failing }, output };
  if (health === 'unknown' && errors === 0)
    return { ...named, error: { type: 'unknown', message: sentence, lines: [sentence, ...issues] }, output };
  return output.length === 0 ? undefined : { ...named, output };
}

const explained = 'Explained';

function explainedCases(explanations: readonly Explanation[], report: HealthReport): readonly TestCase[] {
  if (explanations.length === 0) {
    const { title: name, message: skipped } = nothingExplained;
    return [{ classname: explained, name, skipped, output: [] }];
  }
  return explanations.map((one) => ({
    classname: explained,
    name: explainedTitle(one),
    ...explainedCase(one, report),
  }));
}

/** It never makes the file worse or better than the report: it fails, or is not known, only where a rule in it does. */
function explainedCase(one: Explanation, { outcomes, failOn }: HealthReport): WithoutName {
  const { diagnosis, verdict, evidence } = one;
  const message = explanationInWords(one);
  const lines = [message, ...fixInWords(diagnosis.remediation)];
  const codes = new Set(evidence.map(({ code }) => code));
  const effects = outcomes.filter(({ code }) => codes.has(code)).map((outcome) => effectOf(outcome, failOn));
  switch (verdict) {
    case 'confirmed':
      return effects.includes('unhealthy')
        ? { failure: { type: verdict, message, lines }, output: [] }
        : { output: lines };
    case 'open':
      return effects.includes('unknown')
        ? { error: { type: verdict, message, lines }, output: [] }
        : { skipped: message, output: lines };
    case 'not-checkable':
      return { skipped: message, output: lines };
    case 'found':
    case 'found-for-similar':
      return { output: lines };
    case 'found-for-others':
    case 'ruled-out':
      return { output: [message] };
  }
}

function countsOf(cases: readonly TestCase[]) {
  return {
    tests: cases.length,
    failures: cases.filter(({ failure }) => failure !== undefined).length,
    errors: cases.filter(({ error }) => error !== undefined).length,
    skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
  };
}

function suiteElement({ name, cases }: Suite, report: HealthReport, { sentence }: Digest): Xml {
  const { environment, takenAt, health, failOn, totals, tool } = report;
  const properties = {
    environment: shown(environment.name),
    takenAt: shown(takenAt),
    health,
    sentence,
    failOn,
    totals: totalsInWords(totals),
    tool: `${shown(tool.name)} ${shown(tool.version)}`,
  };
  return element('testsuite', { name, ...countsOf(cases), time: 0, ...timestampOf(takenAt) }, [
    element(
      'properties',
      {},
      Object.entries(properties).map(([key, value]) => element('property', { name: key, value })),
    ),
    ...cases.map(caseElement),
  ]);
}

/** In local time without a zone, as the format wants it: UTC here, for there is no other that is the same everywhere. */
function timestampOf(takenAt: string): { readonly timestamp?: string } {
  const date = new Date(takenAt);
  return Number.isNaN(date.getTime()) ? {} : { timestamp: date.toISOString().slice(0, 19) };
}

function caseElement({ classname, name, failure, error, skipped, output }: TestCase): Xml {
  return element('testcase', { classname, name: visible(name), time: 0 }, [
    ...(skipped === undefined ? [] : [element('skipped', { message: shown(skipped) })]),
    ...(error === undefined ? [] : [problemElement('error', error)]),
    ...(failure === undefined ? [] : [problemElement('failure', failure)]),
    ...(output.length === 0 ? [] : [element('system-out', {}, [textOf(output)])]),
  ]);
}

function problemElement(name: 'error' | 'failure', { type, message, lines }: Problem): Xml {
  return element(name, { type, message: visible(message) }, [textOf(lines)]);
}

function textOf(lines: readonly string[]): string {
  return lines.map(visible).join('\n');
}

function shown(text: string): string {
  return visibleStart(text, 1000);
}
