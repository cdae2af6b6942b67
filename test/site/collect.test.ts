import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { collectText } from '../../site/collect/build-collect.js';
import type { TabCapture } from '../../site/collect/read-tab.js';
import { serveSite } from '../../site/serve-site.js';
import { dataverseAdapter, discoverEnvironment, finopsAdapter } from '../../src/adapters/index.js';
import {
  type Adapter,
  combineAdapters,
  evaluateSnapshot,
  type FactName,
  gatherSnapshot,
  type Outcome,
  redactSnapshot,
} from '../../src/index.js';
import { factsOf } from '../../src/inputs/facts-of.js';
import { recognize } from '../../src/inputs/recognize.js';
import { snapshotsOf } from '../../src/inputs/snapshots-of.js';
import { tool } from '../../src/report/tool.js';
import { homepage, siteUrl } from '../../src/reporters/site-url.js';
import { launchChromium } from '../support/chromium.js';
import { siteFolder } from '../support/fresh-site.js';
import { healthySnapshot, holdingsOf } from '../support/live-environment.js';
import {
  type Asked,
  type Fault,
  type Holdings,
  type LiveServer,
  send,
  startLiveServer,
} from '../support/live-server.js';

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
async function serve(
  product: Product,
  changed: Partial<Holdings> = {},
  fault?: Fault,
  shape?: string,
): Promise<Served> {
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
    response.end(
      '<!doctype html><html lang="en"><title>app</title><h1>app</h1><script src="/shape.js"></script></html>',
    );
  } else if (path === '/shape.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(
      `${shape} localStorage.setItem('key', 'storage-secret'); sessionStorage.setItem('key', 'storage-secret');`,
    );
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

  test.each(['dataverse', 'finops'] as const)(
    'of %s sends nothing but GET, nothing to others, and nothing before Start',
    async (product) => {
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
    },
  );

  test('leaves no secret in the file, whatever rows hold, and can be copied', async () => {
    const row = {
      solutionid: 's',
      uniquename: 'a password=row-secret',
      friendlyname: '',
      version: '1.0',
      ismanaged: true,
    };
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

describe('what was read is kept, and the rest says why it is unknown', () => {
  /** The service signs out when teams are requested; what was answered before stays. */
  async function signedOutAtTeams(answer: (response: ServerResponse) => void): Promise<TabCapture> {
    const server: Served = await serve('dataverse', {}, async ({ path }, response) => {
      if (!path.endsWith('/teams')) return false;
      await new Promise((resolve) => setTimeout(resolve, 500));
      server.signOut(answer);
      answer(response);
      return true;
    });
    const tab = await openTab(server);
    return readAll(tab);
  }

  test.each([
    [
      'a redirect to another host',
      (response: ServerResponse) => response.writeHead(302, { location: 'http://localhost:9/sign-in' }).end(),
      /^redirect: teams answered with a web page instead of data.*sign in/,
    ],
    [
      'a redirect to a page of its own',
      (response: ServerResponse) => response.writeHead(302, { location: '/sign-in' }).end(),
      /^redirect: teams answered with a web page/,
    ],
    [
      'the page itself',
      (response: ServerResponse) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>'),
      /^teams answered with a web page instead of data/,
    ],
    [
      '401',
      (response: ServerResponse) => send(response, 401, {}),
      /^401: the session of the tab is not accepted: reload it/,
    ],
  ])('signed out in the middle, with %s', async (_how, answer, detail) => {
    const { facts, lacks } = await signedOutAtTeams(answer);
    expect(facts.companies).toMatchObject({ status: 'known', value: expect.any(Array) });
    expect(facts.teams).toEqual({ status: 'unknown', reason: 'not-permitted', detail: expect.stringMatching(detail) });
    expect(lacks).toContainEqual({ fact: 'teams', because: facts.teams?.detail });
  });

  test('a redirect is not followed, on whatever host', async () => {
    const followed: string[] = [];
    const other = await startLiveServer(holdings, {
      fault: ({ url }, response) => {
        followed.push(url);
        send(response, 200, { value: [] }, { 'access-control-allow-origin': '*' });
        return true;
      },
    });
    opened.push(other);
    const server = await serve('finops', {}, ({ path }, response) => {
      if (path !== '/data/LegalEntities') return false;
      response.writeHead(302, { location: `${other.url}/data/LegalEntities` }).end();
      return true;
    });
    const { facts } = await readAll(await openTab(server));
    expect(facts.legalEntities).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    expect(followed).toEqual([]);
  });

  test('a table that the person may not read', async () => {
    const server = await serve('dataverse', {}, ({ path }, response) => {
      if (!path.endsWith('/cdm_companies')) return false;
      send(response, 403, { error: { code: '0x80040220', message: 'Principal of A Person lacks prvReadcdm_Company' } });
      return true;
    });
    const { facts, lacks } = await readAll(await openTab(server));
    expect(facts.companies).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    expect(facts.companies?.detail).toContain('privilege prvReadcdm_Company');
    expect(JSON.stringify(facts)).not.toContain('A Person');
    expect(lacks.map(({ fact }) => fact).toSorted()).toEqual(['companies', 'entityMaps']);
  });

  test('throttled: the pause that the service asks for is kept, and one that is too long is not waited for', async () => {
    const times: number[] = [];
    const server = await serve('finops', {}, ({ path }, response) => {
      if (path === '/data/LegalEntities' && times.push(Date.now()) === 1)
        send(response, 429, {}, { 'Retry-After': '2' });
      else if (path === '/data/SysAADClients') send(response, 429, {}, { 'Retry-After': '300' });
      else return false;
      return true;
    });
    const { facts } = await readAll(await openTab(server));
    expect(facts.legalEntities).toMatchObject({ status: 'known' });
    expect(times).toHaveLength(2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1_990);
    expect(facts.finopsClients).toMatchObject({ status: 'unknown', reason: 'throttled' });
    expect(server.requests.filter(({ path }) => path === '/data/SysAADClients')).toHaveLength(1);
  });

  /** Dataverse that never answers about teams. */
  const stuck = () => serve('dataverse', {}, ({ path }) => path.endsWith('/teams'));
  const isRead = (page: Page, label: string) =>
    page.getByRole('listitem').filter({ hasText: label }).getByText(/^read/).first().waitFor();

  test('stopped', async () => {
    const server = await stuck();
    const { page, run, complaints } = await openTab(server);
    await run();
    await button(page, 'Start').click();
    await isRead(page, 'Companies in Dataverse');
    await button(page, 'Stop').click();
    const { facts, lacks } = await saved(page);
    await page.getByText(/^Stopped: \d+ of 12 facts were read as a whole/).waitFor();
    const sent = server.requests.length;
    expect(facts.companies).toMatchObject({ status: 'known' });
    expect(facts.teams).toEqual({ status: 'unknown', reason: 'aborted', detail: expect.stringContaining('stopped') });
    expect(lacks.map(({ fact }) => fact)).toContain('teams');
    await page.waitForTimeout(300);
    expect(server.requests).toHaveLength(sent);
    expect(complaints).toEqual([]);
  });

  test('stopped at once: everything says that it was stopped', async () => {
    const server = await serve('dataverse', {}, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return false;
    });
    const { page, run } = await openTab(server);
    await run();
    await button(page, 'Start').click();
    await button(page, 'Stop').click();
    const { facts, lacks } = await saved(page);
    expect(lacks).toHaveLength(12);
    for (const fact of Object.values(facts)) expect(fact).toMatchObject({ status: 'unknown', reason: 'aborted' });
  });

  test('closed: nothing is left on the page, and nothing more is requested', async () => {
    const server = await stuck();
    const { page, run, complaints } = await openTab(server);
    await run();
    await button(page, 'Start').click();
    await isRead(page, 'Companies in Dataverse');
    const [ended] = await Promise.all([
      page.waitForEvent('requestfailed', { timeout: 10_000 }),
      button(page, 'Close').click(),
    ]);
    expect(ended.url()).toContain('/teams');
    expect(await page.locator('dual-write-health-collect').count()).toBe(0);
    await page.waitForTimeout(300);
    const sent = server.requests.length;
    await page.waitForTimeout(700);
    expect(server.requests).toHaveLength(sent);
    expect(complaints).toEqual([]);
  });

  test('run again: the new panel takes the place of the old one, which stops', async () => {
    const server = await stuck();
    const { page, run } = await openTab(server);
    await run();
    await button(page, 'Start').click();
    await isRead(page, 'Companies in Dataverse');
    const [ended] = await Promise.all([page.waitForEvent('requestfailed', { timeout: 10_000 }), run()]);
    expect(ended.url()).toContain('/teams');
    await page.getByText('Nothing has been read yet.').waitFor();
    expect(await page.locator('dual-write-health-collect').count()).toBe(1);
  });
});

describe('a page that has changed what scripts find in it', () => {
  test.each([
    ['functions of all lists', 'Array.prototype.contains = function () {};'],
    [
      'settings of its own for a library that is in the script too',
      'globalThis.__zod_globalConfig = { customError: () => "changed", postProcessor: (one) => { one._zod.run = () => "changed"; } };',
    ],
  ])('%s: the facts are the same', async (_what, change) => {
    const server = await serve('dataverse', {}, undefined, `${shapes.dataverse} ${change}`);
    const { facts } = await readAll(await openTab(server));
    const { finopsEnvironment: _finops, ...ofDataverse } = facts;
    const found = await discoverEnvironment({ url: server.url, credential });
    expect(ofDataverse).toEqual(await readWithToken(dataverseAdapter({ url: server.url, credential, found })));
  });

  test.each([
    ['toJSON', 'Array.prototype.toJSON = function () { return "changed"; };'],
    ['toJSON', 'String.prototype.toJSON = function () { return "changed"; };'],
    ['extra', 'Object.prototype.extra = function () {};'],
  ])('%s: nothing is read where every answer would be something else, and it says where else', async (name, change) => {
    const server = await serve('dataverse', {}, undefined, `${shapes.dataverse} ${change}`);
    const { page, run, requests } = await openTab(server);
    await run();
    const words = await page.getByRole('dialog').textContent();
    expect(words).toContain(`Scripts of this page have added "${name}" to every object`);
    expect(words).toContain(`Open ${server.url}/api/data/v9.2/WhoAmI in a tab`);
    expect(await page.getByRole('button').allTextContents()).toEqual(['Close']);
    expect(requests).toEqual([]);
  });

  test('changed after the panel was opened: it says that there is no file', async () => {
    const server = await serve('dataverse');
    const { page, run } = await openTab(server);
    await run();
    await page.evaluate('Object.entries = () => { throw new Error("changed"); }');
    await button(page, 'Start').click();
    await page.getByText(/^The scripts of this page keep this one from reading it, so there is no file\./).waitFor();
    expect(await button(page, 'Save the file').count()).toBe(0);
  });

  test('an answer of the service is a page without scripts, and the script runs there', async () => {
    const server = await serve('dataverse');
    const { page, run } = await openTab(server);
    await page.goto(`${server.url}/api/data/v9.2/WhoAmI`);
    await page.evaluate('globalThis.Xrm = undefined;'); // this machine has no address by which it is recognized
    await run();
    await button(page, 'Start').click();
    expect((await saved(page)).lacks.map(({ fact }) => fact)).toEqual(['entityMaps']);
  });

  test('is left as it was: no name is added to it, and no element but the panel, until that is closed', async () => {
    const server = await serve('finops');
    const tab = await openTab(server);
    const state = () =>
      tab.page.evaluate(() => [Reflect.ownKeys(globalThis).length, document.documentElement.outerHTML] as const);
    const before = await state();
    await readAll(tab);
    await button(tab.page, 'Close').click();
    expect(await state()).toEqual(before);
  });
});

test('50,000 rows are read page by page, as a whole', async () => {
  const solutions = Array.from({ length: 50_000 }, (_, index) => ({
    solutionid: `s${index}`,
    uniquename: `Solution ${index}`,
    friendlyname: '',
    version: '1.0.0.0',
    ismanaged: true,
  }));
  const server = await serve('dataverse', { dataverse: { ...holdings.dataverse, solutions } });
  const { facts } = await readAll(await openTab(server));
  expect(facts.solutions?.status === 'known' && facts.solutions.value.length).toBe(50_000);
  expect(facts.solutions).not.toHaveProperty('coverage');
  expect(server.requests.filter(({ path }) => path.endsWith('/solutions'))).toHaveLength(10);
});

test('the files of the two tabs are put together', async () => {
  const finops = await serve('finops');
  const dataverse = await serve('dataverse', besideFinops(finops.url));
  const captures = [await readAll(await openTab(dataverse)), await readAll(await openTab(finops))];
  for (const files of [captures, captures.toReversed()]) {
    const inputs = files.map((file) => recognize(JSON.stringify(file)));
    const gathered = await factsOf(inputs, { now: new Date() });
    if ('environments' in gathered) throw new Error('expected one environment');
    const withToken = finopsAdapter({ url: finops.url, credential });
    const { finopsEnvironment, ...ofFinops } = await readWithToken(withToken);
    expect(gathered.facts).toMatchObject(ofFinops);
    expect(gathered.facts.finopsEnvironment).toMatchObject(finopsEnvironment);
    expect(gathered.facts).toMatchObject(await readWithToken(dataverseAdapter({ url: dataverse.url, credential })));
    expect(await snapshotsOf(inputs, { now: new Date() })).toHaveLength(1);
  }
});

describe('the files of the two tabs, dropped on the page of the workbench and given to the command', () => {
  let site: Server;
  beforeAll(async () => {
    site = await serveSite(siteFolder);
  });
  afterAll(() => site?.close());

  test('give the report that the adapters give with a token, also with the companies that a person knows', async () => {
    const finops = await serve('finops');
    const companies = holdings.dataverse.cdm_companies?.filter((row) => row.cdm_companycode !== 'USMF');
    const withoutUsmf = { dataverse: { ...holdings.dataverse, cdm_companies: companies ?? [] } };
    const dataverse = await serve('dataverse', { ...besideFinops(finops.url), ...withoutUsmf });
    const folder = mkdtempSync(join(tmpdir(), 'two-tabs-'));
    const files: string[] = [];
    for (const [name, server] of Object.entries({ dataverse, finops })) {
      const file = join(folder, `capture-${name}.json`);
      writeFileSync(file, JSON.stringify(await readAll(await openTab(server))));
      files.push(file);
    }
    const wanted = outcomesIn(JSON.stringify(await reportWithTokens(dataverse.url, finops.url)));
    expect(statusesIn(wanted)).toEqual(new Set(['passed', 'inconclusive', 'skipped', 'not-applicable']));

    const page = await workbenchWith(files);
    expect(outcomesIn(await savedReport(page))).toEqual(wanted);
    expect(outcomesIn(reportOfCommand(files))).toEqual(wanted);

    await page.locator('#wb-facts > summary').click();
    await page.locator('[name=link-legalEntities]').fill('USMF, DEMF');
    const withCompanies = outcomesIn(reportOfCommand([...files, '--legal-entities', 'USMF,DEMF']));
    expect(statusesIn(withCompanies)).toContain('failed');
    await expect.poll(async () => outcomesIn(await savedReport(page)), { timeout: 30_000 }).toEqual(withCompanies);
    rmSync(folder, { recursive: true });
  });

  async function reportWithTokens(dataverseUrl: string, finopsUrl: string) {
    const found = await discoverEnvironment({ url: dataverseUrl, credential });
    const both = combineAdapters(
      dataverseAdapter({ url: dataverseUrl, credential, found }),
      finopsAdapter({ url: finopsUrl, credential, dataverse: { url: dataverseUrl, credential, found } }),
    );
    return evaluateSnapshot(redactSnapshot((await gatherSnapshot(both))._unsafeUnwrap()));
  }

  /** The page after the files were dropped on it. */
  async function workbenchWith(files: readonly string[]): Promise<Page> {
    const context = await browser.newContext();
    opened.push(context);
    const page = await context.newPage();
    const { port } = site.address() as AddressInfo; // safe: it listens on a port
    await page.goto(`http://127.0.0.1:${port}${new URL(siteUrl).pathname}workbench/`);
    await page.waitForLoadState('networkidle');
    const devtools = await context.newCDPSession(page);
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    await expect.poll(() => page.locator('#wb-cards > li').count(), { timeout: 30_000 }).toBe(2);
    await page.locator('#wb-result .verdict').waitFor();
    expect(await page.locator('#wb-environments').isHidden()).toBe(true); // they are of one environment
    return page;
  }

  async function savedReport(page: Page): Promise<string> {
    const download = page.waitForEvent('download');
    await page.locator('[data-format=json]').click();
    return readFileSync((await (await download).path()) ?? '', 'utf8');
  }

  function reportOfCommand(given: readonly string[]): string {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const command = ['--import', 'tsx', 'src/cli/bin.ts', 'check', ...given, '--format', 'json'];
    return spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' }).stdout;
  }

  const statusesIn = (outcomes: readonly Outcome[]) => new Set(outcomes.map(({ status }) => status));

  /** What was found of each rule. */
  function outcomesIn(report: string): readonly Outcome[] {
    return JSON.parse(report).outcomes;
  }
});

describe('the panel', () => {
  test('says so where a tab shows neither product, and reads nothing', async () => {
    const server = await serve('dataverse', {}, undefined, 'globalThis.other = {};');
    const { page, run, requests } = await openTab(server);
    await run();
    await page
      .getByText(/^127\.0\.0\.1:\d+ is neither Dataverse nor finance and operations\. Nothing was read\./)
      .waitFor();
    expect(await page.getByRole('button').allTextContents()).toEqual(['Close']);
    expect(requests).toEqual([]);
  });

  test.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('in %s at %i pixels: axe finds nothing, and keys alone reach everything', async (colorScheme, width) => {
    const server = await serve('finops');
    const { page, run } = await openTab(server);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 700 });
    await run();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await button(page, 'Save the file').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const download = page.waitForEvent('download');
    await button(page, 'Save the file').focus();
    await page.keyboard.press('Enter');
    await download;
  });
});

/** What axe finds, run as the console runs a script. */
async function findings(page: Page): Promise<readonly string[]> {
  const console = await page.context().newCDPSession(page);
  await console.send('Runtime.evaluate', { expression: axe.source });
  const { result } = await console.send('Runtime.evaluate', {
    expression: `axe.run('dual-write-health-collect').then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}

describe('the text of the script', () => {
  test('has at most 80 kB, and begins with what it is, its version, its license, what it reads and where its source is', () => {
    expect(gzipSync(script, { level: 9 }).length / 1000).toBeLessThanOrEqual(80);
    const head = script.slice(0, script.indexOf('*/'));
    for (const words of [tool.version, 'License: MIT', homepage, 'What it reads', 'GET only'])
      expect(head).toContain(words);
  });

  test('has one call that sends anything, and nothing that reads cookies or storage or runs text', () => {
    expect(script.match(/\bfetch\(/g)).toHaveLength(1);
    const suspicious =
      /\beval\(|\bFunction\(|\.cookie\b|(?:local|session)Storage|indexedDB|innerHTML|outerHTML|insertAdjacentHTML|document\.write|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts\(|\bimport\(|Bearer|setAttribute\("style"/g;
    expect(script.match(suspicious)).toBeNull();
  });

  test('names the file of the project that each part comes from, and no folder of the computer that made it', () => {
    for (const file of ['site/collect/collect.ts', 'src/adapters/odata/connect.ts', 'src/facts/redact.ts'])
      expect(script).toContain(`// ${file}\n`);
    const files = [...script.matchAll(/^ *\/\/ (\S+\.[mc]?[jt]s)$/gm)].map(([, file]) => file);
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => !/^(?:src|site|node_modules)\//.test(file ?? ''))).toEqual([]);
  });

  test('is attached to each release with its hash, so that the hash of the site can be compared with another source', () => {
    const workflow = readFileSync(new URL('../../.github/workflows/release.yml', import.meta.url), 'utf8');
    const [, files = ''] = /for file in (.*); do sha256sum/.exec(workflow) ?? [];
    expect(files.split(' ')).toContain('dual-write-health-collect.js');
    expect(workflow).toMatch(/gh release upload "\$tag" .*dual-write-health-collect\.js\*/);
  });

  test('is the same for the same sources', async () => {
    expect(await collectText()).toBe(script);
  });
});
