import { readFile } from 'node:fs/promises';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import type { Fault, SnapshotFault } from '../fault.js';
import { writeFileAtomically } from './write-file-atomically.js';

/**
 * Why a file could not be read or written, or does not hold a snapshot. `because` does not repeat the path.
 * @public
 */
export type FileFault = { readonly path: string } & (
  | Fault<'unreadable' | 'unwritable' | 'empty' | 'invalid-json'>
  | SnapshotFault
);

/** The fault for a file that the file system cannot read. */
export function unreadable(path: string, error: unknown) {
  return { path, type: 'unreadable', because: `cannot be read: ${withoutPath(error)}` } as const;
}

/** The fault for a file that the file system cannot write. */
export function unwritable(path: string, error: unknown) {
  return { path, type: 'unwritable', because: `cannot be written: ${withoutPath(error)}` } as const;
}

/** The message of an error. System errors end with the call and the path, which the fault names itself. */
function withoutPath(error: unknown): string {
  const message = errorText(error).replace(/^(E[A-Z0-9]+: [^,]*), .*$/s, '$1');
  const [, code = ''] = /^(E[A-Z0-9]+): /.exec(message) ?? [];
  const words = systemErrors.get(code);
  return words === undefined ? message : `${words} (${code})`;
}

/** What people meet most, in words that are not those of a programmer. */
const systemErrors: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EISDIR', 'it is a folder, not a file'],
  ['ENOENT', 'there is no such file or folder'],
  ['ENOSPC', 'the disk is full'],
]);

/** Reads a file as JSON. */
export function readJson(path: string): ResultAsync<unknown, FileFault> {
  return readContent(path).andThen((text) => parseJson(path, text));
}

/** Reads a file as text, as it is. */
export function readContent(path: string): ResultAsync<string, FileFault> {
  return ResultAsync.fromPromise(readFile(path, 'utf8'), (error) => unreadable(path, error));
}

/** JSON text as a value; `path` only names it in a fault. */
export function parseJson(path: string, text: string): Result<unknown, FileFault> {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (content.trim() === '') return err({ path, type: 'empty', because: 'is empty: expected JSON' });
  try {
    return ok(JSON.parse(content));
  } catch (error) {
    return err({ path, type: 'invalid-json', because: `is not JSON: ${errorText(error)}` });
  }
}

/** Writes text, or pieces of it, atomically. */
export function writeText(path: string, text: string | Iterable<string>): ResultAsync<void, FileFault> {
  return ResultAsync.fromPromise(writeFileAtomically(path, text), (error) => unwritable(path, error));
}
