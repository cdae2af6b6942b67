import type { Report } from '../report/report.js';
import { json } from '../reporters/json.js';
import { pretty } from '../reporters/pretty.js';

/** The formats that commands print in. */
export const formats = ['pretty', 'json'] as const;

export type Format = (typeof formats)[number];

/** The report in the format asked for. */
export function renderReport(
  report: Report,
  { format, color }: { readonly format: Format; readonly color: boolean },
): string {
  return { pretty: () => pretty(report, { color }), json: () => json(report) }[format]();
}
