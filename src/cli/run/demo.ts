import { evaluateSnapshot } from '../../evaluate-snapshot.js';
import { demoSnapshot } from '../../inputs/demo-snapshot.js';
import type { CommandResult } from '../command-result.js';
import type { Checked } from '../report-renderers.js';

/** Checks the sample environment. The exit code says that its report was shown, not whether it is healthy. */
export function run(): CommandResult<Checked> {
  return { type: 'done', result: { report: evaluateSnapshot(demoSnapshot()) }, exitCode: 0 };
}
