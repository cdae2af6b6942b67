import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dataverseAdapter, finopsAdapter, gatewayAdapter, powerPlatformAdapter } from '../../src/adapters/index.js';
import { healthFactNames } from '../../src/facts/fact-names.js';
import {
  type Adapter,
  combineAdapters,
  evaluateSnapshot,
  type Facts,
  gatherSnapshot,
  type Snapshot,
  snapshotAdapter,
} from '../../src/index.js';
import { adapterChecks } from '../../src/testing/index.js';
import { captureOf, environmentId, healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { type LiveServer, startLiveServer } from '../support/live-server.js';

const healthy = healthySnapshot();
const credential = {
  getToken: async () => ({ token: 'token-of-the-test', expiresOnTimestamp: Date.now() + 3_600_000 }),
};

const servers: LiveServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(...options: Parameters<typeof startLiveServer>): Promise<LiveServer> {
  const server = await startLiveServer(...options);
  servers.push(server);
  return server;
}

function liveAdapter({ url }: LiveServer, gateway?: unknown): Adapter {
  return combineAdapters(
    powerPlatformAdapter({ environmentId, credential, url, dataverseUrl: url }),
    dataverseAdapter({ url, credential, gateway }),
    finopsAdapter({ url, credential }),
  );
}

async function gathered(adapter: Adapter): Promise<Snapshot> {
  return (await gatherSnapshot(adapter, { now: new Date('2026-11-20T10:00:00Z') }))._unsafeUnwrap();
}

function factValue<Name extends keyof Facts>(snapshot: Snapshot, name: Name): Facts[Name] {
  const fact = snapshot.facts[name];
  if (fact?.status !== 'known') throw new Error(`${name}: ${JSON.stringify(fact)}`);
  return fact.value;
}

/** What is the same but for how absence is written. */
function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, item) => (item === null ? undefined : item)));
}

test('a live environment gives the facts that the services hold', async () => {
  const server = await serve(holdingsOf(healthy), { token: 'token-of-the-test' });
  const snapshot = await gathered(liveAdapter(server));
  for (const name of ['solutions', 'teams', 'businessUnits', 'legalEntities', 'pluginAssemblies'] as const)
    expect(withoutNulls(factValue(snapshot, name)), name).toEqual(withoutNulls(factValue(healthy, name)));
  // Maps name a table by its set; only the JSON of a configuration does, its column holds the logical name.
  const maps = factValue(healthy, 'entityMaps');
  expect(factValue(snapshot, 'runtimeConfigurations')).toEqual(
    factValue(healthy, 'runtimeConfigurations').map((row) => ({
      ...row,
      dataverseTable: maps.find(({ projectName }) => projectName?.endsWith(row.projectName ?? '?'))?.dataverseTable,
    })),
  );
  expect(factValue(snapshot, 'companies')).toEqual(factValue(healthy, 'companies'));
  expect(factValue(snapshot, 'applicationUsers')).toMatchObject(factValue(healthy, 'applicationUsers'));
  expect(factValue(snapshot, 'apiHubConnections')).toMatchObject(
    factValue(healthy, 'apiHubConnections').map(({ targetUrl, ...connection }) => connection),
  );
  expect(factValue(snapshot, 'finopsClients')).toMatchObject(
    factValue(healthy, 'finopsClients').map(({ clientId, userId }) => ({ clientId, userId, userEnabled: true })),
  );
  expect(factValue(snapshot, 'projectConfigurations')).toMatchObject(factValue(healthy, 'projectConfigurations'));
  expect(factValue(snapshot, 'dataverseEnvironment')).toEqual({
    url: 'https://127.0.0.1',
    version: '9.2.24093.00196',
    tenantId: '7e57ab1e-0000-4000-8000-000000000001',
    geography: 'Europe',
  });
  expect(factValue(snapshot, 'finopsEnvironment')).toMatchObject({
    applicationBuild: '10.0.2263.48',
    platformBuild: '7.0.7606.31',
  });
});

test('with a capture of the Dual-write page, a healthy environment is healthy', async () => {
  const server = await serve(holdingsOf(healthy));
  const capture = captureOf(healthy);
  const adapter = combineAdapters(gatewayLink(capture), liveAdapter(server, capture));
  const snapshot = await gathered(adapter);
  expect(snapshot.facts.entityMaps).toMatchObject({ status: 'known' });
  expect(snapshot.facts.entityMaps).not.toMatchObject({ coverage: 'partial' });
  expect(factValue(snapshot, 'entityMaps')).toMatchObject(
    factValue(healthy, 'entityMaps').map(({ dependsOn, ...map }) => map),
  );
  const report = evaluateSnapshot(snapshot);
  expect(report.outcomes.filter(({ status }) => status === 'inconclusive' || status === 'failed')).toEqual([]);
  expect(report.health).toBe('healthy');
});

/** The capture's link; its maps go to the Dataverse adapter. */
function gatewayLink(capture: unknown): Adapter {
  const { readers, ...adapter } = gatewayAdapter(capture);
  return { ...adapter, readers: readers.link === undefined ? {} : { link: readers.link } };
}

test('without a person or a capture the link is unknown, and so is the verdict', async () => {
  const server = await serve(holdingsOf(healthy));
  const snapshot = await gathered(liveAdapter(server));
  expect(snapshot.facts.link).toBeUndefined();
  expect(evaluateSnapshot(snapshot).health).toBe('unknown');
});

test('only reads are sent, with the columns that are needed, and never a secret one', async () => {
  const server = await serve(holdingsOf(healthy));
  const snapshot = await gathered(liveAdapter(server));
  for (const { method, path, query } of server.requests) {
    if (method === 'POST') {
      expect(path).toMatch(
        /^\/data\/DataManagementEntities\/Microsoft\.Dynamics\.DataEntities\.Get(ApplicationVersion|ApplicationBuildVersion|PlatformBuildVersion)$/,
      );
    } else {
      expect(method).toBe('GET');
      const isFunction = /\/(?:WhoAmI|msprov_\w+|(?:Microsoft\.Dynamics\.CRM\.)?Retrieve\w+)(?:\(.*)?$/.test(path);
      if (!path.startsWith('/providers') && !isFunction) expect(query.get('$select'), path).toBeTruthy();
    }
    expect(decodeURIComponent(String(query))).not.toMatch(/ConnectionString|content|fullname|email/i);
  }
  expect(JSON.stringify(snapshot)).not.toMatch(/secret|admin@|A Person|someone@/);
});

test('as many requests as pages, and never more than 40 at a time', async () => {
  const holdings = holdingsOf(healthy);
  const companies = Array.from({ length: 12_000 }, (_, index) => ({
    ...holdings.dataverse.cdm_companies?.[0],
    cdm_companyid: `c${index}`,
  }));
  const server = await serve(
    { ...holdings, dataverse: { ...holdings.dataverse, cdm_companies: companies } },
    { delayMs: 5 },
  );
  const snapshot = await gathered(liveAdapter(server));
  expect(factValue(snapshot, 'companies')).toHaveLength(12_000);
  expect(server.requests.filter(({ path }) => path.endsWith('cdm_companies'))).toHaveLength(3);
  expect(server.mostAtATime()).toBeLessThanOrEqual(40);
});

test('links to next pages may be relative', async () => {
  const server = await serve(holdingsOf(healthy), { pageSize: 2, relativeLinks: true });
  const snapshot = await gathered(liveAdapter(server));
  expect(factValue(snapshot, 'legalEntities')).toHaveLength(5);
  expect(factValue(snapshot, 'teams')).toHaveLength(5);
});

describe('facts of a person', () => {
  test('win over live ones', async () => {
    const server = await serve(holdingsOf(healthy));
    const adapter = combineAdapters(snapshotAdapter(healthy), liveAdapter(server));
    const snapshot = (await gatherSnapshot(adapter, { only: healthFactNames }))._unsafeUnwrap();
    expect(evaluateSnapshot(snapshot).health).toBe('healthy');
    expect(server.requests).toEqual([]);
  });
});

describe('the live adapters conform', () => {
  let server: LiveServer;
  beforeAll(async () => {
    server = await startLiveServer(holdingsOf(healthy), { pageSize: 3 });
  });
  afterAll(() => server.close());

  for (const [name, make] of Object.entries({
    Dataverse: () => dataverseAdapter({ url: server.url, credential }),
    'finance and operations': () => finopsAdapter({ url: server.url, credential }),
    'Power Platform': () => powerPlatformAdapter({ environmentId, url: server.url, credential }),
    'captured gateway': () => gatewayAdapter(captureOf(healthy)),
    'Dataverse, refused': () =>
      dataverseAdapter({ url: server.url, credential: { getToken: () => Promise.reject(new Error('AADSTS7000215')) } }),
  })) {
    describe(name, () => {
      for (const check of adapterChecks(make)) test(check.name, check.run);
    });
  }
});
