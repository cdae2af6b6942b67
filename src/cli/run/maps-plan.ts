import { readFile } from 'node:fs/promises';
import { err, ok, type Result, type ResultAsync } from 'neverthrow';
import { readMapBackup, readSolutionFile } from '../../node/solution-file.js';
import type { ShownSolutionPlan } from '../../reporters/documents/solution-plans-document.js';
import { planApply } from '../../solutions/plan-apply.js';
import { planImport } from '../../solutions/plan-import.js';
import { planVerified, type RestorePlan } from '../../solutions/plan-restore.js';
import type { SolutionPlan } from '../../solutions/solution-plan.js';
import type { SolutionTarget } from '../../solutions/solution-target.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import type { ExportArguments } from '../plan-solution-export.js';
import { readTarget } from '../read-target.js';

/** The arguments of `maps plan`, as read from the command line. */
interface PlanArguments extends ExportArguments {
  /** Snapshots and saved maps of the environment. */
  readonly against?: readonly string[] | undefined;
  /** Plan the export of a solution, and not its import. */
  readonly export?: true | undefined;
}

export interface SolutionPlans {
  readonly schemaVersion: 1;
  readonly kind: 'solution-plans';
  readonly plans: readonly ShownSolutionPlan[];
}

/**
 * Plans what importing and applying a solution, or restoring a backup, does to an environment; or how a solution is exported. Exit
 * code: 0 nothing is in the way or lost, 1 something is, 2 that is not known.
 */
export async function run(given: PlanArguments): Promise<CommandResult<SolutionPlans>> {
  const plans = given.export === true ? await exportPlans(given) : await importPlans(given);
  if (plans.isErr()) return couldNotRun(plans.error);
  const result = { schemaVersion: 1, kind: 'solution-plans', plans: plans.value } as const;
  return { type: 'done', result, exitCode: exitCodeOf(plans.value) };
}

async function importPlans(given: PlanArguments): Promise<Result<readonly ShownSolutionPlan[], Complaint>> {
  const { file, against } = given;
  const misplaced = exportOptions.find(([name]) => given[name] !== undefined);
  if (misplaced !== undefined) return err(`${misplaced[1]} belongs to --export`);
  if (against === undefined) return err('expected --against FILE (the environment), or --export');
  const target = await readTarget(against);
  if (target.isErr()) return err(target.error);
  return (await isJson(file)) ? restorePlans(file, target.value) : solutionPlans(file, target.value);
}

const exportOptions = [
  ['solutionVersion', '--solution-version'],
  ['unmanaged', '--unmanaged'],
  ['previous', '--previous'],
  ['metadata', '--metadata'],
  ['acceptUnchecked', '--accept-unchecked'],
] as const satisfies readonly (readonly [keyof ExportArguments, string])[];

async function exportPlans(given: PlanArguments): Promise<Result<readonly ShownSolutionPlan[], Complaint>> {
  const { file, against } = given;
  if (await isJson(file)) return err(`${file}: is not a solution: expected the .zip file of one for --export`);
  const target = against === undefined ? ok(undefined) : await readTarget(against);
  if (target.isErr()) return err(target.error);
  const { planSolutionExport } = await import('../plan-solution-export.js');
  return (await planSolutionExport(given, target.value?.facts ?? {})).map((plan) => [plan]);
}

function solutionPlans(file: string, target: SolutionTarget): ResultAsync<readonly SolutionPlan[], Complaint> {
  return readSolutionFile(file).map((solution) => [
    planImport(solution, target),
    planApply(solution, target, { isImported: true }),
  ]);
}

function restorePlans(file: string, target: SolutionTarget): ResultAsync<readonly RestorePlan[], Complaint> {
  return readMapBackup(file).map((backup) => [planVerified(backup, target)]);
}

/** A backup is JSON, whose first character says so; everything else is for the reader of solutions to name. */
export async function isJson(file: string): Promise<boolean> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  return /^\ufeff?\s*\{/.test(bytes.toString('utf8', 0, 256));
}

function exitCodeOf(plans: readonly ShownSolutionPlan[]): 0 | 1 | 2 {
  if (plans.some(({ verdict }) => verdict === 'obstructed' || verdict === 'lossy')) return 1;
  return plans.some(({ verdict }) => verdict === 'unknown') ? 2 : 0;
}
