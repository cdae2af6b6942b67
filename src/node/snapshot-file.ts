import { readFile } from 'node:fs/promises';
import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import { parseSnapshot, type Snapshot } from '../facts/snapshot.js';
import type { SnapshotFault } from '../faults.js';
import { toJson } from '../reporters/json.js';
import { writeFileAtomically } from './write-file-atomically.js';

/**
 * Why a file could not be read or written, or held no snapshot.
 * @public
 */
export type FileFault = { readonly path: string } & (
  | { readonly type: 'unreadable' | 'unwritable' | 'empty' | 'invalid-json'; readonly detail: string }
  | SnapshotFault
);

/**
 * Reads a saved snapshot and checks it.
 *
 * @param path - a JSON file in UTF-8, with or without a byte order mark
 * @returns the snapshot, or a {@link FileFault} that names the file and what is wrong with it
 * @public
 */
export function readSnapshot(path: string): ResultAsync<Snapshot, FileFault> {
  return readJson(path).andThen((input) => parseSnapshot(input).mapErr((fault): FileFault => ({ path, ...fault })));
}

/**
 * Writes a snapshot as JSON, atomically: a reader sees the old file or the new one, never a half.
 * It writes what it is given; {@link redactSnapshot} comes before.
 *
 * @returns nothing, or a {@link FileFault} of type `unwritable`
 * @public
 */
export function writeSnapshot(path: string, snapshot: Snapshot): ResultAsync<void, FileFault> {
  return writeText(path, toJson(snapshot));
}

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
