import { err, ok, type Result, ResultAsync } from 'neverthrow';
import { explainedDocument } from '../inputs/explained-document.js';
import type { Explained } from '../inputs/explained-id.js';
import type { FactLack } from '../inputs/facts-of.js';
import { lacksParts, type ResultDocument, resultDocument } from '../inputs/result-document.js';
import type { InputResult, UnusedInput } from '../inputs/results-of.js';
import { exitCodeFor } from '../report/exit-code.js';
import { savedExitCode } from './saved-exit-code.js';

/** A result as its command shows it. */
export interface ShownResult extends ResultDocument {
  readonly exitCode: 0 | 1 | 2;
  /** What would make the facts of a report whole. */
  readonly lacks: readonly FactLack[];
}

/** Shows a result as its command does; what is saved may have been changed by hand, so that it cannot be shown. */
export async function shownResultOf(result: InputResult): Promise<Result<ShownResult, UnusedInput>> {
  const shown = resultDocument(result);
  if (shown.isErr()) return err(shown.error);
  if (result.kind === 'report') {
    return ok({ ...shown.value, exitCode: exitCodeFor(result.report), lacks: result.lacks });
  }
  const { of, name } = result.kind === 'saved' ? result : { of: result.kind, name: undefined };
  return ResultAsync.fromPromise(
    savedExitCode(of, shown.value.json),
    (): UnusedInput => ({ name, kind: 'result', because: lacksParts(of) }),
  ).map((exitCode) => ({ ...shown.value, exitCode, lacks: [] }));
}

/** What a code or an id means, as `explain` shows it. */
export function shownExplained(explained: Explained): ShownResult {
  const json = { schemaVersion: 1, ...explained };
  return { json, document: explainedDocument(explained), exitCode: 0, lacks: [] };
}
