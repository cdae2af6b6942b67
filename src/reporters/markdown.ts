import type { Acceptance, OpenOutcome } from '../engine/outcome.js';
import type { HealthReport } from '../report/report.js';
import type { Remediation } from '../rules/remediation/remediation.js';
import { type Accepted, type Digest, digestOf, type Failure, whyLinkIsMissing } from './digest.js';
import { markdownText, startOf, visible } from './escape.js';
import { count, messageOf, otherInWords, proposalInWords, totalsInWords, unseenInWords, whyOpen } from './in-words.js';
import { performerInWords } from './performer-in-words.js';
import { rulePage } from './rule-page.js';

/**
 * How the Markdown report looks.
 * @public
 */
export interface MarkdownOptions {
  /** At most so many findings of each rule, with a line that counts the others; comments on GitHub hold 65,536 characters. Default: all. */
  readonly findingsPerRule?: number | undefined;
  /** A command that would complete the link, with companies to be compared with the Dual-write page. Shown where the link is not known. */
  readonly linkCommand?: string | undefined;
}

/**
 * The report for a pull request or a ticket, in Markdown with tables: the verdict, what failed with how to fix it, what is not
 * known and why, what is accepted until when. Text from outside is no markup, and links and mentions nobody.
 *
 * @example
 * ```ts
 * const comment = markdown(report, { findingsPerRule: 20 });
 * ```
 * @public
 */
export function markdown(report: HealthReport, options: MarkdownOptions = {}): string {
  const { findingsPerRule = Number.POSITIVE_INFINITY } = options;
  const digest = digestOf(report);
  const blocks = [
    ...heading(report, digest),
    ...issues(digest),
    ...failures(digest, findingsPerRule),
    ...notKnown(digest),
    ...unseen(digest),
    ...accepted(digest, report, findingsPerRule),
    ...complaints(digest),
    totals(report),
    ...completion(report, options.linkCommand),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const verdicts: Readonly<Record<HealthReport['health'], string>> = {
  healthy: 'Healthy',
  unhealthy: 'Unhealthy',
  unknown: 'Unknown',
};

function heading(report: HealthReport, { sentence }: Digest): readonly string[] {
  const { environment, takenAt, health } = report;
  return [
    `## ${verdicts[health]}: ${text(environment.name)}`,
    `${sentence} Facts of ${text(takenAt)}.`,
    ...missingLinkNotice(report),
  ];
}

/** A report without the link says so in its first lines, because it says so little else. */
function missingLinkNotice(report: HealthReport): readonly string[] {
  const reason = whyLinkIsMissing(report);
  if (reason === undefined) return [];
  return [
    `The link fact is not known (${reason}), and most rules need it. Supply it with \`--legal-entities USMF,DEMF\`, with \`--with facts.json\` (\`dual-write-health init\` writes a template), or with a capture of the Dual-write page (\`--gateway FILE\`).`,
  ];
}

function completion(report: HealthReport, command: string | undefined): readonly string[] {
  if (command === undefined || whyLinkIsMissing(report) === undefined) return [];
  // Nothing on one line can end a block that is set off by spaces.
  return [`To complete the link, ${proposalInWords}:`, `    ${visible(command)}`];
}

function failures({ failures }: Digest, most: number): readonly string[] {
  if (failures.length === 0) return [];
  return [
    '### Failed',
    table(
      ['Severity', 'Rule', 'Findings'],
      failures.map(({ outcome, findings }) => [outcome.severity, ruleName(outcome), String(findings.length)]),
    ),
    ...failures.flatMap((failure) => failureInFull(failure, most)),
  ];
}

function failureInFull({ outcome, findings }: Failure, most: number): readonly string[] {
  const { severity, validation, origin, code, title, incomplete, suppressed, remediation } = outcome;
  return [
    `#### ${text(code)} ${text(title)}`,
    `${severity}, ${validation}, ${origin}`,
    list([
      ...findings.slice(0, most).map((finding) => markdownText(messageOf(finding))),
      ...(findings.length > most ? [`… and ${findings.length - most} more`] : []),
    ]),
    ...(incomplete === true && suppressed === undefined
      ? [`There may be more: ${markdownText(whyOpen(outcome))}`]
      : []),
    ...markdownFix(remediation),
  ];
}

/** How to fix it, in blocks of Markdown: the first option with its steps, the others by their titles. */
export function markdownFix({ options: [first, ...others] }: Remediation): readonly string[] {
  return [
    `**Fix:** ${text(first.title)} (${first.performedBy.map(performerInWords).join(' and ')})`,
    first.steps.map((step, index) => `${index + 1}. ${markdownText(startOf(step, 1000))}`).join('\n'),
    ...(first.destroys === null ? [] : [`**Lost by this:** ${markdownText(startOf(first.destroys, 1000))}`]),
    ...(others.length === 0 ? [] : [`Other ways:`, list(others.map((option) => markdownText(otherInWords(option))))]),
  ];
}

function notKnown({ open }: Digest): readonly string[] {
  if (open.length === 0) return [];
  return [
    '### Not known',
    table(
      ['Severity', 'Rule', 'Why'],
      open.map((outcome) => [outcome.severity, ruleName(outcome), markdownText(whyOpen(outcome))]),
    ),
  ];
}

function unseen({ unseen }: Digest): readonly string[] {
  return unseen.length === 0 ? [] : ['### Not seen', list(unseen.map((one) => markdownText(unseenInWords(one))))];
}

function issues({ issues }: Digest): readonly string[] {
  return issues.length === 0 ? [] : [list(issues.map((issue) => markdownText(startOf(issue, 400))))];
}

function accepted({ accepted }: Digest, { governance }: HealthReport, most: number): readonly string[] {
  const rows = accepted.flatMap((one) => acceptedRows(one, most));
  const fixed = governance?.baseline?.fixed.length ?? 0;
  if (rows.length === 0 && fixed === 0) return [];
  return [
    '### Accepted',
    ...(rows.length === 0 ? [] : [table(['Rule', 'What', 'Until', 'Why'], rows)]),
    ...(fixed === 0
      ? []
      : [`${count(fixed, 'finding')} of the baseline ${fixed === 1 ? 'is' : 'are'} not found any more: make it anew.`]),
  ];
}

function acceptedRows({ outcome, findings, open }: Accepted, most: number): readonly (readonly string[])[] {
  const rule = ruleName(outcome);
  return [
    ...findings
      .slice(0, most)
      .map((finding) => [rule, markdownText(messageOf(finding)), ...untilAndWhy(finding.suppressed)]),
    ...(findings.length > most ? [[rule, `… and ${findings.length - most} more`, '', '']] : []),
    ...(open === undefined ? [] : [[rule, markdownText(whyOpen(outcome)), ...untilAndWhy(open)]]),
  ];
}

/** Without a suppression, it is the baseline that accepts. */
function untilAndWhy(acceptance: Acceptance | undefined): readonly [string, string] {
  if (acceptance === undefined) return ['', 'in the baseline'];
  const { reason, expires, owner } = acceptance;
  return [text(expires), `${markdownText(startOf(reason, 400))}${owner === undefined ? '' : ` (${text(owner)})`}`];
}

function complaints({ complaints }: Digest): readonly string[] {
  if (complaints.length === 0) return [];
  return [
    '### Suppressions to look at',
    list(complaints.map(({ text, fails }) => `${fails ? 'error' : 'warning'}: ${markdownText(text)}`)),
  ];
}

function totals({ totals, tool }: HealthReport): string {
  return `${totalsInWords(totals)} (${text(tool.name)} ${text(tool.version)})`;
}

function ruleName({ code, title }: OpenOutcome): string {
  const page = rulePage(code);
  return `${page === undefined ? text(code) : `[${code}](${page})`} ${text(title)}`;
}

/** A short text from outside. */
function text(given: string): string {
  return markdownText(startOf(given));
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
