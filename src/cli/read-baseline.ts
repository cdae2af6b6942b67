import { err, ok, type Result } from 'neverthrow';
import type { Baseline } from '../govern/baseline.js';
import { parseBaseline } from '../govern/parse-baseline.js';
import { readJson } from '../node/json-file.js';
import type { HealthReport } from '../report/report.js';
import { parseReport } from '../report/schema.js';
import { describeFileFault } from './describe-fault.js';

/** A baseline, or an earlier report taken as one. */
export async function readBaseline(path: string): Promise<Result<Baseline | HealthReport, string>> {
  const input = await readJson(path);
  if (input.isErr()) return err(describeFileFault(input.error));
  const baseline = parseBaseline(input.value);
  if (baseline !== undefined) return ok(baseline);
  const report = parseReport(input.value);
  return report.mapErr(
    (fault) => `${path}: is neither a baseline nor a report: ${describeFileFault({ path, ...fault })}`,
  );
}
