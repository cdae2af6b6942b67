import { type Baseline, baselineOf } from '../../govern/baseline.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { readBaseline, readReport } from '../read-baseline.js';

interface BaselineArguments {
  /** A report as JSON. */
  readonly report: string;
  /** An earlier baseline, or a report. */
  readonly previous?: string | undefined;
}

/** Makes a baseline of the findings of a report; with an earlier one, only of those of it that are still there. */
export async function run({ report: path, previous }: BaselineArguments): Promise<CommandResult<Baseline>> {
  const report = await readReport(path);
  if (report.isErr()) return couldNotRun(report.error);
  if (previous === undefined) return { type: 'done', result: baselineOf(report.value), exitCode: 0 };
  const earlier = await readBaseline(previous);
  if (earlier.isErr()) return couldNotRun(earlier.error);
  const before = 'findings' in earlier.value ? earlier.value : baselineOf(earlier.value);
  return { type: 'done', result: baselineOf(report.value, before), exitCode: 0 };
}
