import type MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import type { Entry } from './search-options.js';

/** A page that was found. */
export interface Found {
  readonly path: string;
  readonly code: string;
  readonly title: string;
}

/** The pages that fit best, at most ten; a code or an id that is typed whole comes first. Words that no page has together are searched one by one. */
export function ranked(index: MiniSearch<Entry>, query: string): readonly Found[] {
  const words = query.trim();
  const together = index.search(words);
  const found = (together.length > 0 ? together : index.search(words, { combineWith: 'OR' })).map(foundOf);
  const isNamed = ({ code }: Found) => code.toLowerCase() === words.toLowerCase();
  return [...found.filter(isNamed), ...found.filter((page) => !isNamed(page))].slice(0, 10);
}

/** The index holds these texts with every page: see {@link searchOptions}. */
function foundOf({ id, code, title }: SearchResult): Found {
  return { path: String(id), code: String(code), title: String(title) };
}
