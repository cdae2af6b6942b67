import { ResultAsync } from 'neverthrow';
import type { Fault } from '../fault.js';
import type { CorruptLine } from '../sync-errors/error-lines.js';
import { unreadable, unwritable } from './json-file.js';

/**
 * Why a file of sync errors could not be used, and what to do. With `corrupt-queue`, nothing is changed until the lines
 * are repaired: an unreadable request could be sent a second time. With `locked`, another process is writing. `invalid-json` is JSON that is cut
 * off or damaged as a whole, `malformed` something else than a list or a table of rows.
 * @public
 */
export type SyncErrorFileFault = { readonly path: string; readonly whatToDo: string } & (
  | Fault<'unreadable' | 'unwritable' | 'locked' | 'invalid-json' | 'malformed'>
  | (Fault<'corrupt-queue'> & { readonly lines: readonly CorruptLine[] })
);

export function reading<T>(path: string, result: Promise<T>): ResultAsync<T, SyncErrorFileFault> {
  const whatToDo = 'Make sure that the file exists and that you are allowed to read it.';
  return ResultAsync.fromPromise(result, (error) => ({ ...unreadable(path, error), whatToDo }));
}

export function writing<T>(path: string, result: Promise<T>): ResultAsync<T, SyncErrorFileFault> {
  return ResultAsync.fromPromise(result, (error) => unwritableFault(path, error));
}

export function unwritableFault(path: string, error: unknown): SyncErrorFileFault {
  const whatToDo =
    'Make sure that there is enough space and that you are allowed to write to the folder, then try again: nothing was changed.';
  return { ...unwritable(path, error), whatToDo };
}
