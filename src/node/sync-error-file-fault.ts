import { ResultAsync } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import type { CorruptLine } from '../sync-errors/error-lines.js';

/**
 * Why a file of sync errors could not be used, and what to do. With `corrupt-queue`, nothing is changed until the lines are
 * mended: a request that cannot be read could be sent a second time.
 * @public
 */
export type SyncErrorFileFault = { readonly path: string; readonly whatToDo: string } & (
  | { readonly type: 'unreadable' | 'unwritable'; readonly detail: string }
  | { readonly type: 'corrupt-queue'; readonly lines: readonly CorruptLine[] }
);

/** A fault in one line, with what to do. */
export function inWords(fault: SyncErrorFileFault): string {
  return fault.type === 'corrupt-queue' ? fault.whatToDo : `${fault.path}: ${fault.detail}. ${fault.whatToDo}`;
}

export function reading<T>(path: string, result: Promise<T>): ResultAsync<T, SyncErrorFileFault> {
  return ResultAsync.fromPromise(result, (error): SyncErrorFileFault => {
    const whatToDo = 'See that the file is there and that you may read it.';
    return { type: 'unreadable', path, detail: errorText(error), whatToDo };
  });
}

export function writing(path: string, result: Promise<void>): ResultAsync<void, SyncErrorFileFault> {
  return ResultAsync.fromPromise(result, (error): SyncErrorFileFault => {
    const whatToDo =
      'See that there is room and that you may write to the folder, then do it again: nothing was changed.';
    return { type: 'unwritable', path, detail: errorText(error), whatToDo };
  });
}
