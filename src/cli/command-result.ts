import { type Fault, faultInWords } from '../fault.js';

/**
 * What a command comes to: a result to show and an exit code, or one line that says why it could not run. The exit code is a
 * function where it is known only when all of the result has been shown.
 */
export type CommandResult<Result> =
  | { readonly type: 'done'; readonly result: Result; readonly exitCode: ExitCode | (() => ExitCode) }
  | CouldNotRun;

type ExitCode = 0 | 1 | 2;

interface CouldNotRun {
  readonly type: 'could-not-run';
  readonly complaint: string;
}

/** Why a command cannot run: a fault of something that it needs, or words about how it was called. */
export type Complaint = (Fault & { readonly path?: string | undefined }) | string;

export function couldNotRun(complaint: Complaint): CouldNotRun {
  return { type: 'could-not-run', complaint: typeof complaint === 'string' ? complaint : faultInWords(complaint) };
}
