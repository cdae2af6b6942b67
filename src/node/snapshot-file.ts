import type { ResultAsync } from 'neverthrow';
import { parseSnapshot } from '../facts/parse-snapshot.js';
import type { Snapshot } from '../facts/snapshot.js';
import { toJson } from '../reporters/json.js';
import { type FileFault, readJson, writeText } from './json-file.js';

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
 * Writes a snapshot as JSON, atomically: a reader sees the old file or the new one, never a part. It
 * writes what it is given; call {@link redactSnapshot} first if needed.
 *
 * @returns nothing, or a {@link FileFault} of type `unwritable`
 * @public
 */
export function writeSnapshot(path: string, snapshot: Snapshot): ResultAsync<void, FileFault> {
  return writeText(path, toJson(snapshot));
}
