import { issueInWords } from '../facts/issues.js';
import { errorText } from '../facts/scrub.js';
import { faultInWords } from '../fault.js';
import { type CorruptLine, corruptLine, parseSyncErrorLine } from '../sync-errors/error-lines.js';
import type { SyncErrorRecord } from '../sync-errors/record.js';
import { type RowReading, rowReading } from '../sync-errors/row-reading.js';
import { type Candidates, openCandidates } from './open-candidates.js';
import { type LineSource, readLines } from './read-lines.js';
import { exists } from './request-file.js';

/**
 * Reads error rows from a file: JSON Lines, a JSON array, pages or another envelope, the fact of a snapshot, or CSV, in UTF-8 or UTF-16. Lines,
 * arrays and CSV are read in memory that does not grow with them. It reads only this file, without the requests of a store next to it.
 *
 * Microsoft labels the feature as a preview. Source: *Manage errors in dual-write async*, 2026-01-14.
 *
 * @param onCorruptLine - called with each line, or item of a list, that is not a row, when it is reached
 * @returns the rows in the order of the file; iterating throws errors of the file system, and an `Error` for a file that is not a whole one of these forms
 * @public
 */
export async function* readSyncErrors(
  source: LineSource,
  onCorruptLine: (line: CorruptLine) => void,
): AsyncGenerator<SyncErrorRecord, void, undefined> {
  const reading = rowReading();
  const opened = await openCandidates(source, reading);
  // An iterable has no other way to report this.
  if (opened.isErr()) throw new Error(faultInWords(opened.error));
  for await (const candidates of opened.value.batches) {
    for (const index of candidates.values.keys()) {
      const row = rowAt(candidates, index, reading, onCorruptLine);
      if (row !== undefined) yield row;
    }
  }
  const fault = opened.value.fault();
  if (fault !== undefined) throw new Error(faultInWords(fault));
}

/** A candidate as a row; `undefined` if it is not one, which is reported. */
export function rowAt(
  candidates: Candidates,
  index: number,
  reading: RowReading,
  onCorruptLine: (line: CorruptLine) => void,
): SyncErrorRecord | undefined {
  const corrupt = candidates.corrupt.get(index);
  if (corrupt !== undefined) {
    onCorruptLine(corrupt);
    return undefined;
  }
  return reading.rowOf(candidates.values[index]).match(
    (row) => row,
    ({ type, issues }) => {
      const because = issues.map(issueInWords).join('; ');
      onCorruptLine(corruptLine(textAt(candidates, index), candidates.placeAt(index), { type, because }));
      return undefined;
    },
  );
}

/** The text of a candidate. A value that is nested too deeply has none. */
export function textAt(candidates: Candidates, index: number): string {
  const text = candidates.textAt(index);
  if (text !== undefined) return text;
  try {
    return JSON.stringify(candidates.values[index]);
  } catch (error) {
    return errorText(error);
  }
}

/** The rows of the file of a store, which is JSON Lines, many at a time. */
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
