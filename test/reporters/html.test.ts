import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { evaluateSnapshot, type HealthReport } from '../../src/index.js';
import { script, scriptHash } from '../../src/reporters/html/script.js';
import { style, styleHash } from '../../src/reporters/html/style.js';
import { html } from '../../src/reporters/index.js';
import { launchChromium } from '../support/chromium.js';
import { hostileReport, hostileTexts, reportWithEverything, sampleSnapshot } from '../support/hostile-report.js';
import { largeReport } from '../support/large-report.js';

// The page as somebody gets it: a file, opened in a real browser.
const folder = mkdtempSync(join(tmpdir(), 'html-report-'));
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

interface Opened {
  readonly page: Page;
  /** What a harmless page never causes. */
  readonly trouble: string[];
}

async function open(text: string, options: BrowserContextOptions = {}): Promise<Opened> {
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

async function openReport(report: HealthReport, options: BrowserContextOptions = {}): Promise<Opened> {
  return open(html(report), options);
}

/** With lists that are long enough to be folded, and no longer: a page that a test opens forty times should be small. */
function shortened(report: HealthReport): HealthReport {
  const outcomes = report.outcomes.map((outcome) => {
    if (outcome.status !== 'failed') return outcome;
    const [first, ...more] = outcome.findings;
    return { ...outcome, findings: [first, ...more.slice(0, 24)] as const };
  });
  return { ...report, outcomes };
}

async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

const halfFilled = evaluateSnapshot(sampleSnapshot('half-filled'));
const samples: Readonly<Record<string, () => HealthReport>> = {
  'with everything': () => shortened(reportWithEverything()),
  healthy: () => evaluateSnapshot(sampleSnapshot('healthy')),
  'half filled': () => evaluateSnapshot(sampleSnapshot('half-filled')),
  'without prerequisites': () => evaluateSnapshot(sampleSnapshot('prerequisites-failing')),
};

describe('the content security policy', () => {
  test.each([
    ['style', style, styleHash],
    ['script', script, scriptHash],
  ])('names the hash of the %s', (element, text, hash) => {
    expect(hash).toBe(`sha256-${createHash('sha256').update(text).digest('base64')}`);
    const page = html(reportWithEverything());
    expect(page).toContain(`${element}-src '${hash}'`);
    expect(page).toContain(`<${element}>${text}</${element}>`);
  });

  test('lets the style and the script of the page work, and nothing else', async () => {
    const { page, trouble } = await openReport(reportWithEverything());
    expect(await page.locator('#filter').isVisible()).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).not.toBe('none');
    expect(trouble).toEqual([]);

    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const slipped = `<script>globalThis.slipped = 1</script><img src="${home}/image" onerror="globalThis.slipped = 1"><iframe src="${home}/frame"></iframe><p id="p" style="color: red">x</p><style>#p { color: red } @import "${home}/style"</style><form action="${home}/form"><button id="send">x</button></form>`;
    const tampered = await open(html(reportWithEverything()).replace('</main>', `${slipped}</main>`));
    expect(await tampered.page.evaluate(() => 'slipped' in globalThis)).toBe(false);
    const colorOf = (element: Element) => getComputedStyle(element).color;
    expect(await tampered.page.locator('#p').evaluate(colorOf)).toBe(
      await tampered.page.locator('body').evaluate(colorOf),
    );
    // Last, because playwright waits for where it would have led.
    await tampered.page.evaluate(() => document.querySelector('form')?.submit());
    await tampered.page.waitForTimeout(300);
    expect(tampered.trouble.filter((one) => one.includes('Content Security Policy')).length).toBeGreaterThan(5);
    expect(asked).toEqual([]);
    server.close();
  });

  test('needs no attribute that it forbids', () => {
    expect(html(reportWithEverything())).not.toMatch(/<[^>]*\s(style|on\w+)=/);
  });
});

describe('the first screen', () => {
  const report = reportWithEverything();
  const whatItDoes = 'Dual-write, which keeps Dynamics 365 finance and operations apps and Dataverse in step,';
  const onlyAccepted: HealthReport = {
    ...report,
    outcomes: report.outcomes.filter(({ code, status }) => status === 'passed' || code === 'DWDVEV1007'),
  };
  const allFine = evaluateSnapshot(sampleSnapshot('healthy'));
  const cases: readonly (readonly [string, HealthReport, string])[] = [
    [
      'unhealthy',
      evaluateSnapshot(sampleSnapshot('prerequisites-failing')),
      `${whatItDoes} needs to be fixed here: 13 checks found something that must be fixed, and 33 could not be completed.`,
    ],
    [
      'unhealthy by policy',
      { ...onlyAccepted, outcomes: onlyAccepted.outcomes.filter(({ status }) => status === 'passed') },
      `${whatItDoes} shows no new problem here, but what was accepted earlier must be reviewed.`,
    ],
    [
      'unknown',
      halfFilled,
      `It is not known yet whether dual-write, which keeps Dynamics 365 finance and operations apps and Dataverse in step, is in order here: ${halfFilled.totals.inconclusive} of ${halfFilled.outcomes.length - halfFilled.totals.skipped} checks could not be completed.`,
    ],
    [
      'unknown because nothing was checked',
      evaluateSnapshot(sampleSnapshot('half-filled'), { only: [] }),
      'It is not known whether dual-write, which keeps Dynamics 365 finance and operations apps and Dataverse in step, is in order here, because no check could be completed.',
    ],
    ['healthy', allFine, `${whatItDoes} is in order here: nothing was found that must be fixed.`],
    [
      'healthy with reservations',
      {
        ...allFine,
        outcomes: report.outcomes.filter(({ code, severity, status }) =>
          status === 'failed' ? severity === 'warning' || code === 'ACME5' : status === 'passed',
        ),
      },
      `${whatItDoes} is in order here: nothing was found that must be fixed, though 9 checks warn of a risk and something is accepted in 1 check.`,
    ],
  ];
  test.each(cases)('%s, in one sentence', (_, shown, sentence) => {
    const [, lead] = /<p class="lead">([^<]*)<\/p>/.exec(html(shown)) ?? [];
    expect(lead).toBe(sentence);
  });

  test('says what, where and when before anything else', async () => {
    const { page } = await openReport(report);
    expect(await page.title()).toBe(`Unhealthy: ${report.environment.name} – dual-write health`);
    const verdict = await page.locator('.verdict').innerText();
    expect(verdict.split('\n')[0]).toBe('Unhealthy');
    expect(verdict).toContain(report.environment.name);
    expect(verdict).toContain('November 20, 2026, 10:00 UTC');
    const box = await page.locator('.verdict').boundingBox();
    expect(box?.y).toBeLessThan(100);
  });

  test('says how to supply the link where it is not known', async () => {
    const { page } = await openReport(evaluateSnapshot(sampleSnapshot('half-filled')));
    expect(await page.locator('.verdict .notice').innerText()).toContain('--legal-entities USMF,DEMF');
  });

  test('shows the same in the picture as in words', async () => {
    const { page } = await openReport(report, { javaScriptEnabled: false });
    const drawn = await page.locator('svg.wide desc').textContent();
    expect(drawn).toContain('Prerequisites: 22 checks');
    const picture = page.getByRole('img', { name: 'Prerequisites, and what relies on them' });
    expect(await picture.count()).toBe(1);
    await page.getByText('The picture in words').click();
    const total = await page.locator('.counts tfoot td').last().innerText();
    expect(Number(total)).toBe(report.outcomes.length);
    const sum = (await page.locator('.counts tfoot td').allInnerTexts()).slice(0, -1).map(Number);
    expect(sum.reduce((a, b) => a + b)).toBe(report.outcomes.length);
  });
});

test('everything that the report holds can be read without the script', async () => {
  const report = reportWithEverything();
  const { page, trouble } = await openReport(report, { javaScriptEnabled: false });
  expect(await page.locator('#filter').isVisible()).toBe(false);
  const text = (await page.locator('body').textContent())?.replaceAll(/\s+/g, ' ') ?? '';
  const expected = report.outcomes.flatMap((outcome) => [
    outcome.code,
    outcome.title,
    ...('because' in outcome && outcome.status !== 'skipped' && outcome.status !== 'inconclusive'
      ? [outcome.because]
      : []),
    ...('suppressed' in outcome && outcome.suppressed ? [outcome.suppressed.reason] : []),
    ...(outcome.status === 'inconclusive' ? outcome.missing.map(({ detail = '' }) => detail) : []),
    ...(outcome.status === 'failed'
      ? [
          outcome.remediation.summary,
          ...outcome.findings.flatMap(({ message, subject, suppressed }) => [
            message,
            subject.id,
            ...(suppressed ? [suppressed.reason, suppressed.owner ?? ''] : []),
          ]),
          ...outcome.remediation.options.flatMap(({ title, steps, destroys }) => [title, ...steps, destroys ?? '']),
        ]
      : []),
  ]);
  const { suppressions, baseline } = report.governance ?? {};
  const governed = [...(suppressions?.expired ?? []), ...(suppressions?.unused ?? [])].map(({ reason }) => reason);
  expect(governed.length).toBe(2);
  expected.push(...governed, ...(baseline?.fixed ?? []), report.tool.version);
  const plain = (one: string) => one.replaceAll('`', '').replaceAll(/\s+/g, ' ');
  expect(expected.map(plain).filter((one) => !text.includes(one))).toEqual([]);

  // What is folded opens without it too.
  const closed = page.locator('details.fix:not([open])').first();
  const step = closed.locator('.steps li').first();
  expect(await step.isVisible()).toBe(false);
  await closed.locator('summary').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.steps li').nth(0).isVisible()).toBe(true);
  expect(trouble).toEqual([]);
});

test('what is accepted is marked, and is not among what has to be fixed', async () => {
  const { page } = await openReport(reportWithEverything());
  const found = 'company L100 has no record in the Company table';
  expect(await page.locator('#errors [data-finding]', { hasText: 'L200 has no record' }).count()).toBe(0);
  expect(await page.locator('#errors [data-finding]', { hasText: 'L201 has no record' }).count()).toBe(1);
  expect(await page.locator('#errors', { hasText: found }).count()).toBe(0);
  const accepted = page.locator('#accepted');
  expect(await accepted.locator('[data-finding]', { hasText: found }).count()).toBe(1);
  const text = await accepted.textContent();
  for (const part of [
    'closed companies',
    'December 31, 2026',
    'Ada',
    'In the baseline of November 1, 2026',
    'was fixed',
  ])
    expect(text).toContain(part);
});

test.each([
  ['fail', 'error', 'This makes the environment unhealthy'],
  ['warn', 'warning', 'Renew them or take them out'],
] as const)('expired acceptances under the policy %s', (policy, standing, words) => {
  const [card, shown] =
    /<article class="card is-(\w+)"><h3>(?:(?!<h3>)[\s\S])*Expired acceptances[\s\S]*?<\/article>/.exec(
      html(withPolicy(policy)),
    ) ?? [];
  expect(shown).toBe(standing);
  expect(card).toContain(words);
});

test('the policy ignore shows none', () => {
  expect(html(withPolicy('ignore'))).not.toContain('Expired acceptances');
});

function withPolicy(expired: 'ignore' | 'warn' | 'fail'): HealthReport {
  const report = reportWithEverything();
  if (report.governance === undefined) throw new Error('expected governance');
  return { ...report, governance: { ...report.governance, policy: { expired, unused: 'ignore' } } };
}

describe('links', () => {
  const withUrl = (url: string): HealthReport => {
    const report = reportWithEverything();
    const outcomes = report.outcomes.flatMap((outcome) => {
      if (outcome.status !== 'failed') return [];
      const [option] = outcome.remediation.options;
      const options = [{ ...option, links: [{ title: 'A page', url }] }] as const;
      return [{ ...outcome, remediation: { ...outcome.remediation, options } }];
    });
    return { ...report, outcomes: outcomes.slice(0, 1) };
  };
  test.each([
    ['https://learn.microsoft.com/x?a=1&b=2#c', 'learn.microsoft.com'],
    ['HTTP://example.com', 'example.com'],
    // The browser would go to the host that is shown beside the title.
    ['https://evil.example\\@learn.microsoft.com/', 'evil.example'],
    ['https://learn.microsoft.com@evil.example/', 'evil.example'],
  ])('%s leads to the web', async (url, host) => {
    const { page } = await openReport(withUrl(url));
    const link = page.getByRole('link', { name: 'A page' });
    expect(await link.getAttribute('rel')).toBe('noreferrer');
    expect(await link.evaluate((element) => (element as HTMLAnchorElement).host)).toBe(host);
    expect(await page.locator('.host').innerText()).toBe(host);
  });
  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example',
    '/x',
    'https://',
    'https://[',
    `https://example.com/${'x'.repeat(2_000)}`,
    '',
  ])('%s does not', async (url) => {
    const { page } = await openReport(withUrl(url));
    expect(await page.locator('.links').textContent()).toBe('A page');
    expect(await page.locator('.links a').count()).toBe(0);
  });
});

describe('accessibility', () => {
  const views = Object.entries(samples).flatMap(([name, sample]) =>
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [360, 1280].map((width) => ({ name, sample, colorScheme, width })),
    ),
  );
  test.each(views)('axe finds nothing: $name, $colorScheme, $width pixels', async ({ sample, colorScheme, width }) => {
    const { page } = await openReport(sample(), { colorScheme, viewport: { width, height: 900 } });
    await openAllDetails(page);
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }; // Safe: the line before put it there.
      const results = await axe.run(document, { resultTypes: ['violations'] });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: node }) => node).slice(0, 3)}`);
    });
    expect(violations).toEqual([]);
  });

  test('the browser has nothing to repair', async () => {
    const text = html(reportWithEverything());
    const { page } = await open(text);
    const written = text.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>').match(/<[a-z][a-z0-9]*/g) ?? [];
    const parsed = await page.evaluate(() => [...document.querySelectorAll('*')].map(({ localName }) => localName));
    expect(countEach(parsed)).toEqual(countEach(written.map((tag) => tag.slice(1))));
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('by keyboard: the skip link first, and a visible focus all along', async () => {
    const { page } = await openReport(samples['half filled']?.() ?? reportWithEverything());
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the report' });
    expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const stops: string[] = [];
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        return { tag: element.localName, outline: getComputedStyle(element).outlineStyle };
      });
      expect(focus.outline).toBe('solid');
      stops.push(focus.tag);
    }
    for (const tag of ['a', 'summary', 'input', 'select']) expect(stops).toContain(tag);
  });
});

function countEach(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

describe('on a narrow screen', () => {
  const long = 'Wort'.repeat(60);
  const reports: Readonly<Record<string, () => HealthReport>> = {
    ...samples,
    'long names without a break': () => shortened(hostileReport(long)),
    'long names of wide characters': () => shortened(hostileReport('\u{1242b}'.repeat(200))),
    'long names in capitals': () => shortened(hostileReport('W'.repeat(5_000))),
  };
  test.each(Object.entries(reports))('nothing scrolls sideways: %s', async (_, report) => {
    const { page } = await openReport(report(), { viewport: { width: 360, height: 800 } });
    await openAllDetails(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    // Nor is anything cut off at the right edge.
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('main *:not(svg *):not(caption):not(option)')]
        .filter((element) => element.getBoundingClientRect().right > 360.5)
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    );
    expect(beyond).toEqual([]);
  });
});

describe('hostile text', () => {
  const scripts = {
    'a script that sets a flag and calls home':
      '"><script>globalThis.ran = 1; fetch("https://evil.example/")</script><img src="https://evil.example/x" onerror="globalThis.ran = 1">',
    'an element that loads': '<iframe src="https://evil.example/"></iframe><link rel=stylesheet href=//evil.example>',
    'a policy of its own':
      '<meta http-equiv="Content-Security-Policy" content="default-src *"><base href="//evil.example">',
    'the end of the style': '</style><style>@import "https://evil.example/x.css"; body { display: none }</style>',
    'a form': '<form action="https://evil.example"><input autofocus onfocus="globalThis.ran = 1"><button>',
  };
  let skeleton: string;

  beforeAll(async () => {
    const { page } = await openReport(shortened(hostileReport('plain')));
    skeleton = await skeletonOf(page);
  });

  test.each(Object.entries({ ...hostileTexts, ...scripts }))('%s stays text', async (_, text) => {
    const { page, trouble } = await openReport(shortened(hostileReport(text)));
    await openAllDetails(page);
    await page.locator('#filter-text').fill('a');
    await page.waitForTimeout(200);
    expect(trouble).toEqual([]);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(await skeletonOf(page)).toBe(skeleton);
    const shown = await page.evaluate(() => document.body.textContent ?? '');
    expect(shown.slice(0, shown.indexOf('(() =>'))).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });

  /** The elements and their attributes, but for code, which backticks may make, and what the filter hides. */
  async function skeletonOf(page: Page): Promise<string> {
    const elements = await page.evaluate(() =>
      [...document.querySelectorAll('*:not(code:not(:has(bdi)))')].map(
        ({ localName, attributes }) =>
          `${localName}[${[...attributes]
            .map(({ name }) => name)
            .filter((name) => name !== 'hidden' && name !== 'open')
            .join()}]`,
      ),
    );
    return elements.join('\n');
  }

  test('very long texts are cut, so that the page stays small', () => {
    const megabyte = html(hostileReport('x'.repeat(1_000_000)));
    expect(megabyte.length).toBeLessThan(html(hostileReport('y'.repeat(3_000))).length + 10_000);
  });
});

describe('the filter', () => {
  test('searches and filters by keyboard', async () => {
    const report = reportWithEverything();
    const { page, trouble } = await openReport(report);
    const checks = await page.evaluate(
      () =>
        new Set([...document.querySelectorAll<HTMLElement>('[data-check]')].map(({ dataset }) => dataset.check)).size,
    );
    expect(checks).toBeGreaterThan(50);
    const result = page.locator('#filter-result');
    const shown = (selector: string) => page.locator(selector).filter({ visible: true });
    for (let stop = 0; stop < 30 && (await focused(page)) !== 'filter-text'; stop += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.type('L250 has no');
    await expect.poll(() => result.innerText(), patience).toBe(`Showing 1 of ${checks} checks.`);
    // Though it is among those that were folded away.
    // It may be below the fold, where the browser has not laid out its text yet.
    await expect
      .poll(() => shown('[data-finding]').allTextContents(), patience)
      .toEqual([expect.stringContaining('L250')]);
    expect(await shown('section[data-section] h2').count()).toBe(1);

    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('filter-status');
    await page.keyboard.type('Passed');
    await expect.poll(() => result.innerText(), patience).toBe('Nothing matches.');

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('filter-clear');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('filter-text');
    expect(await result.innerText()).toBe('');
    expect(await page.locator('[data-check][hidden], [data-finding][hidden], [data-section][hidden]').count()).toBe(0);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('filter-severity');
    await page.keyboard.type('Warning');
    const warnings = report.outcomes.filter(({ severity }) => severity === 'warning').length;
    await expect.poll(() => result.innerText(), patience).toBe(`Showing ${warnings} of ${checks} checks.`);
    expect(await shown('#errors').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  test.each(['failed', 'accepted', 'inconclusive', 'blocked', 'errored', 'passed', 'not-applicable', 'skipped'])(
    'shows what is %s',
    async (status) => {
      const { page } = await openReport(reportWithEverything());
      await page.locator('#filter-status').selectOption(status);
      const visible = page.locator('[data-check]').filter({ visible: true });
      expect(await visible.count()).toBeGreaterThan(0);
      expect(new Set(await visible.evaluateAll((all) => all.map((one) => one.getAttribute('data-status'))))).toEqual(
        new Set([status]),
      );
    },
  );

  function focused(page: Page): Promise<string | undefined> {
    return page.evaluate(() => document.activeElement?.id);
  }
});

describe('on paper', () => {
  test.each([true, false])('every step and every finding is there (script: %s)', async (javaScriptEnabled) => {
    const { page } = await openReport(reportWithEverything(), { javaScriptEnabled, colorScheme: 'dark' });
    const hidden = () =>
      page
        .locator('.steps li, [data-finding], tbody tr')
        .evaluateAll((all) => all.filter((one) => !one.checkVisibility()).length);
    expect(await hidden()).toBeGreaterThan(100);
    await page.emulateMedia({ media: 'print' });
    expect(await hidden()).toBe(0);
    const flat = await page
      .locator('.steps li')
      .evaluateAll((all) => all.filter((one) => one.clientHeight === 0).length);
    expect(flat).toBe(0);
    expect(
      await page
        .locator('.long')
        .first()
        .evaluate((one) => one.scrollHeight - one.clientHeight),
    ).toBe(0);
    // Paper is white, whatever the screen is.
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(28, 33, 38)');
  });

  test('browsers that cannot by style open everything by script, and close it again', async () => {
    const { page } = await openReport(reportWithEverything());
    const closed = () => page.locator('details:not([open])').count();
    const before = await closed();
    expect(before).toBeGreaterThan(10);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await closed()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await closed()).toBe(before);
  });
});

test('ten thousand findings are all there, and the page answers', async () => {
  const text = html(largeReport(10_000));
  expect(text.length).toBeLessThan(4_000_000);

  const { page, trouble } = await open(text, { viewport: { width: 360, height: 800 } });
  expect(await page.locator('[data-finding]').count()).toBe(10_000);
  await page.getByText('9,990 more findings').click();
  await page.locator('#filter-text').fill('company 07pr');
  await expect.poll(() => page.locator('#filter-result').innerText(), patience).toBe('Showing 1 of 55 checks.');
  expect(await page.locator('[data-finding]').filter({ visible: true }).count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(trouble).toEqual([]);
});
