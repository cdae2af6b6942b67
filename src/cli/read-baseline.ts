import { err, type Result } from 'neverthrow';
import type { Baseline } from '../govern/baseline.js';
import { parseBaseline } from '../govern/parse-baseline.js';
import { readJson } from '../node/json-file.js';
import type { HealthReport } from '../report/report.js';
import { parseReport } from '../report/schema.js';
import type { Complaint } from './command-result.js';

/** A baseline, or an earlier report taken as one. */
export async function readBaseline(path: string): Promise<Result<Baseline | HealthReport, Complaint>> {
  const input = await readJson(path);
  if (input.isErr()) return err(input.error);
  return parseBaseline(input.value).orElse(() =>
    parseReport(input.value).mapErr((fault) => ({
      ...fault,
      path,
      because: `is neither a baseline nor a report: ${fault.because}`,
    })),
  );
}
