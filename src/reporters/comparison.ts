import picocolors from 'picocolors';
import { isAccepted } from '../engine/outcome.js';
import { issueInWords } from '../facts/issues.js';
import type { ComparedFinding, ComparedRule, ReportComparison, RuleWithout } from '../report/compare-reports.js';
import type { FactDifference, SnapshotComparison } from '../report/compare-snapshots.js';
import { markdownText, visible, visibleStart } from './escape.js';
import type { PrettyOptions } from './pretty.js';

/**
 * A comparison for a terminal.
 * @public
 */
export function prettyComparison(
  comparison: ReportComparison | SnapshotComparison,
  { color = false }: PrettyOptions = {},
): string {
  const colors = picocolors.createColors(color);
  const blocks = blocksOf(comparison, visibleLine).map(({ title, lines, isBad }) =>
    [`${isBad ? colors.red(colors.bold(title)) : colors.bold(title)}`, ...lines.map((line) => `  ${line}`)].join('\n'),
  );
  return `${[heading(comparison, visibleLine), ...blocks].join('\n\n')}\n`;
}

/**
 * A comparison for a pull request or a ticket.
 * @public
 */
export function markdownComparison(comparison: ReportComparison | SnapshotComparison): string {
  const blocks = blocksOf(comparison, markdownText).map(
    ({ title, lines }) => `### ${markdownText(title)}\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
  );
  return `${[`## ${heading(comparison, markdownText)}`, ...blocks].join('\n\n')}\n`;
}

function visibleLine(text: string): string {
  return visibleStart(text, 400);
}

type Safe = (text: string) => string;

interface Block {
  readonly title: string;
  readonly lines: readonly string[];
  readonly isBad?: true;
}

function heading({ before, after }: ReportComparison | SnapshotComparison, safe: Safe): string {
  const names =
    before.environment.name === after.environment.name
      ? safe(before.environment.name)
      : `${safe(before.environment.name)} and ${safe(after.environment.name)}`;
  const verdicts = 'health' in before && 'health' in after ? `: ${before.health}, then ${after.health}` : '';
  return `${names}, ${safe(before.takenAt)} and ${safe(after.takenAt)}${verdicts}`;
}

function blocksOf(comparison: ReportComparison | SnapshotComparison, safe: Safe): readonly Block[] {
  const blocks = comparison.kind === 'reports' ? ofReports(comparison, safe) : ofSnapshots(comparison, safe);
  const filled = blocks.filter(({ lines }) => lines.length > 0);
  return filled.length > 0 ? filled : [{ title: 'Nothing is different.', lines: [] }];
}

function ofReports(comparison: ReportComparison, safe: Safe): readonly Block[] {
  const { new: added, fixed, unchanged, noLongerAccepted, untold, nowUnknown, nowKnown, nowWithout } = comparison;
  const inLine = ({ code, severity, finding }: ComparedFinding) =>
    `${severity} ${safe(code)}: ${safe(finding.message)}${isAccepted(finding) ? ' (accepted)' : ''}`;
  const lessSeen = ({ code, title, without }: RuleWithout) =>
    `${safe(code)} ${safe(title)}: without seeing all of ${safe(without.join(', '))}`;
  const rule = ({ code, title, before, after }: ComparedRule) =>
    `${safe(code)} ${safe(title)}: ${before}, now ${after}`;
  const issues = [comparison.before, comparison.after].flatMap(({ takenAt, fault }) =>
    (fault?.issues ?? []).map((issue) => safe(`${takenAt}: ${issueInWords(issue)}`)),
  );
  return [
    { title: 'Nothing was checked, as the options are not valid', lines: issues, isBad: true },
    { title: `New: ${added.length}`, lines: added.map(inLine), isBad: true },
    { title: `No longer accepted: ${noLongerAccepted.length}`, lines: noLongerAccepted.map(inLine), isBad: true },
    { title: `No longer told: ${nowUnknown.length}`, lines: nowUnknown.map(rule), isBad: true },
    { title: `Found before, not told now: ${untold.length}`, lines: untold.map(inLine), isBad: true },
    { title: `Fixed: ${fixed.length}`, lines: fixed.map(inLine) },
    { title: `Told now: ${nowKnown.length}`, lines: nowKnown.map(rule) },
    { title: `Answered now on less: ${nowWithout.length}`, lines: nowWithout.map(lessSeen) },
    { title: `Unchanged: ${unchanged.length}`, lines: unchanged.map(inLine) },
  ];
}

const mostRows = 50;

function ofSnapshots({ facts }: SnapshotComparison, safe: Safe): readonly Block[] {
  return facts.map((difference) => {
    const { fact, before, after } = difference;
    const state = before === after ? '' : ` (${before}, now ${after})`;
    const lines = rowsOf(difference, safe);
    return {
      title: `${visible(fact)}${state}`,
      lines:
        lines.length > mostRows
          ? [...lines.slice(0, mostRows), `… and ${lines.length - mostRows} more (--format json lists them all)`]
          : lines.length === 0
            ? ['no row can be compared']
            : lines,
      ...(after !== 'complete' && before === 'complete' ? { isBad: true as const } : {}),
    };
  });
}

function rowsOf({ added, removed, changed }: FactDifference, safe: Safe): readonly string[] {
  return [
    ...added.map(({ key }) => `added: ${safe(key)}`),
    ...removed.map(({ key }) => `removed: ${safe(key)}`),
    ...changed.map(
      ({ key, properties }) =>
        `changed: ${safe(key)}: ${properties
          .map(({ name, before, after }) => `${safe(name)} ${safe(inShort(before))} → ${safe(inShort(after))}`)
          .join(', ')}`,
    ),
  ];
}

function inShort(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
