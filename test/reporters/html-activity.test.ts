import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { evaluateSnapshot, fleetOf } from '../../src/index.js';
import { activityDocument } from '../../src/reporters/documents/activity-document.js';
import { fleetDocument } from '../../src/reporters/documents/fleet-document.js';
import { mapActivityDocument } from '../../src/reporters/documents/map-activity-document.js';
import { style, styleHash } from '../../src/reporters/html/style.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { launchChromium } from '../support/chromium.js';
import { sampleSnapshot } from '../support/hostile-report.js';
import { activityWith, sampleActivity } from '../support/sample-activity.js';

// The pages as somebody gets them: files, opened in a real browser.
const folder = mkdtempSync(join(tmpdir(), 'html-activity-'));
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

const replay = sampleActivity();
const pages: Readonly<Record<string, (text?: string) => string>> = {
  'all maps': (text) => toHtml(activityDocument(text === undefined ? replay : activityWith(text).replay)),
  'one map': (text = 'plain') => {
    const { activity, replay: whole } = activityWith(text);
    return toHtml(mapActivityDocument(activity, whole));
  },
};

async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

test.each(['all maps', 'one map', 'many environments'])(
  '%s: words in cells of tables stay whole on a telephone',
  async (name) => {
    const { page } = await open(pages[name]?.() ?? fleet(), { viewport: { width: 360, height: 800 } });
    await openAllDetails(page);
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll('th, td')].flatMap((cell) => {
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
          for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\w+/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            if (range.getClientRects().length > 1) found.push(word);
          }
        }
        return found;
      }),
    );
    expect(broken).toEqual([]);
  },
);

function fleet(): string {
  const names = ['every-dependency-code', 'healthy', 'copy-of-production'];
  return toHtml(fleetDocument(fleetOf(names.map((name) => evaluateSnapshot(sampleSnapshot(name))))));
}

test('the policy allows the style, and nothing else', async () => {
  expect(styleHash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
  const text = pages['one map']?.() ?? '';
  expect(text).toContain(`content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'"`);
  expect(text).not.toMatch(/<script|<[^>]*\s(style|on\w+)=/);
  const { page, trouble } = await open(text);
  expect(
    await page
      .locator('.bar.state-running')
      .first()
      .evaluate((bar) => getComputedStyle(bar).fill),
  ).toBe('rgb(28, 102, 56)');
  expect(trouble).toEqual([]);
  const tampered = await open(text.replace('</main>', '<script>globalThis.slipped = 1</script></main>'));
  expect(await tampered.page.evaluate(() => 'slipped' in globalThis)).toBe(false);
});

describe('one map', () => {
  test('shows its state, what is wrong, both directions, and its log', async () => {
    const { page } = await open(pages['one map']?.('no currency') ?? '');
    expect(await page.title()).toBe('m no currency – dual-write activity');
    const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
    for (const part of [
      'Running since November 2, 2026, 17:00 UTC (1 day 1 hour)',
      'Was paused for 24 hours or more',
      'The queue held 1 GB',
      '“paused” in the state not-running'.replaceAll(/[“”]/g, '"'),
      'Finance and operations to Dataverse, 2 records and 1 error',
      'Dataverse to finance and operations, 0 records and 0 errors',
      'Completed with 2 records and 1 error, can be run again',
      '1 record of the log could not be read',
      'retry completed',
      'Error: no currency; a log can be downloaded',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('shows the same in the picture as in words', async () => {
    const { page } = await open(pages['one map']?.() ?? '', { javaScriptEnabled: false });
    expect(await page.getByRole('img', { name: 'States over time' }).count()).toBe(1);
    const said = await page.locator('svg.wide desc').textContent();
    expect(said).toContain('Paused from November 1, 2026, 08:00 UTC to November 2, 2026, 16:00 UTC');
    await page.getByText('The timeline in words').click();
    const states = await page.locator('#timeline tbody th').allInnerTexts();
    expect(states).toEqual([
      'Running',
      'Resuming',
      'Paused',
      'Running',
      'Initializing',
      'Stopped',
      'Paused',
      'Not running',
    ]);
    // No state by its color alone: each has a lane with its name.
    const lanes = await page.locator('svg.wide text:not(.box-note)').allTextContents();
    expect(lanes).toEqual([
      'Running',
      'Resuming',
      'Paused',
      'Initializing',
      'Stopped',
      'Not running',
      'Error events',
      'Anomalies',
      'Warnings',
    ]);
    const bars = await page
      .locator('svg.wide .bar')
      .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect()).map(({ left, right }) => [left, right]));
    expect(bars).toHaveLength(states.length);
    const frame = await page.locator('svg.wide').boundingBox();
    for (const [left = 0, right = 0] of bars) {
      expect(left).toBeGreaterThan((frame?.x ?? 0) + 80);
      expect(right).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0) + 2);
    }
  });
});

test('the overview shows each map once', async () => {
  const { page } = await open(pages['all maps']?.() ?? '');
  expect(await page.title()).toBe('3 maps need attention – dual-write activity');
  expect(await page.locator('#anomalies h3').allInnerTexts()).toEqual([
    'Sales order headers (salesorders)',
    'Vendors V2 (msdyn_vendors)',
    'Customers V3 (accounts)',
  ]);
  const others = await page.locator('#others tbody th').allInnerTexts();
  expect(others).toEqual(['CDS Parties (msdyn_parties)']);
});

const views = Object.entries(pages).flatMap(([name, text]) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [360, 1280].map((width) => ({ name, text, colorScheme, width })),
  ),
);

test.each(views)('axe finds nothing: $name, $colorScheme, $width pixels', async ({ text, colorScheme, width }) => {
  const { page } = await open(text(), { colorScheme, viewport: { width, height: 900 } });
  await openAllDetails(page);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }; // Safe: the line before put it there.
    const results = await axe.run(document, { resultTypes: ['violations'] });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: node }) => node).slice(0, 3)}`);
  });
  expect(violations).toEqual([]);
});

describe.each(Object.keys(pages))('%s', (name) => {
  const pageWith = (text?: string) => pages[name]?.(text) ?? '';

  test.each([
    ['the sample', undefined],
    ['long names without a break', 'Wort'.repeat(60)],
    ['wide characters', '\u{1242b}'.repeat(200)],
    ['capitals', 'W'.repeat(5_000)],
  ])('nothing scrolls sideways on a narrow screen: %s', async (_, text) => {
    const { page } = await open(pageWith(text), { viewport: { width: 360, height: 800 } });
    await openAllDetails(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('main *:not(svg *):not(caption)')]
        .filter((element) => element.getBoundingClientRect().right > 360.5)
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    );
    expect(beyond).toEqual([]);
  });

  test.each([
    [
      'a script',
      '"><script>globalThis.ran = 1</script><img src="https://evil.example/x" onerror="globalThis.ran = 1">',
    ],
    ['the end of a style', '</style><style>@import "https://evil.example/x.css"; body { display: none }</style>'],
    ['the end of a picture', '</desc></svg><iframe src="https://evil.example/"></iframe>'],
    [
      'a policy of its own',
      '<meta http-equiv="Content-Security-Policy" content="default-src *"><base href="//evil.example">',
    ],
    ['control characters', '\u0000\u001b[31m\u202e\u2028'],
  ])('%s stays text', async (_, text) => {
    const { page, trouble } = await open(pageWith(text));
    await openAllDetails(page);
    expect(trouble).toEqual([]);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    const skeleton = (one: Page) =>
      one.evaluate(() => [...document.querySelectorAll('*')].map(({ localName }) => localName).join());
    const hostile = await skeleton(page);
    expect(hostile).toBe(await skeleton((await open(pageWith('plain'))).page));
    const shown = await page.locator('body').innerText();
    expect(shown).not.toMatch(/(?!\n|\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });

  test('ids are unique, and links lead somewhere', async () => {
    const { page } = await open(pageWith());
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const named = await page.evaluate(() =>
      [...document.querySelectorAll('[aria-labelledby]')].flatMap(
        (element) => element.getAttribute('aria-labelledby')?.split(' ') ?? [],
      ),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('on paper everything is there, on white', async () => {
    const { page } = await open(pageWith(), { colorScheme: 'dark', javaScriptEnabled: false });
    const hidden = () =>
      page.locator('tbody tr').evaluateAll((all) => all.filter((one) => !one.checkVisibility()).length);
    expect(await hidden()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    expect(await hidden()).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(28, 33, 38)');
  });
});
