import type { HealthReport } from '../report/report.js';
import { asJson } from './as-json.js';
import type { View } from './define-command.js';

/** A report, and the command that supplies the missing link where it has none. */
export interface ShownReport {
  readonly report: HealthReport;
  readonly linkCommand?: string | undefined;
}

/** The formats of a report. */
type ReportFormat = 'pretty' | 'json' | 'markdown' | FormatOfReport;

/** The formats that show one report and nothing else. */
export type FormatOfReport = 'junit' | 'sarif' | 'annotations' | 'html';

/** How a report is shown. What only some formats need is loaded when they are asked for. */
export const reportRenderers: Readonly<Record<ReportFormat, (shown: ShownReport, view: View) => Promise<string>>> = {
  pretty: async ({ report, linkCommand }, view) =>
    (await import('../reporters/pretty.js')).pretty(report, { ...view, linkCommand }),
  json: ({ report }) => asJson(report),
  markdown: async ({ report, linkCommand }) =>
    (await import('../reporters/markdown.js')).markdown(report, { linkCommand }),
  junit: async ({ report }) => (await import('../reporters/junit.js')).junit(report),
  sarif: async ({ report }) => (await import('../reporters/sarif.js')).sarif(report),
  annotations: async ({ report }) => (await import('../reporters/annotations.js')).annotations(report),
  html: async ({ report, linkCommand }) => (await import('../reporters/html.js')).html(report, { linkCommand }),
};
