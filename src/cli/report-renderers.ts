import type { Explanation } from '../diagnosis/explain.js';
import type { FleetReport } from '../report/fleet.js';
import type { HealthReport } from '../report/report.js';
import { asJson } from './as-json.js';
import type { Renderer, Renderers } from './define-command.js';
import { documentFormats } from './document-formats.js';

/** A report, and what is shown beside it. */
export interface ShownReport {
  readonly report: HealthReport;
  /** The command that supplies the missing link, where the report has none. */
  readonly linkCommand?: string | undefined;
  /** What the report says about the cause of an error text. */
  readonly explanations?: readonly Explanation[] | undefined;
}

/** What a check shows: one report, or those of many environments. */
export type Checked = ShownReport | { readonly fleet: FleetReport };

/** The formats that other tools read, for one report. What a format needs is loaded when it is used. */
export const formatsOfTools = {
  junit: async ({ report, explanations }: ShownReport) =>
    (await import('../reporters/junit.js')).junit(report, { explanations }),
  sarif: async ({ report, explanations }: ShownReport) =>
    (await import('../reporters/sarif.js')).sarif(report, { explanations }),
  annotations: async ({ report, explanations }: ShownReport) =>
    (await import('../reporters/annotations.js')).annotations(report, { explanations }),
} as const;

/** How a check is shown. */
export const reportRenderers = {
  ...documentFormats(undefined, async () => {
    const [{ reportDocument }, { fleetDocument }] = await Promise.all([
      import('../reporters/documents/report-document.js'),
      import('../reporters/documents/fleet-document.js'),
    ]);
    return (checked: Checked) =>
      'fleet' in checked ? fleetDocument(checked.fleet) : reportDocument(checked.report, checked);
  }),
  json: (checked) => {
    if ('fleet' in checked) return asJson({ ...checked.fleet, schemaVersion: 1, kind: 'fleet' });
    const { report, explanations } = checked;
    return asJson(explanations === undefined ? report : { ...report, explanations });
  },
  junit: forOne('junit'),
  sarif: forOne('sarif'),
  annotations: forOne('annotations'),
} as const satisfies Renderers<Checked>;

function forOne(format: keyof typeof formatsOfTools): Renderer<Checked> {
  return (checked) =>
    'fleet' in checked
      ? {
          complaint: `--format ${format}: many environments are shown as pretty, json, markdown or html; check one at a time for ${format}`,
        }
      : formatsOfTools[format](checked);
}
