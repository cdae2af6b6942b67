import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite } from '../../site/serve-site.js';
import { siteUrl } from '../../src/reporters/site-url.js';
import { launchChromium } from '../support/chromium.js';
import { siteFolder } from '../support/fresh-site.js';

const script = readFileSync(join(siteFolder, 'collect/dual-write-health-collect.js'), 'utf8');
const hash = createHash('sha256').update(script).digest('hex');

let server: Server;
let browser: Browser;
let address: string;
beforeAll(async () => {
  server = await serveSite(siteFolder);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  address = `http://127.0.0.1:${bound.port}${new URL(siteUrl).pathname}collect/`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('the button copies the script to the letter, and the page shows the hash of what it copies', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const loaded: { readonly url: string; readonly bytes: number }[] = [];
  page.on('response', async (response) => {
    if (/\.m?js$/.test(response.url())) {
      const body = await response.body();
      loaded.push({ url: response.url(), bytes: gzipSync(body, { level: 9 }).length });
    }
  });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const later: string[] = [];
  page.on('request', (request) => later.push(request.url()));
  await page.getByRole('button', { name: 'Copy the script' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(createHash('sha256').update(copied).digest('hex')).toBe(hash);
  expect(await page.getByRole('main').textContent()).toContain(hash);
  expect(readFileSync(join(siteFolder, 'collect/dual-write-health-collect.js.sha256'), 'utf8')).toBe(
    `${hash}  dual-write-health-collect.js\n`,
  );
  expect(later).toEqual([]);
  // The text of the script is data here: fetched once, and not run.
  const isScript = ({ url }: { readonly url: string }) => url.endsWith('-collect.js');
  expect(loaded.filter(isScript).map(({ bytes }) => bytes <= 80_000)).toEqual([true]);
  const others = loaded.filter((one) => !isScript(one));
  expect(others.length).toBeGreaterThan(0);
  expect(others.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(12_000);
  expect(await page.locator('dual-write-health-collect').count()).toBe(0);
  await context.close();
});

test('without scripts, the script can be saved and its hash can be read', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  expect(await page.getByRole('main').textContent()).toContain(hash);
  const link = page.getByRole('link', { name: 'dual-write-health-collect.js' });
  const href = await link.getAttribute('href');
  const response = await page.request.get(new URL(href ?? '', address).href);
  expect(await response.text()).toBe(script);
  await context.close();
});
