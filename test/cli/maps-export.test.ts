import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { parseSnapshot } from '../../src/index.js';
import { field, type MapRow, mapRow, shippedMaps } from '../support/entity-maps.js';
import { healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { type Metadata, metadataFor, withMetadata } from '../support/live-metadata.js';
import { type Fault, type LiveServer, send, startLiveServer } from '../support/live-server.js';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-export-'));
const tokens = {
  DUAL_WRITE_HEALTH_DATAVERSE_TOKEN: 'token-for-dataverse',
  DUAL_WRITE_HEALTH_FINOPS_TOKEN: 'token-for-finops',
};
let server: LiveServer | undefined;
afterEach(() => server?.close());
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...tokens },
  });
  const ended = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk: Buffer) => {
      ended[stream] += chunk.toString();
    });
  }
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...ended })));
}

const shipped = shippedMaps();
/** The first column of each table is its only key. */
const keys = Object.fromEntries(
  metadataFor(shipped).definitions.map(({ LogicalName, Attributes }) => {
    const [first] = Attributes as readonly { readonly LogicalName: string }[];
    return [String(LogicalName), [[first?.LogicalName ?? '']]];
  }),
);

async function start(rows: readonly MapRow[], metadata: Metadata = metadataFor(rows, { keys }), fault?: Fault) {
  const functions: Record<string, unknown> = { ...holdingsOf(healthySnapshot()).functions };
  const holdings = { ...withMetadata(holdingsOf(healthySnapshot()), rows, metadata), functions };
  server = await startLiveServer(holdings, fault ? { fault } : {});
  functions.RetrieveFinanceAndOperationsIntegrationDetails = { Url: `${server.url}/`, TenantId: null };
  return { url: server.url, functions };
}

const exported = (url: string, ...more: readonly string[]) =>
  run('maps', 'export', '--dataverse', url, '--auth', 'token', ...more);
const refusing =
  (path: RegExp): Fault =>
  (asked, response) => {
    if (!path.test(asked.path)) return false;
    send(response, 403, {});
    return true;
  };

describe('maps export', () => {
  test('writes a snapshot of maps and metadata, and ends with 0', async () => {
    const { url } = await start(shipped);
    const { status, stdout, stderr } = await exported(url, '-o', 'maps.json');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(/^found: tenant /);
    const snapshot = parseSnapshot(JSON.parse(readFileSync(join(folder, 'maps.json'), 'utf8')))._unsafeUnwrap();
    expect(Object.keys(snapshot.facts)).toEqual(['mapDefinitions', 'tableMetadata']);
    const { mapDefinitions } = snapshot.facts;
    expect(mapDefinitions?.status === 'known' && mapDefinitions.value.map(({ mapping }) => mapping)).toEqual(
      shipped.map(({ msdyn_mapping }) => msdyn_mapping),
    );
  });
  test('lint on it comes to a conclusion, as does check', async () => {
    const { url } = await start(shipped);
    await exported(url, '-o', 'maps.json');
    const statuses = ({ stdout }: Ended) =>
      JSON.parse(stdout).outcomes.map(({ code, status }: { code: string; status: string }) => `${code} ${status}`);
    const lint = await run('maps', 'lint', 'maps.json', '--format', 'json');
    expect(statuses(lint).filter((outcome: string) => /inconclusive|skipped|errored/.test(outcome))).toEqual([]);
    const { environment, takenAt } = JSON.parse(lint.stdout);
    expect({ environment, takenAt }).toEqual({
      environment: { name: new URL(url).host },
      takenAt: JSON.parse(readFileSync(join(folder, 'maps.json'), 'utf8')).takenAt,
    });
    const check = await run('check', 'maps.json', '--validator', 'map-design', '--format', 'json');
    expect(statuses(check)).toEqual(statuses(lint));
    expect(check.status).toBe(lint.status);
  });
  test('so does check itself, live', async () => {
    const { url } = await start(shipped);
    const { stdout, stderr } = await run(
      ...['check', '--dataverse', url, '--auth', 'token', '--validator', 'map-design', '--format', 'json'],
    );
    expect(stderr).toContain('tableMetadata: read\n');
    const { totals } = JSON.parse(stdout);
    expect(totals.inconclusive).toBe(0);
  });
  test('what lint finds is what is wrong: a field that no table has', async () => {
    const rows = [mapRow('accounts', 'Customers V3', { fields: [field('CUSTOMERACCOUNT', 'accountnumber')] })];
    const renamed = [mapRow('accounts', 'Customers V3', { fields: [field('CUSTOMERACCOUNT', 'accountnumbr')] })];
    const { url } = await start(renamed, metadataFor(rows, { keys: { account: [['accountnumber']] } }));
    expect((await exported(url, '-o', 'wrong.json')).status).toBe(0);
    const { status, stdout } = await run('maps', 'lint', 'wrong.json');
    expect(status).toBe(1);
    expect(stdout).toContain('names destination fields that its tables do not have: accountnumbr');
    expect(stdout).toContain('has no mapping for fields of its integration key: accountnumber');
  });
  test('mail addresses in a map do not leave the environment', async () => {
    const rows = [mapRow('accounts', 'Customers V3', { reversedSourceFilter: "emailaddress1 eq 'jane@contoso.com'" })];
    const { url } = await start(rows);
    const { stdout, stderr } = await exported(url);
    expect(stdout + stderr).not.toMatch(/jane@|token-for/);
    expect(parseSnapshot(JSON.parse(stdout)).isOk()).toBe(true);
  });
});

describe('what is not read ends with 2', () => {
  test.each<[string, RegExp, string]>([
    [
      'the metadata of finance and operations',
      /^\/metadata\//,
      'tableMetadata: finance and operations could not be read (403: ',
    ],
    ['the metadata of Dataverse', /EntityDefinitions/, 'tableMetadata: Dataverse could not be read (403: '],
    ['saved maps', /entitymaps/, 'mapDefinitions: not read (not-permitted)'],
  ])('%s', async (_name, path, said) => {
    const { url } = await start(shipped, undefined, refusing(path));
    const { status, stdout, stderr } = await exported(url);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect(parseSnapshot(JSON.parse(stdout)).isOk()).toBe(true);
  });
  test('one side, where Dataverse tells of no other: the file says what is there', async () => {
    const { url, functions } = await start(shipped);
    delete functions.RetrieveFinanceAndOperationsIntegrationDetails;
    const { status, stdout, stderr } = await exported(url);
    expect(status).toBe(2);
    expect(stderr).toContain('not found: finance and operations (name it with --finops)');
    const { mapDefinitions, tableMetadata } = JSON.parse(stdout).facts;
    expect([mapDefinitions.status, tableMetadata.status]).toEqual(['known', 'known']);
  });
  test('--finops names the other side', async () => {
    const { url, functions } = await start(shipped);
    delete functions.RetrieveFinanceAndOperationsIntegrationDetails;
    expect((await exported(url, '--finops', url)).status).toBe(0);
  });
  test('no saved map is a whole answer', async () => {
    const { url } = await start([]);
    const { status, stdout } = await exported(url);
    expect(JSON.parse(stdout).facts.mapDefinitions).toEqual({ status: 'known', value: [] });
    expect(status).toBe(0);
  });
});

describe('what cannot run ends with 3', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['no address', ['maps', 'export'], /--dataverse/],
    ['plain http elsewhere', ['maps', 'export', '--dataverse', 'http://10.0.0.1', '--auth', 'token'], /not https/],
    ['a snapshot without maps', ['maps', 'lint', 'health.json'], /holds no saved maps: expected mapDefinitions/],
    ['two snapshots', ['maps', 'lint', 'health.json', 'health.json'], /second snapshot/],
  ])('%s', async (_name, args, complaint) => {
    writeFileSync(join(folder, 'health.json'), JSON.stringify(healthySnapshot()));
    const { status, stdout, stderr } = await run(...args);
    expect(stderr).toMatch(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  });
});

test('a snapshot in which the maps are not known is unknown, not clean', async () => {
  const facts = { mapDefinitions: { status: 'unknown', reason: 'not-permitted' } };
  writeFileSync(join(folder, 'unknown.json'), JSON.stringify({ ...healthySnapshot(), facts }));
  const { status, stdout } = await run('maps', 'lint', 'unknown.json');
  expect(status).toBe(2);
  expect(stdout).toContain('mapDefinitions is not known (not-permitted)');
});

test('--metadata wins over what the snapshot knows of tables', async () => {
  const { url } = await start([mapRow('accounts', 'Customers V3', { fields: [field('A', 'name')] })]);
  await exported(url, '-o', 'one.json');
  writeFileSync(join(folder, 'tables.json'), JSON.stringify([{ side: 'dataverse', name: 'accounts', columns: [] }]));
  const { stdout } = await run('maps', 'lint', 'one.json', '--metadata', 'tables.json', '--only', 'DIPV1025');
  expect(stdout).toContain('names destination fields that its tables do not have: name');
});
