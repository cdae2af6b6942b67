import type { DocumentModel } from '../reporters/document.js';
import { asJson } from './as-json.js';
import type { Renderer } from './define-command.js';

/** What a command shows, as JSON says it, where the result itself does not. */
type ResultKind =
  | 'activity'
  | 'activity-plan'
  | 'alert-replay'
  | 'cleanup-plan'
  | 'guides'
  | 'map-version'
  | 'marked-requests'
  | 'request-plan'
  | 'rules'
  | 'sync-errors'
  | 'urls';

/** A result with a kind of its own needs no other. */
type KindOf<R> = R extends { readonly kind: string } ? undefined : ResultKind | undefined;

/** The formats of everything that has a document. */
type DocumentFormats<R> = Readonly<Record<'pretty' | 'json' | 'markdown' | 'html', Renderer<R>>>;

/**
 * The formats of a result that has a document; what only some of them need is loaded when they are used.
 *
 * @param kind - as JSON says it; `undefined` for results that have one, or are known by their own properties
 * @param jsonOf - what of the result is JSON, where that is not the whole
 */
export function documentFormats<R extends object>(
  kind: KindOf<R>,
  load: () => Promise<(result: R) => DocumentModel>,
  jsonOf: (result: R) => object = (result) => result,
): DocumentFormats<R> {
  return {
    pretty: async (result, view) => {
      const [documentOf, { toPretty }] = await Promise.all([load(), import('../reporters/to-pretty.js')]);
      return toPretty(documentOf(result), view);
    },
    json: (result) => asJson({ schemaVersion: 1, ...(kind === undefined ? {} : { kind }), ...jsonOf(result) }),
    markdown: async (result) => {
      const [documentOf, { toMarkdown }] = await Promise.all([load(), import('../reporters/to-markdown.js')]);
      return toMarkdown(documentOf(result));
    },
    html: async (result) => {
      const [documentOf, { toHtml }] = await Promise.all([load(), import('../reporters/to-html.js')]);
      return toHtml(documentOf(result));
    },
  };
}
