import { err, ok, type Result } from 'neverthrow';
import { instantOfBound } from '../facts/instant.js';
import type { LineSource } from '../node/read-lines.js';
import type { SyncErrorFilter } from '../sync-errors/select-sync-errors.js';

/** Which rows the commands about sync errors look at, as read from the command line. */
export interface ErrorsSelection {
  /** A JSON Lines file, or `-` for standard input. */
  readonly file: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly entity?: readonly string[] | undefined;
  readonly dataSource?: readonly string[] | undefined;
  readonly company?: readonly string[] | undefined;
  readonly uniqueKey?: readonly string[] | undefined;
  readonly text?: string | undefined;
}

/** Which rows are meant. Between a time and an earlier one there is nothing, which must not look like no errors. */
export function filterOf(selection: ErrorsSelection): Result<SyncErrorFilter, string> {
  const { from, to, entity, dataSource, company, uniqueKey, text } = selection;
  return from !== undefined && to !== undefined && instantOfBound(from) >= instantOfBound(to)
    ? err(`--to ${to}: expected a time after --from ${from}`)
    : ok({ from, to, entity, dataSource, company, uniqueKey, text });
}

/** Where the lines of a file come from. */
export function sourceOf(file: string): LineSource {
  return file === '-' ? process.stdin : file;
}
