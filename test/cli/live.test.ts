import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseReport, parseSnapshot } from '../../src/index.js';
import { captureOf, environmentId, healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { type Fault, type LiveServer, send, startLiveServer } from '../support/live-server.js';

// The built command line against a server on loopback. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-live-'));
const token = 'token-of-the-test';
const tokens = {
  DUAL_WRITE_HEALTH_DATAVERSE_TOKEN: token,
  DUAL_WRITE_HEALTH_FINOPS_TOKEN: token,
  DUAL_WRITE_HEALTH_POWER_PLATFORM_TOKEN: token,
};
const healthy = healthySnapshot();
let server: LiveServer;
let fault: Fault | undefined;

beforeAll(async () => {
  server = await startLiveServer(holdingsOf(healthy), { token, fault: (...args) => fault?.(...args) ?? false });
  file('gateway.json', captureOf(healthy));
  const { link, entityMaps } = healthy.facts;
  file('facts.json', { schemaVersion: 1, facts: { link, entityMaps } });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs without blocking: the server lives in this process. `onOutput` sees what stderr shows as it comes. */
function run(
  args: readonly string[],
  { env = tokens as Record<string, string>, onStderr = (_text: string, _stop: () => void) => {} } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    onStderr(stderr, () => child.kill('SIGINT'));
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}

const live = (url = server.url) => [
  '--dataverse',
  url,
  '--finops',
  url,
  '--environment-id',
  environmentId,
  '--power-platform',
  url,
  '--auth',
  'token',
];

describe('check', () => {
  test('a healthy environment with the facts of a person ends with 0', async () => {
    const { status, stdout } = await run(['check', ...live(), '--with', 'facts.json']);
    expect(stdout).toMatch(/^HEALTHY {2}127\.0\.0\.1/);
    expect(status).toBe(0);
  });
  test('so it does with a capture', async () => {
    const { status, stdout } = await run(['check', ...live(), '--gateway', 'gateway.json']);
    expect(stdout).toMatch(/^HEALTHY/);
    expect(status).toBe(0);
  });
  test('without either, it is unknown and says what is missing and how to supply it', async () => {
    const { status, stdout, stderr } = await run(['check', ...live()]);
    expect(status).toBe(2);
    expect(stdout).toMatch(/^UNKNOWN/);
    expect(stdout).toContain('The link fact is not known (not-provided)');
    expect(stdout).toContain('--gateway');
    expect(stderr).toContain('teams: read\n');
    expect(stderr).toContain('entityMaps: read in part\n');
  });
  /** How far the caller sees decides what an empty list means. */
  const isOfTheCaller = (path: string) => /\/WhoAmI$|PrivilegesByNames/.test(path);
  test('only what the rules look at is read', async () => {
    const before = server.requests.length;
    const { status } = await run(['check', ...live(), '--with', 'facts.json', '--only', 'DWDVEV1003']);
    expect(status).toBe(0);
    const paths = server.requests.slice(before).map(({ path }) => path);
    const [ofTheCaller, ofTheFact] = [paths.filter(isOfTheCaller), paths.filter((path) => !isOfTheCaller(path))];
    expect(ofTheFact).toEqual(['/api/data/v9.2/cdm_companies']);
    expect(ofTheCaller).toHaveLength(2);
  });
  test('JSON is on stdout alone, and a token nowhere', async () => {
    const { stdout, stderr } = await run(['check', ...live(), '--format', 'json']);
    expect(parseReport(JSON.parse(stdout)).isOk()).toBe(true);
    expect(stdout + stderr).not.toContain(token);
  });
  test('a token that is refused is no verdict', async () => {
    const env = { ...tokens, DUAL_WRITE_HEALTH_DATAVERSE_TOKEN: 'secret-of-somebody' };
    const { status, stdout, stderr } = await run(['check', ...live(), '--with', 'facts.json'], { env });
    expect(status).toBe(2);
    expect(stdout).toContain('solutions is not known (not-permitted');
    expect(stdout + stderr).toContain('Dataverse does not accept the token');
    expect(stdout + stderr).not.toContain('secret-of-somebody');
  });
  test('a capture over a saved snapshot', async () => {
    file('halved.json', { ...healthy, facts: { ...healthy.facts, link: undefined } });
    expect((await run(['check', 'halved.json'])).status).toBe(2);
    expect((await run(['check', 'halved.json', '--gateway', 'gateway.json'])).status).toBe(0);
  });
});

describe('what cannot run ends with 3, one line, and nothing on stdout', () => {
  test.each<[string, () => readonly string[], RegExp, Record<string, string>?]>([
    [
      'no token',
      () => ['check', ...live()],
      /--auth token: expected an access token in DUAL_WRITE_HEALTH_DATAVERSE_TOKEN and/,
      {},
    ],
    [
      'plain http elsewhere',
      () => ['check', '--dataverse', 'http://10.0.0.1', '--auth', 'token'],
      /--dataverse: the address is not https/,
    ],
    ['no address', () => ['check', '--finops', 'contoso', '--auth', 'token'], /--finops: the address is not a URL/],
    [
      'a password in the address',
      () => ['check', '--finops', 'https://u:p@contoso.com', '--auth', 'token'],
      /holds a user name or password/,
    ],
    ['an address as a file', () => ['check', 'https://contoso.crm4.dynamics.com'], /is an address: .* --dataverse URL/],
    [
      'a text that is no token',
      () => ['check', ...live()],
      /--auth token: expected an access token in DUAL_WRITE_HEALTH_FINOPS_TOKEN$/m,
      { ...tokens, DUAL_WRITE_HEALTH_FINOPS_TOKEN: 'Bearer tokén\n{}' },
    ],
    ['a snapshot and services', () => ['check', 'facts.json', ...live()], /not both/],
    ['a capture that is not there', () => ['check', ...live(), '--gateway', 'nope.json'], /nope\.json: cannot be read/],
    ['another way to sign in', () => ['check', ...live(), '--auth', 'magic'], /magic/],
    ['nothing to capture', () => ['capture', '-o', 'x.json'], /or services to read/],
  ])('%s', async (_name, args, complaint, env = tokens) => {
    const { status, stdout, stderr } = await run(args(), { env });
    expect(stderr).toMatch(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  });
});

test('the identity library is found in the folder of the user', async () => {
  const library = join(folder, 'node_modules/@azure/identity');
  mkdirSync(library, { recursive: true });
  writeFileSync(join(library, 'package.json'), '{"name":"@azure/identity","version":"4.0.0","main":"index.cjs"}');
  writeFileSync(
    join(library, 'index.cjs'),
    `exports.DefaultAzureCredential = class { async getToken() { return { token: '${token}', expiresOnTimestamp: Date.now() + 1e6 }; } };`,
  );
  const { status, stderr } = await run(['check', '--dataverse', server.url, '--only', 'DWDVEV9001'], { env: {} });
  rmSync(join(folder, 'node_modules'), { recursive: true });
  expect(stderr).toBe('solutions: read\n');
  expect(status).toBe(0);
});

describe('capture', () => {
  test('writes a redacted snapshot that can be checked', async () => {
    const written = await run(['capture', ...live(), '--gateway', 'gateway.json', '-o', 'snapshot.json']);
    expect(written).toMatchObject({ status: 0, stdout: '' });
    expect(written.stderr).not.toMatch(/warning/i); // Node counts who listens to the signal that stops the reading
    const text = readFileSync(join(folder, 'snapshot.json'), 'utf8');
    expect(parseSnapshot(JSON.parse(text)).isOk()).toBe(true);
    expect(text).not.toMatch(/@|DualWriteIntegration|secret|token/i);
    expect((await run(['check', 'snapshot.json'])).status).toBe(0);
  });
  test('says with 2 that something did not answer, and keeps the rest', async () => {
    fault = ({ path }, response) => {
      if (!path.endsWith('/teams')) return false;
      send(response, 403, { error: { code: '0x80040220', message: 'missing prvReadTeam' } });
      return true;
    };
    const { status, stdout } = await run(['capture', ...live()]);
    fault = undefined;
    expect(status).toBe(2);
    const { facts } = JSON.parse(stdout);
    expect(facts.teams).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    expect(facts.teams.detail).toContain('prvReadTeam');
    expect(facts.companies.status).toBe('known');
  });
  test('Ctrl-C ends it cleanly: nothing on stdout, no file', async () => {
    fault = ({ path }) => path.endsWith('/teams');
    let isStopped = false; // a second Ctrl-C ends it at once, cleanly or not
    const { status, stdout, stderr } = await run(['capture', ...live(), '-o', 'stopped.json'], {
      onStderr: (text, stop) => {
        if (!isStopped && text.includes('companies: read')) {
          isStopped = true;
          stop();
        }
      },
    });
    fault = undefined;
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('stopped before everything was read; nothing was written');
    expect(existsSync(join(folder, 'stopped.json'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
