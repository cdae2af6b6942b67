import { type CorruptLine, corruptLine, parseSyncErrorLine } from '../sync-errors/error-lines.js';
import type { SyncErrorRecord } from '../sync-errors/record.js';
import { type LineSource, readLines } from './read-lines.js';
import { exists } from './request-file.js';

/**
 * Reads error rows from a JSON Lines file, in memory that does not grow with it. It reads only this file, without the
 * requests of a store next to it.
 *
 * Microsoft labels the feature as a preview. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @param source - in UTF-8, with or without a byte order mark; blank lines do not count
 * @param onCorruptLine - called with each line that is not a row, when it is reached
 * @returns the rows in the order of the file; iterating throws errors of the file system
 * @public
 */
export async function* readSyncErrors(
  source: LineSource,
  onCorruptLine: (line: CorruptLine) => void,
): AsyncGenerator<SyncErrorRecord, void, undefined> {
  for await (const rows of readRows(source, onCorruptLine)) yield* rows;
}

/** The rows of a file, many at a time. */
export async function* readRows(
  source: LineSource,
  onCorruptLine: (line: CorruptLine) => void,
  whenAbsent?: 'may-be-absent',
): AsyncGenerator<readonly SyncErrorRecord[], void, undefined> {
  if (whenAbsent !== undefined && typeof source === 'string' && !(await exists(source))) return;
  for await (const { first, texts, isCutOff } of readLines(source)) {
    const rows: SyncErrorRecord[] = [];
    for (const [index, text] of texts.entries()) {
      const row = rowOf(text, first + index, isCutOff, onCorruptLine);
      if (row !== undefined) rows.push(row);
    }
    yield rows;
  }
}

export function rowOf(
  text: string,
  line: number,
  isCutOff: boolean,
  onCorruptLine: (line: CorruptLine) => void,
): SyncErrorRecord | undefined {
  if (isCutOff) {
    onCorruptLine(corruptLine(text, line, { type: 'too-long', because: 'the line is too long for a row' }));
    return undefined;
  }
  return parseSyncErrorLine(text, line).match(
    (row) => row,
    (corrupt) => {
      onCorruptLine(corrupt);
      return undefined;
    },
  );
}
