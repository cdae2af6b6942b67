import type { HealthReport } from '../report/report.js';
import { type Accepted, type Digest, digestOf } from './digest.js';
import { commandMessage, commandProperty, startOf, visible } from './escape.js';
import { acceptanceInWords, count, findingAcceptedInWords, messageOf, ruleInWords, whyOpen } from './in-words.js';

/**
 * Where annotations point to.
 * @public
 */
export interface AnnotationsOptions {
  /** A file of the repository, such as the saved snapshot. Default: annotations belong to the run as a whole. */
  readonly file?: string | undefined;
}

/**
 * Workflow commands for GitHub Actions, to be printed in a step: an error or a warning per finding, a warning for each rule
 * that could not be told, notices of what is accepted, and last a notice with the verdict.
 *
 * @example
 * ```ts
 * process.stdout.write(annotations(report));
 * ```
 * @public
 */
export function annotations(report: HealthReport, options: AnnotationsOptions = {}): string {
  const digest = digestOf(report);
  const errors = [...issuesOf(digest), ...findingsOf(digest, 'error'), ...complaintsOf(digest, true)];
  const warnings = [
    ...findingsOf(digest, 'warning'),
    ...digest.open.map((outcome) => ({ title: ruleInWords(outcome), message: `Not known: ${whyOpen(outcome)}` })),
    ...complaintsOf(digest, false),
  ];
  const notices = digest.accepted.flatMap(acceptedOf);
  const lines = [
    ...errors.map((one) => command('error', one, options)),
    ...warnings.map((one) => command('warning', one, options)),
    // One place is for the verdict; those that find none are in no list of GitHub's, so they are counted and not printed.
    ...notices.slice(0, mostShown - 1).map((one) => command('notice', one, options)),
    command('notice', verdict(report, digest, moreThanShown(errors.length, warnings.length, notices.length)), options),
  ];
  return `${lines.join('\n')}\n`;
}

interface Annotation {
  readonly title: string;
  readonly message: string;
}

/** GitHub shows no more of each kind per step. */
const mostShown = 10;

function findingsOf({ failures }: Digest, severity: 'error' | 'warning'): readonly Annotation[] {
  return failures
    .filter(({ outcome }) => outcome.severity === severity)
    .flatMap(({ outcome, findings }) => {
      const fix = startOf(outcome.remediation.options[0].title);
      return findings.map((finding) => ({
        title: ruleInWords(outcome),
        message: `${messageOf(finding)}. Fix: ${fix}`,
      }));
    });
}

function issuesOf({ issues }: Digest): readonly Annotation[] {
  return issues.map((issue) => ({ title: 'Options that are not valid', message: startOf(issue, 400) }));
}

function complaintsOf({ complaints }: Digest, fails: boolean): readonly Annotation[] {
  return complaints
    .filter((complaint) => complaint.fails === fails)
    .map(({ text }) => ({ title: 'Suppressions', message: text }));
}

function acceptedOf({ outcome, findings, open }: Accepted): readonly Annotation[] {
  const title = ruleInWords(outcome);
  return [
    ...findings.map((finding) => ({ title, message: `${messageOf(finding)} (${findingAcceptedInWords(finding)})` })),
    ...(open === undefined ? [] : [{ title, message: `Not known: ${whyOpen(outcome)} (${acceptanceInWords(open)})` }]),
  ];
}

function verdict({ environment, health }: HealthReport, { sentence }: Digest, more: string): Annotation {
  return { title: 'Dual-write health', message: `${startOf(environment.name)} is ${health}. ${sentence}${more}` };
}

function moreThanShown(errors: number, warnings: number, notices: number): string {
  const parts = [
    errors > mostShown ? count(errors - mostShown, 'more error') : '',
    warnings > mostShown ? count(warnings - mostShown, 'more warning') : '',
    notices >= mostShown ? `${notices - mostShown + 1} more that are accepted` : '',
  ].filter((part) => part !== '');
  return parts.length === 0
    ? ''
    : ` Not shown as annotations, of which GitHub has ${mostShown} of a kind: ${parts.join(', ')}.`;
}

function command(
  kind: 'error' | 'warning' | 'notice',
  { title, message }: Annotation,
  { file }: AnnotationsOptions,
): string {
  const properties = [
    ...(file === undefined ? [] : [`file=${commandProperty(visible(file))}`]),
    `title=${commandProperty(visible(title))}`,
  ];
  return `::${kind} ${properties.join(',')}::${commandMessage(visible(message))}`;
}
