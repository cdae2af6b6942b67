import type { HealthReport } from '../report/report.js';
import { visibleJson } from './escape.js';

/**
 * The report as JSON with two spaces of indentation and a newline at the end; control characters are escaped, so it is
 * safe on a terminal too.
 *
 * @example
 * ```ts
 * const text = json(report);
 * ```
 * @public
 */
export function json(report: HealthReport): string {
  return toJson(report);
}

/** Any plain data the way {@link json} writes a report. */
export function toJson(value: unknown): string {
  return `${visibleJson(JSON.stringify(value, null, 2))}\n`;
}
