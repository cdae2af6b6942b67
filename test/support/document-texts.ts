import type { DocumentModel } from '../../src/reporters/document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';

/** The main part of a page as a person reads it, without what is drawn. */
export function wordsOfPage(document: DocumentModel): string {
  const [, main = ''] = toHtml(document).split('<main id="main" tabindex="-1">');
  return main
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<\/?(?:bdi|code|strong|q|a|span|time)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');
}

/** A document in every format; Markdown without what escapes. */
export function textsOf(document: DocumentModel): Readonly<Record<'pretty' | 'markdown' | 'page', string>> {
  return {
    pretty: toPretty(document),
    markdown: toMarkdown(document).replace(/[\\`*]/g, ''),
    page: wordsOfPage(document),
  };
}
