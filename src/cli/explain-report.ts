import type { Result } from 'neverthrow';
import { explain } from '../diagnosis/explain.js';
import type { Report } from '../report/report.js';
import { toJson } from '../reporters/json.js';
import { prettyExplanations } from '../reporters/pretty-diagnosis.js';
import { describeFileFault } from './describe-fault.js';
import { readText } from './read-text.js';
import { type Format, renderReport } from './render-report.js';

/** The report, and what it says of the cause of an error text. */
export async function explainReport(
  report: Report,
  file: string,
  { format, color }: { readonly format: Format; readonly color: boolean },
): Promise<Result<string, string>> {
  return (await readText(file)).mapErr(describeFileFault).map((text) => {
    const explanations = explain(text, report);
    return format === 'json'
      ? toJson({ ...report, explanations })
      : `${prettyExplanations(explanations, { color })}\n${renderReport(report, { format, color })}`;
  });
}
