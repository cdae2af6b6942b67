import { summarizeSyncErrorFile } from '../node/summarize-sync-error-file.js';
import { toJson } from '../reporters/json.js';
import { markdownSyncErrors } from '../reporters/markdown-sync-errors.js';
import { prettySyncErrors, type SummaryOfFile } from '../reporters/pretty-sync-errors.js';
import { type CommandResult, couldNotRun } from './command-result.js';
import { type ErrorsSelection, filterOf, sourceOf } from './errors-selection.js';

/** The arguments of `errors summary`, as read from the command line. */
interface ErrorsSummaryArguments extends ErrorsSelection {
  readonly format: 'pretty' | 'json' | 'markdown';
  readonly color: boolean;
  /** Of the terminal, in characters. */
  readonly width: number;
}

/** Summarizes a file of sync errors, one line at a time. */
export async function errorsSummary(given: ErrorsSummaryArguments): Promise<CommandResult> {
  const { format, color, width } = given;
  const read = await summarizeSyncErrorFile(sourceOf(given.file), { filter: filterOf(given) });
  return read.match((summary): CommandResult => {
    const print = {
      json: () => toJson({ schemaVersion: 1, ...summary }),
      markdown: () => markdownSyncErrors(summary),
      pretty: () => prettySyncErrors(summary, { color, width }),
    }[format];
    return { type: 'done', output: print(), exitCode: exitCodeOf(summary) };
  }, couldNotRun);
}

/** 0 there is no error row, 1 there are some, 2 none that could be read, but lines that could not. */
export function exitCodeOf({ total, corrupt }: SummaryOfFile): 0 | 1 | 2 {
  if (total > 0) return 1;
  return corrupt.count > 0 ? 2 : 0;
}
