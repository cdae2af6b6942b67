import { asJson } from './as-json.js';
import type { Renderer, Renderers } from './define-command.js';
import { type FormatOfReport, reportRenderers } from './report-renderers.js';
import type { Checked } from './run/check.js';

/** How the outcome of a check is shown: one report, what it explains, or the reports of many environments. */
export const checkRenderers = {
  pretty: async (checked, view) => {
    if ('fleet' in checked) return (await import('../reporters/fleet.js')).prettyFleet(checked.fleet, view);
    const report = await reportRenderers.pretty(checked, view);
    if (checked.explanations === undefined) return report;
    const { prettyExplanations } = await import('../reporters/pretty-diagnosis.js');
    return `${prettyExplanations(checked.explanations, view)}\n${report}`;
  },
  json: (checked) => {
    if ('fleet' in checked) return asJson(checked.fleet);
    const { report, explanations } = checked;
    return asJson(explanations === undefined ? report : { ...report, explanations });
  },
  markdown: async (checked, view) =>
    'fleet' in checked
      ? (await import('../reporters/fleet.js')).markdownFleet(checked.fleet)
      : onlyReport('markdown')(checked, view),
  junit: onlyReport('junit'),
  sarif: onlyReport('sarif'),
  annotations: onlyReport('annotations'),
  html: onlyReport('html'),
} as const satisfies Renderers<Checked>;

/** The format of one report, which shows neither explanations nor many environments. */
function onlyReport(format: FormatOfReport | 'markdown'): Renderer<Checked> {
  return (checked, view) => {
    if ('fleet' in checked) {
      return {
        complaint: `--format ${format}: many environments are shown as pretty, json or markdown; check one at a time for ${format}`,
      };
    }
    return checked.explanations === undefined
      ? reportRenderers[format](checked, view)
      : { complaint: `--explain: shown as pretty or json, not as ${format}` };
  };
}
