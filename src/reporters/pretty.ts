import type { HealthReport } from '../report/report.js';
import { type ReportDocumentOptions, reportDocument } from './documents/report-document.js';
import { type PrettyOptions, prettyOf } from './to-pretty.js';

/**
 * A report for a terminal: the verdict, what failed with the first way to fix it, what could not be checked and why, what is
 * accepted, and a line of totals.
 *
 * @example
 * ```ts
 * process.stdout.write(pretty(report, { color: process.stdout.isTTY }));
 * ```
 * @public
 */
export function pretty(report: HealthReport, options: PrettyOptions & ReportDocumentOptions = {}): string {
  // The only picture of a report is one that text does not draw.
  return prettyOf(reportDocument(report, options), options, () => []);
}
