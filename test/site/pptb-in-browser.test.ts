import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildTool } from '../../site/pptb/build-tool.js';
import { readFacts } from '../../site/pptb/read-environment.js';
import type { HostConnection } from '../../site/pptb/toolbox-host.js';
import { dataverseAdapter } from '../../src/adapters/index.js';
import { gatherSnapshot, redactSnapshot, type Snapshot } from '../../src/index.js';
import { launchChromium } from '../support/chromium.js';
import { shippedMaps } from '../support/entity-maps.js';
import { hostileTexts, sampleSnapshot } from '../support/hostile-report.js';
import { metadataFor, withMetadata } from '../support/live-metadata.js';
import { answering, credential, holdings, serve, tables } from '../support/live-reading.js';
import { type Fault, type LiveServer, send } from '../support/live-server.js';
import { asThrown, type HostCall, queryAsToolbox } from '../support/toolbox-host.js';

// The package of the tool, packed and unpacked, in a real browser as ToolBox shows it: its files from `dist` under its policies,
// and its calls in the page, over fake environments.
const folder = mkdtempSync(join(tmpdir(), 'pptb-'));
const patience = { timeout: 30_000 };
let browser: Browser;
let server: Server;
let tool = '';

/** Source: *Tool development*, documentation of Power Platform ToolBox 1.2, 2026; the header is the strictest that was seen. */
const headerPolicy = "default-src 'self'; script-src 'self' 'unsafe-inline'; connect-src 'self'";
const metaPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline' pptb-webview:; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; font-src 'self' data:; connect-src 'self'";
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'application/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};

beforeAll(async () => {
  await buildTool(join(folder, 'built'));
  execFileSync('npm', ['pack', './built', '--silent'], { cwd: folder });
  const [packed = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  mkdirSync(join(folder, 'installed'));
  execFileSync('tar', ['-xzf', join(folder, packed), '-C', join(folder, 'installed')]);
  server = createServer(({ url = '/' }, response) => {
    const file = url === '/' ? 'index.html' : url.slice(1);
    const content = readFileSync(join(folder, 'installed/package/dist', file));
    const isPage = file.endsWith('.html');
    response.writeHead(200, {
      'content-type': types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      ...(isPage ? { 'content-security-policy': headerPolicy } : {}),
    });
    const meta = `<meta http-equiv="Content-Security-Policy" content="${metaPolicy}">`;
    response.end(isPage ? content.toString().replace('</head>', `  ${meta}\n</head>`) : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  tool = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchChromium();
}, 180_000);

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true });
});

/** ToolBox as the test drives it. */
interface Toolbox {
  connections: { primary?: HostConnection | null; secondary?: HostConnection | null };
  isSilent?: boolean;
  /** Fails a call with what it answers. */
  failure?: (call: HostCall) => string | undefined;
  /** What every call waits for. */
  gate?: Promise<void>;
  opensPages?: boolean;
}

async function open(toolbox: Toolbox, { dark = false, width = 1280 } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const trouble: string[] = [];
  const requests: string[] = [];
  const calls: HostCall[] = [];
  const opened: string[] = [];
  const otherCalls: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => trouble.push(`console ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error ${error.message}`));
  await page.exposeFunction('connectionOf', async (target: 'primary' | 'secondary') => {
    if (toolbox.isSilent) throw new Error('Tool context initialization timed out');
    return toolbox.connections[target] ?? null;
  });
  await page.exposeFunction('opened', async (url: string) => opened.push(url));
  await page.exposeFunction('otherCall', async (name: string) => otherCalls.push(name));
  await page.exposeFunction('query', async (path: string, target: 'primary' | 'secondary') => {
    calls.push({ path, target });
    await toolbox.gate;
    const failure = toolbox.failure?.({ path, target });
    if (failure !== undefined) return { failure };
    const url = toolbox.connections[target]?.url;
    if (url === undefined) return { failure: asThrown('No connection found for this tool instance.').message };
    return queryAsToolbox(url, path).then(
      (json) => ({ json }),
      (error: Error) => ({ failure: asThrown(error.message).message }),
    );
  });
  await page.addInitScript((opensPages) => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.log(`violation of ${event.violatedDirective} by ${event.blockedURI}`),
    );
    const own = window as unknown as Record<string, (...values: unknown[]) => Promise<never>>;
    const only = (calls: Readonly<Record<string, unknown>>, name: string) =>
      new Proxy(calls, {
        get(target, key) {
          if (typeof key === 'string' && !(key in target) && key !== 'then') void own.otherCall?.(`${name}.${key}`);
          return target[key as string];
        },
      });
    const listeners: ((event: unknown, payload: unknown) => void)[] = [];
    Object.assign(window, {
      sendEvent: () => {
        for (const listener of listeners) listener({}, { event: 'connection:updated', data: {} });
      },
      toolboxAPI: {
        connections: only(
          {
            getActiveConnection: () => own.connectionOf?.('primary'),
            getSecondaryConnection: () => own.connectionOf?.('secondary'),
          },
          'connections',
        ),
        events: only({ on: (listener: () => void) => listeners.push(listener) }, 'events'),
        utils: opensPages ? only({ openInConnectionBrowser: (url: string) => own.opened?.(url) }, 'utils') : {},
      },
      dataverseAPI: only(
        {
          queryData: async (path: string, target: string) => {
            const { json, failure }: { json?: unknown; failure?: string } = (await own.query?.(path, target)) ?? {};
            if (failure !== undefined) throw new Error(failure);
            return json;
          },
        },
        'dataverseAPI',
      ),
    });
  }, toolbox.opensPages ?? true);
  await page.goto(tool);
  await page.waitForTimeout(300); // the worker belongs to the load
  return { page, trouble, requests, calls, opened, otherCalls };
}

const connectionTo = ({ url }: LiveServer, id = 'c1', name = 'Contoso UAT'): HostConnection => ({ id, name, url });
const primary = (page: Page) => page.locator('#tb-primary');
const news = (page: Page) => page.locator('#tb-news');
const cards = (page: Page) => page.locator('#wb-cards > li');
const readButton = (page: Page, target = 'primary') => page.locator(`#tb-${target} .wb-first`);
const whole = (page: Page) =>
  expect.poll(() => page.locator('#wb-result .verdict').count(), patience).toBeGreaterThan(0);

async function read(page: Page, target = 'primary'): Promise<void> {
  await readButton(page, target).click();
  await expect.poll(() => news(page).innerText(), patience).toMatch(/facts were read|was switched/);
}

async function overHttp({ url }: LiveServer): Promise<Snapshot> {
  return (await gatherSnapshot(dataverseAdapter({ url, credential })))._unsafeUnwrap();
}

async function exported(page: Page): Promise<Snapshot> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-format=snapshot]').click()]);
  return JSON.parse(readFileSync((await download.path()) ?? '', 'utf8'));
}

test('the package holds what ToolBox needs and nothing else', () => {
  const files = readdirSync(join(folder, 'installed/package'), { recursive: true, encoding: 'utf8' }).sort();
  expect(files).toEqual(
    [
      'LICENSE',
      'NOTICE',
      'README.md',
      'dist',
      'dist/icon.svg',
      'dist/index.html',
      'dist/tool.css',
      'dist/tool.js',
      'dist/worker.js',
      'npm-shrinkwrap.json',
      'package.json',
    ].sort(),
  );
});

test('the script that the workbench of the site does not have is small', () => {
  const script = readFileSync(join(folder, 'installed/package/dist/tool.js'));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThan(80_000);
});

describe('an environment', () => {
  test('is read whole, with reads only: the facts are those of the adapter over HTTP', async () => {
    const live = await serve(withMetadata(holdings, shippedMaps(), metadataFor(shippedMaps())), { pageSize: 3 });
    const { page, trouble, requests, calls, otherCalls } = await open({ connections: { primary: connectionTo(live) } });
    await expect.poll(() => primary(page).innerText(), patience).toContain('The connection Contoso UAT');
    expect(await primary(page).innerText()).toContain('127.0.0.1');
    await primary(page).locator('summary').click();
    const list = await primary(page).innerText();
    expect(list).toContain('solutions?$select=uniquename,version,ismanaged');
    expect(list).toContain('msdyn_dualwriteentitymaps?');
    expect(calls).toEqual([]); // nothing before the button
    requests.length = 0;
    await read(page);
    await whole(page);
    expect(await news(page).innerText()).toBe(
      `Contoso UAT: ${readFacts.length} of ${readFacts.length} facts were read.`,
    );
    expect(await cards(page).innerText()).toContain('Contoso UAT (127.0.0.1)');
    const found = await exported(page);
    const wanted = redactSnapshot(await overHttp(live));
    expect(found.facts).toEqual(wanted.facts);
    expect(found.environment).toEqual(wanted.environment);
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    expect(otherCalls).toEqual([]);
    expect(calls.every(({ target }) => target === 'primary')).toBe(true);
    expect(live.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(trouble).toEqual([]);
  });

  test('says what each fact lacks, in place of reading on in silence', async () => {
    const forms: Readonly<Record<string, string>> = {
      solutions: "Error invoking remote method 'dataverse.queryData': Error: 0x80040220: missing prvReadSolution",
      pluginassemblies: 'HTTP 404: <html>not here</html>',
      cdm_companies: asThrown('HTTP 401').message,
      businessunits: 'Request failed: getaddrinfo ENOTFOUND contoso.crm4.dynamics.com',
      RetrieveVersion: 'something about someone@contoso.com',
    };
    const live = await serve();
    const { page, trouble } = await open({
      connections: { primary: connectionTo(live) },
      failure: ({ path }) => forms[/^\w+/.exec(path)?.[0] ?? ''],
    });
    await read(page);
    expect(await news(page).innerText()).toContain(`${readFacts.length - 5} of ${readFacts.length}`);
    const text = await primary(page).innerText();
    for (const words of ['privilege prvReadSolution', '404: ', 'reconnect it in ToolBox', 'ENOTFOUND', 'not known'])
      expect(text).toContain(words);
    expect(text).not.toContain('someone@');
    await whole(page);
    const { facts } = await exported(page);
    expect(facts.solutions).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    expect(facts.pluginAssemblies).toMatchObject({ status: 'unknown', reason: 'not-found' });
    expect(facts.companies).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    expect(facts.businessUnits).toMatchObject({ status: 'unknown', reason: 'not-connected' });
    expect(facts.dataverseEnvironment).toMatchObject({ status: 'unknown', reason: 'failed' });
    expect(trouble).toEqual([]);
  });

  test('of which nothing can be read makes no card', async () => {
    const live = await serve();
    const { page } = await open({
      connections: { primary: connectionTo(live) },
      failure: () => "Authentication expired for connection 'x'. Please reconnect to continue.",
    });
    await read(page);
    expect(await news(page).innerText()).toContain(`0 of ${readFacts.length}`);
    expect(await primary(page).innerText()).toContain('reconnect it in ToolBox');
    expect(await cards(page).count()).toBe(0);
  });

  test('that is stopped keeps what was read, and the keyboard keeps its place', async () => {
    const fault: Fault = answering(/\/teams$/, () => {}); // never answers
    const live = await serve({}, { fault });
    const { page, trouble } = await open({ connections: { primary: connectionTo(live) } });
    await readButton(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => primary(page).innerText(), patience).toContain('read');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), patience).toBe('Stop');
    expect(await page.locator('#tb-primary progress').getAttribute('aria-label')).toBe('Reading Contoso UAT');
    await expect.poll(() => page.locator('#tb-primary progress').getAttribute('value'), patience).not.toBe('0');
    await page.keyboard.press('Enter');
    await expect.poll(() => news(page).innerText(), patience).toContain('stopped');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Read this environment');
    await whole(page);
    const { facts } = await exported(page);
    expect(facts.teams).toMatchObject({ status: 'unknown', reason: 'aborted' });
    expect(facts.dataverseEnvironment).toMatchObject({ status: 'known' });
    expect(trouble).toEqual([]);
  });

  test('is one with the facts of other cards', async () => {
    const live = await serve();
    const { page, trouble } = await open({ connections: { primary: connectionTo(live) } });
    await read(page);
    await whole(page);
    const [known] = (await page.locator('#wb-known-count').innerText()).split(' ');
    const { link, legalEntities } = sampleSnapshot('healthy').facts;
    const given = JSON.stringify({ schemaVersion: 1, facts: { link, legalEntities } }).replaceAll(
      /https:\/\/contoso-uat\.crm[\w.]+/g,
      live.url,
    );
    writeFileSync(join(folder, 'facts.json'), given);
    await page.locator('#wb-files').setInputFiles(join(folder, 'facts.json'));
    await expect.poll(() => cards(page).count(), patience).toBe(2);
    await expect
      .poll(() => page.locator('#wb-known-count').innerText(), patience)
      .toMatch(new RegExp(`^${Number(known) + 2} of`));
    expect(await page.locator('#wb-results button').allInnerTexts()).toEqual(['Report', 'Map design']);
    expect(trouble).toEqual([]);
  });

  test('read twice is compared with what it was', async () => {
    const live = await serve();
    const { page } = await open({ connections: { primary: connectionTo(live) } });
    await read(page);
    await whole(page);
    await readButton(page).click();
    await expect.poll(() => cards(page).count(), patience).toBe(2);
    await expect.poll(() => page.locator('#wb-results').innerText(), patience).toContain('What has changed');
  });
});

describe('the connection', () => {
  test('that is not there is not read; one that is chosen then is', async () => {
    const toolbox: Toolbox = { connections: {} };
    const { page, calls, trouble } = await open(toolbox);
    await expect.poll(() => primary(page).innerText(), patience).toContain('No connection');
    expect(await page.locator('#tb-secondary').isVisible()).toBe(false);
    expect(await page.locator('#tb-compare').isVisible()).toBe(false);
    expect(calls).toEqual([]);
    const live = await serve();
    toolbox.connections.primary = connectionTo(live);
    await page.evaluate(() => (window as unknown as { sendEvent: () => void }).sendEvent());
    await expect.poll(() => primary(page).innerText(), patience).toContain('Contoso UAT');
    await read(page);
    await whole(page);
    expect(trouble).toEqual([]);
  });

  test('of a ToolBox that does not answer is looked for again', async () => {
    const toolbox: Toolbox = { connections: { primary: connectionTo(await serve()) }, isSilent: true };
    const { page, trouble } = await open(toolbox);
    await expect.poll(() => primary(page).innerText(), patience).toContain('ToolBox does not answer');
    toolbox.isSilent = false;
    await primary(page).locator('button').click();
    await expect.poll(() => primary(page).innerText(), patience).toContain('Contoso UAT');
    expect(trouble).toEqual([]);
  });

  test('that is switched while it is read: nothing of the old one is kept, nothing is mixed', async () => {
    const [old, other] = [await serve(), await serve(tables({ solutions: [] }))];
    let calls = 0;
    const toolbox: Toolbox = {
      connections: { primary: connectionTo(old) },
      failure: () => {
        calls += 1;
        if (calls === 12) toolbox.connections.primary = connectionTo(other, 'c2', 'Fabrikam');
        return undefined;
      },
    };
    const { page, trouble } = await open(toolbox);
    await read(page);
    expect(await news(page).innerText()).toBe(
      'The connection was switched or closed while Contoso UAT was read: nothing of that was kept.',
    );
    expect(await cards(page).count()).toBe(0);
    await expect.poll(() => primary(page).innerText(), patience).toContain('Fabrikam');
    await read(page);
    await expect.poll(() => cards(page).count(), patience).toBe(1);
    await whole(page);
    expect((await exported(page)).facts).toEqual(redactSnapshot(await overHttp(other)).facts);
    expect(trouble).toEqual([]);
  });

  test('that is one of two: each is read by itself, and both are compared', async () => {
    const [dev, test] = [
      await serve(),
      await serve(tables({ solutions: holdings.dataverse.solutions?.slice(1) ?? [] })),
    ];
    // Two servers of this machine differ in their ports only; environments are identified by their hosts.
    const here = { ...connectionTo(dev, 'c1', 'Contoso DEV') };
    const there = { id: 'c2', name: 'Contoso TEST', url: test.url.replace('127.0.0.1', 'localhost') };
    const { page, calls, trouble } = await open({ connections: { primary: here, secondary: there } });
    await expect
      .poll(() => page.locator('#tb-secondary').innerText(), patience)
      .toContain('The second connection Contoso TEST');
    await read(page);
    await whole(page);
    expect(await page.locator('#tb-compare').isVisible()).toBe(false);
    await page.locator('#tb-secondary .wb-first').click();
    await expect.poll(() => news(page).innerText(), patience).toContain('Contoso TEST: 11');
    await expect.poll(() => page.locator('#wb-results').innerText(), patience).toContain('All environments');
    expect(new Set(calls.map(({ target }) => target))).toEqual(new Set(['primary', 'secondary']));
    await page.locator('#tb-compare').click();
    await expect.poll(() => page.locator('#wb-results').innerText(), patience).toContain('What has changed');
    await page.locator('#wb-results button', { hasText: 'What has changed' }).click();
    const removed = holdings.dataverse.solutions?.[0]?.uniquename;
    await expect.poll(() => page.locator('#wb-result').innerText(), patience).toContain(String(removed));
    expect(trouble).toEqual([]);
  });

  test('with a hostile name is text', async () => {
    const live = await serve();
    const toolbox: Toolbox = { connections: {} };
    const { page, trouble } = await open(toolbox);
    for (const [index, name] of Object.values(hostileTexts).entries()) {
      toolbox.connections.primary = connectionTo(live, `c${index}`, name);
      await page.evaluate(() => (window as unknown as { sendEvent: () => void }).sendEvent());
      const shown = name.trim() === '' ? live.url : name.trim();
      await expect.poll(() => page.locator('#tb-primary h3 bdi').textContent(), patience).toBe(shown);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name).toBe(true);
      if (index % 8 !== 0) continue;
      await readButton(page).click();
      await expect.poll(() => cards(page).count(), patience).toBe(index / 8 + 1);
    }
    await whole(page);
    expect(await page.locator('.tb :is(script, img, iframe), #wb-cards :is(script, img, iframe)').count()).toBe(0);
    expect(trouble).toEqual([]);
  }, 120_000);
});

describe('the page', () => {
  test('outside of ToolBox is the workbench', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(tool);
    expect(await page.locator('#tb').innerText()).toContain('opened outside of it');
    await page.locator('#wb-sample').click();
    await whole(page);
  });

  test('says how to get what ToolBox does not reach, and opens pages in the browser of the person', async () => {
    const { page, opened, trouble } = await open({ connections: {} });
    await page.locator('#tb a').click();
    expect(opened).toEqual(['https://dual-write-health.github.io/dual-write-health/collect/']);
    await page.locator('#wb-text').fill('DWDVEV1004 occurred while linking');
    await page.locator('#wb-add').click();
    await whole(page);
    await page.locator('#wb-result a[href^=https]').first().click();
    expect(opened).toHaveLength(2);
    expect(page.url()).toBe(tool);
    expect(trouble).toEqual([]);
  });

  test('shows the address where ToolBox opens no pages', async () => {
    const { page } = await open({ connections: {}, opensPages: false });
    await page.locator('#tb a').click();
    expect(await news(page).innerText()).toContain('/dual-write-health/collect/');
    expect(page.url()).toBe(tool);
  });

  test.each([
    { dark: false, width: 1280 },
    { dark: true, width: 1280 },
    { dark: false, width: 360 },
    { dark: true, width: 360 },
  ])('has no findings of axe: %j', async (look) => {
    const live = await serve({}, { fault: answering(/\/solutions$/, (response) => send(response, 403, {})) });
    const { page } = await open(
      { connections: { primary: connectionTo(live), secondary: connectionTo(live, 'c2', 'B') } },
      look,
    );
    const findings = async () => {
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
      );
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
    };
    await expect.poll(() => primary(page).innerText(), patience).toContain('Contoso');
    expect(await findings()).toEqual([]);
    await primary(page).locator('summary').click();
    await read(page);
    await whole(page);
    expect(await findings()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
