import { startPage } from '../pages/start-page.js';
import { site } from '../search/pages-found.js';
import type { DroppedThings } from '../workbench/dropped-files.js';

/**
 * Turns this page into the workbench and gives it what was dropped. Files do not survive the way to another page unless they are kept
 * somewhere, and nothing is kept: so the page stays and its content changes.
 */
export async function handOver(given: DroppedThings): Promise<void> {
  const address = new URL('workbench/', site);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the workbench answers with ${answer.status}`);
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  history.pushState(null, '', address);
  addEventListener('popstate', () => location.reload());
  document.title = next.title;
  const loaded = new Set([...document.styleSheets].map(({ href }) => href));
  for (const style of next.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    const { href } = new URL(style.getAttribute('href') ?? '', address);
    if (!loaded.has(href)) document.head.append(style);
  }
  document.body.replaceWith(next.body);
  startPage();
  await import(new URL('workbench/workbench.js', site).href);
  dispatchEvent(new CustomEvent('given', { detail: given }));
}
