import { err, ok, type Result } from 'neverthrow';
import type { ShownSolutionPlan } from '../../reporters/documents/solution-plans-document.js';
import { planApply } from '../../solutions/plan-apply.js';
import { planImport } from '../../solutions/plan-import.js';
import { planVerified } from '../../solutions/plan-restore.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import type { ExportArguments } from '../plan-solution-export.js';
import { notSolutionOrBackup, readSolutionOrBackup } from '../read-solution-or-backup.js';
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
  const read = await readSolutionOrBackup(file);
  if (read.isErr()) return err(read.error);
  switch (read.value.kind) {
    case 'solution': {
      const { solution } = read.value;
      return ok([planImport(solution, target.value), planApply(solution, target.value, { isImported: true })]);
    }
    case 'backup':
      return read.value.backup
        .map((backup) => [planVerified(backup, target.value)])
        .mapErr((fault) => ({ path: file, ...fault }));
    case 'other':
      return err(await notSolutionOrBackup(file, read.value.inputs));
  }
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
  const read = await readSolutionOrBackup(file);
  if (read.isErr()) return err(read.error);
  if (read.value.kind !== 'solution') return err(`${file}: is not a solution: expected one for --export`);
  const target = against === undefined ? ok(undefined) : await readTarget(against);
  if (target.isErr()) return err(target.error);
  const { planSolutionExport } = await import('../plan-solution-export.js');
  return (await planSolutionExport(read.value.solution, given, target.value?.facts ?? {})).map((plan) => [plan]);
}

export function exitCodeOf(plans: readonly ShownSolutionPlan[]): 0 | 1 | 2 {
  if (plans.some(({ verdict }) => verdict === 'obstructed' || verdict === 'lossy')) return 1;
  return plans.some(({ verdict }) => verdict === 'unknown') ? 2 : 0;
}
