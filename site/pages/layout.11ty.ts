import { tool } from '../../src/report/tool.js';
import { type Content, type Markup, markup, verbatim } from '../../src/reporters/html/markup.js';
import { pageStart } from '../../src/reporters/html/page-start.js';
import { homepage } from '../../src/reporters/site-url.js';
import { contentSecurityPolicy } from '../content-security-policy.js';
import { fromPage, headingsOf } from './markdown.js';
import type { SitePage } from './site-page.js';

/** What Eleventy hands to a layout. */
interface LayoutData {
  readonly page: { readonly inputPath: string };
  readonly pageFor: (inputPath: string) => SitePage | undefined;
  /** The body, as HTML. */
  readonly content: string;
}

/** The layout of every template. */
export function render({ page, pageFor, content }: LayoutData): string {
  const sitePage = pageFor(page.inputPath);
  if (sitePage === undefined) throw new Error(`${page.inputPath} is not a page of the site`);
  return wholePage(sitePage, content);
}

/** A page around its body. It is whole without scripts; those only copy and search. */
export function wholePage(sitePage: SitePage, content: string): string {
  const to = linkFrom(sitePage);
  const { kind, path, title, scripts = [], styles = [] } = sitePage;
  const whole = markup`${pageStart(contentSecurityPolicy, path === '' ? title : `${title} – Dual-write health`)}<link rel="icon" href="${to('icon.svg')}" type="image/svg+xml">
${['report.css', 'site.css', ...styles].map((style) => markup`<link rel="stylesheet" href="${to(style)}">\n`)}${['site.js', ...scripts].map((script) => markup`<script type="module" src="${to(script)}"></script>\n`)}</head>
<body class="site is-${kind}">
<a class="skip" href="#main">Skip to the page</a>
${siteHeader(sitePage)}<main id="main" tabindex="-1">
${trail(sitePage)}${asMarkdown(sitePage)}${contents(sitePage)}${toBox(sitePage)}${kind === 'workbench' || kind === 'front' ? verbatim(content) : markup`<div class="prose">\n${verbatim(content)}</div>`}
${beside(sitePage)}</main>
<footer><p>Dual-write health ${tool.version} · <a href="${homepage}/blob/main/LICENSE">MIT license</a> · <a href="${to('notice.txt')}">Code of others</a> · <a href="${sourceOf(sitePage)}">Source of this page</a></p>
<p>What you paste or drop stays in this page. Nothing is uploaded. Not a product of Microsoft.</p></footer>
</body>
</html>
`;
  return whole.markup;
}

function linkFrom({ path, isAnywhere }: SitePage): (target: string) => string {
  return (target) => (isAnywhere === undefined ? fromPage(path, target) : isAnywhere + target);
}

function siteHeader(page: SitePage): Markup {
  const to = linkFrom(page);
  const parts = [
    ['workbench/', 'Workbench'],
    ['errors/', 'Errors'],
    ['rules/', 'Rules'],
    ['guides/', 'Guides'],
  ] as const;
  const links = parts.map(([target, label]) => {
    const current = page.path === target ? markup` aria-current="page"` : undefined;
    return markup`<li><a href="${to(target)}"${current}>${label}</a></li>`;
  });
  return markup`<header class="site-header"><p><a href="${to('')}">Dual-write health</a></p>
<nav aria-label="Site"><ul>${links}</ul></nav>
<div class="search" id="search"><a href="${to('search/')}">Search</a></div></header>
`;
}

/** Where the page lies. */
function trail(page: SitePage): Content {
  const to = linkFrom(page);
  const [folder, title] = folders.find(([start]) => page.path.startsWith(start)) ?? [];
  if (folder === undefined || title === undefined || page.path === folder) return undefined;
  const own = page.kind === 'rule' ? page.path.split('/')[1] : page.title;
  return markup`<nav class="trail" aria-label="Where this page is"><ol><li><a href="${to('')}">Home</a></li><li><a href="${to(folder)}">${title}</a></li><li aria-current="page">${own}</li></ol></nav>
`;
}

const folders = [
  ['rules/', 'Rules'],
  ['errors/', 'Errors'],
  ['guides/', 'Guides'],
] as const;

/** A link to the page as Markdown; the script makes it a button that copies. */
function asMarkdown({ kind }: SitePage): Content {
  if (kind !== 'rule' && kind !== 'error') return undefined;
  return markup`<p class="as-markdown"><a href="index.md" id="as-markdown">As Markdown</a></p>
`;
}

/** The chapters of a long page. */
function contents({ kind, path, markdown }: SitePage): Content {
  const chapters = headingsOf(markdown).filter(({ level }) => level === 2);
  if (chapters.length < 3 || path === 'guides/' || path === 'search/') return undefined;
  if (kind === 'rule' || kind === 'error')
    return markup`<nav class="jump" aria-label="On this page"><ul>${chapters.map(({ text, id }) => markup`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>
`;
  return markup`<details class="contents"><summary><span>On this page</span></summary><ul>${chapters.map(({ text, id }) => markup`<li><a href="#${id}">${text}</a></li>`)}</ul></details>
`;
}

/** Who reads down a list of errors has a message or a symptom: the box finds its page. */
function toBox(page: SitePage): Content {
  if (page.kind !== 'index' || !page.path.startsWith('errors/')) return undefined;
  return markup`<p class="to-box"><a href="${linkFrom(page)('')}">Paste the message, or say what you see, in the box</a>: it finds the page.</p>
`;
}

/** The pages before and after. */
function beside(page: SitePage): Content {
  const { previous, next } = page;
  if (previous === undefined && next === undefined) return undefined;
  const to = linkFrom(page);
  const one = (label: string, rel: string, neighbor: SitePage['next']) =>
    neighbor === undefined
      ? undefined
      : markup`<a rel="${rel}" href="${to(neighbor.path)}"><span>${label}</span> ${neighbor.title}</a>`;
  return markup`<nav class="beside" aria-label="Other rules">${one('Previous', 'prev', previous)}${one('Next', 'next', next)}</nav>
`;
}

function sourceOf({ file }: SitePage): string {
  return file.endsWith('.md') ? `${homepage}/blob/main/docs/${file}` : `${homepage}/blob/main/${file}`;
}
