/** What a command comes to: text for stdout or a file and an exit code, or one line that says why it could not run. */
export type CommandResult =
  | { readonly type: 'done'; readonly output: string; readonly exitCode: 0 | 1 | 2 }
  | { readonly type: 'could-not-run'; readonly complaint: string };

export function couldNotRun(complaint: string): CommandResult {
  return { type: 'could-not-run', complaint };
}
