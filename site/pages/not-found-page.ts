import { markup } from '../../src/reporters/html/markup.js';
import { siteUrl } from '../../src/reporters/site-url.js';
import { wholePage } from './layout.11ty.js';

/** The page for addresses that are not there. It is shown at any address, so its links are whole. */
export function notFoundPage(): string {
  const { pathname } = new URL(siteUrl);
  const body = markup`<h1>This page is not there</h1>
<p>Look it up in the <a href="${pathname}search/">list of all pages</a>, or paste the error into <a href="${pathname}">the box</a>.</p>
`;
  const sitePage = {
    kind: 'index',
    file: 'site/pages/not-found-page.ts',
    path: '404.html',
    title: 'This page is not there',
    markdown: '',
    isAnywhere: pathname,
  } as const;
  return wholePage(sitePage, body.markup);
}
