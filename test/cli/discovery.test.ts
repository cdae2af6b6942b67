import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { environmentId, healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { type Fault, type Holdings, type LiveServer, send, startLiveServer } from '../support/live-server.js';

// The built command line, given one address. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-discovery-'));
const tokens = {
  DUAL_WRITE_HEALTH_DATAVERSE_TOKEN: 'token-for-dataverse',
  DUAL_WRITE_HEALTH_FINOPS_TOKEN: 'token-for-finops',
  DUAL_WRITE_HEALTH_POWER_PLATFORM_TOKEN: 'token-for-power-platform',
};
const tenantId = '7e57ab1e-0000-4000-8000-000000000001';
const servers: LiveServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(holdings: Holdings, fault?: Fault): Promise<LiveServer> {
  const server = await startLiveServer(holdings, fault ? { fault } : {});
  servers.push(server);
  return server;
}

/** Dataverse, and the finance and operations environment that it tells of, each at an address of its own. */
async function startBoth({ change = (holdings) => holdings, fault, told = {} }: Both = {}) {
  const holdings = holdingsOf(healthySnapshot());
  const finops = await start({ ...holdings, dataverse: {} }, fault);
  const functions = {
    ...holdings.functions,
    RetrieveFinanceAndOperationsIntegrationDetails: { Id: 'f', Url: `${finops.url}/`, TenantId: tenantId },
    ...told,
  };
  const dataverse = await start(change({ ...holdings, finops: {}, functions }), fault);
  return { dataverse, finops };
}

interface Both {
  readonly change?: (holdings: Holdings) => Holdings;
  readonly fault?: Fault;
  readonly told?: Readonly<Record<string, unknown>>;
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = tokens): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  const ended = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk: Buffer) => {
      ended[stream] += chunk.toString();
    });
  }
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...ended })));
}

const check = (url: string, ...more: readonly string[]) =>
  run(['check', '--dataverse', url, '--auth', 'token', ...more]);
const factsOf = ({ stdout }: Ended) => JSON.parse(stdout).facts;

describe('one address', () => {
  test('finds the rest, says so first, and reads both sides', async () => {
    const { dataverse, finops } = await startBoth();
    const { stderr, stdout } = await check(dataverse.url, '--format', 'json');
    const [first, ...others] = stderr.split('\n');
    expect(first).toBe(
      `found: tenant ${tenantId}, environment id ${environmentId}, geography EMEA, finance and operations ${finops.url}`,
    );
    expect(others).toContain('legalEntities: read');
    expect(JSON.parse(stdout).facts).toMatchObject({
      dataverseEnvironment: { status: 'known' },
      finopsEnvironment: { status: 'known' },
      legalEntities: { status: 'known' },
      companies: { status: 'known' },
      link: { status: 'unknown', reason: 'not-provided' },
    });
  });
  test('what it finds becomes facts, and no link', async () => {
    const { dataverse } = await startBoth();
    const captured = factsOf(await run(['capture', '--dataverse', dataverse.url, '--auth', 'token']));
    expect(captured.dataverseEnvironment.value).toMatchObject({ tenantId, geography: 'EMEA' });
    expect(captured.finopsEnvironment.value).toMatchObject({ tenantId });
    expect(captured.link).toBeUndefined();
    expect(JSON.stringify(captured)).not.toMatch(/Contoso UAT|unq0001/);
  });
  test('each service gets its own token, and finance and operations never that of Dataverse', async () => {
    const { dataverse, finops } = await startBoth();
    await check(dataverse.url);
    const tokensAt = ({ requests }: LiveServer) => [...new Set(requests.map(({ headers }) => headers.authorization))];
    expect(tokensAt(dataverse)).toEqual(['Bearer token-for-dataverse']);
    expect(tokensAt(finops)).toEqual(['Bearer token-for-finops']);
  });
  test('nothing is asked twice', async () => {
    const { dataverse } = await startBoth();
    await check(dataverse.url);
    const asked = dataverse.requests.map(({ path }) => path);
    for (const name of ['RetrieveCurrentOrganization', 'RetrieveFinanceAndOperationsIntegrationDetails']) {
      expect(asked.filter((path) => path.includes(name))).toHaveLength(1);
    }
  });
  test('nothing is looked for that no rule needs', async () => {
    const { dataverse } = await startBoth();
    const { stderr } = await check(dataverse.url, '--only', 'DWDVEV9001');
    expect(stderr).toBe('solutions: read\n');
    expect(dataverse.requests.some(({ path }) => path.includes('RetrieveCurrentOrganization'))).toBe(false);
  });
  test('finance and operations that does not answer the version actions is known by Dataverse', async () => {
    const application = { applicationversion: '10.0.2263.48', platformversion: '7.0.7606.45' };
    const { dataverse } = await startBoth({
      told: { msprov_getfinopsapplicationdetails: application },
      fault: ({ method }, response) => {
        if (method !== 'POST') return false;
        send(response, 403, {});
        return true;
      },
    });
    const captured = factsOf(await run(['capture', '--dataverse', dataverse.url, '--auth', 'token']));
    expect(captured.finopsEnvironment.value).toMatchObject({
      applicationBuild: '10.0.2263.48',
      platformBuild: '7.0.7606.45',
    });
  });
  test('a token that there is none of costs the facts of its service only', async () => {
    const { dataverse, finops } = await startBoth();
    const { DUAL_WRITE_HEALTH_DATAVERSE_TOKEN } = tokens;
    const { stdout } = await run(['check', '--dataverse', dataverse.url, '--auth', 'token', '--format', 'json'], {
      DUAL_WRITE_HEALTH_DATAVERSE_TOKEN,
    });
    expect(JSON.parse(stdout).facts).toMatchObject({
      companies: { status: 'known' },
      legalEntities: { status: 'unknown', reason: 'not-permitted' },
    });
    expect(finops.requests).toEqual([]);
  });
});

describe('what a person names wins', () => {
  test('--finops', async () => {
    const { dataverse, finops } = await startBoth({
      told: { RetrieveFinanceAndOperationsIntegrationDetails: { Url: 'https://other.operations.dynamics.com' } },
    });
    const { stderr } = await check(dataverse.url, '--finops', finops.url);
    expect(stderr).toContain(
      'finance and operations https://other.operations.dynamics.com (--finops names another, which is read instead)',
    );
    expect(stderr).toContain('legalEntities: read\n');
  });
  test('--environment-id', async () => {
    const { dataverse } = await startBoth();
    const { stderr } = await check(
      dataverse.url,
      '--environment-id',
      '00000000-0000-0000-0000-00000000000b',
      '--power-platform',
      dataverse.url,
    );
    expect(stderr).toContain(`environment id ${environmentId} (--environment-id names another, which is read instead)`);
    const platform = dataverse.requests.map(({ path }) => path).filter((path) => path.startsWith('/providers/'));
    expect(platform.every((path) => path.includes('00000000-0000-0000-0000-00000000000b'))).toBe(true);
  });
});

describe('what Dataverse does not tell', () => {
  const none = { RetrieveFinanceAndOperationsIntegrationDetails: undefined };

  test('without finance and operations, the rest is read', async () => {
    const { dataverse, finops } = await startBoth({ told: none });
    const { stderr } = await check(dataverse.url);
    expect(stderr).toContain(
      'not found: finance and operations (name it with --finops): the Power Platform integration connects none',
    );
    expect(stderr).toContain('companies: read\n');
    expect(finops.requests).toEqual([]);
  });
  test('with --finops, nobody misses it', async () => {
    const { dataverse, finops } = await startBoth({ told: none });
    expect((await check(dataverse.url, '--finops', finops.url)).stderr).not.toContain('not found');
  });
  test('both functions missing: the facts are read, and nothing is made up', async () => {
    const { dataverse } = await startBoth({ told: { ...none, RetrieveCurrentOrganization: undefined } });
    const ended = await run(['capture', '--dataverse', dataverse.url, '--auth', 'token']);
    expect(ended.stderr).toContain('not found: tenant, environment id and geography: 404');
    expect(factsOf(ended).dataverseEnvironment.value).not.toHaveProperty('tenantId');
    expect(factsOf(ended).companies.status).toBe('known');
  });
  test('an address that no token may be sent to is not read', async () => {
    const { dataverse } = await startBoth({
      told: { RetrieveFinanceAndOperationsIntegrationDetails: { Url: 'https://evil.invalid/\u001b[2J' } },
    });
    const { stderr, stdout } = await check(dataverse.url, '--format', 'json');
    expect(stderr).toContain('Dataverse reports evil.invalid, which is not an https address of Microsoft');
    expect(stderr).not.toContain('\u001b');
    expect(JSON.parse(stdout).facts.legalEntities).toMatchObject({ reason: 'not-provided' });
  });
  test('a discovery that hangs ends with the time of the readers', async () => {
    writeFileSync(join(folder, 'dual-write-health.config.json'), JSON.stringify({ timeoutMs: 1_500 }));
    const { dataverse } = await startBoth({ fault: ({ path }) => path.includes('RetrieveCurrentOrganization') });
    const { stderr, status } = await check(dataverse.url);
    rmSync(join(folder, 'dual-write-health.config.json'));
    expect(stderr).toContain('not found: tenant, environment id and geography');
    expect(stderr).toContain('companies: read\n');
    expect(status).toBe(2);
  });
});

describe('the Power Platform', () => {
  test('is asked with the found id for connections alone where Dataverse told the rest', async () => {
    const { dataverse } = await startBoth();
    const { stderr } = await check(dataverse.url, '--power-platform', dataverse.url);
    expect(stderr).toContain('apiHubConnections: read\n');
    const platform = dataverse.requests.map(({ path }) => path).filter((path) => path.startsWith('/providers/'));
    expect(platform).toEqual([`/providers/Microsoft.PowerApps/scopes/admin/environments/${environmentId}/connections`]);
  });
  test('tells tenant and geography where Dataverse does not', async () => {
    const { dataverse } = await startBoth({
      told: { RetrieveCurrentOrganization: { Detail: { EnvironmentId: environmentId, TenantId: null, Geo: null } } },
    });
    const ended = await run([
      'capture',
      '--dataverse',
      dataverse.url,
      '--power-platform',
      dataverse.url,
      '--auth',
      'token',
    ]);
    expect(factsOf(ended).dataverseEnvironment.value).toMatchObject({ tenantId, version: '9.2.24093.00196' });
    expect(factsOf(ended).dataverseEnvironment.value.geography).toMatch(/europe/i);
  });
  test('is not asked where nobody knows which cloud the address belongs to', async () => {
    const { dataverse } = await startBoth();
    const { stdout } = await check(dataverse.url, '--format', 'json');
    expect(JSON.parse(stdout).facts.apiHubConnections).toMatchObject({ reason: 'not-provided' });
  });
});

describe('the link', () => {
  test('the report ends with the command that completes it, and that command does', async () => {
    const { dataverse } = await startBoth();
    const first = await check(dataverse.url);
    const command = first.stdout.trimEnd().split('\n').at(-1);
    expect(first.stdout).toMatch(/compare them with the Dual-write page.*\s+dual-write-health check [^\n]*\n$/);
    expect(command?.trim()).toBe(
      `dual-write-health check --dataverse ${dataverse.url} --auth token --legal-entities USMF,DEMF,GBSI,USRT`,
    );
    const second = await run(command?.trim().split(' ').slice(1) ?? []);
    expect(second.stdout).not.toContain('The link fact is not known');
    expect(second.stdout).not.toContain('--legal-entities');
  });
  test('codes that a shell would not take as they are are left out, whatever the format', async () => {
    const { dataverse } = await startBoth({
      change: (holdings) => ({
        ...holdings,
        dataverse: {
          ...holdings.dataverse,
          cdm_companies: (holdings.dataverse.cdm_companies ?? []).map((row, index) =>
            index === 0 ? { ...row, cdm_companycode: '$(touch pwned)`<b>' } : row,
          ),
        },
      }),
    });
    for (const format of ['pretty', 'markdown', 'html']) {
      const { stdout } = await check(dataverse.url, '--format', format);
      expect(stdout).toMatch(/--legal-entities DEMF\b/);
      expect(stdout).not.toContain('touch pwned');
    }
  });
  test('a saved snapshot is completed in the same way', async () => {
    const { link: _, ...facts } = healthySnapshot().facts;
    writeFileSync(join(folder, 'without link.json'), JSON.stringify({ ...healthySnapshot(), facts }));
    const { stdout } = await run(['check', 'without link.json']);
    expect(stdout.trimEnd().split('\n').at(-1)?.trim()).toBe(
      "dual-write-health check 'without link.json' --legal-entities USMF,DEMF,GBSI,USRT",
    );
  });
  test('where the link is known, nothing is proposed', async () => {
    writeFileSync(join(folder, 'whole.json'), JSON.stringify(healthySnapshot()));
    const { stdout } = await run(['check', 'whole.json']);
    expect(stdout).not.toContain('--legal-entities');
  });
});
