import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from './fresh-site.js';

/** All pages of the built site, by their file. */
export const sitePages: readonly { readonly file: string; readonly html: string }[] = existsSync(siteFolder)
  ? readdirSync(siteFolder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.html') && file !== 'workbench.html')
      .sort()
      .map((file) => ({ file, html: readFileSync(join(siteFolder, file), 'utf8') }))
  : [];

const htmlByFile = new Map(sitePages.map(({ file, html }) => [file, html]));

/** What is wrong with a link to a path of the site, with or without an anchor; `undefined` if it leads to something. */
export function brokenLink(path: string): string | undefined {
  const [target = '', anchor] = path.split('#');
  const file = decodeURIComponent(target.replace(/(^|\/)$/, '$1index.html'));
  if (!existsSync(join(siteFolder, file))) return `${path}: there is no file ${file}`;
  if (anchor === undefined || anchor === '') return undefined;
  const ids = [...(htmlByFile.get(file) ?? '').matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  return ids.includes(decodeURIComponent(anchor)) ? undefined : `${path}: ${file} has no part ${anchor}`;
}
