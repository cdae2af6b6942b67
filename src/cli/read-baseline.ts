import { err, ok, type Result } from 'neverthrow';
import type { Baseline } from '../govern/baseline.js';
import type { HealthReport } from '../report/report.js';
import type { Complaint } from './command-result.js';
import { inputInWords } from './input-in-words.js';
import { readInputs } from './read-inputs.js';

/** A baseline, or an earlier report taken as one. */
export async function readBaseline(path: string): Promise<Result<Baseline | HealthReport, Complaint>> {
  const inputs = await readInputs([path]);
  if (inputs.isErr()) return err(inputs.error);
  const [input, ...others] = inputs.value;
  if (others.length > 0) return err(severalFiles(path));
  if (input?.kind === 'baseline') return ok(input.baseline);
  if (input?.kind === 'report') return ok(input.report);
  const because = `is neither a baseline nor a report${input === undefined ? '' : `: it ${inputInWords(input)}`}`;
  return err({ path, type: 'malformed', because });
}

/** A report, as `check` writes it. */
export async function readReport(path: string): Promise<Result<HealthReport, Complaint>> {
  const inputs = await readInputs([path]);
  if (inputs.isErr()) return err(inputs.error);
  const [input, ...others] = inputs.value;
  if (others.length > 0) return err(severalFiles(path));
  if (input?.kind === 'report') return ok(input.report);
  return err({ path, type: 'malformed', because: input === undefined ? 'has no report' : inputInWords(input) });
}

function severalFiles(path: string): Complaint {
  return { path, type: 'malformed', because: 'is a folder with several files: name one of them' };
}
