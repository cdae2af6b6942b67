import { readFile } from 'node:fs/promises';
import { readMapBackup, readSolutionFile } from '../node/solution-file.js';
import { toJson } from '../reporters/json.js';
import { markdownSolutionPlans, prettySolutionPlans } from '../reporters/solution-plan.js';
import { planApply } from '../solutions/plan-apply.js';
import { planImport } from '../solutions/plan-import.js';
import { planRestore, type RestorePlan } from '../solutions/plan-restore.js';
import type { SolutionPlan } from '../solutions/solution-plan.js';
import type { SolutionTarget } from '../solutions/solution-target.js';
import { type CommandResult, couldNotRun } from './command-result.js';
import { describeBackupFault, describeSolutionFault } from './describe-solution-fault.js';
import { readTarget } from './read-target.js';

/** The arguments of `maps plan` and `maps verify`, as read from the command line. */
export interface SolutionArguments {
  /** Snapshots and saved maps of the environment. */
  readonly against: readonly string[];
  readonly format: 'pretty' | 'json' | 'markdown';
  readonly color: boolean;
}

/**
 * Plans what importing and applying a solution, or restoring a backup, does to an environment. Exit code: 0 nothing is in the way or
 * lost, 1 something is, 2 that is not known.
 */
export async function planMaps(file: string, { against, format, color }: SolutionArguments): Promise<CommandResult> {
  const target = await readTarget(against);
  if (target.isErr()) return couldNotRun(target.error);
  const plans = (await isJson(file)) ? await restorePlans(file, target.value) : await solutionPlans(file, target.value);
  if (typeof plans === 'string') return couldNotRun(plans);
  const print = {
    json: () => toJson({ schemaVersion: 1, kind: 'solution-plans', plans }),
    markdown: () => markdownSolutionPlans(plans),
    pretty: () => prettySolutionPlans(plans, { color }),
  }[format];
  return { type: 'done', output: print(), exitCode: exitCodeOf(plans) };
}

/** The plans, or the line that says why there are none. */
async function solutionPlans(file: string, target: SolutionTarget): Promise<readonly SolutionPlan[] | string> {
  return (await readSolutionFile(file)).match(
    (solution) => [planImport(solution, target), planApply(solution, target, { isImported: true })],
    describeSolutionFault,
  );
}

async function restorePlans(file: string, target: SolutionTarget): Promise<readonly RestorePlan[] | string> {
  const backup = await readMapBackup(file);
  if (backup.isErr()) return describeBackupFault(backup.error);
  return (await planRestore(backup.value, target)).match(
    (plan) => [plan],
    (fault) => describeBackupFault({ path: file, ...fault }),
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
