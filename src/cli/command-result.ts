import { type Fault, faultInWords } from '../fault.js';

/** What a command comes to: a result to show and an exit code, or one line that says why it could not run. */
export type CommandResult<Result> =
  | { readonly type: 'done'; readonly result: Result; readonly exitCode: 0 | 1 | 2 }
  | CouldNotRun;

interface CouldNotRun {
  readonly type: 'could-not-run';
  readonly complaint: string;
}

/** Why a command cannot run: a fault of something that it needs, or words about how it was called. */
export type Complaint = (Fault & { readonly path?: string | undefined }) | string;

export function couldNotRun(complaint: Complaint): CouldNotRun {
  return { type: 'could-not-run', complaint: typeof complaint === 'string' ? complaint : faultInWords(complaint) };
}
