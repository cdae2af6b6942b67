import { diagnose } from '../../src/diagnosis/diagnose.js';
import { searchTopics } from '../../src/diagnosis/search-topics.js';
import type { DocumentModel } from '../../src/reporters/document.js';
import { diagnosesDocument } from '../../src/reporters/documents/diagnoses-document.js';
import { toHtmlBody } from '../../src/reporters/to-html.js';

/** What a text is about: problems that are recognized, as HTML, else pages that may be about it. */
export type Explained =
  | {
      readonly type: 'recognized';
      readonly html: string;
      readonly pages: readonly Page[];
      readonly problems: number;
      /** The titles of the problems that the HTML does not hold. */
      readonly others: readonly string[];
    }
  | { readonly type: 'proposed'; readonly pages: readonly Page[] };

/** A page about a problem or a code; `path` is its place on the site. */
export interface Page {
  readonly path: string;
  readonly title: string;
}

/** More would take the browser long to show, and nobody reads them one after the other. */
const mostShown = 10;

/** A piece of a text is one task. In characters. */
const pieceLength = 2_000;
let isReady = false;

/**
 * Diagnoses a text piece by piece: expressions are built when they are first tried, and for a text that reaches all of them that alone takes
 * five times as long as the rest.
 */
async function readyFor(text: string): Promise<void> {
  for (let start = 0; start < text.length; start += pieceLength) {
    diagnose(text.slice(start, start + pieceLength));
    await nextTask();
  }
  isReady = true;
}

/** Explains a text, or proposes pages that may be about it; in several tasks, so that the page takes letters between them. */
export async function explained(text: string): Promise<Explained> {
  if (!isReady && text.length > pieceLength) await readyFor(text);
  const diagnoses = diagnose(text);
  await nextTask();
  const proposals = searchTopics(text);
  const pages = proposals.map(({ id, kind, title }) => ({
    path: `${kind === 'topic' ? 'errors' : 'rules'}/${id}/`,
    title,
  }));
  if (diagnoses.length === 0) return { type: 'proposed', pages };
  const ids = diagnoses.slice(0, mostShown).map(({ id }) => id);
  await nextTask();
  const html = toHtmlBody(firstOf(diagnosesDocument(diagnoses)));
  await nextTask();
  return {
    type: 'recognized',
    html,
    pages: pages.filter((_page, index) => ids.includes(proposals[index]?.id ?? '')),
    problems: diagnoses.length,
    others: diagnoses.slice(mostShown).map(({ title }) => title),
  };
}

/** The last part of the document has the problems after the first, each as a section. */
function firstOf({ blocks, ...page }: DocumentModel): DocumentModel {
  const last = blocks.at(-1);
  if (last?.type !== 'section' || last.blocks.length < mostShown) return { ...page, blocks };
  return { ...page, blocks: [...blocks.slice(0, -1), { ...last, blocks: last.blocks.slice(0, mostShown - 1) }] };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
