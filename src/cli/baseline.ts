import { baselineOf } from '../govern/baseline.js';
import { readJson } from '../node/json-file.js';
import { parseReport } from '../report/schema.js';
import { toJson } from '../reporters/json.js';
import { type CommandResult, couldNotRun } from './command-result.js';
import { readBaseline } from './read-baseline.js';

/** Writes the findings of a report as a baseline; with an earlier one, only those of it that are still there. */
export async function baseline(
  path: string,
  { previous }: { readonly previous?: string | undefined },
): Promise<CommandResult> {
  const input = await readJson(path);
  if (input.isErr()) return couldNotRun(input.error);
  const report = parseReport(input.value);
  if (report.isErr()) return couldNotRun({ path, ...report.error });
  if (previous === undefined) return { type: 'done', output: toJson(baselineOf(report.value)), exitCode: 0 };
  const earlier = await readBaseline(previous);
  if (earlier.isErr()) return couldNotRun(earlier.error);
  const before = 'findings' in earlier.value ? earlier.value : baselineOf(earlier.value);
  return { type: 'done', output: toJson(baselineOf(report.value, before)), exitCode: 0 };
}
