import { summarizeSyncErrorFile } from '../node/summarize-sync-error-file.js';
import { mostRowsOnPage, syncErrorPage } from '../reporters/sync-error-page.js';
import type { SyncErrorRecord } from '../sync-errors/record.js';
import { type CommandResult, couldNotRun } from './command-result.js';
import { type ErrorsSelection, filterOf, sourceOf } from './errors-selection.js';
import { exitCodeOf } from './errors-summary.js';

/** Makes a page of a file of sync errors. Of a long file it holds the first rows, and what all of them amount to. */
export async function errorsReport(given: ErrorsSelection): Promise<CommandResult> {
  const records: SyncErrorRecord[] = [];
  const read = await summarizeSyncErrorFile(sourceOf(given.file), {
    filter: filterOf(given),
    onRecord: (record) => {
      if (records.length < mostRowsOnPage) records.push(record);
    },
  });
  return read.match(
    (summary): CommandResult => ({
      type: 'done',
      output: syncErrorPage(summary, records),
      exitCode: exitCodeOf(summary),
    }),
    couldNotRun,
  );
}
