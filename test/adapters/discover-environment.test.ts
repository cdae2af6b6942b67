import { afterEach, describe, expect, test } from 'vitest';
import { fitFinopsOrigin } from '../../src/adapters/finops/found-address.js';
import { dataverseAdapter, discoverEnvironment, finopsAdapter } from '../../src/adapters/index.js';
import { powerPlatformOf } from '../../src/adapters/power-platform/clouds.js';
import { type Fact, type Facts, gatherSnapshot } from '../../src/index.js';
import { environmentId, healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { type Fault, type Holdings, type LiveServer, send, startLiveServer } from '../support/live-server.js';

const credential = { getToken: async () => ({ token: 'for-dataverse', expiresOnTimestamp: Date.now() + 3_600_000 }) };
const retry = { maxRetries: 0 };
const tenantId = '7e57ab1e-0000-4000-8000-000000000001';
const microsofts = 'https://contoso.operations.dynamics.com';

let server: LiveServer | undefined;
afterEach(() => server?.close());

async function start(changes: Partial<Holdings> = {}, fault?: Fault): Promise<LiveServer> {
  const holdings = { ...holdingsOf(healthySnapshot()), ...functions({}), ...changes };
  server = await startLiveServer(holdings, fault ? { fault } : {});
  return server;
}

const organization = {
  FriendlyName: 'Contoso UAT',
  UniqueName: 'unq0001',
  TenantId: tenantId,
  EnvironmentId: environmentId,
  Geo: 'EMEA',
};

/** The functions of a healthy environment, some of them changed; `undefined` for one that is not installed. */
function functions(changes: Readonly<Record<string, unknown>>): Pick<Holdings, 'functions'> {
  const all = {
    RetrieveVersion: { Version: '9.2.24093.196' },
    RetrieveCurrentOrganization: { Detail: organization },
    RetrieveFinanceAndOperationsIntegrationDetails: { Id: 'f', Url: `${microsofts}/`, TenantId: tenantId },
    ...changes,
  };
  return { functions: Object.fromEntries(Object.entries(all).filter(([, answer]) => answer !== undefined)) };
}

function detail(changes: object): Pick<Holdings, 'functions'> {
  return functions({ RetrieveCurrentOrganization: { Detail: { ...organization, ...changes } } });
}

function finopsAt(Url: unknown): Pick<Holdings, 'functions'> {
  return functions({ RetrieveFinanceAndOperationsIntegrationDetails: { Id: 'f', Url, TenantId: null } });
}

const answering =
  (name: string, status: number, body: unknown): Fault =>
  ({ path }, response) => {
    if (!path.includes(name)) return false;
    send(response, status, body);
    return true;
  };

async function discover(url: string) {
  return discoverEnvironment({ url, credential, retry });
}

describe('what Dataverse tells', () => {
  test('tenant, environment id, geography and finance and operations, with two requests', async () => {
    const { url, requests } = await start();
    expect(await discover(url)).toEqual({
      tenantId,
      environmentId,
      geography: 'EMEA',
      finops: { url: microsofts, tenantId },
      notFound: [],
    });
    expect(requests.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      "GET /api/data/v9.2/RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')",
      'GET /api/data/v9.2/RetrieveFinanceAndOperationsIntegrationDetails',
    ]);
  });
  test('no name of an organization or a person', async () => {
    const { url } = await start();
    expect(JSON.stringify(await discover(url))).not.toMatch(/Contoso UAT|unq0001/);
  });
  test.each([
    ['NA', 'NA'],
    ['GBR', 'GBR'],
    ['EMEA', 'EMEA'],
    ['Europe', 'Europe'],
    ['XYZ', undefined],
    ['', undefined],
    [null, undefined],
    ['123', undefined],
  ])('the geography %j is %j: a code that cannot be compared says nothing', async (Geo, geography) => {
    const { url } = await start(detail({ Geo }));
    expect((await discover(url)).geography).toBe(geography);
  });
  test.each([null, '', ' ', '00000000-0000-0000-0000-000000000000', 'a tenant', '\u001b[31m'])(
    '%j is not an id',
    async (id) => {
      const { url } = await start(detail({ TenantId: id, EnvironmentId: id }));
      const { tenantId: tenant, environmentId: environment } = await discover(url);
      expect([tenant, environment]).toEqual([undefined, undefined]);
    },
  );
  test('the id of a default environment is an id', async () => {
    const { url } = await start(detail({ EnvironmentId: 'Default-00000000-0000-0000-0000-000000000001' }));
    expect((await discover(url)).environmentId).toBe('Default-00000000-0000-0000-0000-000000000001');
  });
});

describe('what Dataverse does not tell', () => {
  const none = 'the Power Platform integration connects none to this Dataverse environment';
  test('400 says that there is no finance and operations environment', async () => {
    const { url } = await start(
      {},
      answering('IntegrationDetails', 400, { error: { code: '0x80040216', message: 'not linked' } }),
    );
    expect(await discover(url)).toMatchObject({ finops: undefined, notFound: [{ what: 'finops', because: none }] });
  });
  test('so does a function that is not there, and a blank address', async () => {
    const { url } = await start(functions({ RetrieveFinanceAndOperationsIntegrationDetails: undefined }));
    expect((await discover(url)).notFound).toEqual([{ what: 'finops', because: none }]);
    await server?.close();
    const blank = await start(finopsAt(' '));
    expect((await discover(blank.url)).notFound).toEqual([{ what: 'finops', because: none }]);
  });
  test('403 says no such thing', async () => {
    const { url } = await start({}, answering('IntegrationDetails', 403, {}));
    const { notFound } = await discover(url);
    expect(notFound[0]?.because).toMatch(/^403: /);
  });
  test('an organization that is not told leaves finance and operations as it is', async () => {
    const { url } = await start(functions({ RetrieveCurrentOrganization: { Detail: null } }));
    const found = await discover(url);
    expect(found.tenantId).toBeUndefined();
    expect(found.finops?.url).toBe(microsofts);
    expect(found.notFound.map(({ what }) => what)).toEqual(['dataverse']);
  });
});

describe('the address of finance and operations is untrusted', () => {
  const dataverse = 'https://contoso.crm4.dynamics.com';
  test.each([
    ['https://contoso.operations.dynamics.com/', 'https://contoso.operations.dynamics.com'],
    [
      'https://contoso.sandbox.operations.eu.dynamics.com/path?x=1',
      'https://contoso.sandbox.operations.eu.dynamics.com',
    ],
    ['https://contosoaos.cloudax.dynamics.com', 'https://contosoaos.cloudax.dynamics.com'],
    ['https://contoso.operations.dynamics.cn', 'https://contoso.operations.dynamics.cn'],
    ['https://contoso.operations.microsoftdynamics.us', 'https://contoso.operations.microsoftdynamics.us'],
    ['http://contoso.operations.dynamics.com', undefined],
    ['https://user:password@contoso.operations.dynamics.com', undefined],
    ['https://contoso.operations.dynamics.com.evil.example', undefined],
    ['https://evil.example/contoso.operations.dynamics.com', undefined],
    ['https://dynamics.com.', undefined],
    ['https://evildynamics.com', undefined],
    ['http://127.0.0.1:8080', undefined],
    ['https://localhost', undefined],
    ['javascript:alert(1)', undefined],
    ['contoso.operations.dynamics.com', undefined],
  ])('%s becomes %s', (told, fit) => expect(fitFinopsOrigin(told, dataverse)).toBe(fit));
  test('this machine, beside a Dataverse environment on this machine', () => {
    expect(fitFinopsOrigin('http://127.0.0.1:8080/', 'http://127.0.0.1:9090')).toBe('http://127.0.0.1:8080');
    expect(fitFinopsOrigin('http://evil.example/', 'http://127.0.0.1:9090')).toBeUndefined();
  });
  test('one that no token may be sent to is named, and not passed on', async () => {
    const { url } = await start(finopsAt('https://evil.example/?token=secret'));
    const found = await discover(url);
    expect(found.finops).toBeUndefined();
    expect(found.notFound[0]?.because).toMatch(/^Dataverse reports evil\.example, which is not an https address/);
    expect(JSON.stringify(found)).not.toContain('secret');
  });
});

test.each([
  ['https://contoso.crm4.dynamics.com', 'https://api.powerapps.com'],
  ['https://contoso.crm.dynamics.com/', 'https://api.powerapps.com'],
  ['https://contoso.api.crm9.dynamics.com', 'https://gov.api.powerapps.us'],
  ['https://contoso.crm.microsoftdynamics.us', 'https://high.api.powerapps.us'],
  ['https://contoso.crm.appsplatform.us', 'https://api.apps.appsplatform.us'],
  ['https://contoso.crm.dynamics.cn', 'https://api.powerapps.cn'],
  ['https://crm.dynamics.com.evil.example', undefined],
  ['http://127.0.0.1:1', undefined],
])('the Power Platform of %s is %s', (dataverse, platform) => expect(powerPlatformOf(dataverse)).toBe(platform));

describe('the facts of the environments', () => {
  type Environment = 'dataverseEnvironment' | 'finopsEnvironment';
  async function read<Name extends Environment>(
    adapter: Parameters<typeof gatherSnapshot>[0],
    name: Name,
  ): Promise<Fact<Facts[Name]> | undefined> {
    return (await gatherSnapshot(adapter, { only: [name] }))._unsafeUnwrap().facts[name];
  }

  test('Dataverse tells its tenant and geography', async () => {
    const { url } = await start();
    expect(await read(dataverseAdapter({ url, credential, retry }), 'dataverseEnvironment')).toEqual({
      status: 'known',
      value: { url, version: '9.2.24093.196', tenantId, geography: 'EMEA' },
    });
  });
  test('what was found is not asked for again', async () => {
    const { url, requests } = await start();
    const found = await discover(url);
    const fact = await read(dataverseAdapter({ url, credential, retry, found }), 'dataverseEnvironment');
    expect(fact).toMatchObject({ value: { tenantId, geography: 'EMEA' } });
    expect(requests.filter(({ path }) => path.includes('RetrieveCurrentOrganization'))).toHaveLength(1);
  });
  test('without the function, the version and the address stay known', async () => {
    const { url } = await start(functions({ RetrieveCurrentOrganization: undefined }));
    const fact = await read(dataverseAdapter({ url, credential, retry }), 'dataverseEnvironment');
    expect(fact).toEqual({ status: 'known', value: { url, version: '9.2.24093.196' } });
  });

  const application = { applicationversion: '10.0.1985.137', platformversion: '7.0.7521.60' };
  const noActions = { actions: {} };
  /** Finance and operations on this machine, next to a Dataverse on this machine that reports it. */
  async function startBeside(changes: Partial<Holdings> = {}, told: object = {}): Promise<LiveServer> {
    const answers = {
      RetrieveFinanceAndOperationsIntegrationDetails: { Url: 'http://127.0.0.1/', TenantId: 'tenant-of-finops' },
      msprov_getfinopsapplicationdetails: application,
      ...told,
    };
    return start({ ...changes, ...functions(answers) });
  }
  const adapterOf = (url: string) => finopsAdapter({ url, credential, retry, dataverse: { url, credential, retry } });

  test('finance and operations tells its versions, Dataverse its tenant', async () => {
    const { url, requests } = await startBeside({
      actions: { GetApplicationVersion: '10.0.2263.48', GetPlatformBuildVersion: '7.0.7606.45' },
    });
    const fact = await read(adapterOf(url), 'finopsEnvironment');
    expect(fact).toMatchObject({ value: { url, applicationBuild: '10.0.2263.48', tenantId: 'tenant-of-finops' } });
    expect(requests.some(({ path }) => path.includes('msprov_'))).toBe(false);
  });
  test('where it does not answer the version actions, Dataverse tells the builds', async () => {
    const { url, requests } = await startBeside(noActions);
    expect(await read(adapterOf(url), 'finopsEnvironment')).toEqual({
      status: 'known',
      value: {
        url,
        applicationBuild: '10.0.1985.137',
        platformBuild: '7.0.7521.60',
        tenantId: 'tenant-of-finops',
      },
    });
    expect(requests.some(({ path }) => path.includes('getfnoversiondetails'))).toBe(false);
  });
  test('a release is a release, and the release of a platform is not its build', async () => {
    const released = { applicationversion: '10.0.44', platformversion: '10.0.44.3' };
    const { url } = await startBeside(noActions, { msprov_getfinopsapplicationdetails: released });
    const fact = await read(adapterOf(url), 'finopsEnvironment');
    expect(fact).toMatchObject({ value: { applicationRelease: '10.0.44', platformBuild: undefined } });
  });
  test('a service that only lists available updates tells no build', async () => {
    const updates = { msprov_getfnoversiondetails: { value: [{ version: '10.0.45' }] } };
    const { url } = await startBeside(noActions, {
      ...updates,
      msprov_getfinopsapplicationdetails: undefined,
    });
    expect(await read(adapterOf(url), 'finopsEnvironment')).toMatchObject({ status: 'unknown', reason: 'not-found' });
  });
  test('what Dataverse reports about another finance and operations environment is not used', async () => {
    const another = { Url: microsofts, TenantId: 'tenant-of-another' };
    const { url, requests } = await startBeside(noActions, {
      RetrieveFinanceAndOperationsIntegrationDetails: another,
    });
    expect(await read(adapterOf(url), 'finopsEnvironment')).toMatchObject({ status: 'unknown', reason: 'not-found' });
    expect(requests.some(({ path }) => path.includes('msprov_'))).toBe(false);
  });
  test('without a Dataverse environment beside it, nothing is asked there', async () => {
    const { url, requests } = await startBeside(noActions);
    const fact = await read(finopsAdapter({ url, credential, retry }), 'finopsEnvironment');
    expect(fact).toMatchObject({ status: 'unknown', reason: 'not-found' });
    expect(requests.filter(({ path }) => path.startsWith('/api/'))).toEqual([]);
  });
});
