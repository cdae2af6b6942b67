import { asJson } from './as-json.js';
import type { Renderer, Renderers } from './define-command.js';
import { type FormatOfReport, reportRenderers } from './report-renderers.js';
import type { Compared } from './run/compare.js';

/** How a comparison is shown: as itself, or, for formats that show one report, as a report of what is new. */
export const compareRenderers = {
  pretty: async ({ comparison }, view) =>
    (await import('../reporters/comparison.js')).prettyComparison(comparison, view),
  json: ({ comparison }) => asJson(comparison),
  markdown: async ({ comparison }) => (await import('../reporters/comparison.js')).markdownComparison(comparison),
  junit: asReport('junit'),
  sarif: asReport('sarif'),
  annotations: asReport('annotations'),
  html: asReport('html'),
} as const satisfies Renderers<Compared>;

function asReport(format: FormatOfReport): Renderer<Compared> {
  return ({ newOnly }, view) =>
    newOnly === undefined
      ? { complaint: `--format ${format}: snapshots are compared as pretty, json or markdown` }
      : reportRenderers[format]({ report: newOnly }, view);
}
