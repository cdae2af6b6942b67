import { asJson } from './as-json.js';
import type { Renderer, Renderers } from './define-command.js';
import { documentFormats } from './document-formats.js';
import { formatsOfTools } from './report-renderers.js';
import type { Compared } from './run/compare.js';

/** How a comparison is shown: as itself, or, for formats that other tools read, as a report of what is new. */
export const compareRenderers = {
  ...documentFormats(undefined, async () => {
    const { comparisonDocument } = await import('../reporters/documents/comparison-document.js');
    return ({ comparison }: Compared) => comparisonDocument(comparison);
  }),
  json: ({ comparison }) => asJson(comparison),
  junit: asReport('junit'),
  sarif: asReport('sarif'),
  annotations: asReport('annotations'),
} as const satisfies Renderers<Compared>;

function asReport(format: keyof typeof formatsOfTools): Renderer<Compared> {
  return ({ newOnly }) =>
    newOnly === undefined
      ? { complaint: `--format ${format}: snapshots are compared as pretty, json, markdown or html` }
      : formatsOfTools[format]({ report: newOnly });
}
