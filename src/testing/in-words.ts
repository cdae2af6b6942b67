import { isAccepted, type OpenOutcome, type OutcomeWith, type ReportedFinding } from '../engine/outcome.js';
import { groupsBy } from '../facts/groups-by.js';
import type { HealthReport } from '../report/report.js';
import { type Accepted, digestOf } from '../reporters/digest.js';
import { visible, visibleStart } from '../reporters/escape.js';
import {
  acceptanceInWords,
  findingAcceptedInWords,
  fixInWords,
  messageOf,
  ruleInWords,
  whyOpen,
} from '../reporters/in-words.js';
import { counted } from '../reporters/words.js';

/*
 * What a failing test says, in paragraphs. All of it is safe to print on a terminal.
 */

/** What an administrator needs to read of a report. */
export function reportInWords(report: HealthReport): readonly string[] {
  const { failures, open, accepted, complaints, sentence } = digestOf(report);
  const shown = new Set<OpenOutcome>(failures.map(({ outcome }) => outcome));
  return [
    visible(sentence),
    ...failures.map(({ outcome, findings }) => failureInWords(outcome, findings)),
    ...paragraph('Could not be determined:', byReason(open.filter((outcome) => !shown.has(outcome)))),
    ...paragraph('Accepted:', accepted.flatMap(acceptedLines)),
    ...paragraph(
      'Suppressions to review:',
      linesFor(complaints, ({ text }) => text),
    ),
  ];
}

/** A failed rule: what it found, or those findings of it, what it could not judge, and the first way to fix it. */
export function failureInWords(
  outcome: OutcomeWith<'failed'>,
  findings: readonly ReportedFinding[] = outcome.findings,
) {
  const { code, remediation } = outcome;
  const [first, ...others] = remediation.options;
  return [
    `${visible(ruleInWords(outcome))} (${outcome.severity === 'error' ? 'error' : 'warning'})`,
    ...findingLines(findings),
    ...(outcome.incomplete ? [`  ? ${openInWords(outcome)}`] : []),
    ...fixInWords({ ...remediation, options: [first] }).map((line) => `  ${visible(line)}`),
    ...(others.length === 0
      ? []
      : [`  ${counted(others.length, 'other way')}: ${`dual-write-health rules ${visibleStart(code)}`}`]),
  ].join('\n');
}

/** Why something could not be determined, and who accepts that. */
export function openInWords(outcome: OpenOutcome): string {
  const { suppressed } = outcome;
  return visible(`${whyOpen(outcome)}${suppressed === undefined ? '' : ` (${acceptanceInWords(suppressed)})`}`);
}

/** Grouped by what is missing: that is what a person can act on. */
function byReason(open: readonly OpenOutcome[]): readonly string[] {
  return [...groupsBy(open, openInWords)].flatMap(([reason, outcomes]) => [
    `  ${reason}`,
    ...outcomes.map((outcome) => `    ${visible(ruleInWords(outcome))}`),
  ]);
}

function acceptedLines({ outcome, findings, open }: Accepted): readonly string[] {
  return [
    `  ${visible(ruleInWords(outcome))}`,
    ...findingLines(findings).map((line) => `  ${line}`),
    ...(open === undefined ? [] : [`    ? ${openInWords(outcome)}`]),
  ];
}

function findingLines(findings: readonly ReportedFinding[]): readonly string[] {
  return linesFor(findings, (finding) => {
    const accepted = isAccepted(finding) ? ` (${findingAcceptedInWords(finding)})` : '';
    return `• ${messageOf(finding)}${accepted}`;
  });
}

const mostLines = 10;

/** A line for each item, up to ten. */
export function linesFor<Item>(items: readonly Item[], lineFor: (item: Item) => string): readonly string[] {
  const lines = items.slice(0, mostLines).map((item) => `  ${visible(lineFor(item))}`);
  return items.length > mostLines ? [...lines, `  … and ${items.length - mostLines} more`] : lines;
}

function paragraph(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [[heading, ...lines].join('\n')];
}
