import { readFile } from 'node:fs/promises';
import type { ResultAsync } from 'neverthrow';
import { readMapBackup, readSolutionFile } from '../../node/solution-file.js';
import { planApply } from '../../solutions/plan-apply.js';
import { planImport } from '../../solutions/plan-import.js';
import { planRestore, type RestorePlan } from '../../solutions/plan-restore.js';
import type { SolutionPlan } from '../../solutions/solution-plan.js';
import type { SolutionTarget } from '../../solutions/solution-target.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { readTarget } from '../read-target.js';

/** The arguments of `maps plan`, as read from the command line. */
interface PlanArguments {
  /** A solution, or a backup. */
  readonly file: string;
  /** Snapshots and saved maps of the environment. */
  readonly against: readonly string[];
}

export interface SolutionPlans {
  readonly schemaVersion: 1;
  readonly kind: 'solution-plans';
  readonly plans: readonly (SolutionPlan | RestorePlan)[];
}

/**
 * Plans what importing and applying a solution, or restoring a backup, does to an environment. Exit code: 0 nothing is in the way or
 * lost, 1 something is, 2 that is not known.
 */
export async function run({ file, against }: PlanArguments): Promise<CommandResult<SolutionPlans>> {
  const target = await readTarget(against);
  if (target.isErr()) return couldNotRun(target.error);
  const plans = (await isJson(file)) ? await restorePlans(file, target.value) : await solutionPlans(file, target.value);
  if (plans.isErr()) return couldNotRun(plans.error);
  const result = { schemaVersion: 1, kind: 'solution-plans', plans: plans.value } as const;
  return { type: 'done', result, exitCode: exitCodeOf(plans.value) };
}

function solutionPlans(file: string, target: SolutionTarget): ResultAsync<readonly SolutionPlan[], Complaint> {
  return readSolutionFile(file).map((solution) => [
    planImport(solution, target),
    planApply(solution, target, { isImported: true }),
  ]);
}

function restorePlans(file: string, target: SolutionTarget): ResultAsync<readonly RestorePlan[], Complaint> {
  return readMapBackup(file).andThen((backup) =>
    planRestore(backup, target)
      .map((plan) => [plan])
      .mapErr((fault) => ({ path: file, ...fault })),
  );
}

/** A backup is JSON, whose first character says so; everything else is for the reader of solutions to name. */
export async function isJson(file: string): Promise<boolean> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  return /^\ufeff?\s*\{/.test(bytes.toString('utf8', 0, 256));
}

function exitCodeOf(plans: readonly (SolutionPlan | RestorePlan)[]): 0 | 1 | 2 {
  if (plans.some(({ verdict }) => verdict === 'obstructed' || verdict === 'lossy')) return 1;
  return plans.some(({ verdict }) => verdict === 'unknown') ? 2 : 0;
}
