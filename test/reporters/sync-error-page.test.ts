import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { syncErrorsDocument } from '../../src/reporters/documents/sync-errors-document.js';
import { errorsScript, errorsScriptHash } from '../../src/reporters/html/errors-script.js';
import { style, styleHash } from '../../src/reporters/html/style.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { planRequests, type SyncErrorRecord, summarizeSyncErrors } from '../../src/sync-errors/index.js';
import { launchChromium } from '../support/chromium.js';
import { hostileTexts } from '../support/hostile-report.js';
import { ready } from '../support/plans.js';
import { hostileErrors, manyRecords, sampleRecords } from '../support/sync-errors.js';

// The page as somebody gets it: a file, opened in a real browser.
const folder = mkdtempSync(join(tmpdir(), 'sync-error-page-'));
/** Other tests run on the same machine. */
const patience = { timeout: 10_000 };
let browser: Browser;
let files = 0;

beforeAll(async () => {
  browser = await launchChromium();
}, 120_000);

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function open(text: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const file = join(folder, `${files++}.html`);
  writeFileSync(file, text);
  const url = pathToFileURL(file).href;
  const trouble: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== url) trouble.push(`request ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    trouble.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => trouble.push(`console ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error ${error.message}`));
  await page.goto(url);
  return { page, trouble };
}

const pageWith = (summary: Parameters<typeof syncErrorsDocument>[0], records: readonly SyncErrorRecord[]) =>
  toHtml(syncErrorsDocument(summary, records));
const pageOf = (records: readonly SyncErrorRecord[]) => pageWith(summarizeSyncErrors(records), records);

async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

const shownRows = (page: Page) => page.locator('[data-row]:not([hidden])').count();
const figuresOf = (page: Page, job: string) =>
  page.locator('.card[data-job]', { hasText: job }).locator('td').allTextContents();

describe('the content security policy', () => {
  test.each([
    ['style', style, styleHash],
    ['script', errorsScript, errorsScriptHash],
  ])('names the hash of the %s', (element, text, hash) => {
    expect(hash).toBe(`sha256-${createHash('sha256').update(text).digest('base64')}`);
    expect(text).toMatch(/^[\u0020-\u005b\u005d-\u007e\n]*$/);
    const page = pageOf(sampleRecords());
    expect(page).toMatch(new RegExp(`${element}-src [^;]*'${hash.replaceAll('+', '\\+')}'`));
    expect(page).toContain(`<${element}>${text}</${element}>`);
  });

  test('needs no attribute that it forbids', () => {
    expect(pageOf(sampleRecords())).not.toMatch(/<[^>]*\s(style|on\w+)=/);
  });

  test('lets nothing run that slips in', async () => {
    const slipped = '<script>globalThis.slipped = 1</script><img src="x" onerror="globalThis.slipped = 1">';
    const { page, trouble } = await open(pageOf(sampleRecords()).replace('</main>', `${slipped}</main>`));
    expect(await page.evaluate(() => 'slipped' in globalThis)).toBe(false);
    expect(trouble.filter((one) => one.includes('Content Security Policy')).length).toBeGreaterThan(1);
  });
});

test('everything can be read without the script', async () => {
  const records = sampleRecords();
  const { page, trouble } = await open(pageOf(records), { javaScriptEnabled: false });
  expect(await page.locator('#filter').isVisible()).toBe(false);
  const text = (await page.locator('body').textContent())?.replaceAll(/\s+/g, ' ') ?? '';
  expect(text).toContain('190 error rows');
  expect(text).toContain('preview');
  expect(text).toContain('Suspected influx');
  const parts = records.flatMap(({ id, message, uniqueKey, integrationJob, entity, company, code }) =>
    [id, message, uniqueKey, integrationJob, entity, company, code].filter((part) => part !== null),
  );
  expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  expect(await page.locator('[data-row]').count()).toBe(records.length);
  expect(text).toContain('Known problem: Record cannot be written');
  expect(await figuresOf(page, 'Customers and addresses')).toEqual([
    '36',
    '1',
    '1',
    '0',
    '12',
    '48',
    '1',
    '1',
    '0',
    '0',
  ]);
  expect(trouble).toEqual([]);
});

test('the picture has a text, and a table with the same figures', async () => {
  const { page } = await open(pageOf(sampleRecords()), { javaScriptEnabled: false });
  const picture = page.getByRole('img', { name: 'Error rows by hour' });
  expect(await picture.count()).toBe(1);
  expect(await picture.locator('desc').textContent()).toBe(
    '190 rows in 38 steps of one hour from 2026-11-18 06:00:00 UTC; the most, 133, from 2026-11-19 15:00:00 UTC.',
  );
  await page.getByText('The picture in words').click();
  const cells = await page.locator('#hours .counts td').allInnerTexts();
  expect(cells.map(Number).reduce((a, b) => a + b)).toBe(190);
  expect(await picture.locator('rect').count()).toBe(cells.length);
});

describe('the filter', () => {
  test('by date and time, entity, data source and text, and what would be sent of the rows that it shows', async () => {
    const records = sampleRecords();
    const { page, trouble } = await open(pageOf(records));
    const result = page.locator('#filter-result');

    await page.locator('#filter-from').fill('2026-11-19T15:00');
    await page.locator('#filter-to').fill('2026-11-19T16:00');
    const inHour = records.filter(({ createdOn }) => createdOn.startsWith('2026-11-19T15'));
    await expect.poll(() => result.innerText(), patience).toBe(`Showing ${inHour.length} of 190 rows.`);
    expect(await shownRows(page)).toBe(inHour.length);
    expect(await page.locator('#sending-scope').innerText()).toBe(
      `For the ${inHour.length} rows that the filter shows.`,
    );
    const vendors = inHour.filter(({ integrationJob }) => integrationJob === 'Vendors').length;
    expect(await figuresOf(page, 'Vendors')).toEqual(
      [vendors, 1, 1, 0, 0, vendors, 1, 1, 0, 0].map((number) => String(number)),
    );

    await page.locator('#filter-entity').selectOption({ label: 'Units' });
    await expect.poll(() => shownRows(page), patience).toBeLessThan(inHour.length);
    await page.locator('#filter-clear').click();
    expect(await page.locator('#filter-text').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await result.innerText()).toBe('');
    expect(await page.locator('[hidden][data-row], [hidden].card').count()).toBe(0);
    expect(await page.locator('#sending-scope').innerText()).toBe('For all rows.');

    await page.locator('#filter-source').selectOption({ label: 'Dataverse' });
    expect(await result.innerText()).toBe('Showing 142 of 190 rows.');
    expect(await page.locator('.card[data-job]').filter({ visible: true }).count()).toBe(1);
    await page.locator('#filter-text').fill('V-2007');
    await expect.poll(() => result.innerText(), patience).toBe('Showing 1 of 190 rows.');
    expect(await page.locator('[data-row]').filter({ visible: true }).count()).toBe(1);
    await page.locator('#filter-text').fill('nothing like it');
    await expect.poll(() => result.innerText(), patience).toBe('Nothing matches.');
    expect(trouble).toEqual([]);
  });

  test.each([
    ['category', 'concurrency', 12],
    ['company', 'none', 12],
    ['job', 'Vendors', 142],
    ['topic', 'none', 166],
  ])('by %s', async (name, label, count) => {
    const { page } = await open(pageOf(sampleRecords()));
    await page.locator(`#filter-${name}`).selectOption({ label });
    expect(await shownRows(page)).toBe(count);
  });

  test('by keyboard', async () => {
    const { page } = await open(pageOf(sampleRecords()));
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await page.keyboard.press('Tab');
    expect(
      await page.getByRole('link', { name: 'Skip to the errors' }).evaluate((one) => one === document.activeElement),
    ).toBe(true);
    for (let stop = 0; stop < 40 && (await focused()) !== 'filter-text'; stop += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
      expect(outline).toBe('solid');
    }
    await page.keyboard.type('customer group');
    await page.locator('#filter-entity').focus();
    await page.keyboard.type('Units');
    await expect.poll(() => page.locator('#filter-result').innerText(), patience).toBe('Nothing matches.');
  });
});

test('what would be sent is what a plan sends', async () => {
  // Rows that are there twice, too many for the queue, and concurrency failures.
  const records = manyRecords(4_000).flatMap((record) =>
    record.uniqueKey?.endsWith('7') ? [record, record] : [record],
  );
  const { page } = await open(pageOf(records));
  for (const action of ['retry', 'dismiss'] as const) {
    const { requests, remainder, refused } = ready(
      planRequests({
        action,
        job: { name: 'Job 1', status: 'active' },
        queued: [],
        records: records.filter(({ integrationJob }) => integrationJob === 'Job 1'),
        confirmDismissal: 'dismiss-permanently',
      }),
    );
    const rows = requests.reduce((sum, { recordIds }) => sum + recordIds.length, 0);
    const late = refused.filter(({ type }) => type === 'concurrency-failure').length;
    const expected = [rows, requests.length, requests.length, remainder.length, late].map((one) =>
      one.toLocaleString('en'),
    );
    const figures = await figuresOf(page, 'Job 1');
    expect(action === 'retry' ? figures.slice(0, 5) : figures.slice(5)).toEqual(expected);
    // And the script says the same of the same rows.
    await page.locator('#filter-job').selectOption({ label: 'Job 1' });
    const filtered = await figuresOf(page, 'Job 1');
    expect(filtered).toEqual(figures);
    await page.locator('#filter-clear').click();
  }
});

test('more than the five places hold remains', async () => {
  const [record] = sampleRecords();
  if (record === undefined) throw new Error('no record');
  const summary = summarizeSyncErrors(
    (function* () {
      for (let index = 0; index < 60_001; index += 1) yield record;
    })(),
  );
  const { page } = await open(pageWith(summary, [record]));
  expect(await figuresOf(page, record.integrationJob)).toEqual([
    '60,001',
    '7',
    '5',
    '10,001',
    '0',
    '60,001',
    '7',
    '5',
    '10,001',
    '0',
  ]);
  const body = await page.locator('body').innerText();
  expect(body).toContain('60,000 rows are not on this page');
  expect(body).toContain('The filter looks through the 1 row on this page.');
});

describe('accessibility', () => {
  const views = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [360, 1280].map((width) => ({ colorScheme, width })),
  );
  test.each(views)('axe finds nothing: $colorScheme, $width pixels', async ({ colorScheme, width }) => {
    const { page } = await open(pageOf(sampleRecords()), { colorScheme, viewport: { width, height: 900 } });
    await openAllDetails(page);
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }; // Safe: the line before put it there.
      const results = await axe.run(document, { resultTypes: ['violations'] });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: node }) => node).slice(0, 3)}`);
    });
    expect(violations).toEqual([]);
  });

  test('the browser has nothing to repair, and each link leads somewhere', async () => {
    const text = pageOf(sampleRecords());
    const { page } = await open(text);
    const written = text.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>').match(/<[a-z][a-z0-9]*/g) ?? [];
    const parsed = await page.evaluate(() => [...document.querySelectorAll('*')].map(({ localName }) => localName));
    expect(parsed.sort()).toEqual(written.map((tag) => tag.slice(1)).sort());
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

test.each<[string, () => string]>([
  ['the sample', () => pageOf(sampleRecords())],
  ['no rows', () => pageOf([])],
  ...['Wort'.repeat(60), '\u{1242b}'.repeat(200), 'W'.repeat(5_000)].map((text): [string, () => string] => [
    `${text.slice(0, 4)}…`,
    () => pageWith(hostileErrors(text).summary, hostileErrors(text).records),
  ]),
])('nothing scrolls sideways on a narrow screen: %s', async (_, text) => {
  const { page } = await open(text(), { viewport: { width: 360, height: 800 } });
  await openAllDetails(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const beyond = await page.evaluate(() =>
    [...document.querySelectorAll('main *:not(svg *):not(caption):not(option)')]
      .filter((element) => element.getBoundingClientRect().right > 360.5)
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),
  );
  expect(beyond).toEqual([]);
});

describe('hostile text', () => {
  // What is not an id has no page about it.
  const skeletonOf = async (page: Page) =>
    (
      await page.evaluate(() =>
        [
          ...document.querySelectorAll('*:not(code):not(bdi):not([data-row] > .is-warning):not(a[href*="/errors/"])'),
        ].map(
          ({ localName, attributes }) =>
            `${localName}[${[...attributes]
              .map(({ name }) => name)
              .filter((name) => name !== 'hidden' && name !== 'open')
              .join()}]`,
        ),
      )
    ).join('\n');
  const hostile = (text: string) => pageWith(hostileErrors(text).summary, hostileErrors(text).records);
  let skeleton: string;
  beforeAll(async () => {
    skeleton = await skeletonOf((await open(hostile('plain'))).page);
  });

  // A blank name is none, which the page shows in another way.
  const texts = Object.entries(hostileTexts).filter(([, text]) => text.trim() !== '');
  test.each(texts)('%s stays text', async (_, text) => {
    const { page, trouble } = await open(hostile(text));
    await openAllDetails(page);
    await page.locator('#filter-text').fill('a');
    await page.waitForTimeout(200);
    expect(trouble).toEqual([]);
    expect(await skeletonOf(page)).toBe(skeleton);
    const shown = await page.evaluate(() => document.body.textContent ?? '');
    expect(shown.slice(0, shown.indexOf('(() =>'))).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });

  test('tokens and email addresses in messages are taken out', () => {
    const [record] = sampleRecords();
    if (record === undefined) throw new Error('no record');
    const message = 'The call of ada@contoso.com with Bearer abcdefghijklmnop failed.';
    const page = pageOf([{ ...record, message }]);
    expect(page).not.toContain('ada@contoso.com');
    expect(page).not.toContain('abcdefghijklmnop');
  });
});

test('on paper every row is there', async () => {
  const { page } = await open(pageOf(sampleRecords()));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#filter-text').isVisible()).toBe(false);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('details:not([open])').count()).toBe(0);
  expect(await page.locator('[data-row]').filter({ visible: true }).count()).toBe(190);
});

test('twelve thousand rows: ten are on the page, which says so and answers', async () => {
  const records = manyRecords(12_000);
  const summary = summarizeSyncErrors(records);
  const text = pageWith(summary, records);
  expect(text.length).toBeLessThan(12_000_000);
  const { page, trouble } = await open(text, { viewport: { width: 360, height: 800 } });
  expect(await page.locator('[data-row]').count()).toBe(10_000);
  expect(await page.locator('.verdict').innerText()).toContain('2,000 rows are not on this page');
  await page.getByText('9,990 more rows').click();
  await page.locator('#filter-text').fill('KEY-9876');
  await expect
    .poll(() => page.locator('#filter-result').innerText(), patience)
    .toBe('Showing 1 of 10,000 rows on this page.');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(trouble).toEqual([]);
});
