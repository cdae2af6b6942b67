import { ok, type Result } from 'neverthrow';
import {
  type EvaluateOptions,
  evaluateSnapshot,
  factsNeededFor,
  issuesInEvaluateOptions,
} from '../evaluate-snapshot.js';
import { exitCodeFor } from '../report/exit-code.js';
import type { Report } from '../report/report.js';
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
  /** A file with an error text, or `-` for standard input. */
  readonly explain?: string | undefined;
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
  const output = await rendered(report, given);
  return output.match(
    (text) => ({ type: 'done', output: text, exitCode: exitCodeFor(report) }),
    (complaint) => couldNotRun(complaint),
  );
}

async function rendered(report: Report, given: CheckArguments): Promise<Result<string, string>> {
  if (given.explain === undefined) return ok(renderReport(report, given));
  const { explainReport } = await import('./explain-report.js');
  return explainReport(report, given.explain, given);
}
