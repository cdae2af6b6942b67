import MiniSearch from 'minisearch';
import { topics } from '../../src/diagnosis/all-topics.js';
import { symptoms } from '../../src/diagnosis/symptoms.js';
import { labeledMessages } from '../../test/diagnosis/labeled-messages.js';
import { headingsOf } from '../pages/markdown.js';
import type { SitePage } from '../pages/site-page.js';
import { type Entry, searchOptions } from './search-options.js';

/** The index of all pages as JSON, for {@link searchOptions}. */
export function searchIndex(pages: readonly SitePage[]): string {
  const index = new MiniSearch<Entry>(searchOptions);
  index.addAll(pages.filter(({ kind }) => kind !== 'front').map(entryOf));
  return JSON.stringify(index);
}

function entryOf({ kind, file, path, title, markdown }: SitePage): Entry {
  const name = file.replace(/^.*\/|\.md$/g, '');
  const code = kind === 'error' ? topics.find(({ id }) => id === name)?.code : undefined;
  const isGuide = kind !== 'rule' && kind !== 'error';
  return {
    path,
    code: code ?? name,
    title,
    messages: isGuide ? '' : messagesOf(name),
    headings: isGuide
      ? headingsOf(markdown)
          .map(({ text }) => text)
          .join('\n')
      : '',
  };
}

/** What people see: symptoms, and messages as the page shows them. */
function messagesOf(id: string): string {
  const messages = labeledMessages.filter(({ topic }) => topic === id).map(({ text }) => text.slice(0, 600));
  return [...(symptoms[id] ?? []), ...messages.slice(0, 4)].join('\n');
}
