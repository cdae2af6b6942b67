import type { HealthReport } from '../report/report.js';
import { type ReportDocumentOptions, reportDocument } from './documents/report-document.js';
import { toHtml } from './to-html.js';

/**
 * A report as a page for a person who does not know the product, one file that asks nothing of the network.
 *
 * @example
 * ```ts
 * await writeFile('health.html', html(report));
 * ```
 * @public
 */
export function html(report: HealthReport, options: ReportDocumentOptions = {}): string {
  return toHtml(reportDocument(report, options));
}
