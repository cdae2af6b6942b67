import type { SyncErrorFileSummary } from '../../node/summarize-sync-error-file.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { type ErrorsSelection, readSelection } from '../errors-selection.js';

/** Summarizes files of sync errors. */
export async function run(given: ErrorsSelection): Promise<CommandResult<SyncErrorFileSummary>> {
  const read = await readSelection(given);
  if (read.isErr()) return couldNotRun(read.error);
  return { type: 'done', result: read.value, exitCode: exitCodeOf(read.value) };
}

type ReadErrors = Pick<SyncErrorFileSummary, 'total' | 'lacks'> & {
  readonly corrupt?: SyncErrorFileSummary['corrupt'] | undefined;
};

/** 0 without an error row, 1 there are some, 2 none that could be read, but what could not, or is not all. */
export function exitCodeOf({ total, corrupt, lacks = [] }: ReadErrors): 0 | 1 | 2 {
  if (total > 0) return 1;
  return (corrupt?.count ?? 0) + lacks.length > 0 ? 2 : 0;
}
