import { err, ok, type Result } from 'neverthrow';
import type { Input } from '../inputs/input.js';
import { mapsOf } from '../inputs/maps-of.js';
import { recognizeMaps } from '../inputs/recognize-maps.js';
import { solutionOf } from '../inputs/solution-of.js';
import { readMapBackup } from '../node/solution-file.js';
import type { DualWriteSolution } from '../solutions/dual-write-solution.js';
import type { BackupFault, MapBackup } from '../solutions/map-backup.js';
import { verifyBackup } from '../solutions/verify-backup.js';
import type { Complaint } from './command-result.js';
import { kindInWords } from './input-in-words.js';
import { isReadOnce } from './is-read-once.js';
import { readInputs } from './read-inputs.js';

/** What a file or a folder holds that can be imported or restored; anything else is for the command to take or to refuse. */
export type SolutionOrBackup =
  | { readonly kind: 'solution'; readonly solution: DualWriteSolution }
  /** A fault of type `damaged` names the maps. */
  | { readonly kind: 'backup'; readonly backup: Result<MapBackup, BackupFault> }
  | { readonly kind: 'other'; readonly inputs: readonly Input[] };

/** A solution in any form, or a backup, which may have been cut off. */
export async function readSolutionOrBackup(file: string): Promise<Result<SolutionOrBackup, Complaint>> {
  const inputs = await readInputs([file], recognizeMaps);
  if (inputs.isErr()) return err(inputs.error);
  const solution = await solutionOf(inputs.value);
  if (solution.isErr()) return err({ path: file, ...solution.error });
  if (solution.value !== undefined) return ok({ kind: 'solution', solution: solution.value });
  const [input] = inputs.value;
  if (input?.kind === 'map-backup') return ok({ kind: 'backup', backup: await verifyBackup(input.backup) });
  const cutOff = input?.kind === 'unknown' && !isReadOnce(file) ? await readMapBackup(file) : undefined;
  if (cutOff?.isErr() === true && cutOff.error.type === 'damaged')
    return ok({ kind: 'backup', backup: err(cutOff.error) });
  return ok({ kind: 'other', inputs: inputs.value });
}

/** Why what was given instead is refused. */
export async function notSolutionOrBackup(file: string, inputs: readonly Input[]): Promise<Complaint> {
  const [input] = inputs;
  const maps = await mapsOf(inputs);
  const whatToDo = maps.isOk() ? 'Make a backup of these maps first: maps backup FILE -o backup.json.' : undefined;
  return { path: file, type: 'not-a-solution', because: `${what()}: expected a solution or a backup`, whatToDo };

  function what(): string {
    if (input === undefined) return 'is an empty folder';
    // What was taken for rows may be the error of a service instead.
    return input.kind === 'map-rows' && maps.isErr() ? maps.error.because : kindInWords(input);
  }
}
