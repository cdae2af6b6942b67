import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { topics } from '../../src/diagnosis/all-topics.js';
import { sitePath } from '../../src/reporters/site-url.js';
import { catalogue } from '../../src/rules/catalogue.js';
import { withConfirmation } from './error-page.js';
import { headingsOf } from './markdown.js';
import type { Neighbor, SitePage } from './site-page.js';

/** Every file of `docs` as a page, rules in catalogue order. */
export async function docPages(docs: string): Promise<readonly SitePage[]> {
  const files = (await readdir(docs, { recursive: true })).filter((file) => file.endsWith('.md')).sort();
  const pages = await Promise.all(
    files.map(async (path) => {
      const file = path.replaceAll('\\', '/');
      return pageOf(file, await readFile(join(docs, file), 'utf8'));
    }),
  );
  return pages.map((page) => ({ ...page, ...neighborsOf(page, pages) }));
}

function pageOf(file: string, text: string): SitePage {
  const kind = kindOf(file);
  const topic = kind === 'error' ? topics.find(({ id }) => file === `errors/${id}.md`) : undefined;
  const read = forReaders(text);
  const markdown = topic === undefined ? read : withConfirmation(read, topic, topics);
  const [title] = headingsOf(markdown);
  if (title === undefined) throw new Error(`docs/${file} has no title`);
  return { kind, file, path: sitePath(file), title: title.text, markdown };
}

function kindOf(file: string): SitePage['kind'] {
  if (/^(?:rules|errors)\/(?:README|by-symptom)\.md$/.test(file)) return 'index';
  return file.startsWith('rules/') ? 'rule' : file.startsWith('errors/') ? 'error' : 'guide';
}

/** Without the notes on where a file comes from, which are for those who change it. */
function forReaders(text: string): string {
  return text
    .replace(/^This page is generated(?: from [^.\n]+)?\. ?/m, '')
    .replace(/^<!-- .* -->\n/gm, '')
    .replace(/\n{3,}/g, '\n\n');
}

function neighborsOf({ kind, file }: SitePage, pages: readonly SitePage[]) {
  if (kind !== 'rule') return {};
  const place = catalogue.findIndex(({ code }) => file === `rules/${code}.md`);
  const at = (index: number): Neighbor | undefined => {
    const code = catalogue[index]?.code;
    return pages.find((page) => page.file === `rules/${code}.md`);
  };
  return { previous: at(place - 1), next: at(place + 1) };
}
