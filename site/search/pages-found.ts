import MiniSearch from 'minisearch';
import { type Found, ranked } from './ranked.js';
import { type Entry, searchOptions } from './search-options.js';

/** Where the site lies: all scripts are in its first folder. */
export const site = new URL('.', import.meta.url);

let fetched: Promise<string> | undefined;
let index: Promise<MiniSearch<Entry>> | undefined;

/** Fetches the index once; it is read when somebody searches. After a failure the next use fetches it again. */
export function fetchIndex(): Promise<string> {
  fetched ??= indexAsText().catch((error) => {
    fetched = undefined;
    throw error;
  });
  return fetched;
}

/** The pages that words are about, best first. It rejects while the index cannot be loaded. */
export async function pagesFound(words: string): Promise<readonly Found[]> {
  index ??= loadedIndex().catch((error) => {
    index = undefined;
    fetched = undefined;
    throw error;
  });
  return ranked(await index, words);
}

async function loadedIndex(): Promise<MiniSearch<Entry>> {
  return MiniSearch.loadJSON(await fetchIndex(), searchOptions);
}

async function indexAsText(): Promise<string> {
  const answer = await fetch(new URL('search-index.json', site));
  if (!answer.ok) throw new Error(`the index of the search answers with ${answer.status}`);
  return answer.text();
}
