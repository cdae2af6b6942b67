import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataverseAdapter, finopsAdapter, powerPlatformAdapter } from '../../src/adapters/index.js';
import { type Adapter, type Fact, type FactName, gatherSnapshot, type Reader } from '../../src/index.js';
import { environmentId, healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { type Fault, type LiveServer, startLiveServer } from '../support/live-server.js';
import { type MatrixReader, matrixFaults, matrixReaders } from './fault-matrix.js';

const token = 'token-of-the-test';
const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
const retry = { maxRetries: 3, delayMs: 1 };

let server: LiveServer;
let current: { readonly path: RegExp; readonly fault: Fault } | undefined;

beforeAll(async () => {
  server = await startLiveServer(holdingsOf(healthySnapshot()), {
    fault: (asked, response) => (current?.path.test(asked.path) ? current.fault(asked, response) : false),
  });
});
afterAll(() => server.close());

function adapterOf(name: MatrixReader['adapter'], url = server.url): Adapter {
  const options = { url, credential, retry };
  return {
    Dataverse: () => dataverseAdapter(options),
    'finance and operations': () => finopsAdapter(options),
    'Power Platform': () => powerPlatformAdapter({ ...options, environmentId }),
  }[name]();
}

async function gather(adapter: Adapter, timeoutMs = 60_000) {
  const options = { timeoutMs, concurrency: 20, now: new Date('2026-11-20T10:00:00Z') };
  return (await gatherSnapshot(adapter, options))._unsafeUnwrap().facts;
}

const undisturbed = new Map<string, Awaited<ReturnType<typeof gather>>>();
async function undisturbedFacts(name: MatrixReader['adapter']) {
  const facts = undisturbed.get(name) ?? (await gather(adapterOf(name)));
  undisturbed.set(name, facts);
  return facts;
}

/** Asks one reader directly, as gathering does. */
function ask(adapter: Adapter, fact: FactName, signal: AbortSignal): Promise<Fact<unknown>> {
  return Promise.resolve((adapter.readers[fact] as Reader<FactName>)({ signal }));
}

describe.each(matrixReaders)('$fact ($adapter)', (reader) => {
  const cells = matrixFaults.flatMap((fault) => {
    const expected = fault.expected(reader);
    return expected === '–' ? [] : [{ ...fault, expected }];
  });

  test.each(cells)('$name: $expected', async ({ name, expected, make, path }) => {
    current = undefined;
    const before = await undisturbedFacts(reader.adapter);
    current = { path: path ?? reader.path, fault: make() };
    const { [reader.fact]: fact, ...others } = await gather(
      adapterOf(reader.adapter),
      expected === 'timed-out' ? 2_000 : 60_000,
    );
    current = undefined;
    expect(resultOf(fact, before[reader.fact])).toBe(expected);
    if (fact?.status === 'unknown') expect(fact.detail, 'a person reads this').toMatch(/\S{3}/);
    expect(JSON.stringify(fact)).not.toMatch(/token-of-the-test|jane@/);
    const { [reader.fact]: _, ...same } = before;
    const shared = sharing[reader.fact] ?? [];
    if (path === undefined) expect(without(others, shared)).toEqual(without(same, shared));
    if (name === '50,000 rows in pages') {
      const { value, coverage } = fact as { readonly value: readonly unknown[]; readonly coverage?: string };
      expect(coverage).toBe((before[reader.fact] as { readonly coverage?: string }).coverage);
      // Users and plug-ins that come again are the same ones, and a map has many versions.
      if (['applicationUsers', 'pluginAssemblies', 'entityMaps'].includes(reader.fact))
        expect(fact).toEqual(before[reader.fact]);
      else expect(value).toHaveLength(50_000);
    } else if (name === 'tables by their logical names only' && reader.fact === 'runtimeConfigurations') {
      expect(JSON.stringify(fact)).toContain('"dataverseTable":"account"');
    } else if (expected === 'known' && !(reader.adapter === 'Dataverse' && reader.fact === 'dataverseEnvironment')) {
      expect(fact).toEqual(before[reader.fact]);
    }
  });

  test('canceled: aborted', async () => {
    current = { path: reader.path, fault: () => true };
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    const fact = await ask(adapterOf(reader.adapter), reader.fact, controller.signal);
    current = undefined;
    expect(fact).toMatchObject({ status: 'unknown', reason: 'aborted' });
  });

  test('name does not resolve: not-connected', async () => {
    const adapter = adapterOf(reader.adapter, 'https://does-not-exist.invalid');
    const fact = await ask(adapter, reader.fact, new AbortController().signal);
    expect(fact).toMatchObject({ status: 'unknown', reason: 'not-connected' });
    expect(JSON.stringify(fact)).toContain('does-not-exist.invalid');
  });
});

/** What other readers need of the same table, which is theirs to tell. */
const sharing: { readonly [Name in FactName]?: readonly FactName[] } = {
  runtimeConfigurations: ['entityMaps', 'mapDefinitions'],
  entityMaps: ['mapDefinitions', 'tableMetadata'],
  mapDefinitions: ['entityMaps', 'tableMetadata'],
};

/** A fact is partial here when it says so for another reason than before. */
function resultOf(fact: Fact<unknown> | undefined, before: Fact<unknown> | undefined): string | undefined {
  if (fact?.status !== 'known') return fact?.reason;
  return fact.coverage === 'partial' && fact.detail !== before?.detail ? 'partial' : 'known';
}

function without(facts: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !names.includes(key)));
}
