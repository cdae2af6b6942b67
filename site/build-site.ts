import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Eleventy from '@11ty/eleventy';
import { transform } from 'esbuild';
import { siteUrl } from '../src/reporters/site-url.js';
import { buildScripts } from './build-scripts.js';
import { buildCollect, withHash } from './collect/build-collect.js';
import { docPages } from './pages/doc-pages.js';
import { frontPage } from './pages/front-page.js';
import { guidesIndex } from './pages/guides-index.js';
import { headingsOf, toBody, withWholeLinks } from './pages/markdown.js';
import { notFoundPage } from './pages/not-found-page.js';
import { searchPage } from './pages/search-page.js';
import type { SitePage } from './pages/site-page.js';
import { searchIndex } from './search/search-index.js';
import { buildWorkbench, reportStyle } from './workbench/build-workbench.js';
import { workbenchPage } from './workbench/page.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes the whole site into a folder, which is emptied before. */
export async function buildSite(out: string): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const [pages, hash] = await Promise.all([docPages(join(root, 'docs')), buildCollect(out)]);
  const docs = pages.map((page) => ({ ...page, markdown: withHash(page.markdown, hash) }));
  const made = pagesOf(docs);
  await Promise.all([
    writePages(docs, made, out),
    buildScripts(root, out),
    buildWorkbench(out),
    writeStyles(out),
    cp(join(root, 'docs/pictures'), join(out, 'pictures'), { recursive: true }),
    cp(join(root, 'NOTICE'), join(out, 'notice.txt')),
    cp(join(root, 'site/pages/icon.svg'), join(out, 'icon.svg')),
    writeFile(join(out, 'search-index.json'), searchIndex([...docs, ...made])),
  ]);
}

/** The pages that no file in `docs` holds. */
function pagesOf(docs: readonly SitePage[]): readonly (SitePage & { readonly body?: string })[] {
  const errors = docs.find(({ file }) => file === 'errors/README.md');
  const phases = headingsOf(errors?.markdown ?? '').filter(({ level, id }) => level === 2 && id !== 'who-can-do-what');
  return [
    {
      kind: 'front',
      file: 'site/pages/front-page.ts',
      path: '',
      title: 'Dual-write health: what went wrong, and how to fix it',
      markdown: '',
      body: frontPage(phases),
      scripts: ['front.js'],
    },
    {
      kind: 'workbench',
      file: 'site/workbench/page.ts',
      path: 'workbench/',
      title: 'Workbench',
      markdown: '',
      body: workbenchPage(),
      scripts: ['workbench/workbench.js'],
      styles: ['workbench/workbench.css'],
    },
    {
      kind: 'index',
      file: 'site/pages/guides-index.ts',
      path: 'guides/',
      title: 'Guides',
      markdown: guidesIndex(docs),
    },
    {
      kind: 'index',
      file: 'site/pages/search-page.ts',
      path: 'search/',
      title: 'All pages',
      markdown: searchPage(docs),
    },
  ];
}

/** Eleventy reads the files of `docs` and puts each into the layout. */
async function writePages(docs: readonly SitePage[], made: ReturnType<typeof pagesOf>, out: string): Promise<void> {
  const templates = new Map([
    ...docs.map((page) => [page.file, page] as const),
    ...made.map((page) => [templateOf(page), page] as const),
  ]);
  const pageFor = (inputPath: string) => templates.get(inputPath.replace(/^(?:\.\/)?docs\//, ''));
  const eleventy = new Eleventy('docs', out, {
    quietMode: true,
    config(config) {
      config.setUseGitIgnore(false);
      config.setIncludesDirectory('../site/pages');
      config.addExtension('11ty.ts', { key: '11ty.js' });
      config.setTemplateFormats(['md', 'html']);
      config.addGlobalData('layout', 'layout.11ty.ts');
      config.addGlobalData('pageFor', () => pageFor);
      config.addGlobalData('markdownTemplateEngine', false);
      config.addGlobalData('eleventyComputed', {
        permalink: ({ page }: TemplateData) => `${pageFor(page.inputPath)?.path}index.html`,
      });
      config.setLibrary('md', { render: (text: string) => text });
      config.addPreprocessor('body', 'md', ({ page }: TemplateData) => {
        const own = pageFor(page.inputPath);
        return own === undefined ? false : toBody(own.markdown, own.file, own.path);
      });
      for (const page of made) {
        config.addTemplate(templateOf(page), page.body ?? toBody(page.markdown, 'README.md', page.path), {});
      }
    },
  });
  await eleventy.write();
  await Promise.all(docs.filter(isPasted).map((page) => writeMarkdown(page, out)));
  await writeFile(join(out, '404.html'), notFoundPage());
}

/** What Eleventy says about a template. */
interface TemplateData {
  readonly page: { readonly inputPath: string };
}

/** The place of a template that is not a file, in `docs`. */
function templateOf({ path }: SitePage): string {
  return `made/${path}index.html`;
}

function isPasted({ kind }: SitePage): boolean {
  return kind === 'rule' || kind === 'error';
}

/** The page as Markdown beside it, for those who paste it elsewhere. */
async function writeMarkdown({ path, file, markdown }: SitePage, out: string): Promise<void> {
  const target = join(out, path, 'index.md');
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, withWholeLinks(markdown, file, siteUrl));
}

/** One set of styles for reports and site, and what the site adds to it. */
async function writeStyles(out: string): Promise<void> {
  const own = await readFile(join(root, 'site/pages/site.css'), 'utf8');
  const { code } = await transform(own, { loader: 'css', minify: true });
  await Promise.all([writeFile(join(out, 'report.css'), await reportStyle()), writeFile(join(out, 'site.css'), code)]);
}
