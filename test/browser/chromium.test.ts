import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluateSnapshot, parseSnapshot } from '../../src/index.js';
import { json } from '../../src/reporters/index.js';
import { launchChromium } from '../support/chromium.js';
import { shippedMaps } from '../support/entity-maps.js';
import { solutionZip } from '../support/solution-files.js';

// The built entries, bundled as a web page would, in a real browser on a loopback page under a strict content security policy.
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const sample = readFileSync(new URL('../../examples/environments/every-dependency-code.json', import.meta.url), 'utf8');
let browser: Browser;
let server: Server;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from '${dist}/index.js'; export { json, pretty } from '${dist}/reporters.js'; export { dataverseAdapter } from '${dist}/adapters.js'; export { backupMaps, readSolution, verifyBackup } from '${dist}/maps.js';`,
      resolveDir: dist,
    },
    bundle: true,
    format: 'iife',
    globalName: 'health',
    platform: 'browser',
    write: false,
  });
  const script = outputFiles[0]?.text ?? '';
  server = createServer((request, response) => {
    if (request.url?.startsWith('/api/data/v9.2/solutions')) {
      response.writeHead(request.headers.authorization === 'Bearer of-the-page' ? 200 : 401, {
        'content-type': 'application/json',
      });
      response.end(
        JSON.stringify({ value: [{ uniquename: 'msdyn_DualWriteCore', version: '1.0.36.0', ismanaged: true }] }),
      );
      return;
    }
    const isScript = request.url === '/health.js';
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript' : 'text/html',
      'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
    });
    response.end(isScript ? script : '<!doctype html><title>health</title><script src="/health.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('a browser produces the same report, byte for byte', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const inBrowser = await page.evaluate((text) => {
    const { health } = globalThis as unknown as {
      health: typeof import('../../src/index.js') & typeof import('../../src/reporters/index.js');
    };
    const report = health.evaluateSnapshot(health.parseSnapshot(JSON.parse(text))._unsafeUnwrap());
    return { json: health.json(report), pretty: health.pretty(report).slice(0, 9) };
  }, sample);
  expect(errors).toEqual([]);
  expect(inBrowser.json).toBe(json(evaluateSnapshot(parseSnapshot(JSON.parse(sample))._unsafeUnwrap())));
  expect(inBrowser.pretty).toBe('UNHEALTHY');
});

test('gathering, with its time limits, works there too', async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const facts = await page.evaluate(async () => {
    const { health } = globalThis as unknown as { health: typeof import('../../src/index.js') };
    const adapter = {
      name: 'page',
      environment: { name: 'page' },
      readers: { teams: () => new Promise<never>(() => {}), legalEntities: () => health.known([{ code: 'USMF' }]) },
    };
    return (await health.gatherSnapshot(adapter, { timeoutMs: 50 }))._unsafeUnwrap().facts;
  });
  expect(facts).toMatchObject({ teams: { reason: 'timed-out' }, legalEntities: { status: 'known' } });
});

test('a live adapter reads there too', async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const fact = await page.evaluate(async () => {
    const { health } = globalThis as unknown as {
      health: typeof import('../../src/index.js') & typeof import('../../src/adapters/index.js');
    };
    await new Promise((resolve) => setTimeout(resolve)); // out of the debugger's call, in which the policy lets strings be code
    const credential = { getToken: async () => ({ token: 'of-the-page', expiresOnTimestamp: Date.now() + 3_600_000 }) };
    const adapter = health.dataverseAdapter({ url: globalThis.location.origin, credential });
    return (await health.gatherSnapshot(adapter, { only: ['solutions'] }))._unsafeUnwrap().facts.solutions;
  });
  expect(fact).toEqual({
    status: 'known',
    value: [{ uniqueName: 'msdyn_DualWriteCore', version: '1.0.36.0', managed: true }],
  });
});

test('solutions are read and backups made there too', async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const seen = await page.evaluate(
    async ({ bytes, rows }) => {
      const { health } = globalThis as unknown as { health: typeof import('../../src/maps-and-solutions.js') };
      const solution = (await health.readSolution(new Uint8Array(bytes)))._unsafeUnwrap();
      const bundle = await health.backupMaps(rows, { environment: 'page', takenAt: '2026-11-20T10:00:00Z' });
      const restored = (await health.verifyBackup(bundle._unsafeUnwrap()))._unsafeUnwrap();
      return { name: solution.uniqueName, maps: solution.maps.length, rows: restored.rows };
    },
    { bytes: [...solutionZip(shippedMaps())], rows: shippedMaps() },
  );
  expect(seen).toEqual({ name: 'ContosoMaps', maps: 19, rows: shippedMaps() });
});
