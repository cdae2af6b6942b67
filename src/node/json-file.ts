import { readFile } from 'node:fs/promises';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import type { SnapshotFault } from '../faults.js';
import { writeFileAtomically } from './write-file-atomically.js';

/**
 * Why a file could not be read or written, or held no snapshot.
 * @public
 */
export type FileFault = { readonly path: string } & (
  | { readonly type: 'unreadable' | 'unwritable' | 'empty' | 'invalid-json'; readonly detail: string }
  | SnapshotFault
);

/** Reads a file as JSON. @internal */
export function readJson(path: string): ResultAsync<unknown, FileFault> {
  return ResultAsync.fromPromise(
    readFile(path, 'utf8'),
    (error): FileFault => ({ path, type: 'unreadable', detail: errorText(error) }),
  ).andThen((text) => parseJson(path, text));
}

/** JSON text as a value; `path` only names it in a fault. @internal */
export function parseJson(path: string, text: string): Result<unknown, FileFault> {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (content.trim() === '') return err({ path, type: 'empty', detail: 'expected JSON, found nothing' });
  try {
    return ok(JSON.parse(content));
  } catch (error) {
    return err({ path, type: 'invalid-json', detail: errorText(error) });
  }
}

/** Writes text, atomically. @internal */
export function writeText(path: string, text: string): ResultAsync<void, FileFault> {
  return ResultAsync.fromPromise(
    writeFileAtomically(path, text),
    (error): FileFault => ({ path, type: 'unwritable', detail: errorText(error) }),
  );
}
