import { err, fromThrowable, ok, type Result } from 'neverthrow';
import { type CleanupPlan, cleanupPlan } from '../../diagnosis/cleanup/cleanup-plan.js';
import type { Snapshot } from '../../facts/snapshot.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { isReport } from '../../report/is-report.js';
import { isSnapshot } from '../../facts/is-snapshot.js';
import { targetsInText } from '../targets-in-text.js';
import { textOrFile } from '../text-or-file.js';
import { reportOf, type SnapshotArguments } from './check.js';

/** A plan, with what it was made from. */
export interface PlannedCleanup {
  readonly plan: CleanupPlan;
  readonly from: 'report' | 'snapshot' | 'text';
  /** The known problem that a text reports, where it is about stale configuration. */
  readonly problem: string | null;
}

interface CleanupArguments extends Pick<SnapshotArguments, 'config' | 'baseline' | 'gate'> {
  readonly input: string;
}

/**
 * Plans how stale configuration is removed. Exit code: 0 nothing to clean up, 1 something, or something in the way, 2 nothing was found,
 * but not everything could be judged.
 */
export async function run({ input, ...given }: CleanupArguments): Promise<CommandResult<PlannedCleanup>> {
  const read = await textOrFile(input);
  if (read.isErr()) return couldNotRun(read.error);
  const { text, path } = read.value;
  const planned = await plannedFrom(text, path, given);
  if (planned.isErr()) return couldNotRun(planned.error);
  return { type: 'done', result: planned.value, exitCode: exitCodeOf(planned.value) };
}

/** A text that names nothing does not say that there is nothing. */
function exitCodeOf({ plan: { targets, inTheWay, kept, unknowns }, from }: PlannedCleanup): 0 | 1 | 2 {
  const isFound = targets.length > 0 || inTheWay.length > 0 || kept.some(({ alsoFoundBy }) => alsoFoundBy.length > 0);
  if (isFound) return 1;
  return unknowns.length > 0 || from === 'text' ? 2 : 0;
}

const parseJson = fromThrowable((text: string): unknown => JSON.parse(text));

type Planned = Result<PlannedCleanup, Complaint>;

async function plannedFrom(
  text: string,
  path: string | undefined,
  given: Omit<CleanupArguments, 'input'>,
): Promise<Planned> {
  const json = parseJson(text).unwrapOr(undefined);
  if (isSnapshot(json)) return plannedFromSnapshot(json, given);
  if (typeof json === 'object' && json !== null && 'facts' in json && !isReport(json)) {
    const { parseSnapshot } = await import('../../facts/parse-snapshot.js');
    const snapshot = parseSnapshot(json);
    return snapshot.isOk() ? plannedFromSnapshot(snapshot.value, given) : err({ path, ...snapshot.error });
  }
  const [option] = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (option !== undefined) {
    const typed = option === 'gate' ? '--no-gate' : `--${option}`;
    return err(`${typed}: only a snapshot is checked with it, and ${path ?? 'the text'} is not a snapshot`);
  }
  if (isReport(json)) {
    const { parseReport } = await import('../../report/schema.js');
    return parseReport(json)
      .map((report): PlannedCleanup => ({ plan: cleanupPlan(report), from: 'report', problem: null }))
      .mapErr((fault) => ({ path, ...fault }));
  }
  if (text.includes('\0') || isOther(json, text)) {
    return err(`${path ?? 'the text'}: expected a report, a snapshot or an error text`);
  }
  const { targets, problem } = targetsInText(text);
  return ok({ plan: cleanupPlan(targets), from: 'text', problem: problem?.title ?? null });
}

/** As `check` judges it, so that a snapshot and its report have one plan: with the same settings, suppressions and baseline. */
async function plannedFromSnapshot(snapshot: Snapshot, given: Omit<CleanupArguments, 'input'>): Promise<Planned> {
  return (await reportOf(snapshot, given)).map((report) => ({
    plan: cleanupPlan(report),
    from: 'snapshot',
    problem: null,
  }));
}

/** Other results, and data: errors that are written as JSON have words for them. */
function isOther(json: unknown, text: string): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return 'schemaVersion' in json || !/error|exception|fail|unable|cannot|DW(?:DV|FO)EV/i.test(text);
}
