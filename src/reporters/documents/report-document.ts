import type { Explanation } from '../../diagnosis/explain.js';
import type { HealthReport } from '../../report/report.js';
import { digestOf, whyLinkIsMissing } from '../digest.js';
import { type Block, type Document, paragraph, when } from '../document.js';
import { healthInWords } from '../html/words.js';
import { totalsInWords, unseenInWords } from '../in-words.js';
import { checksOf } from '../standing.js';
import { explanationSections } from './explanations-document.js';
import { accepted } from './report/accepted.js';
import { failures } from './report/failures.js';
import { filter } from './report/filter.js';
import { glance } from './report/glance.js';
import { openQuestions } from './report/open-questions.js';
import { settled } from './report/settled.js';
import { completion, standingOfHealth, tiles, verdict } from './report/verdict.js';

/**
 * What is shown beside a report.
 * @public
 */
export interface ReportDocumentOptions {
  /** A command that would complete the link, with companies to be compared with the Dual-write page. Shown where the link is not known. */
  readonly linkCommand?: string | undefined;
  /** What the report says about the cause of an error text, from `explain` of `dual-write-health/diagnosis`. */
  readonly explanations?: readonly Explanation[] | undefined;
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
  { linkCommand, explanations }: ReportDocumentOptions = {},
): Document {
  const { tool, environment, health, totals } = report;
  const checks = checksOf(report);
  const digest = digestOf(report);
  const made = [totalsInWords(totals), ` (${tool.name} ${tool.version})`];
  return {
    title: `${healthInWords[health]}: ${environment.name} – dual-write health`,
    header: 'Dual-write health report',
    noun: 'report',
    heading: healthInWords[health],
    subject: { type: 'name', text: environment.name },
    mark: standingOfHealth[health],
    summary: verdict(report, { checks, digest, linkCommand }),
    blocks: [
      ...(explanations === undefined ? [] : explanationSections(explanations, report)),
      tiles(report, checks),
      glance(checks),
      filter(checks),
      ...failures(report, checks),
      openQuestions(digest, checks),
      ...when(digest.unseen.length > 0, () => ({
        type: 'section' as const,
        title: 'Not seen',
        on: text,
        blocks: [
          {
            type: 'list' as const,
            noun: 'fact',
            most: digest.unseen.length,
            items: digest.unseen.map((one) => ({ text: unseenInWords(one), mark: 'inconclusive' as const })),
          },
        ],
      })),
      accepted(report, digest, checks),
      ...settled(report, checks),
      { ...paragraph(made), on: text },
      ...(whyLinkIsMissing(report) === undefined ? [] : completion(linkCommand)).map(
        (block): Block => ({ ...block, on: text }),
      ),
    ],
    footer: [made],
  };
}

const text = ['terminal', 'markdown'] as const;
