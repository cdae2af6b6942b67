import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../site/serve-site.js';
import { siteUrl } from '../../src/reporters/site-url.js';
import { healthCheck } from '../../src/rules/health-check.js';
import { mapDesign } from '../../src/rules/map-design.js';
import { operations } from '../../src/rules/operations.js';
import { axeFindings } from '../support/axe-findings.js';
import { launchChromium } from '../support/chromium.js';
import { mapRow, shippedMaps } from '../support/entity-maps.js';
import { siteFolder } from '../support/fresh-site.js';
import { harFile, plantedSecret } from '../support/har.js';
import { hostileTexts, sampleSnapshot } from '../support/hostile-report.js';
import { largeReport } from '../support/large-report.js';
import { attempts, longestTask } from '../support/longest-task.js';
import { solutionFiles, solutionZip } from '../support/solution-files.js';

// The workbench in a real browser: as one file from a disk, and as a page under the policy of the site.
const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
const file = pathToFileURL(join(siteFolder, 'workbench.html')).href;
const example = (path: string) => fileURLToPath(new URL(`../../examples/${path}`, import.meta.url));
const snapshotFile = join(folder, 'snapshot.json');
/** Other tests run on the same machine. */
const patience = { timeout: 30_000 };
let browser: Browser;
let server: Server;
let site = '';

beforeAll(async () => {
  writeFileSync(snapshotFile, JSON.stringify(sampleSnapshot('every-dependency-code')));
  server = await serveSite(siteFolder);
  const { port } = server.address() as AddressInfo; // Safe: it listens on a port, not a pipe
  site = `http://127.0.0.1:${port}${new URL(siteUrl).pathname}workbench/`;
  browser = await launchChromium();
}, 120_000);

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  /** What a harmless page never causes. */
  readonly trouble: string[];
  /** The requests since the last time that this was emptied. */
  readonly requests: string[];
}

async function open(url = file, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const trouble: string[] = [];
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => trouble.push(`console ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.log(`violation of ${event.violatedDirective}`),
    );
  });
  await page.goto(url);
  // The worker belongs to the load, with the files that it reads.
  const worker = page.workers()[0] ?? (await page.waitForEvent('worker'));
  await worker.evaluate(() => true);
  return { page, trouble, requests };
}

const verdict = (page: Page) => page.locator('#wb-verdict-text');
const cards = (page: Page) => page.locator('#wb-cards > li');
const whole = (page: Page) =>
  expect.poll(() => page.locator('#wb-result .verdict').count(), patience).toBeGreaterThan(0);

async function choose(page: Page, ...paths: readonly string[]): Promise<void> {
  await page.locator('#wb-files').setInputFiles([...paths]);
}

/** Drops files and folders of the disk, as a person does. */
async function drop(page: Page, ...paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 300,
      y: 300,
      data: { items: [], files: [...paths], dragOperationsMask: 1 },
    });
}

async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#wb-text').fill(text);
  await page.locator('#wb-add').click();
}

describe.each([
  ['one file', () => file],
  ['the site', () => site],
])('%s', (_, urlOf) => {
  test('shows every kind of input that is dropped, asks for nothing and keeps its address', async () => {
    const inputs = join(folder, `inputs-${_.length}`);
    mkdirSync(inputs, { recursive: true });
    const files: Readonly<Record<string, string | Uint8Array>> = {
      'answers.json': JSON.stringify({
        value: [{ uniquename: 'DualWriteCore', version: '1.0.27.0', ismanaged: true }],
      }),
      'maps.json': JSON.stringify([mapRow('accounts', 'Customers V3')]),
      'maps.zip': solutionZip(shippedMaps()),
      'error.txt': 'Unable to generate runtime configuration: DWDVEV1004 occurred',
      'snapshot.json': readFileSync(snapshotFile),
      'settings.json': JSON.stringify({ failOn: 'warning' }),
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(inputs, name), content);
    const { page, trouble, requests } = await open(urlOf());
    requests.length = 0;
    const paths = [
      ...Object.keys(files).map((name) => join(inputs, name)),
      example('har/contoso-uat.har'),
      example('sync-errors/sync-errors.jsonl'),
      example('sync-errors/alert-settings.json'),
      example('activity/log.jsonl'),
    ];
    await drop(page, ...paths);
    await expect.poll(() => cards(page).count(), patience).toBe(paths.length);
    await whole(page);
    const labels = await page.locator('#wb-results button').allTextContents();
    expect(labels).toEqual(
      expect.arrayContaining(['Sync errors', 'Alerts', 'Activity', 'Plan', 'Map design', 'Operations']),
    );
    for (const label of labels) {
      await page
        .locator('#wb-results button', { hasText: new RegExp(`^${label}$`) })
        .first()
        .click();
      await expect
        .poll(() => page.locator('#wb-result .result-body').innerHTML(), patience)
        .toMatch(/<h1 id="verdict">/);
    }
    expect(page.url()).toBe(urlOf());
    expect(requests).toEqual([]);
    expect(trouble).toEqual([]);
  });

  test('reads a folder that is dropped, and an unpacked solution as one card', async () => {
    const unpacked = join(folder, `unpacked-${_.length}`);
    mkdirSync(join(unpacked, 'deep/deeper'), { recursive: true });
    for (const { name, content } of solutionFiles(shippedMaps()).flatMap((one) =>
      'content' in one ? [one] : [],
    ) as readonly { name: string; content: string | Uint8Array }[])
      if (!name.includes('/')) writeFileSync(join(unpacked, name), content);
    const mixed = join(folder, `mixed-${_.length}`);
    mkdirSync(join(mixed, 'deep/.git'), { recursive: true });
    writeFileSync(join(mixed, 'deep/snapshot.json'), readFileSync(snapshotFile));
    writeFileSync(join(mixed, 'deep/.git/config.json'), '{}');
    const { page, trouble } = await open(urlOf());
    await drop(page, unpacked, mixed);
    await expect.poll(() => cards(page).count(), patience).toBe(2);
    await whole(page);
    expect(await cards(page).allInnerTexts()).toEqual([
      expect.stringContaining('an unpacked solution'),
      expect.stringContaining('deep/snapshot.json'),
    ]);
    expect(trouble).toEqual([]);
  });
});

describe('the verdict', () => {
  test('follows what a person types', async () => {
    const { page } = await open();
    await page.locator('#wb-sample').click();
    await whole(page);
    await page.locator('#wb-facts summary').click();
    expect(await page.locator('#wb-fact-link-linked').inputValue()).toBe('yes');
    expect(await page.locator('#wb-known-link-linked').innerText()).toContain('Sample environment');
    await page.locator('#wb-fact-link-linked').selectOption('no');
    await expect.poll(() => page.locator('#wb-known-link-linked').innerText(), patience).toContain('Typed by you');
    await expect.poll(() => page.locator('#wb-result').innerText(), patience).toContain('DWFOEV9303');
    await page.locator('#wb-clear-facts').click();
    await expect.poll(() => page.locator('#wb-fact-link-linked').inputValue(), patience).toBe('yes');
  });

  test('of an error text is there after one paste', async () => {
    const { page } = await open();
    await page.locator('#wb-text').focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Unable to generate runtime configuration: DWDVEV1004 occurred');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await whole(page);
    expect(await page.locator('#wb-result').innerText()).toContain('Stale configuration');
  });
});

test('on a narrow page one step leads to the result, whose heading the verdict does not cover', async () => {
  const { page } = await open(file, { viewport: { width: 360, height: 740 } });
  await choose(page, example('har/contoso-uat.har'));
  await whole(page);
  await page.locator('#wb-to-result').click();
  const places = () =>
    page.evaluate(() =>
      ['#wb-verdict', '#wb-result h1'].map((wanted) => document.querySelector(wanted)?.getBoundingClientRect()),
    );
  await expect.poll(async () => (await places())[1]?.top, patience).toBeLessThan(300);
  const [banner, heading] = await places();
  expect(heading?.top).toBeGreaterThan(banner?.bottom ?? Number.POSITIVE_INFINITY);
});

describe('what is missing', () => {
  test('is one step from a report that is not whole, with the addresses that answer it', async () => {
    const { page, requests } = await open(site);
    requests.length = 0;
    await choose(page, example('har/contoso-uat.har'));
    await whole(page);
    expect(await page.locator('#wb-missing').innerText()).toMatch(/Known facts: 1 of 17/);
    await page.locator('#wb-to-facts').click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Facts');
    const first = page.locator('#wb-fact-list > li').first();
    expect(await first.innerText()).toContain('not known');
    expect(
      await first
        .locator('a')
        .evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('href')])),
    ).toEqual([
      ['RetrieveVersion', 'https://contoso-uat.crm4.dynamics.com/api/data/v9.2/RetrieveVersion'],
      ['RetrieveCurrentOrganization', expect.stringContaining('crm4.dynamics.com/api/data/v9.2/RetrieveCurrent')],
    ]);
    expect(requests).toEqual([]);
  });

  test('is not said beside other results', async () => {
    const { page } = await open();
    await choose(page, example('sync-errors/sync-errors.jsonl'));
    await whole(page);
    expect(await page.locator('#wb-missing').isVisible()).toBe(false);
  });

  test.each([
    ['empty.txt', '', 'What can be read'],
    ['broken.zip', 'PK\u0003\u0004broken', 'Expected: the .zip file of a solution'],
  ])('a card that is not understood says what would be: %s', async (name, content, words) => {
    writeFileSync(join(folder, name), content);
    const { page } = await open();
    await choose(page, join(folder, name));
    await expect.poll(() => cards(page).innerText(), patience).toContain('not understood');
    expect(await cards(page).innerText()).toContain(words);
    await expect.poll(() => verdict(page).innerText(), patience).toBe('Nothing of this can be shown.');
    expect(await page.locator('.wb-ideas').isVisible()).toBe(true);
    expect(await cards(page).locator('p', { hasText: 'an error text' }).isVisible()).toBe(false);
  });
});

describe('the field for codes', () => {
  const proposed = (page: Page) =>
    page
      .locator('#wb-option-only')
      .evaluate((input) => [...((input as HTMLInputElement).list?.options ?? [])].map(({ value }) => value));

  test('proposes those of the chosen checks, each after what is typed', async () => {
    const { page } = await open();
    await page.locator('#wb-options summary').click();
    expect(await proposed(page)).toEqual([...healthCheck.codes]);
    await page.locator('#wb-option-validator').selectOption('map-design');
    expect(await proposed(page)).toEqual([...mapDesign.codes]);
    await page.locator('#wb-option-only').fill('DIPV1002, DIP');
    expect(await proposed(page)).toEqual(mapDesign.codes.map((code) => `DIPV1002, ${code}`));
    await page.locator('#wb-option-only').fill('');
    await page.locator('#wb-option-validator').selectOption('operations');
    expect(await proposed(page)).toEqual([...operations.codes]);
  });
});

test('the ideas return when the last card is removed', async () => {
  const { page } = await open();
  const ideas = page.locator('.wb-ideas');
  const before = await ideas.innerText();
  await paste(page, 'DWDVEV1004');
  await whole(page);
  expect(await ideas.count()).toBe(0);
  await page.getByRole('button', { name: 'Remove Pasted text 1' }).click();
  await expect.poll(() => ideas.count(), patience).toBe(1);
  expect(await ideas.innerText()).toBe(before);
  expect(await verdict(page).innerText()).toBe('Nothing was given yet.');
});

describe('what is taken along', () => {
  test.each([
    ['html', /^<!doctype html>/],
    ['markdown', /^## Unhealthy/],
    ['json', /^\{/],
    ['sarif', /"version": ?"2\.1\.0"/],
    ['junit', /^<\?xml/],
    ['snapshot', /"schemaVersion": 1/],
  ])('%s is saved', async (format, content) => {
    const { page } = await open();
    await page.locator('#wb-sample').click();
    await whole(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`[data-format=${format}]`).click(),
    ]);
    expect(readFileSync((await download.path()) ?? '', 'utf8')).toMatch(content);
  });

  test('a ticket is copied, redacted', async () => {
    const { page } = await open(site, { permissions: ['clipboard-read', 'clipboard-write'] });
    await paste(page, 'Unable to write data to entity accounts for someone@contoso.com DWDVEV1004 failed');
    await whole(page);
    await page.locator('[data-format=ticket]').click();
    await expect.poll(() => page.locator('#wb-out-news').innerText(), patience).toContain('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('# ');
    expect(copied).not.toContain('someone@contoso.com');
  });

  test('a printed page has the result and nothing of the workbench', async () => {
    const { page } = await open();
    await page.locator('#wb-sample').click();
    await whole(page);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page
        .locator('.wb-side, .wb-head, #wb-out')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).display)),
    ).toEqual(['none', 'none', 'none']);
    expect(await page.locator('#wb-result .verdict').isVisible()).toBe(true);
  });

  test('the filter of a report works as in its page', async () => {
    const { page } = await open();
    await page.locator('#wb-sample').click();
    await whole(page);
    await expect.poll(() => page.locator('#filter').isVisible(), patience).toBe(true);
    await page.locator('#filter-text').fill('DWDVEV1007');
    await expect.poll(() => page.locator('#filter-result').innerText(), patience).toContain('Showing');
  });
});

describe('what is large', () => {
  /** No task of the page takes longer than this, in milliseconds of the processor. All findings at once take 90. */
  const mostAtOnce = 50;

  /** Chooses a file of JSON Lines of so many megabytes, made of one that is repeated. */
  async function chooseLines(page: Page, megabytes: number): Promise<void> {
    await page.evaluate((size) => {
      const line = (index: number) =>
        `${JSON.stringify({ id: `e${index}`, integrationJob: 'accounts - Customers V3', entity: 'accounts', company: 'USMF', message: `Unable to write data to entity accounts ${'x'.repeat(800)}`, category: 'application', createdOn: '2026-11-20T10:00:00Z' })}\n`;
      const part = new TextEncoder().encode(Array.from({ length: 1_000 }, (_, index) => line(index)).join(''));
      const parts = Array.from({ length: Math.ceil((size * 2 ** 20) / part.length) }, () => part);
      const transfer = new DataTransfer();
      transfer.items.add(new File(parts, 'errors.jsonl'));
      const input = document.getElementById('wb-files') as HTMLInputElement;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    }, megabytes);
  }

  test('300 MB of JSON Lines: the page is alive, shows progress, and the result', {
    ...attempts,
    timeout: 300_000,
  }, async () => {
    const { page, trouble } = await open();
    await page.waitForTimeout(500);
    await chooseLines(page, 300);
    const longest = await longestTask(page, async () => {
      await expect
        .poll(() => page.locator('progress').evaluate((bar) => (bar as HTMLProgressElement).value), {
          ...patience,
          interval: 50,
        })
        .toBeGreaterThan(0);
      await page.locator('#wb-text').fill('typed meanwhile');
      await expect.poll(() => cards(page).innerText(), { timeout: 120_000 }).toContain('sync errors');
      await expect.poll(() => page.locator('#wb-result .verdict').count(), { timeout: 120_000 }).toBe(1);
    });
    expect(longest).toBeLessThan(mostAtOnce);
    expect(trouble).toEqual([]);
  });

  test('is stopped in the middle', async () => {
    const { page } = await open();
    await page.locator('#wb-sample').click();
    await whole(page);
    await chooseLines(page, 300);
    await expect
      .poll(() => page.locator('progress').evaluate((bar) => (bar as HTMLProgressElement).value), {
        ...patience,
        interval: 50,
      })
      .toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Stop reading errors.jsonl' }).click();
    await expect.poll(() => cards(page).last().innerText(), { timeout: 10_000 }).toMatch(/stopped/);
    await expect.poll(() => verdict(page).innerText(), patience).toContain('contoso-uat');
  }, 120_000);

  test('a report of ten thousand findings is placed in pieces', { ...attempts, timeout: 120_000 }, async () => {
    const path = join(folder, 'large-report.json');
    writeFileSync(path, JSON.stringify(largeReport()));
    const { page } = await open();
    const longest = await longestTask(page, async () => {
      await choose(page, path);
      await whole(page);
      await expect.poll(() => page.locator('#filter').isVisible(), { timeout: 60_000 }).toBe(true);
    });
    expect(await page.locator('#wb-result [data-finding]').count()).toBeGreaterThan(9_000);
    expect(longest).toBeLessThan(mostAtOnce);
  });
});

describe('hostile inputs', () => {
  test('in every card run nothing and break nothing', async () => {
    const { page, trouble, requests } = await open();
    requests.length = 0;
    await page.evaluate((texts) => {
      const transfer = new DataTransfer();
      for (const [index, text] of texts.entries()) {
        transfer.items.add(new File([`Unable to write ${text}`], `${text}.txt`));
        transfer.items.add(
          new File(
            [
              JSON.stringify({
                schemaVersion: 1,
                environment: { name: text },
                takenAt: '2026-11-20T10:00:00Z',
                facts: { companies: { status: 'unknown', reason: 'failed', detail: text } },
              }),
            ],
            `${index}${text}`,
          ),
        );
      }
      transfer.items.add(new File([new Uint8Array([80, 75, 3, 4, 255, 255, 0, 1])], 'broken.zip'));
      transfer.items.add(new File(['['.repeat(300_000)], 'deep.json'));
      transfer.items.add(new File([''], 'empty'));
      const input = document.getElementById('wb-files') as HTMLInputElement;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    }, Object.values(hostileTexts));
    await expect.poll(() => page.locator('progress').count(), patience).toBe(0);
    await whole(page);
    expect(await page.locator('script:not(#wb-worker), iframe, object, img').count()).toBe(1); // the script of the page
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(requests).toEqual([]);
    expect(trouble).toEqual([]);
  });
});

describe('what is remembered', () => {
  /** All that the browser keeps for the page, as text. */
  const kept = (page: Page) =>
    page.evaluate(async () => {
      const all: unknown[] = [
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        location.href,
        await caches.keys(),
      ];
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        for (const store of database.objectStoreNames)
          all.push(
            await new Promise((resolve) => {
              const request = database.transaction(store).objectStore(store).getAll();
              request.onsuccess = () => resolve(request.result);
            }),
          );
        database.close();
        all.push(name);
      }
      return JSON.stringify(all);
    });

  test('is nothing unless asked, and never a secret of a HAR file', async () => {
    const har = join(folder, 'secrets.har');
    writeFileSync(
      har,
      harFile([
        {
          url: 'https://contoso.crm4.dynamics.com/api/data/v9.2/solutions',
          body: { value: [{ uniquename: 'DualWriteCore', version: '1.0.27.0' }] },
        },
      ]),
    );
    const { page } = await open(site);
    await choose(page, har);
    await whole(page);
    expect(JSON.parse(await kept(page))).toEqual([[], [], '', site, []]);
    await page.locator('#wb-remember').check();
    await expect.poll(() => kept(page), patience).toContain('DualWriteCore');
    expect(await kept(page)).not.toContain(plantedSecret);
    expect(await page.content()).not.toContain(plantedSecret);

    await page.reload();
    await whole(page);
    expect(await cards(page).innerText()).toContain('secrets.har');
    await page.locator('#wb-forget').click();
    await expect.poll(() => kept(page), patience).not.toContain('DualWriteCore');
    await page.reload();
    await page.waitForTimeout(500);
    expect(await cards(page).count()).toBe(0);
  });
});

describe('for everybody', () => {
  test.each(
    (['light', 'dark'] as const).flatMap((colorScheme) => [1280, 360].map((width) => [colorScheme, width] as const)),
  )(
    'axe finds nothing, %s at %i pixels, nor in print',
    async (colorScheme, width) => {
      const { page } = await open(file, { viewport: { width, height: 900 }, colorScheme });
      expect(await axeFindings(page)).toEqual([]);
      await page.locator('#wb-sample').click();
      await whole(page);
      await paste(page, 'DWDVEV1004');
      await choose(page, join(siteFolder, 'workbench/worker.js'));
      await expect.poll(() => cards(page).count(), patience).toBe(3);
      await expect.poll(() => page.locator('#filter').isVisible(), patience).toBe(true);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('.workbench details'))
          (details as HTMLDetailsElement).open = true;
      });
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.emulateMedia({ media: 'print' });
      expect(await axeFindings(page)).toEqual([]);
    },
    180_000,
  );

  test('the keyboard alone reaches everything', async () => {
    const { page } = await open();
    const reached = async (id: string, most = 60) => {
      for (let presses = 0; presses < most; presses += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, id)) return true;
      }
      return false;
    };
    expect(await reached('#wb-text', 5)).toBe(true);
    await page.keyboard.type('DWDVEV1004 occurred while linking');
    await page.keyboard.press('Control+Enter');
    await whole(page);
    expect(await reached('#wb-sample')).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#wb-results button').count(), patience).toBeGreaterThan(1);
    expect(await reached('#wb-cards button')).toBe(true);
    expect(await reached('#wb-facts summary')).toBe(true);
    await page.keyboard.press('Enter');
    expect(await reached('#wb-fact-link-linked')).toBe(true);
    expect(await reached('#wb-remember')).toBe(true);
    expect(await reached('#wb-results li:nth-child(2) button')).toBe(true);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('#wb-results li:nth-child(2) button').getAttribute('aria-current'), patience)
      .toBe('true');
    expect(await reached('[data-format=html]')).toBe(true);
    expect(await reached('#wb-print')).toBe(true);
    expect(await reached('#wb-result a, #wb-result summary, #wb-result button')).toBe(true);
    // A card that is removed leaves the focus beside it.
    await page.locator('#wb-cards li:first-child button').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  });

  test('the result that is shown is marked in the list, also where the person chooses the colors', async () => {
    const { page } = await open(file, { forcedColors: 'active' });
    await page.locator('#wb-sample').click();
    await expect.poll(() => page.locator('#wb-results button').count(), patience).toBeGreaterThan(1);
    const colors = await page
      .locator('#wb-results button')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
    expect(colors[0]).not.toBe(colors[1]);
  });

  test('what happens is announced', async () => {
    const { page } = await open();
    for (const id of ['#wb-verdict-text', '#wb-news', '#wb-out-news'])
      expect(await page.locator(id).getAttribute('role')).toBe('status');
    await page.locator('#wb-sample').click();
    await expect.poll(() => page.locator('#wb-news').innerText(), patience).toContain('a snapshot');
    await expect.poll(() => verdict(page).innerText(), patience).toContain('Unhealthy');
  });
});

describe('the size', () => {
  const sizeOf = (path: string) => gzipSync(readFileSync(join(siteFolder, path)), { level: 9 }).length;

  test('of what is needed before the worker is small', () => {
    expect(sizeOf('workbench/workbench.js') + sizeOf('workbench/workbench.css')).toBeLessThan(12_000);
  });

  test('of all scripts is at most 330 kB', () => {
    const scripts = readdirSync(join(siteFolder, 'workbench')).filter((name) => name.endsWith('.js'));
    expect(scripts.sort()).toEqual(['report-filters.js', 'workbench.js', 'worker.js']);
    expect(scripts.reduce((sum, name) => sum + sizeOf(`workbench/${name}`), 0)).toBeLessThanOrEqual(330_000);
  });
});
