import { fetchIndex, pagesFound, site } from './pages-found.js';
import type { Found } from './ranked.js';

/** Puts the search where the page links to the list of all pages. The index is fetched at once, and read when somebody searches. */
export function addSearch(place: HTMLElement): void {
  fetchIndex().catch(() => undefined); // said when somebody searches

  const form = element('form', { role: 'search' });
  const input = element('input', {
    type: 'search',
    id: 'search-words',
    placeholder: 'Code, message, guide',
    'aria-label': 'Search codes, messages and guides',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-controls': 'search-found',
  });
  const status = element('p', { role: 'status', class: 'search-status' });
  const list = element('ul', { id: 'search-found' });
  const panel = element('div', { class: 'search-panel', hidden: '' });
  panel.append(status, list);
  form.append(input, panel);
  place.replaceChildren(form);

  const links = () => [...list.querySelectorAll('a')];
  const close = () => {
    panel.hidden = true;
  };
  const say = (words: string, found: readonly Found[] = []) => {
    status.textContent = words;
    list.replaceChildren(...found.map(itemOf));
    panel.hidden = false;
  };
  const show = async () => {
    const query = input.value;
    if (query.trim() === '') return close();
    const loading = setTimeout(() => query === input.value && say('The search is being loaded …'), patience);
    const found = await pagesFound(query).catch(() => undefined);
    clearTimeout(loading);
    if (query !== input.value) return; // something else was typed meanwhile
    if (found === undefined) say('Search is not available: it could not be loaded. It is tried again when you type.');
    else say(inWords(found.length), found);
  };
  const move = (from: number, step: number) => {
    const all = links();
    const next = from + step;
    (next < 0 ? input : all[Math.min(next, all.length - 1)])?.focus();
  };

  input.addEventListener('input', show);
  input.addEventListener('focus', show);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await show();
    links()[0]?.click();
  });
  form.addEventListener('keydown', (event) => {
    const place = links().indexOf(document.activeElement as HTMLAnchorElement); // -1 for what is not one of them
    if (event.key === 'ArrowDown') move(place, 1);
    else if (event.key === 'ArrowUp') move(place, -1);
    else if (event.key === 'Escape') {
      input.focus();
      close();
    } else return;
    event.preventDefault();
  });
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Node && form.contains(target))) close();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !form.contains(relatedTarget)) close();
  });
}

/** After so long a search that is still loaded says so. In milliseconds. */
const patience = 300;

function inWords(count: number): string {
  return count === 0 ? 'Nothing was found.' : count === 1 ? '1 page' : `${count} pages`;
}

function itemOf({ path, code, title }: Found): HTMLElement {
  const item = element('li', {});
  const link = element('a', { href: new URL(path, site).href });
  const id = element('code', {});
  id.textContent = code;
  link.append(id, ` ${title.startsWith(`${code}: `) ? title.slice(code.length + 2) : title}`);
  item.append(link);
  return item;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
