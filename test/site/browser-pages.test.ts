import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../site/serve-site.js';
import { siteUrl } from '../../src/reporters/site-url.js';
import { axeFindings } from '../support/axe-findings.js';
import { launchChromium } from '../support/chromium.js';
import { siteFolder } from '../support/fresh-site.js';

let server: Server;
let browser: Browser;
let base: string;

beforeAll(async () => {
  server = await serveSite(siteFolder);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  base = `http://127.0.0.1:${address.port}${new URL(siteUrl).pathname}`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

interface Opened {
  readonly page: Page;
  /** Everything that the browser complained about. */
  readonly complaints: readonly string[];
  /** The addresses of all requests since the list was emptied. */
  readonly requests: string[];
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(base + path);
  if (options.javaScriptEnabled !== false) await page.waitForLoadState('networkidle');
  return { page, complaints, requests };
}

const kinds = [
  '',
  'errors/',
  'errors/by-symptom/',
  'errors/value-conversion/',
  'rules/',
  'rules/DWDVEV1007/',
  'guides/',
  'guides/maps/',
  'collect/',
  'search/',
  'workbench/',
  'no-such-page/',
];

describe.each(kinds)('/%s', (path) => {
  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)(
    'in %s at %i pixels: nothing is refused, nothing sticks out, axe finds nothing',
    async (colorScheme, width) => {
      const { page, complaints } = await open(path, { colorScheme, viewport: { width, height: 800 } });
      expect(complaints.filter((text) => !(path === 'no-such-page/' && text.includes('404')))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await axeFindings(page)).toEqual([]);
      await page.context().close();
    },
  );

  test('in print, axe finds nothing', async () => {
    const { page } = await open(path);
    await page.emulateMedia({ media: 'print' });
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test('can be read without scripts', async () => {
    const { page } = await open(path, { javaScriptEnabled: false });
    expect(await page.locator('main h1').isVisible()).toBe(true);
    expect(await page.locator('header a[href$="search/"]').isVisible()).toBe(true);
    for (const button of await page.locator('main button').all()) expect(await button.isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('the search', () => {
  test('is used with the keyboard alone, and asks for nothing after the page is there', async () => {
    const { page, complaints, requests } = await open('guides/maps/');
    expect(requests.some((address) => address.endsWith('/search-index.json'))).toBe(true);
    requests.length = 0;
    await page.locator('#search-words').focus();
    await page.keyboard.type('dwdvev1007');
    await page.locator('#search-found a').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('DWDVEV1007');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-words');
    expect(requests).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-panel').isVisible()).toBe(false);
    await page.keyboard.type(' ');
    await page.locator('#search-found a').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${base}rules/DWDVEV1007/`);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('leads to the same pages from everywhere', async () => {
    for (const path of ['', 'rules/DWDVEV1007/', 'no-such/page/']) {
      const { page } = await open(path);
      await page.fill('#search-words', 'value-conversion');
      await page.locator('#search-found a').first().waitFor();
      expect(await page.locator('#search-found a').first().getAttribute('href')).toBe(
        `${base}errors/value-conversion/`,
      );
      expect(await axeFindings(page)).toEqual([]);
      await page.context().close();
    }
  });
});

describe('the box', () => {
  const error =
    'Unable to write data to entity accounts.Writes to CustCustomerV3Entity failed with error message Unable to get access token.';

  test('explains an error at once, and asks for nothing', async () => {
    const { page, complaints, requests } = await open('');
    requests.length = 0;
    await page.fill('#box-text', error);
    await page.locator('#box-result .verdict').waitFor();
    expect(await page.locator('#box-result').innerText()).toContain(
      'A cloud-hosted environment cannot sign in to Dataverse',
    );
    expect(await page.locator('#box-result .steps li').first().isVisible()).toBe(true);
    expect(await page.locator('#box-status').innerText()).toBe('One known problem in this text.');
    expect(page.url()).toBe(base);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.click('#box-clear');
    expect(await page.locator('#box-result').isVisible()).toBe(false);
    await page.context().close();
  });

  test.each([
    [{ width: 1280, height: 800 }, '.steps li'],
    [{ width: 360, height: 740 }, '.lead'],
  ])('shows the fix of what is pasted without scrolling, at %o', async (viewport, fix) => {
    const { page } = await open('', { viewport, permissions: ['clipboard-read', 'clipboard-write'] });
    const mail = `Hi all,\n\nsince the refresh the user sees this:\n\n> ${error}\n\nAny idea?\n\nBest regards\nAnna`;
    await page.evaluate((words) => navigator.clipboard.writeText(words), mail);
    await page.focus('#box-text');
    await page.keyboard.press('Control+V');
    await page.locator('#box-result .verdict').waitFor();
    const isInView = (selector: string) =>
      page.waitForFunction((wanted) => {
        const { top = -1, bottom = 0 } = document.querySelector(wanted)?.getBoundingClientRect() ?? {};
        return top >= 0 && bottom <= innerHeight;
      }, `#box-result ${selector}`);
    await isInView('.verdict');
    await isInView(fix);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('box-text');
    await page.context().close();
  });

  test('proposes pages for what people see', async () => {
    const { page, requests } = await open('');
    requests.length = 0;
    await page.fill('#box-text', 'records do not sync from F&O to CRM');
    const first = page.locator('#box-result a').first();
    await first.waitFor();
    expect(await first.getAttribute('href')).toBe(`${base}errors/changes-do-not-sync/`);
    await page.fill('#box-text', 'lorem ipsum dolor');
    await page.getByText('Paste the whole message, with its codes').waitFor();
    expect(requests).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test('shows hostile text as text', async () => {
    const { page, complaints } = await open('');
    const hostile = `<img src=x onerror="document.title='ran'"><script>document.title='ran'</script>`;
    await page.fill('#box-text', `${error} Party ${hostile} DWDVEV1007 ${hostile}`);
    await page.locator('#box-result').waitFor();
    expect(await page.locator('#box-result img, #box-result script').count()).toBe(0);
    expect(await page.title()).not.toBe('ran');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a dropped file goes to the workbench, with the text of the box; nothing is kept', async () => {
    const { page, complaints } = await open('');
    await page.fill('#box-text', error);
    const transfer = await page.evaluateHandle(() => {
      const made = new DataTransfer();
      made.items.add(new File(['{"schemaVersion":1,"kind":"x"}'], 'dropped.json', { type: 'application/json' }));
      return made;
    });
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    await page.waitForURL(`${base}workbench/`);
    await page.locator('#wb-cards').getByText('dropped.json').first().waitFor();
    await page.locator('#wb-cards').getByText('The text from the box').first().waitFor();
    expect(complaints).toEqual([]);
    expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await page.goBack();
    await page.locator('#box-text').waitFor();
    await page.context().close();
  });
});

test('the buttons copy a block of code, and the page as Markdown', async () => {
  const { page, requests } = await open('errors/value-conversion/', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  requests.length = 0;
  await page.locator('.code .copy').first().click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Unable to write data to entity');
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('# A value does not fit'));
  expect(requests).toEqual([]);
  await page.context().close();
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}
