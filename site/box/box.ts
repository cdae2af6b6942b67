import { diagnose } from '../../src/diagnosis/diagnose.js';
import { searchTopics } from '../../src/diagnosis/search-topics.js';
import { diagnosesDocument } from '../../src/reporters/documents/diagnoses-document.js';
import { toHtmlBody } from '../../src/reporters/to-html.js';

/** What a text is about: problems that are recognized, as HTML, else pages that may be about it. */
export type Explained =
  | { readonly type: 'recognized'; readonly html: string; readonly pages: readonly Page[] }
  | { readonly type: 'proposed'; readonly pages: readonly Page[] };

/** A page about a problem or a code; `path` is its place on the site. */
export interface Page {
  readonly path: string;
  readonly title: string;
}

/** Explains a text, or proposes pages that may be about it. */
export function explained(text: string): Explained {
  const diagnoses = diagnose(text);
  const proposals = searchTopics(text);
  const pages = proposals.map(({ id, kind, title }) => ({
    path: `${kind === 'topic' ? 'errors' : 'rules'}/${id}/`,
    title,
  }));
  if (diagnoses.length === 0) return { type: 'proposed', pages };
  const ids = diagnoses.map(({ id }) => id);
  return {
    type: 'recognized',
    html: toHtmlBody(diagnosesDocument(diagnoses)),
    pages: pages.filter((_page, index) => ids.includes(proposals[index]?.id ?? '')),
  };
}
