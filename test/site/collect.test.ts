import type { ServerResponse } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { collectText } from '../../site/collect/build-collect.js';
import type { TabCapture } from '../../site/collect/read-tab.js';
import { dataverseAdapter, discoverEnvironment, finopsAdapter } from '../../src/adapters/index.js';
import { type Adapter, type FactName, gatherSnapshot, redactSnapshot } from '../../src/index.js';
import { factsOf } from '../../src/inputs/facts-of.js';
import { recognize } from '../../src/inputs/recognize.js';
import { snapshotsOf } from '../../src/inputs/snapshots-of.js';
import { launchChromium } from '../support/chromium.js';
import { healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { type Asked, type Fault, type Holdings, type LiveServer, send, startLiveServer } from '../support/live-server.js';

/*
 * The script in real tabs: pages of fake services with a session cookie and the strictest policy that still lets them call themselves. It
 * is run as the console runs it, and even without the right of the console to compile text.
 */

const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const session = { dataverse: 'dv-session=cookie-secret-1', finops: 'fo-session=cookie-secret-2' } as const;
const token = { token: 'token-secret', expiresOnTimestamp: Date.now() + 3_600_000 };
const credential = { getToken: async () => token };
const healthy = healthySnapshot();
const holdings = holdingsOf(healthy);
type Product = keyof typeof session;

let browser: Browser;
let script: string;
beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), collectText()]);
});
afterAll(() => browser?.close());

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

interface Served extends LiveServer {
  /** Ends the session, in one of the ways in which services show it. */
  signOut(answer: (response: ServerResponse) => void): void;
}

/** A service for a signed-in browser; an application with a token gets the same answers. */
async function serve(product: Product, changed: Partial<Holdings> = {}, fault?: Fault, shape?: string): Promise<Served> {
  let signedOut: ((response: ServerResponse) => void) | undefined;
  const server = await startLiveServer(
    { ...holdings, ...changed },
    {
      async fault(asked, response) {
        if (isPage(asked, response, product, shape)) return true;
        const { cookie = '', authorization } = asked.headers;
        const isSignedIn = cookie.includes(session[product]) && signedOut === undefined;
        if (authorization !== `Bearer ${token.token}` && !isSignedIn) {
          (signedOut ?? ((to) => send(to, 401, {})))(response);
          return true;
        }
        return (await fault?.(asked, response)) ?? false;
      },
    },
  );
  opened.push(server);
  return {
    ...server,
    signOut(answer) {
      signedOut = answer;
    },
  };
}

const shapes = { dataverse: 'globalThis.Xrm = {};', finops: 'globalThis.$dyn = {};' };

function isPage({ path }: Asked, response: ServerResponse, product: Product, shape = shapes[product]): boolean {
  if (path === '/') {
    response.writeHead(200, {
      'content-type': 'text/html',
      'content-security-policy': policy,
      'set-cookie': [`${session[product]}; HttpOnly; SameSite=Strict`, 'other=cookie-secret-3'],
    });
    response.end('<!doctype html><html lang="en"><title>app</title><h1>app</h1><script src="/shape.js"></script></html>');
  } else if (path === '/shape.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(`${shape} localStorage.setItem('key', 'storage-secret'); sessionStorage.setItem('key', 'storage-secret');`);
  } else return false;
  return true;
}

interface Tab {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: readonly string[];
  /** All requests that the browser sent after the page was loaded. */
  readonly requests: { readonly method: string; readonly url: string }[];
  readonly run: () => Promise<void>;
}

async function openTab(server: LiveServer): Promise<Tab> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  opened.push(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: Tab['requests'] = [];
  page.on('console', (message) => {
    // A browser writes every refusal of a service into the console.
    if (!message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.url);
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => requests.push({ method: request.method(), url: request.url() }));
  const console = await context.newCDPSession(page);
  const run = async () => {
    const { exceptionDetails } = await console.send('Runtime.evaluate', {
      expression: script,
      allowUnsafeEvalBlockedByCSP: false,
    });
    expect(exceptionDetails).toBeUndefined();
    await page.getByRole('dialog').waitFor();
  };
  return { page, complaints, requests, run };
}

const button = (page: Page, name: string) => page.getByRole('button', { name });

/** Starts and waits for the end. */
async function readAll({ page, run }: Tab): Promise<TabCapture> {
  await run();
  await button(page, 'Start').click();
  return saved(page);
}

/** The file that the person saves when it has ended. */
async function saved(page: Page): Promise<TabCapture> {
  const download = page.waitForEvent('download');
  await button(page, 'Save the file').click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('capture-127.0.0.1.json');
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** What the adapters read with a token, as a file would have it. */
async function readWithToken(adapter: Adapter, only?: readonly FactName[]) {
  const snapshot = (await gatherSnapshot(adapter, { only }))._unsafeUnwrap();
  return JSON.parse(JSON.stringify(redactSnapshot(snapshot).facts));
}

/** Dataverse, whose finance and operations environment is on another host of this machine. */
function besideFinops(finopsUrl: string): Partial<Holdings> {
  const { RetrieveFinanceAndOperationsIntegrationDetails: details, ...functions } = holdings.functions ?? {};
  return {
    functions: {
      ...functions,
      RetrieveFinanceAndOperationsIntegrationDetails: { ...(details as object), Url: finopsUrl },
    },
  };
}

describe('a tab that is signed in', () => {
  test('of Dataverse gives the facts that the adapters read with a token, and the builds of finance and operations', async () => {
    const server = await serve('dataverse');
    const tab = await openTab(server);
    const { facts, lacks, environment } = await readAll(tab);
    const { finopsEnvironment, ...ofDataverse } = facts;
    const found = await discoverEnvironment({ url: server.url, credential });
    const withToken = dataverseAdapter({ url: server.url, credential, found });
    expect(ofDataverse).toEqual(await readWithToken(withToken));
    expect(Object.values(ofDataverse).map((fact) => fact?.status)).not.toContain('unknown');
    const healthyFinops = healthy.facts.finopsEnvironment;
    if (healthyFinops?.status !== 'known') throw new Error('not known');
    const { url, tenantId, applicationBuild, platformBuild } = healthyFinops.value;
    expect(finopsEnvironment).toEqual({
      status: 'known',
      value: { url, tenantId, applicationBuild, platformBuild },
    });
    expect(environment).toEqual({ name: withToken.environment.name });
    expect(lacks.map(({ fact }) => fact)).toEqual(['entityMaps']); // the Dual-write page shows which versions run
  });

  test('of finance and operations gives those that are read with GET', async () => {
    const server = await serve('finops');
    const { facts, lacks } = await readAll(await openTab(server));
    const { finopsEnvironment, ...others } = facts;
    const only = ['legalEntities', 'finopsClients', 'projectConfigurations'] as const;
    expect(others).toEqual(await readWithToken(finopsAdapter({ url: server.url, credential }), only));
    expect(Object.keys(others)).toHaveLength(3);
    expect(finopsEnvironment).toMatchObject({
      status: 'known',
      coverage: 'partial',
      value: { url: 'https://127.0.0.1' }, // redacted: without the port
      detail: expect.stringContaining('POST'),
    });
    expect(lacks.map(({ fact }) => fact)).toEqual(['finopsEnvironment']);
  });

  test.each(['dataverse', 'finops'] as const)('of %s sends nothing but GET, nothing to others, and nothing before Start', async (product) => {
    const server = await serve(product);
    const tab = await openTab(server);
    await tab.run();
    const listed = await tab.page.getByRole('dialog').locator('code').allTextContents();
    expect(tab.requests).toEqual([]);
    await button(tab.page, 'Start').click();
    await saved(tab.page);
    const sent = tab.requests.filter(({ url }) => !url.startsWith('blob:'));
    expect(new Set(sent.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(new Set(sent.map(({ url }) => new URL(url).origin))).toEqual(new Set([server.url]));
    const ofScript = server.requests.slice(server.requests.findIndex(({ path }) => path === '/shape.js') + 1);
    expect(ofScript.filter(({ path }) => path !== '/favicon.ico')).toHaveLength(sent.length);
    for (const { method, headers } of ofScript) {
      expect(method).toBe('GET');
      expect(headers).not.toHaveProperty('authorization');
    }
    const addresses = new Set(sent.map(({ url }) => `GET ${decodeURIComponent(url.slice(server.url.length))}`));
    for (const address of listed) expect([...addresses]).toContain(address);
    const followed = [...addresses].filter((address) => !listed.includes(address));
    const followUps =
      /^GET \/api\/data\/v9\.2\/(?:systemusers\(.*(?:teammembership_association|RetrieveUserSetOfPrivilegesByNames)|plugintypes|sdkmessageprocessingsteps|EntityDefinitions)/;
    expect(followed.filter((address) => !followUps.test(address))).toEqual([]);
    expect(tab.complaints).toEqual([]);
  });

  test('leaves no secret in the file, whatever rows hold, and can be copied', async () => {
    const row = { solutionid: 's', uniquename: 'a password=row-secret', friendlyname: '', version: '1.0', ismanaged: true };
    const solutions = [...(holdings.dataverse.solutions ?? []), row];
    const server = await serve('dataverse', { dataverse: { ...holdings.dataverse, solutions } });
    const tab = await openTab(server);
    const text = JSON.stringify(await readAll(tab));
    expect(text).toContain('DualWrite');
    expect(text).not.toMatch(/secret-|row-secret|storage-secret|token-secret|A Person|Bearer/);
    await button(tab.page, 'Copy').click();
    await tab.page.getByText('Copied.').waitFor();
    expect(JSON.parse(await tab.page.evaluate(() => navigator.clipboard.readText()))).toEqual(JSON.parse(text));
  });
});
