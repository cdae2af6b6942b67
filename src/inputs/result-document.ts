import { err, ok, Result } from 'neverthrow';
import type { DocumentModel } from '../reporters/document.js';
import { reportDocument } from '../reporters/documents/report-document.js';
import { toHtmlBody } from '../reporters/to-html.js';
import { toMarkdown } from '../reporters/to-markdown.js';
import { type Place, supplyInWorkbench } from './place.js';
import type { InputResult, UnusedInput } from './results-of.js';
import { savedDocument } from './saved-documents.js';

/**
 * What a result is as the command for it shows it.
 * @beta
 */
export interface ResultDocument {
  readonly document: DocumentModel;
  /** What the command writes as JSON. */
  readonly json: object;
}

/**
 * A result of {@link resultsOf} as a document, for the functions of the entry `reporters` that write documents.
 *
 * @returns the document and the JSON of the command for this result. What a command saved may have been changed by hand: what lacks parts
 * of a result, or is of a kind that no command shows, is an {@link UnusedInput} that says so.
 *
 * @example
 * ```ts
 * for (const result of results) {
 *   resultDocument(result).map(({ document }) => console.log(toMarkdown(document)));
 * }
 * ```
 * @beta
 */
export function resultDocument(
  result: InputResult,
  { place }: { readonly place?: Place | undefined } = {},
): Result<ResultDocument, UnusedInput> {
  if (result.kind === 'report') {
    const { report, explanations } = result;
    const json = explanations === undefined ? report : { ...report, explanations };
    return ok({
      json,
      document: reportDocument(report, { explanations, supply: place === 'workbench' ? supplyInWorkbench : undefined }),
    });
  }
  const of = result.kind === 'saved' ? result.of : result.kind;
  const unused = (because: string): UnusedInput => ({
    name: result.kind === 'saved' ? result.name : undefined,
    kind: 'result',
    because,
  });
  const documentOf = savedDocument(of);
  if (documentOf === undefined) return err(unused(notShown(of)));
  const json = jsonOf(result);
  const read = result.kind === 'saved' ? (saved: object) => provenWhole(documentOf(saved)) : documentOf;
  return Result.fromThrowable(read, () => unused(lacksParts(of)))(json).map((document) => ({ document, json }));
}

/** The document; throws where a text in it is none, which only shows where the text is needed. */
function provenWhole(document: DocumentModel): DocumentModel {
  for (const show of [toHtmlBody, toMarkdown]) show(document);
  return document;
}

/** Why a saved result is not shown whose parts are not those of its kind; it continues after the name of the file. */
export function lacksParts(of: string): string {
  return `it says that it is the result ${of}, and lacks parts of one: write it again`;
}

function notShown(of: string): string {
  return of === 'requests'
    ? 'it holds requests that were sent, which `errors plan --queued` takes'
    : `it is the result ${of}, which no command shows: a program reads it`;
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
