import { addSearch } from '../search/search-box.js';
import { addCopyButtons } from './copy-buttons.js';

/** Adds what every page has beyond its text: the search and the buttons that copy. */
export function startPage(): void {
  const search = document.getElementById('search');
  if (search !== null) addSearch(search);
  addCopyButtons(document);
}
