import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../site/serve-site.js';
import { siteUrl } from '../../src/reporters/site-url.js';
import { launchChromium } from '../support/chromium.js';
import { siteFolder } from '../support/fresh-site.js';
import { largeReport } from '../support/large-report.js';

// What the page of the workbench and its worker say to each other: out of turn, twice, in two tabs, and where the browser refuses.
let browser: Browser;
let server: Server;
let address = '';
const workerScript = readFileSync(join(siteFolder, 'workbench/worker.js'), 'utf8');
/** Other tests run on the same machine. */
const patience = { timeout: 30_000 };

beforeAll(async () => {
  server = await serveSite(siteFolder);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  address = `http://127.0.0.1:${bound.port}${new URL(siteUrl).pathname}workbench/`;
  browser = await launchChromium();
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForTimeout(300); // the worker belongs to the load
  return page;
}

/** A context whose worker runs something before its own script. */
async function contextWith(script = ''): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  if (script !== '')
    await context.route('**/worker.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: `${script};\n${workerScript}` }),
    );
  return context;
}

async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#wb-text').fill(text);
  await page.locator('#wb-add').click();
}

/** Chooses files of these sizes in bytes, filled with JSON Lines of sync errors. */
async function chooseLines(page: Page, name: string, bytes: number): Promise<void> {
  await page.evaluate(
    ([fileName, size]) => {
      const line = `${JSON.stringify({ id: 'e', integrationJob: 'accounts - Customers V3', entity: 'accounts', company: 'USMF', message: 'x'.repeat(800), category: 'application', createdOn: '2026-11-20T10:00:00Z' })}\n`;
      const parts = Array.from({ length: Math.ceil(size / line.length) }, () => line);
      const transfer = new DataTransfer();
      transfer.items.add(new File(parts, fileName));
      const input = document.getElementById('wb-files') as HTMLInputElement; // it is one
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    },
    [name, bytes] as const,
  );
}

async function chooseJson(page: Page, name: string, value: object): Promise<void> {
  await page
    .locator('#wb-files')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) });
}

const card = (page: Page, name: string) => page.locator('#wb-cards > li').filter({ hasText: name });
const says = (page: Page, name: string, words: string) =>
  expect.poll(() => card(page, name).innerText(), patience).toContain(words);
const memorySays = (page: Page, words: string) =>
  expect.poll(() => page.locator('#wb-memory-news').innerText(), patience).toContain(words);
const remember = async (page: Page) => {
  await page.locator('#wb-remember').check();
  await memorySays(page, 'is kept in this browser');
};

/** The worker never ends with a file of this name and size. */
const hanging = `{
  const read = Blob.prototype.arrayBuffer;
  Blob.prototype.arrayBuffer = function () { if (this.size === 7) for (;;); return read.call(this); };
}`;
const chooseHanging = (page: Page) =>
  page.locator('#wb-files').setInputFiles({ name: 'hangs', mimeType: 'text/plain', buffer: Buffer.from('1234567') });

describe('stop', () => {
  test('of a card that waits for its turn leaves the one before it alone', async () => {
    const page = await open(await contextWith());
    let workers = 0;
    page.on('worker', () => {
      workers += 1;
    });
    await chooseLines(page, 'large.jsonl', 60_000_000);
    await paste(page, 'DWDVEV1004');
    await page.getByRole('button', { name: 'Stop reading Pasted text 1' }).click();
    await says(page, 'Pasted text 1', 'Its reading was stopped.');
    await says(page, 'large.jsonl', 'sync errors');
    expect(workers).toBe(0); // none was started again
    await expect.poll(() => page.locator('#wb-results').innerText(), patience).not.toContain('What the code means');
  });

  test('of a worker that does not listen: a new one reads the others again, also those that were remembered', async () => {
    const page = await open(await contextWith(hanging));
    await remember(page);
    await paste(page, 'DWDVEV1004');
    await says(page, 'Pasted text 1', 'a code that is known');
    await page.reload();
    await says(page, 'Pasted text 1', 'a code that is known');
    await page.locator('#wb-sample').click();
    await says(page, 'Sample environment', 'a snapshot');
    await chooseHanging(page);
    await page.getByRole('button', { name: 'Stop reading hangs' }).click();
    await says(page, 'hangs', 'Its reading was stopped.');
    await expect.poll(() => page.locator('#wb-results').innerText(), patience).toContain('Report and error text');
    expect(await page.locator('#wb-cards > li').count()).toBe(3);
  });

  test('of a worker that does not listen: what was remembered and forgotten says so', async () => {
    const page = await open(await contextWith(hanging));
    await remember(page);
    await paste(page, 'DWDVEV1004');
    await says(page, 'Pasted text 1', 'a code that is known');
    await page.reload();
    await says(page, 'Pasted text 1', 'a code that is known');
    await page.locator('#wb-forget').click();
    await expect.poll(() => page.locator('#wb-remember').isChecked(), patience).toBe(false);
    await chooseHanging(page);
    await page.getByRole('button', { name: 'Stop reading hangs' }).click();
    await says(page, 'Pasted text 1', 'It is no longer remembered');
  });
});

describe('a result', () => {
  test('that is chosen again while it is placed is there once', async () => {
    const page = await open(await contextWith());
    await chooseJson(page, 'large.json', largeReport());
    await paste(page, 'DWDVEV1004');
    await expect.poll(() => page.locator('#wb-results button').count(), patience).toBeGreaterThan(1);
    for (let times = 0; times < 5; times += 1) {
      await page.evaluate(() => {
        const [first, second] = document.querySelectorAll<HTMLElement>('#wb-results button');
        second?.click();
        first?.click();
      });
      await page.waitForTimeout(40);
    }
    await expect.poll(() => page.locator('#filter').isVisible(), patience).toBe(true);
    expect(await page.locator('#wb-result #verdict').count()).toBe(1);
    expect(await page.locator('#wb-result #filter').count()).toBe(1);
  });

  test('that is no longer shown is listened to no more', async () => {
    const context = await contextWith();
    await context.addInitScript(() => {
      const listen = globalThis.addEventListener;
      const signals: (AbortSignal | undefined)[] = [];
      Object.assign(globalThis, { signals });
      globalThis.addEventListener = (...all: Parameters<typeof listen>) => {
        const [type, , options] = all;
        if (type === 'beforeprint') signals.push(typeof options === 'object' ? options.signal : undefined);
        return listen(...all);
      };
    });
    const page = await open(context);
    const listening = () =>
      page.evaluate(() => {
        const { signals } = globalThis as unknown as { signals: (AbortSignal | undefined)[] }; // made above
        return [signals.length, signals.filter((signal) => signal?.aborted !== true).length];
      });
    await page.locator('#wb-sample').click();
    await expect.poll(listening, patience).toEqual([1, 1]);
    await page.locator('#wb-facts summary').click();
    await page.locator('#wb-fact-link-linked').selectOption('no');
    await expect.poll(listening, patience).toEqual([2, 1]);
  });
});

describe('what is remembered', () => {
  test('in two tabs is that of both', async () => {
    const context = await contextWith();
    const one = await open(context);
    await remember(one);
    const two = await open(context);
    await expect.poll(() => two.locator('#wb-remember').isChecked(), patience).toBe(true);
    await paste(two, 'DWDVEV1007 in two');
    await says(two, 'Pasted text 1', 'an error text');
    await one.locator('#wb-sample').click();
    await says(one, 'Sample environment', 'a snapshot');
    const three = await open(context);
    await expect.poll(() => three.locator('#wb-cards > li').count(), patience).toBe(2);
  });

  test('is forgotten in all tabs', async () => {
    const context = await contextWith();
    const one = await open(context);
    await remember(one);
    await paste(one, 'DWDVEV1004');
    await says(one, 'Pasted text 1', 'a code that is known');
    const two = await open(context);
    await expect.poll(() => two.locator('#wb-cards > li').count(), patience).toBe(1);
    await two.locator('#wb-forget').click();
    await expect.poll(() => two.locator('#wb-remember').isChecked(), patience).toBe(false);
    await one.locator('#wb-sample').click();
    await memorySays(one, 'Everything was forgotten in another tab.');
    expect(await one.locator('#wb-remember').isChecked()).toBe(false);
    expect(await one.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
  });

  test('without room for more: the results are there, and what is not remembered is said', async () => {
    const page = await open(
      await contextWith(`{
        let puts = 0;
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...all) {
          if (this.name === 'cards' && ++puts > 1) throw new DOMException('no room', 'QuotaExceededError');
          return put.apply(this, all);
        };
      }`),
    );
    await remember(page);
    await paste(page, 'DWDVEV1004');
    await says(page, 'Pasted text 1', 'a code that is known');
    await page.locator('#wb-sample').click();
    await memorySays(page, 'may have no room for it');
    await expect.poll(() => page.locator('#wb-results').innerText(), patience).toContain('Report');
    expect(await page.locator('#wb-forget').isVisible()).toBe(true);
    await page.reload();
    await expect.poll(() => page.locator('#wb-cards > li').count(), patience).toBe(1);
  });

  test('is nothing where the browser refuses, and the page works', async () => {
    const page = await open(
      await contextWith(
        "Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError'); } })",
      ),
    );
    await page.locator('#wb-remember').click();
    await memorySays(page, 'does not let the page remember');
    expect(await page.locator('#wb-remember').isChecked()).toBe(false);
    await page.locator('#wb-sample').click();
    await expect.poll(() => page.locator('#wb-result .verdict').count(), patience).toBe(1);
  });

  test('by another version is removed, which is said', async () => {
    const page = await open(await contextWith());
    await remember(page);
    await paste(page, 'DWDVEV1004');
    await says(page, 'Pasted text 1', 'a code that is known');
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('dual-write-health-workbench');
          request.onsuccess = () => {
            const transaction = request.result.transaction('about', 'readwrite');
            transaction.objectStore('about').put('0.0.0', 'version');
            transaction.oncomplete = () => {
              request.result.close();
              resolve();
            };
            transaction.onabort = () => reject(transaction.error);
          };
        }),
    );
    await page.reload();
    await memorySays(page, 'of another version of this page');
    expect(await page.locator('#wb-cards > li').count()).toBe(0);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });
});

test('the page is painted and listens while its worker has not arrived', async () => {
  const context = await browser.newContext();
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await context.route('**/worker.js', async (route) => {
    await arrived;
    await route.continue();
  });
  const page = await open(context);
  expect(await page.locator('h1').first().isVisible()).toBe(true);
  await paste(page, 'DWDVEV1004');
  expect(await card(page, 'Pasted text 1').locator('progress').count()).toBe(1);
  arrive();
  await says(page, 'Pasted text 1', 'a code that is known');
});
