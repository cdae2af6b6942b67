import type { EvaluateOptions } from '../engine/settings.js';
import { evaluateSnapshot, factsNeededFor, issuesInEvaluateOptions } from '../evaluate-snapshot.js';
import { exitCodeFor } from '../report/exit-code.js';
import { type CommandResult, couldNotRun } from './command-result.js';
import { describeIssues } from './describe-fault.js';
import { type FactsArguments, isLive } from './facts-arguments.js';
import { loadFacts } from './load-facts.js';
import { type Format, renderReport } from './render-report.js';

/** The arguments of `check`, as read from the command line. */
export interface CheckArguments
  extends FactsArguments,
    Pick<EvaluateOptions, 'only' | 'gate' | 'failOn' | 'roleModel'> {
  readonly format: Format;
  readonly color: boolean;
}

/** Checks a saved snapshot or live services and renders the report. */
export async function check(given: CheckArguments): Promise<CommandResult> {
  const { only, gate, failOn, roleModel } = given;
  const options = { only, gate, failOn, roleModel };
  const [issue, ...more] = issuesInEvaluateOptions(options);
  if (issue !== undefined) return couldNotRun(describeIssues([issue, ...more]));
  if (given.snapshot === undefined && given.with === undefined && given.gateway === undefined && !isLive(given)) {
    return couldNotRun(
      'expected a snapshot to check (a file, or - for standard input), --dataverse and --finops, or --with FILE',
    );
  }

  const snapshot = await loadFacts(given, factsNeededFor(options));
  if (snapshot.isErr()) return couldNotRun(snapshot.error);
  const report = evaluateSnapshot(snapshot.value, options);
  return { type: 'done', output: renderReport(report, given), exitCode: exitCodeFor(report) };
}
