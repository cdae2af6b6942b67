import { err, ok, type Result } from 'neverthrow';
import { cleanupPlan } from '../../diagnosis/cleanup/cleanup-plan.js';
import { targetsInText } from '../../diagnosis/cleanup/targets-in-text.js';
import type { Snapshot } from '../../facts/snapshot.js';
import type { InputOf } from '../../inputs/input.js';
import type { PlannedCleanup } from '../../inputs/planned-cleanup-document.js';
import { reportOf, type SnapshotArguments } from '../check-facts.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { inputInWords } from '../input-in-words.js';
import { factsIn, readSoundSnapshot } from '../load-facts.js';
import { readInputs } from '../read-inputs.js';
import { isFileOrPath, textOrFile } from '../text-or-file.js';

interface CleanupArguments extends Pick<SnapshotArguments, 'config' | 'baseline' | 'gate'> {
  readonly input: string;
}

/**
 * Plans how stale configuration is removed. Exit code: 0 nothing to clean up, 1 something, or something in the way, 2 nothing was found,
 * but not everything could be judged.
 */
export async function run({ input, ...given }: CleanupArguments): Promise<CommandResult<PlannedCleanup>> {
  if (input.trim() === '') return couldNotRun('expected a file or text, not nothing');
  const planned = isFileOrPath(input) ? await plannedFromFile(input, given) : plannedFromText(input, undefined, given);
  if (planned.isErr()) return couldNotRun(planned.error);
  return { type: 'done', result: planned.value, exitCode: exitCodeOf(planned.value) };
}

/** A text that names nothing does not say that there is nothing. */
export function exitCodeOf({ plan: { targets, inTheWay, kept, unknowns }, from }: PlannedCleanup): 0 | 1 | 2 {
  const isFound = targets.length > 0 || inTheWay.length > 0 || kept.some(({ alsoFoundBy }) => alsoFoundBy.length > 0);
  if (isFound) return 1;
  return unknowns.length > 0 || from === 'text' ? 2 : 0;
}

type Planned = Result<PlannedCleanup, Complaint>;

async function plannedFromFile(path: string, given: Omit<CleanupArguments, 'input'>): Promise<Planned> {
  const sound = await readSoundSnapshot(path);
  if (sound !== undefined) return plannedFromSnapshot(sound, given);
  const inputs = await readInputs([path]);
  if (inputs.isErr()) return err(inputs.error);
  const [first, ...others] = inputs.value;
  const input = others.length === 0 ? first : undefined; // the files of a folder have facts together
  if (input?.kind === 'report') {
    const misplaced = onlyForSnapshots(path, given);
    return misplaced === undefined
      ? ok({ plan: cleanupPlan(input.report), from: 'report', problem: null })
      : err(misplaced);
  }
  if (input?.kind === 'error-text') return plannedFromText(input.text, path, given);
  if (input?.kind === 'unknown') return plannedFromOther(path, input, given);
  const facts = await factsIn(inputs.value);
  if (facts.isErr() && others.length > 0)
    return err(`${path}: is a folder with several files that do not make up one snapshot: name one of them`);
  return facts.isErr() ? err(withExpected(facts.error)) : plannedFromSnapshot(facts.value.snapshot, given);
}

/** Errors are written as JSON too, by programs that are not known: those have words for them. */
async function plannedFromOther(
  path: string,
  input: InputOf<'unknown'>,
  given: Omit<CleanupArguments, 'input'>,
): Promise<Planned> {
  const read = path === '-' ? undefined : (await textOrFile(path)).unwrapOr(undefined);
  const isError = read !== undefined && /error|exception|fail|unable|cannot|DW(?:DV|FO)EV/i.test(read.text);
  if (isError && !/"schemaVersion"/.test(read.text)) return plannedFromText(read.text, path, given);
  return err(withExpected({ path, type: 'not-facts', because: inputInWords(input) }));
}

function withExpected(complaint: Complaint): Complaint {
  if (typeof complaint === 'string' || complaint.type !== 'not-facts') return complaint;
  return { ...complaint, because: `${complaint.because}; expected a report, a snapshot or an error text` };
}

function plannedFromText(text: string, path: string | undefined, given: Omit<CleanupArguments, 'input'>): Planned {
  const misplaced = onlyForSnapshots(path ?? 'the text', given);
  if (misplaced !== undefined) return err(misplaced);
  const { targets, problem } = targetsInText(text);
  return ok({ plan: cleanupPlan(targets), from: 'text', problem: problem?.title ?? null });
}

function onlyForSnapshots(what: string, given: Omit<CleanupArguments, 'input'>): string | undefined {
  const [option] = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (option === undefined) return undefined;
  const typed = option === 'gate' ? '--no-gate' : `--${option}`;
  return `${typed}: only a snapshot is checked with it, and ${what} is not a snapshot`;
}

/** As `check` judges it, so that a snapshot and its report have one plan: with the same settings, suppressions and baseline. */
async function plannedFromSnapshot(snapshot: Snapshot, given: Omit<CleanupArguments, 'input'>): Promise<Planned> {
  return (await reportOf(snapshot, given)).map((report) => ({
    plan: cleanupPlan(report),
    from: 'snapshot',
    problem: null,
  }));
}
