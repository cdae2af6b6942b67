import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, JSHandle, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../site/serve-site.js';
import { siteUrl } from '../../src/reporters/site-url.js';
import { labeledMessages } from '../diagnosis/labeled-messages.js';
import { axeFindings } from '../support/axe-findings.js';
import { launchChromium } from '../support/chromium.js';
import { siteFolder } from '../support/fresh-site.js';
import { attempts, longestTask } from '../support/longest-task.js';

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
  'guides/ways-to-read/',
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

describe('the search whose index does not come', () => {
  const index = '**/search-index.json';

  test.each([
    ['the connection fails', (route: Route) => route.abort()],
    ['the server fails', (route: Route) => route.fulfill({ status: 503, body: 'Service unavailable' })],
    ['it is a part', (route: Route) => route.fulfill({ status: 200, body: '{"documentCount":1' })],
  ])('because %s: says so, and finds at the next letter', async (_why, answer) => {
    const context = await browser.newContext();
    await context.route(index, answer);
    const page = await context.newPage();
    await page.goto(`${base}guides/maps/`, { waitUntil: 'networkidle' });
    await page.locator('#search-words').pressSequentially('dwdvev100');
    await page.getByText('Search is not available').waitFor();
    expect(await page.locator('#search-found a').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await context.unroute(index);
    await page.locator('#search-words').pressSequentially('7');
    await page.locator('#search-found a').getByText('DWDVEV1007').waitFor();
    expect(await page.getByText('Search is not available').count()).toBe(0);
    await context.close();
  });

  test('at once, says that it is loading, unless nothing is searched', async () => {
    const context = await browser.newContext();
    const arrives = heldBack();
    await context.route(index, async (route) => {
      await arrives.promise;
      await route.continue();
    });
    const page = await context.newPage();
    await page.goto(`${base}guides/maps/`);
    await page.locator('#search-words').waitFor();
    await page.fill('#search-words', 'dwdvev1007');
    await page.getByText('The search is being loaded').waitFor();
    await page.fill('#search-words', '');
    expect(await page.locator('.search-panel').isVisible()).toBe(false);
    await page.fill('#search-words', 'dwdvev1007');
    arrives.resolve();
    await page.locator('#search-found a').first().waitFor();
    await context.close();
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

describe('the way from the box to the workbench', () => {
  const error = 'Writes to CustCustomerV3Entity failed with error message Unable to get access token.';

  test.each(['**/workbench/', '**/workbench/workbench.js'])(
    'takes what is dropped while %s is loading',
    async (slow) => {
      const { page, complaints } = await open('');
      const arrives = heldBack();
      await page.route(slow, async (route) => {
        await arrives.promise;
        await route.continue();
      });
      await page.fill('#box-text', error);
      expect(await drop(page, 'first.json')).toBe(true);
      await page.getByText('Opening the workbench').waitFor();
      expect(await drop(page, 'second.json')).toBe(true);
      await page.setInputFiles('#box-files', {
        name: 'third.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{}'),
      });
      expect(page.url()).toBe(base);
      expect(await page.locator('#box-text').inputValue()).toBe(error);
      arrives.resolve();
      const cards = page.locator('#wb-cards > li');
      for (const name of ['The text from the box', 'first.json', 'second.json', 'third.json'])
        await cards.getByText(name).first().waitFor();
      expect(await drop(page, 'fourth.json')).toBe(true);
      await cards.getByText('fourth.json').first().waitFor();
      expect(await cards.count()).toBe(5);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test.each([
    ['the connection fails', '**/workbench/', (route: Route) => route.abort()],
    ['its page is not there', '**/workbench/', (route: Route) => route.fulfill({ status: 404, body: 'Not found' })],
    ['its script does not come', '**/workbench/workbench.js', (route: Route) => route.abort()],
    ['its script is not there', '**/workbench/workbench.js', (route: Route) => route.fulfill({ status: 404 })],
  ])('says in view that %s, and works at the next drop', async (_why, part, answer) => {
    const { page } = await open('', { viewport: { width: 360, height: 500 } });
    await page.fill('#box-text', error);
    await page.locator('#box-result .verdict').waitFor();
    await page.route(part, answer);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await drop(page, 'first.json')).toBe(true);
    const message = page.getByText('The workbench could not be opened');
    await message.waitFor();
    await page.waitForFunction(() => {
      const { top = -1, bottom = 0 } = document.querySelector('#box-status')?.getBoundingClientRect() ?? {};
      return top >= 0 && bottom <= innerHeight;
    });
    expect(page.url()).toBe(base);
    expect(await page.locator('#box-text').inputValue()).toBe(error);
    expect(await page.locator('#box-result .verdict').isVisible()).toBe(true);
    await page.unroute(part);
    expect(await drop(page, 'again.json')).toBe(true);
    await page.locator('#wb-cards').getByText('again.json').first().waitFor();
    await page.locator('#wb-cards').getByText('The text from the box').first().waitFor();
    expect(await page.locator('#wb-cards > li').count()).toBe(2);
    await page.context().close();
  });

  /** Drops a file anywhere. @returns whether the page handles it: else the browser would leave the page and open the file */
  async function drop(page: Page, name: string): Promise<boolean> {
    const dataTransfer = await page.evaluateHandle((called) => {
      const made = new DataTransfer();
      made.items.add(new File(['{"schemaVersion":1,"kind":"x"}'], called, { type: 'application/json' }));
      return made;
    }, name);
    const isHandled = (type: string) =>
      page.evaluate(
        ([kind, transfer]) =>
          !(document.querySelector('main') ?? document.body).dispatchEvent(
            new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }),
          ),
        [type, dataTransfer] as [string, JSHandle<DataTransfer>],
      );
    return (await isHandled('dragover')) && (await isHandled('drop'));
  }
});

describe('long texts and many problems in the box', () => {
  const longest = 20_000;
  const topicsSeen = new Set<string>();
  /** Each known problem once, then more of the same: as much to do as a text of this length can give. */
  const everything = [
    ...labeledMessages.filter(({ topic }) => topic !== null && !topicsSeen.has(topic) && topicsSeen.add(topic)),
    ...labeledMessages,
  ]
    .map(({ text }) => text)
    .join('\n\n');

  async function opened(words: string): Promise<Page> {
    const { page } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), words);
    await page.focus('#box-text');
    return page;
  }

  test.each([
    ['all known problems', everything.slice(0, longest)],
    ['one problem again and again', 'Unable to write data to entity accounts. '.repeat(longest).slice(0, longest)],
    ['no problem', 'lorem ipsum '.repeat(longest).slice(0, longest)],
    ['2 MB', everything.repeat(20).slice(0, 2_000_000)],
  ])('%s: no task above 100 ms while it is pasted and typed on', attempts, async (_what, words) => {
    const page = await opened(words);
    const pasting = await longestTask(page, async () => {
      await page.keyboard.press('Control+V');
      await page.locator('#box-result .verdict').first().waitFor();
    });
    expect(pasting).toBeLessThan(100);
    const typing = await longestTask(page, async () => {
      await page.keyboard.press('Backspace');
      await page.keyboard.type('abc', { delay: 60 });
      await page.waitForTimeout(400);
    });
    expect(typing).toBeLessThan(100);
    await page.context().close();
  });

  test('many problems: says how many there are, shows ten, names the others, and the workbench has all', async () => {
    const page = await opened(everything.slice(0, longest));
    await page.keyboard.press('Control+V');
    const others = page.getByRole('heading', { name: /^\d+ more known problems, not shown here$/ });
    await others.waitFor();
    const count = Number.parseInt(await others.innerText(), 10);
    expect(await page.locator('#box-status').innerText()).toBe(`${count + 10} known problems in this text.`);
    expect(await page.locator('#box-result').innerText()).toContain(`The first of ${count + 10} known problems`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open it in the workbench' }).click();
    await page.locator('#wb-cards').getByText('The text from the box').first().waitFor();
    await page.context().close();
  });

  test('a text that is too long does not enter the box, and one click opens all of it in the workbench', async () => {
    const line =
      'Unable to write data to entity accounts.Writes to CustCustomerV3Entity failed with error message Unable to get access token.\n';
    const page = await opened(line.repeat(Math.ceil(longest / line.length)));
    await page.keyboard.type('Before. ');
    await page.keyboard.press('Control+V');
    await page.getByText('This text is long: it was not read here.').waitFor();
    expect(await page.locator('#box-text').inputValue()).toBe('Before. ');
    await page.waitForTimeout(400); // what was typed before does not take its place
    expect(await axeFindings(page)).toEqual([]);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.method()));
    await page.getByRole('button', { name: 'Open it in the workbench' }).click();
    await page.locator('#wb-cards').getByText('The text from the box').first().waitFor();
    await page.getByText('A cloud-hosted environment cannot sign in to Dataverse').first().waitFor();
    expect(await page.locator('#wb-cards > li').count()).toBe(1);
    expect(new Set(requests)).toEqual(new Set(['GET']));
    await page.context().close();
  });

  test('a text of the greatest length is read', async () => {
    const page = await opened(`${'x'.repeat(longest - 11)} DWDVEV1007`);
    await page.keyboard.press('Control+V');
    await page.getByText('One known problem in this text.').waitFor();
    await page.keyboard.type('y');
    await page.getByText('This text is long: it was not read here.').waitFor();
    await page.context().close();
  });

  test('a code that is not known is counted, and has no page', async () => {
    const page = await opened('DWDVEV9999');
    await page.keyboard.press('Control+V');
    await page.getByText('One known problem in this text.').waitFor();
    expect(await page.locator('#box-result .proposals').count()).toBe(0);
    await page.context().close();
  });
});

test('the examples fill the box, say something each, and are there again after Clear', async () => {
  const { page, requests, complaints } = await open('');
  requests.length = 0;
  const buttons = page.locator('#box-examples button');
  const labels = await buttons.allInnerTexts();
  expect(labels.length).toBeGreaterThanOrEqual(2);
  for (const label of labels) {
    await page.getByRole('button', { name: label }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#box-result a').first().waitFor();
    expect(await page.locator('#box-text').inputValue()).not.toBe('');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('box-result');
    expect(await page.locator('#box-examples').isVisible()).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
    await page.click('#box-clear');
    await buttons.first().waitFor();
  }
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
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

/** A promise that a test resolves. */
function heldBack(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}
