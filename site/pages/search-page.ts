import { markdownText } from '../../src/reporters/escape.js';
import type { SitePage } from './site-page.js';

/** Every page, for those who search without scripts, as Markdown. */
export function searchPage(pages: readonly SitePage[]): string {
  const of = (kind: SitePage['kind']) =>
    pages
      .filter((page) => page.kind === kind)
      .map(({ title, file }) => `- [${markdownText(title)}](${file})`)
      .join('\n');
  return `# All pages

The field at the top of each page searches codes, titles, messages and guides. Without scripts, the search of your browser finds the words on this page; [the list of messages](errors/README.md) and [the list of symptoms](errors/by-symptom.md) hold more of them.

## Rules

${of('rule')}

## Errors

${of('error')}

## Guides

${of('guide')}
`;
}
