import type { Explanation } from '../diagnosis/explain.js';
import type { HealthReport } from '../report/report.js';
import { checksOf } from './checks.js';
import { type Accepted, type Digest, digestOf } from './digest.js';
import { commandMessage, commandProperty, startOf, visible } from './escape.js';
import { explainedTitle, explanationInWords, nothingExplained } from './explanation-in-words.js';
import { acceptanceInWords, findingAcceptedInWords, messageOf, ruleInWords, whyOpen } from './in-words.js';
import { rulePage } from './site-url.js';
import { counted } from './words.js';

/**
 * Where annotations point to.
 * @public
 */
export interface AnnotationsOptions {
  /** A file of the repository, such as the saved snapshot. Default: annotations belong to the run as a whole. */
  readonly file?: string | undefined;
  /** What the report says about the cause of an error text, from `explain` of `dual-write-health/diagnosis`. */
  readonly explanations?: readonly Explanation[] | undefined;
}

/**
 * Workflow commands for GitHub Actions, to be printed in a step: an error or a warning per finding, a warning for each rule
 * without an answer, notices of what is accepted, and last a notice with the verdict. Explanations of an error text come first of
 * their kind; one that is confirmed is as severe as the findings that confirm it.
 *
 * @example
 * ```ts
 * process.stdout.write(annotations(report));
 * ```
 * @public
 */
export function annotations(report: HealthReport, options: AnnotationsOptions = {}): string {
  const digest = digestOf(report);
  const explained = explainedOf(report, options.explanations);
  const ofKind = (kind: Kind) => explained.filter((one) => one.kind === kind);
  const errors = [
    ...ofKind('error'),
    ...issuesOf(digest),
    ...findingsOf(digest, 'error'),
    ...complaintsOf(digest, true),
  ];
  const warnings = [
    ...ofKind('warning'),
    ...findingsOf(digest, 'warning'),
    ...digest.open.map((outcome) => ({ title: ruleInWords(outcome), message: `Not known: ${whyOpen(outcome)}` })),
    ...complaintsOf(digest, false),
  ];
  const accepted = digest.accepted.flatMap(acceptedOf);
  const notices = [...ofKind('notice'), ...accepted];
  const lines = [
    ...errors.map((one) => command('error', one, options)),
    ...warnings.map((one) => command('warning', one, options)),
    // One place is for the verdict; those that find none are in no list of GitHub's, so they are counted and not printed.
    ...notices.slice(0, mostShown - 1).map((one) => command('notice', one, options)),
    command('notice', verdict(report, digest, moreThanShown(errors, warnings, notices, accepted)), options),
  ];
  return `${lines.join('\n')}\n`;
}

interface Annotation {
  readonly title: string;
  readonly message: string;
}

type Kind = 'error' | 'warning' | 'notice';

/** GitHub shows no more of each kind per step. */
const mostShown = 10;

function explainedOf(
  report: HealthReport,
  explanations: readonly Explanation[] | undefined,
): readonly (Annotation & { readonly kind: Kind })[] {
  if (explanations === undefined) return [];
  if (explanations.length === 0) return [{ kind: 'notice', ...nothingExplained }];
  return explanations.map((one) => {
    const fix = startOf(one.diagnosis.remediation.options[0].title);
    const hint = one.verdict === 'ruled-out' ? '' : ` Fix: ${fix}`;
    return { kind: kindOf(one, report), title: explainedTitle(one), message: `${explanationInWords(one)}.${hint}` };
  });
}

/** What is accepted is not an error, whatever it explains. */
function kindOf({ verdict, evidence }: Explanation, report: HealthReport): Kind {
  if (verdict === 'open') return 'warning';
  if (verdict !== 'confirmed') return 'notice';
  const codes = new Set(evidence.flatMap(({ code, status }) => (status === 'failed' ? [code] : [])));
  const marks = checksOf(report)
    .filter(({ outcome }) => codes.has(outcome.code))
    .map(({ mark }) => mark);
  return marks.includes('error') ? 'error' : marks.includes('warning') ? 'warning' : 'notice';
}

function findingsOf({ failures }: Digest, severity: 'error' | 'warning'): readonly Annotation[] {
  return failures
    .filter(({ outcome }) => outcome.severity === severity)
    .flatMap(({ outcome, findings }) => {
      const fix = startOf(outcome.remediation.options[0].title);
      const page = rulePage(outcome.code);
      const more = page === undefined ? '' : `. More: ${page}`;
      return findings.map((finding) => ({
        title: ruleInWords(outcome),
        message: `${messageOf(finding)}. Fix: ${fix}${more}`,
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

function moreThanShown(
  errors: readonly Annotation[],
  warnings: readonly Annotation[],
  notices: readonly Annotation[],
  accepted: readonly Annotation[],
): string {
  const hidden = notices.length - mostShown + 1;
  const parts = [
    errors.length > mostShown ? counted(errors.length - mostShown, 'more error') : '',
    warnings.length > mostShown ? counted(warnings.length - mostShown, 'more warning') : '',
    hidden <= 0 ? '' : hidden > accepted.length ? counted(hidden, 'more notice') : `${hidden} more that are accepted`,
  ].filter((part) => part !== '');
  return parts.length === 0
    ? ''
    : ` Not shown as annotations, of which GitHub has ${mostShown} of a kind: ${parts.join(', ')}.`;
}

function command(kind: Kind, { title, message }: Annotation, { file }: AnnotationsOptions): string {
  const properties = [
    ...(file === undefined ? [] : [`file=${commandProperty(visible(file))}`]),
    `title=${commandProperty(visible(title))}`,
  ];
  return `::${kind} ${properties.join(',')}::${commandMessage(visible(message))}`;
}
