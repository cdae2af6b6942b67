import type { Explanation } from '../../diagnosis/explain.js';
import type { HealthReport } from '../../report/report.js';
import { given, inText, list, paragraph, section, when } from '../blocks.js';
import { checksOf } from '../checks.js';
import { digestOf, whyLinkIsMissing } from '../digest.js';
import type { DocumentModel } from '../document.js';
import { healthInWords, markOfHealth, totalsInWords, unseenInWords } from '../in-words.js';
import { name } from '../inlines.js';
import { explanationsSection } from './explanations-document.js';
import { accepted } from './report/accepted.js';
import { failures } from './report/failures.js';
import { glance } from './report/glance.js';
import { filter, tiles } from './report/navigation.js';
import { openQuestions } from './report/open-questions.js';
import { settled } from './report/settled.js';
import { completion, verdict } from './report/verdict.js';

/**
 * What is shown beside a report.
 * @public
 */
export interface ReportDocumentOptions {
  /** A command that would complete the link, with companies to be compared with the Dual-write page. Shown where the link is not known. */
  readonly linkCommand?: string | undefined;
  /** What the report says about the cause of an error text, from `explain` of `dual-write-health/diagnosis`. */
  readonly explanations?: readonly Explanation[] | undefined;
  /** How the reader can supply a missing link. By default, with options of the command line. */
  readonly supply?: string | undefined;
}

/**
 * A report for a person who does not know the product: the verdict, what to fix and how, what is not known and why, what is accepted
 * until when; on a page also what passed and what all of it rests on.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(reportDocument(report)));
 * ```
 * @public
 */
export function reportDocument(
  report: HealthReport,
  { linkCommand, explanations, supply }: ReportDocumentOptions = {},
): DocumentModel {
  const { tool, environment, health, totals } = report;
  const checks = checksOf(report);
  const digest = digestOf(report);
  const made = [totalsInWords(totals), ` (${tool.name} ${tool.version})`];
  const unseen = digest.unseen.map((one) => ({ text: unseenInWords(one), mark: 'inconclusive' as const }));
  return {
    title: `${healthInWords[health]}: ${environment.name} – dual-write health`,
    header: 'Dual-write health report',
    noun: 'report',
    heading: healthInWords[health],
    subject: name(environment.name),
    mark: markOfHealth[health],
    summary: verdict(report, checks, digest, linkCommand, supply),
    blocks: [
      ...given(explanations, (all) => explanationsSection(all, report)),
      tiles(report, checks),
      glance(checks),
      filter(checks),
      ...failures(report, checks),
      openQuestions(digest, checks),
      ...when(unseen.length > 0, () => inText(section('Not seen', [list(unseen, 'fact', { most: unseen.length })]))),
      accepted(report, digest, checks),
      ...settled(report, checks),
      inText(paragraph(made)),
      ...(whyLinkIsMissing(report) === undefined ? [] : completion(linkCommand).map(inText)),
    ],
    footer: [made],
  };
}
