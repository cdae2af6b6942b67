import type { SyncErrorFileSummary } from '../../node/summarize-sync-error-file.js';
import { mostRowsOnPage } from '../../reporters/documents/sync-errors-document.js';
import type { SyncErrorRecord } from '../../sync-errors/record.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { type ErrorsSelection, readSelection } from '../errors-selection.js';
import { exitCodeOf } from './errors-summary.js';

interface RowsOfPage {
  readonly summary: SyncErrorFileSummary;
  readonly records: readonly SyncErrorRecord[];
}

/** Reads a file of sync errors for a page: of a long file the first rows, and what all of them amount to. */
export async function run(given: ErrorsSelection): Promise<CommandResult<RowsOfPage>> {
  const records: SyncErrorRecord[] = [];
  const read = await readSelection(given, {
    onRecord: (record) => {
      if (records.length < mostRowsOnPage) records.push(record);
    },
  });
  if (read.isErr()) return couldNotRun(read.error);
  return { type: 'done', result: { summary: read.value, records }, exitCode: exitCodeOf(read.value) };
}
