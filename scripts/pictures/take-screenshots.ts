/**
 * `npm run screenshots`: takes the pictures of our own pages in `docs/pictures`. A page that is as it was when its picture was taken is
 * left alone: `pages.json` beside the pictures holds the hash of each page.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../../test/support/chromium.js';
import { picturedPages } from './pictured-pages.js';

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
const list = join(folder, 'pages.json');
const taken: Readonly<Record<string, string>> = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
const pages = await picturedPages();
const hashes = Object.fromEntries(
  [...pages].map(([name, page]) => [name, createHash('sha256').update(page).digest('hex')]),
);
const changed = [...pages].filter(([name]) => taken[name] !== hashes[name] || !existsSync(join(folder, name)));

if (changed.length > 0) {
  const browser = await launchChromium();
  try {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    for (const [name, page] of changed) {
      await tab.setContent(page);
      await tab.screenshot({ path: join(folder, name), animations: 'disabled' });
      console.log(`taken: docs/pictures/${name}`);
    }
  } finally {
    await browser.close();
  }
}
writeFileSync(list, `${JSON.stringify(hashes, null, 2)}\n`);
