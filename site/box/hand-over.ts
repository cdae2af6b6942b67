import { startPage } from '../pages/start-page.js';
import { site } from '../search/pages-found.js';
import type { DroppedThings } from '../workbench/dropped-files.js';

/** The workbench, loaded and not yet shown. */
export interface LoadedWorkbench {
  /** Turns this page into it. Files do not survive the way to another page unless they are kept somewhere, and nothing is kept. */
  readonly show: () => void;
}

/** Loads the workbench; this page does not change. It rejects if a part of it cannot be loaded. */
export async function loadWorkbench(): Promise<LoadedWorkbench> {
  const address = new URL('workbench/', site);
  const [page, { open }] = await Promise.all([textAt(address), scriptOfWorkbench()]);
  return { show: () => show(new DOMParser().parseFromString(page, 'text/html'), address, open) };
}

/** Gives files to the workbench that is shown. */
export function give(given: DroppedThings): void {
  dispatchEvent(new CustomEvent('given', { detail: given }));
}

async function textAt(address: URL): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers with ${answer.status}`);
  return answer.text();
}

/**
 * It is bundled by itself, so it has an address and not a path. It is fetched before it is imported: an import that failed once fails
 * until the page is loaded again.
 */
async function scriptOfWorkbench(): Promise<typeof import('../workbench/on-site.js')> {
  const address = new URL('workbench/workbench.js', site);
  await textAt(address);
  return import(address.href);
}

function show(next: Document, address: URL, open: () => void): void {
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
  open();
}
