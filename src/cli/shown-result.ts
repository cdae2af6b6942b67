import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { FactLack } from '../inputs/facts-of.js';
import type { InputResult, UnusedInput } from '../inputs/results-of.js';
import { exitCodeFor } from '../report/exit-code.js';
import type { DocumentModel } from '../reporters/document.js';
import type { Explained } from './run/explain.js';
import { savedKind } from './saved-results.js';

/** A result as its command shows it. */
export interface ShownResult {
  /** What the command writes as JSON. */
  readonly json: object;
  readonly document: DocumentModel;
  readonly exitCode: 0 | 1 | 2;
  /** What would make the facts of a report whole. */
  readonly lacks: readonly FactLack[];
}

/** Shows a result as its command does; what is saved may have been changed by hand, so that it cannot be shown. */
export async function shownResultOf(result: InputResult): Promise<Result<ShownResult, UnusedInput>> {
  if (result.kind === 'report') {
    const { report, explanations, lacks } = result;
    const { reportDocument } = await import('../reporters/documents/report-document.js');
    const json = explanations === undefined ? report : { ...report, explanations };
    return ok({ json, document: reportDocument(report, { explanations }), exitCode: exitCodeFor(report), lacks });
  }
  const of = result.kind === 'saved' ? result.of : result.kind;
  const name = result.kind === 'saved' ? result.name : undefined;
  const json = jsonOf(result);
  const show = savedKind(of);
  const unused = (because: string): UnusedInput => ({ name, kind: 'result', because });
  if (show === undefined) return err(unused(notShown(of)));
  return ResultAsync.fromPromise(show(json), () =>
    unused(`it says that it is the result ${of}, and lacks parts of one: write it again`),
  ).map((shown) => ({ ...shown, json, lacks: [] }));
}

function notShown(of: string): string {
  return of === 'requests'
    ? 'it holds requests that were sent, which `errors plan --queued` takes'
    : `it is the result ${of}, which no command shows: a program reads it`;
}

/** What a code or an id means, as `explain` shows it. */
export async function shownExplained(explained: Explained): Promise<ShownResult> {
  const { explainedDocument } = await import('./explained-document.js');
  const json = { schemaVersion: 1, ...explained };
  return { json, document: explainedDocument(explained), exitCode: 0, lacks: [] };
}

function jsonOf(result: Exclude<InputResult, { readonly kind: 'report' }>): object {
  switch (result.kind) {
    case 'fleet':
      return { ...result.fleet, schemaVersion: 1, kind: 'fleet' };
    case 'diagnoses':
      return { schemaVersion: 1, diagnoses: result.diagnoses };
    case 'diagnosis-log':
      return { schemaVersion: 1, kind: 'diagnosis-log', ...result.summary };
    case 'sync-errors':
      return { schemaVersion: 1, kind: 'sync-errors', ...result.summary };
    case 'activity':
      return { schemaVersion: 1, kind: 'activity', ...result.replay };
    case 'alert-replay':
      return { schemaVersion: 1, kind: 'alert-replay', ...result.replay };
    case 'map-list':
      return result.maps;
    case 'maps':
    case 'comparison':
      return result.comparison;
    case 'saved':
      return result.value;
    case 'topic-proposals':
    case 'solution-plans':
      return { schemaVersion: 1, ...result };
  }
}
