import MiniSearch from 'minisearch';
import { type Found, ranked } from './ranked.js';
import { type Entry, searchOptions } from './search-options.js';

/** Where the site lies: all scripts are in its first folder. */
export const site = new URL('.', import.meta.url);

let fetched: Promise<string> | undefined;
let index: Promise<MiniSearch<Entry>> | undefined;

/** Fetches the index once; it is read when somebody searches. */
export function fetchIndex(): Promise<string> {
  fetched ??= fetch(new URL('search-index.json', site)).then((answer) => answer.text());
  return fetched;
}

/** The pages that words are about, best first. */
export async function pagesFound(words: string): Promise<readonly Found[]> {
  index ??= fetchIndex().then((text) => MiniSearch.loadJSON(text, searchOptions));
  return ranked(await index, words);
}
