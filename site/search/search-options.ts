import type { Options } from 'minisearch';

/** What the search finds: a page of the site. */
export interface Entry {
  /** On the site. */
  readonly path: string;
  /** The code or the id; for guides their name. */
  readonly code: string;
  readonly title: string;
  readonly messages: string;
  readonly headings: string;
}

/** How a page is searched; the build makes the index with the same. */
export const searchOptions: Options<Entry> = {
  idField: 'path',
  fields: ['code', 'title', 'messages', 'headings'],
  storeFields: ['code', 'title'],
  searchOptions: {
    boost: { code: 3, title: 4, headings: 2 },
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
    combineWith: 'AND',
  },
};
