import { err, ok, type Result } from 'neverthrow';
import { explain } from '../diagnosis/explain.js';
import type { HealthReport } from '../report/report.js';
import { toJson } from '../reporters/json.js';
import { prettyExplanations } from '../reporters/pretty-diagnosis.js';
import type { Complaint } from './command-result.js';
import { readText } from './read-text.js';
import { type RenderOptions, renderReport } from './render-report.js';

/** The report, and what it says of the cause of an error text. */
export async function explainReport(
  report: HealthReport,
  file: string,
  options: RenderOptions,
): Promise<Result<string, Complaint>> {
  const { format, color } = options;
  const text = await readText(file);
  if (text.isErr()) return err(text.error);
  const explanations = explain(text.value, report);
  if (format === 'json') return ok(toJson({ ...report, explanations }));
  if (format !== 'pretty') return err(`--explain: shown as pretty or json, not as ${format}`);
  return ok(`${prettyExplanations(explanations, { color })}\n${await renderReport(report, options)}`);
}
