import { posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import { homepage, sitePath, siteUrl } from '../../src/reporters/site-url.js';

/** A heading of a page, with the name by which links refer to it. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

/** Markdown as the body of a page; `path` is the page's own path on the site, `file` the file in `docs` that it was written in. */
export function toBody(markdown: string, file: string, path: string): string {
  return parser.render(markdown, { target: (href: string) => fromPage(path, targetOf(href, file)) });
}

/** The same Markdown with links that are good anywhere, for those who paste it. */
export function withWholeLinks(markdown: string, file: string, site: string): string {
  return outsideCode(markdown, (text) =>
    text.replace(/\]\(([^()\s]+)\)/g, (_all, href: string) => {
      const target = targetOf(href, file);
      return `](${isWhole(target) ? target : site + target})`;
    }),
  );
}

/** All headings in their order. */
export function headingsOf(markdown: string): readonly Heading[] {
  const tokens = parser.parse(markdown, {});
  return tokens.flatMap((token, index) =>
    token.type === 'heading_open'
      ? [
          {
            level: Number(token.tag.slice(1)),
            text: plainText(tokens[index + 1]?.children ?? []),
            id: String(token.attrGet('id')),
          },
        ]
      : [],
  );
}

/** The way from a page to a path of the site. */
export function fromPage(page: string, target: string): string {
  if (isWhole(target) || target.startsWith('#')) return target;
  return `${'../'.repeat(page.split('/').length - 1)}${target}` || './';
}

/** Where a link of a file in `docs` leads: a path of the site, also for an address on it, or an address of its own. */
function targetOf(href: string, file: string): string {
  if (href.startsWith(siteUrl)) return href.slice(siteUrl.length);
  if (isWhole(href) || href.startsWith('#')) return href;
  const [path = '', anchor] = href.split('#');
  const target = posix.join('docs', posix.dirname(file), path);
  const hash = anchor === undefined ? '' : `#${anchor}`;
  if (!target.startsWith('docs/')) return `${homepage}/blob/main/${target}${hash}`;
  const own = target.slice('docs/'.length);
  return (own.endsWith('.md') ? sitePath(own) : own) + hash;
}

function isWhole(href: string): boolean {
  return /^[a-z][a-z+.-]*:/i.test(href);
}

function outsideCode(markdown: string, change: (text: string) => string): string {
  return markdown
    .split(/^((`{3,})[\s\S]*?^\2$)/m)
    .map((part, index) => (index % 3 === 0 ? change(part) : index % 3 === 1 ? part : ''))
    .join('');
}

type Token = ReturnType<MarkdownIt['parse']>[number];

function plainText(tokens: readonly Token[]): string {
  return tokens.map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : '')).join('');
}

/** Names of headings as GitHub makes them, so that the same links work there. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

const parser = parserOfPages();

function parserOfPages(): MarkdownIt {
  const made = new MarkdownIt({ html: true });
  made.core.ruler.push('headings', ({ tokens }) => nameHeadings(tokens));
  made.core.ruler.push('tables', ({ tokens }) => nameCells(tokens));
  made.core.ruler.push('links', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      for (const name of ['href', 'src']) {
        const value = token.attrGet(name);
        if (value !== null && env.target !== undefined) token.attrSet(name, env.target(value));
      }
    }
  });
  made.renderer.rules.fence = (tokens, index) => codeBlock(made, tokens[index]?.content ?? '');
  made.renderer.rules.code_block = made.renderer.rules.fence;
  return made;
}

/** A block that the keyboard can scroll. The script of the pages adds the button that copies. */
function codeBlock({ utils }: MarkdownIt, text: string): string {
  return `<pre tabindex="0"><code>${utils.escapeHtml(text)}</code></pre>\n`;
}

function nameHeadings(tokens: readonly Token[]): void {
  const seen = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const slug = slugOf(plainText(tokens[index + 1]?.children ?? []));
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    token.attrSet('id', times === 0 ? slug : `${slug}-${times}`);
  }
}

/** Tables as those of reports: the first cell of a row is its heading, and on narrow screens each cell has the name of its column. */
function nameCells(tokens: readonly Token[]): void {
  let columns: string[] = [];
  let cell = 0;
  let isBody = false;
  for (const [index, token] of tokens.entries()) {
    token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null; // the policy forbids it
    const text = () => plainText(tokens[index + 1]?.children ?? []);
    if (token.type === 'table_open') {
      columns = [];
      isBody = false;
      token.attrSet('class', 'stacked');
    } else if (token.type === 'tbody_open') isBody = true;
    else if (token.type === 'tr_open') cell = 0;
    else if (token.type === 'th_open') {
      columns.push(text());
      // A column without a name has no heading.
      if (text() === '') for (const one of tokens.slice(index, index + 3)) one.tag &&= 'td';
      else token.attrSet('scope', 'col');
    } else if (token.type === 'td_open' || token.type === 'td_close') {
      if (cell === 0) token.tag = 'th';
      if (token.type === 'td_close') cell += 1;
      else if (isBody && cell === 0) token.attrSet('scope', 'row');
      else if (columns[cell]) token.attrSet('data-column', columns[cell] ?? '');
    }
  }
}
