import type { HealthReport } from '../report/report.js';
import { type ReportDocumentOptions, reportDocument } from './documents/report-document.js';
import { type MarkdownOptions, toMarkdown } from './to-markdown.js';

/**
 * A report for a pull request or a ticket, in Markdown with tables.
 *
 * @example
 * ```ts
 * const comment = markdown(report, { most: 20 });
 * ```
 * @public
 */
export function markdown(report: HealthReport, options: MarkdownOptions & ReportDocumentOptions = {}): string {
  return toMarkdown(reportDocument(report, options), options);
}
