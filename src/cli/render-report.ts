import type { HealthReport } from '../report/report.js';
import { json } from '../reporters/json.js';
import { pretty } from '../reporters/pretty.js';

/** The formats of a report. */
export type Format = 'pretty' | 'json' | 'markdown' | 'junit' | 'sarif' | 'annotations' | 'html';

/** How a report is shown. */
export interface RenderOptions {
  readonly format: Format;
  readonly color: boolean;
  readonly linkCommand?: string | undefined;
}

/** The report in the format asked for. What only some formats need is loaded when they are asked for. */
export async function renderReport(
  report: HealthReport,
  { format, color, linkCommand }: RenderOptions,
): Promise<string> {
  switch (format) {
    case 'pretty':
      return pretty(report, { color, linkCommand });
    case 'json':
      return json(report);
    case 'markdown':
      return (await import('../reporters/markdown.js')).markdown(report, { linkCommand });
    case 'junit':
      return (await import('../reporters/junit.js')).junit(report);
    case 'sarif':
      return (await import('../reporters/sarif.js')).sarif(report);
    case 'annotations':
      return (await import('../reporters/annotations.js')).annotations(report);
    case 'html':
      return (await import('../reporters/html.js')).html(report, { linkCommand });
  }
}
