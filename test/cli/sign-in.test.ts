import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { entraRefusal } from '../../src/adapters/odata/entra-refusal.js';
import { azureCliCredential, isOnWindowsPath } from '../../src/cli/azure-cli.js';
import { tokenCommand } from '../../src/cli/azure-cli-command.js';
import { environmentId, healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { type Asked, type LiveServer, send, startLiveServer } from '../support/live-server.js';

/*
 * The built command line, an Azure CLI of the test's own on the PATH, and services on loopback. What the Azure CLI prints is
 * worded as the real one words it, with names in it.
 */
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-sign-in-'));
const programs = join(folder, 'bin');
const log = join(folder, 'asked.jsonl');
const tenant = '11111111-2222-3333-4444-555555555555';
const person = 'megan.bowen@contoso.onmicrosoft.com';
/** What would give a person or a tenant away, whoever printed it. */
const personal =
  /megan|bowen|onmicrosoft|Contoso Ltd|a0a0a0a0|04b07795|CredentialUnavailable|ChainedToken|\bat .*:\d+:\d+/i;

let server: LiveServer;
/** Tokens that the services accept. */
let accepted: ReadonlySet<string>;
/** Whether the services name their tenant to those who come without a token. */
let namesTenant = true;
let refuses: (asked: Asked) => boolean = () => false;

beforeAll(async () => {
  mkdirSync(programs);
  server = await startLiveServer(holdingsOf(healthySnapshot()), {
    fault: (asked, response) => {
      const token = asked.headers.authorization?.replace('Bearer ', '') ?? '';
      if (accepted.has(token) && !refuses(asked)) return false;
      const challenge = `Bearer authorization_uri=https://login.microsoftonline.com/${tenant}/oauth2/authorize, resource_id=${server.url}/`;
      send(response, 401, {}, namesTenant && token === '' ? { 'WWW-Authenticate': challenge } : {});
      return true;
    },
  });
});
afterEach(() => {
  rmSync(log, { force: true });
  rmSync(join(programs, 'az'), { force: true });
  rmSync(join(folder, 'node_modules'), { force: true, recursive: true });
  namesTenant = true;
  refuses = () => false;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Puts an `az` on the PATH. `body` sees its arguments as `args`, and how often it was asked before as `count`. */
function installAz(body: string): void {
  const script = `#!${process.execPath}
    const fs = require('node:fs');
    const args = process.argv.slice(2);
    const option = (name) => args[args.indexOf(name) + 1];
    const count = fs.existsSync(${JSON.stringify(log)}) ? fs.readFileSync(${JSON.stringify(log)}, 'utf8').split('\\n').length - 1 : 0;
    fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify({ args, cwd: process.cwd() }) + '\\n');
    const inAnHour = Math.floor(Date.now() / 1000) + 3600;
    const answer = (accessToken, more) => console.log(JSON.stringify({
      accessToken, expiresOn: '2035-01-01 10:00:00.000000', expires_on: inAnHour,
      subscription: 'a0a0a0a0-0000-0000-0000-000000000000', tenant: '${tenant}', tokenType: 'Bearer', ...more,
    }, null, 2));
    const fail = (text) => { console.error('ERROR: ' + text); process.exitCode = 1; };
    ${body}`;
  writeFileSync(join(programs, 'az'), script);
  chmodSync(join(programs, 'az'), 0o755);
}

const asked = (): readonly { readonly args: readonly string[]; readonly cwd: string }[] =>
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];

const optionOf = (args: readonly string[], name: string) => args[args.indexOf(name) + 1];

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { PATH: programs, ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}

const solutions = () => ['check', '--dataverse', server.url, '--only', 'DWDVEV9001'];

describe('--auth azure-cli', () => {
  test('reads with the tokens of whoever is signed in, and keeps none of them', async () => {
    accepted = new Set(['token-of-az']);
    installAz("answer('token-of-az')");
    const { status, stdout, stderr } = await run([...solutions(), '--auth', 'azure-cli']);
    expect(stderr).toContain('solutions: read\n');
    expect(status).toBe(0);
    expect(stdout + stderr).not.toMatch(personal);
    expect(stdout + stderr).not.toContain('token-of-az');
  });

  test('asks once for each address, in the tenant of the environment, away from the folder of the user', async () => {
    accepted = new Set(['token-of-az']);
    installAz("answer('token-of-az')");
    const other = server.url.replace('127.0.0.1', 'localhost');
    const { stderr } = await run(
      ['capture', '--dataverse', server.url, '--finops', other, '--auth', 'azure-cli', '-o', 'snapshot.json'].concat([
        '--environment-id',
        environmentId,
        '--power-platform',
        server.url,
      ]),
    );
    for (const fact of ['solutions', 'legalEntities', 'apiHubConnections']) expect(stderr).toContain(`${fact}: read\n`);
    const calls = asked();
    expect(calls.map(({ args }) => optionOf(args, '--resource')).sort()).toEqual([server.url, other].sort());
    for (const { args, cwd } of calls) {
      expect(args.slice(0, 2)).toEqual(['account', 'get-access-token']);
      expect(optionOf(args, '--output')).toBe('json');
      expect(optionOf(args, '--tenant')).toBe(tenant);
      expect(cwd).toBe('/');
    }
    expect(readFileSync(join(folder, 'snapshot.json'), 'utf8')).not.toMatch(/token-of-az|a0a0a0a0/);
  });

  test('takes the tenant of the Azure CLI where the environment does not name one', async () => {
    accepted = new Set(['token-of-az']);
    namesTenant = false;
    installAz("answer('token-of-az')");
    expect((await run([...solutions(), '--auth', 'azure-cli'])).status).toBe(0);
    expect(asked()[0]?.args).not.toContain('--tenant');
  });

  test('an environment whose refusal has no end costs neither time nor memory', async () => {
    accepted = new Set(['token-of-az']);
    installAz("answer('token-of-az')");
    let sent = 0;
    const endless = createServer((_, response) => {
      const chunk = Buffer.alloc(2 ** 16, ' ');
      const write = () => {
        do sent += chunk.length;
        while (!response.destroyed && response.write(chunk));
      };
      response.writeHead(401, { 'Content-Type': 'application/json' }).on('drain', write);
      write();
    });
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(endless.address() as AddressInfo).port}`;
    const { status } = await run(['check', '--dataverse', url, '--only', 'DWDVEV9001', '--auth', 'azure-cli']);
    endless.closeAllConnections();
    endless.close();
    expect(status).toBe(2);
    expect(sent).toBeLessThan(50_000_000);
  });

  test('asks a managed identity, which has one tenant, without it', async () => {
    accepted = new Set(['token-of-az']);
    installAz(
      `args.includes('--tenant') ? fail("Tenant shouldn't be specified for managed identity account") : answer('token-of-az')`,
    );
    expect((await run([...solutions(), '--auth', 'azure-cli'])).status).toBe(0);
    expect(asked()).toHaveLength(2);
  });

  test.each([
    ['warnings before the answer', "console.log('WARNING: {a} new version is there\\n  {b}'); answer('token-of-az')"],
    ['a byte order mark', "process.stdout.write('\\uFEFF'); answer('token-of-az')"],
    ['no time in seconds, as before version 2.54', "answer('token-of-az', { expires_on: undefined })"],
    ['no time at all', "answer('token-of-az', { expires_on: null, expiresOn: undefined })"],
  ])('understands %s', async (_name, body) => {
    accepted = new Set(['token-of-az']);
    installAz(body);
    expect((await run([...solutions(), '--auth', 'azure-cli'])).status).toBe(0);
    expect(asked()).toHaveLength(1);
  });

  test.each<[string, string | undefined, RegExp]>([
    [
      'no Azure CLI',
      undefined,
      new RegExp(`needs the Azure CLI: install it .*, then run \`az login --tenant ${tenant}\``),
    ],
    [
      'nobody signed in',
      `fail("Please run 'az login' to setup account.")`,
      new RegExp(`nobody is signed in to the Azure CLI: run \`az login --tenant ${tenant}\``),
    ],
    [
      'an account that is gone from the cache',
      `fail("User '${person}' does not exist in MSAL token cache. Run \`az login\`.")`,
      new RegExp(`nobody is signed in to the Azure CLI: run \`az login --tenant ${tenant}\``),
    ],
    [
      'a sign-in that has expired',
      `fail("AADSTS70043: The refresh token has expired for ${person} of Contoso Ltd. Interactive authentication is needed. Please run:\\naz login")`,
      new RegExp(
        `\\(AADSTS70043\\): it asks for a new sign-in: run \`az login --tenant ${tenant} --scope http://127.*/.default\``,
      ),
    ],
    ['an unknown failure', `fail("Connection of ${person} refused")`, /gave no token for .* to see why/],
    ['garbage', `console.log("<html>${person}</html>")`, /something that is not a token: run `az version`/],
    ['JSON without a token', `console.log(JSON.stringify({ user: "${person}" }))`, /something that is not a token/],
    ['a token that cannot be one', "answer('two\\nlines')", /something that is not a token/],
    ['nothing', '', /something that is not a token/],
    ['output without end', "for (;;) fs.writeSync(1, 'x'.repeat(1000))", /something that is not a token/],
    [
      'a token that has expired',
      "answer('old', { expires_on: 1000, expiresOn: undefined })",
      /gave a token that has expired: check the clock/,
    ],
  ])('%s ends with 3 and one line that says what to do', async (_name, body, complaint) => {
    accepted = new Set();
    if (body !== undefined) installAz(body);
    const { status, stdout, stderr } = await run([...solutions(), '--auth', 'azure-cli']);
    expect(stderr).toMatch(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(personal);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  });

  test('a script that is slow is stopped, with what it started', async () => {
    const beats = join(folder, 'beats');
    const beating = `setInterval(() => require('node:fs').appendFileSync(${JSON.stringify(beats)}, 'x'), 50)`;
    installAz(`
      require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(beating)}], { stdio: 'inherit' });`);
    const before = process.env.PATH;
    process.env.PATH = programs;
    const started = Date.now();
    const credential = azureCliCredential({ timeoutMs: 1_500 });
    await expect(credential.getToken('https://contoso.crm4.dynamics.com/.default')).rejects.toThrow(
      /did not answer within 1\.5 seconds: run `az account get-access-token --output none --resource https:\/\/contoso/,
    );
    process.env.PATH = before;
    expect(Date.now() - started).toBeLessThan(5_000);
    const counted = readFileSync(beats, 'utf8').length;
    expect(counted).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(readFileSync(beats, 'utf8')).toHaveLength(counted);
  });

  test('one service that gives no token costs its own facts only', async () => {
    accepted = new Set(['token-of-az']);
    const other = server.url.replace('127.0.0.1', 'localhost');
    installAz(`
      option('--resource') === '${other}'
        ? fail("AADSTS65001: The user or administrator of Contoso Ltd has not consented to use the application with ID '04b07795-8ddb-461a-bbee-02f9e1bf7b46' named 'Microsoft Azure CLI'.")
        : answer('token-of-az')`);
    const { status, stdout, stderr } = await run([
      'capture',
      '--dataverse',
      server.url,
      '--finops',
      other,
      '--auth',
      'azure-cli',
    ]);
    const { facts } = JSON.parse(stdout);
    expect(facts.teams.status).toBe('known');
    for (const name of ['legalEntities', 'finopsClients', 'projectConfigurations', 'finopsEnvironment']) {
      expect(facts[name]).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
      expect(facts[name].detail).toMatch(
        /does not issue a token for http:\/\/localhost.*AADSTS65001.*ask an administrator/,
      );
    }
    expect(stdout + stderr).not.toMatch(personal);
    expect(status).toBe(2);
  });

  test('a token that a service refuses is asked for again', async () => {
    accepted = new Set(['token-1']);
    installAz("answer('token-' + count)");
    const { status, stdout, stderr } = await run([...solutions(), '--auth', 'azure-cli']);
    expect(status).toBe(0);
    expect(asked()).toHaveLength(2);
    expect(stdout + stderr).not.toContain('token-');
  });

  test('one service that refuses the token costs its own facts only', async () => {
    accepted = new Set(['token-of-az']);
    refuses = ({ path }) => path.startsWith('/data/');
    installAz("answer('token-of-az')");
    const { status, stdout } = await run([
      'capture',
      '--dataverse',
      server.url,
      '--finops',
      server.url,
      '--auth',
      'azure-cli',
    ]);
    const { facts } = JSON.parse(stdout);
    expect(facts.teams.status).toBe('known');
    expect(facts.legalEntities).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    expect(status).toBe(2);
  });
});

describe('--auth default', () => {
  test('is the Azure CLI where the identity library is not installed', async () => {
    accepted = new Set(['token-of-az']);
    installAz("answer('token-of-az')");
    expect((await run(solutions())).status).toBe(0);
  });

  test('is the identity library where it is installed', async () => {
    accepted = new Set(['token-of-identity']);
    installIdentity("return { token: 'token-of-identity', expiresOnTimestamp: Date.now() + 1e6 }");
    installAz("answer('token-of-az')");
    expect((await run(solutions())).status).toBe(0);
    expect(asked()).toEqual([]);
  });

  test.each([
    [
      'nobody',
      `throw Object.assign(new Error('ChainedTokenCredential authentication failed.\\nCredentialUnavailableError: ${person}'), { name: 'AggregateAuthenticationError', errors: [] })`,
      new RegExp(`nobody is signed in: run \`az login --tenant ${tenant}\``),
    ],
    [
      'a secret that has expired',
      `throw Object.assign(new Error('ChainedTokenCredential authentication failed.'), { errors: [new Error('AADSTS7000222: The provided client secret keys for app of Contoso Ltd are expired.')] })`,
      /\(AADSTS7000222\): the password, secret, certificate or federated credential is not accepted/,
    ],
  ])('with the library, %s is one line without the names of classes', async (_name, body, complaint) => {
    installIdentity(body);
    const { status, stdout, stderr } = await run(solutions());
    expect(stderr).toMatch(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(personal);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  });

  test('a library that cannot be loaded is said to be that', async () => {
    installIdentity('');
    writeFileSync(join(folder, 'node_modules/@azure/identity/index.cjs'), `throw new Error('${person}');`);
    const { status, stderr } = await run(solutions());
    expect(stderr).toMatch(/@azure\/identity is installed and cannot be used: .* --auth azure-cli/);
    expect(stderr).not.toMatch(personal);
    expect(status).toBe(3);
  });
});

/** An identity library in the folder of the user. */
function installIdentity(body: string): void {
  const library = join(folder, 'node_modules/@azure/identity');
  mkdirSync(library, { recursive: true });
  writeFileSync(join(library, 'package.json'), '{"name":"@azure/identity","version":"4.0.0","main":"index.cjs"}');
  writeFileSync(join(library, 'index.cjs'), `exports.DefaultAzureCredential = class { async getToken() { ${body} } };`);
}

describe('the credential', () => {
  const scope = 'https://contoso.crm4.dynamics.com/.default';
  let before: string | undefined;
  beforeAll(() => {
    before = process.env.PATH;
    process.env.PATH = programs;
  });
  afterAll(() => {
    process.env.PATH = before;
  });

  test('asks once for many, and again when a service refuses the token', async () => {
    installAz("answer('token-' + count)");
    const credential = azureCliCredential();
    const first = await Promise.all(Array.from({ length: 20 }, () => credential.getToken(scope)));
    expect(new Set(first.map((token) => token?.token))).toEqual(new Set(['token-0']));
    expect(first[0]?.expiresOnTimestamp).toBeGreaterThan(Date.now() + 3_000_000);
    // Who was refused an older token than the one that is held gets the one that is held.
    const refused = { refused: 'token-0' };
    expect((await credential.getToken(scope, refused))?.token).toBe('token-1');
    expect((await credential.getToken(scope, refused))?.token).toBe('token-1');
    expect((await credential.getToken(scope))?.token).toBe('token-1');
    expect(asked()).toHaveLength(2);
  });

  test('asks again shortly before the token expires', async () => {
    installAz("answer('token-' + count, { expires_on: Math.floor(Date.now() / 1000) + 60 })");
    const credential = azureCliCredential();
    expect((await credential.getToken(scope))?.token).toBe('token-0');
    expect((await credential.getToken(scope))?.token).toBe('token-1');
  });

  test('stops asking when everybody who waits gives up', async () => {
    installAz('setTimeout(() => {}, 60_000)');
    const controller = new AbortController();
    const started = Date.now();
    const waiting = azureCliCredential().getToken(scope, { abortSignal: controller.signal });
    setTimeout(() => controller.abort(), 500);
    await expect(waiting).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});

describe('how the Azure CLI is started', () => {
  const resource = 'https://contoso.crm4.dynamics.com';

  test('without a shell', () => {
    expect(tokenCommand({ resource, tenant }, { platform: 'linux' })).toEqual({
      file: 'az',
      args: ['account', 'get-access-token', '--output', 'json', '--resource', resource, '--tenant', tenant],
      cwd: '/',
      windowsVerbatimArguments: false,
    });
  });

  test('on Windows through its shell, by its full name, from a folder of the system', () => {
    expect(tokenCommand({ resource, tenant }, { platform: 'win32', systemRoot: 'D:\\Windows' })).toEqual({
      file: 'D:\\Windows\\System32\\cmd.exe',
      args: ['/d', '/s', '/c', `"az account get-access-token --output json --resource ${resource} --tenant ${tenant}"`],
      cwd: 'D:\\Windows',
      windowsVerbatimArguments: true,
    });
  });

  test.each([
    'https://service.powerapps.com/',
    'https://high.service.powerapps.us/',
    'https://contoso.operations.dynamics.com:8080',
    'http://127.0.0.1:3000',
    'http://localhost:3000',
    'http://[::1]:3000',
  ])('for %s', (address) => {
    for (const platform of ['win32', 'darwin']) {
      expect(tokenCommand({ resource: address }, { platform })?.args.join(' ')).toContain(`--resource ${address}`);
    }
  });

  test.each([
    'http://contoso.com',
    'http://127.0.0.1.contoso.com',
    'https://contoso.com&calc',
    'https://contoso.com|calc',
    'https://contoso.com%PATH%',
    'https://contoso.com^',
    'https://contoso.com"',
    "https://contoso.com'",
    'https://contoso.com/$(calc)',
    'https://contoso.com/path',
    'https://contoso.com?x',
    'https://contoso.com --debug',
    'https://contoso.com\n',
    'https://-contoso.com',
    'https://me@contoso.com',
    'https://contoso.com:80:80',
    '--debug',
    'contoso.com',
    '',
  ])('never for %j', (address) => {
    for (const platform of ['win32', 'linux']) {
      expect(tokenCommand({ resource: address }, { platform })).toBeUndefined();
    }
  });

  test.each(['contoso.com', `${tenant}&calc`, `${tenant} --debug`, ''])('never in the tenant %j', (strange) => {
    expect(tokenCommand({ resource, tenant: strange }, { platform: 'win32' })).toBeUndefined();
  });

  test('on Windows it is looked for beforehand', () => {
    const files = new Set(['C:\\Azure\\az.cmd']);
    const exists = (file: string) => files.has(file);
    expect(isOnWindowsPath('C:\\Windows;;C:\\Azure', exists)).toBe(true);
    expect(isOnWindowsPath('C:\\Windows', exists)).toBe(false);
    expect(isOnWindowsPath('', () => true)).toBe(false);
  });
});

describe('what Microsoft Entra refuses', () => {
  const address = 'https://contoso.operations.dynamics.com';
  test.each([
    ['65001', /ask an administrator of the tenant for consent/],
    ['65002', /sign in as your own application/],
    ['500011', /the tenant has no such service: check the address/],
    ['650052', /for a license/],
    ['50020', /does not belong to the tenant/],
    ['50105', /not assigned/],
    ['53003', /blocks the account or the device/],
    ['50076', /new sign-in: sign in again/],
    ['700213', /federated credential is not accepted/],
    ['123456', /https:\/\/login\.microsoftonline\.com\/error\?code=123456 explains what it means/],
  ])('AADSTS%s', (code, words) => {
    const refusal = entraRefusal(`ERROR: AADSTS${code}: User '${person}' of 'Contoso Ltd'.`, address);
    expect(refusal).toContain(`does not issue a token for ${address} (AADSTS${code})`);
    expect(refusal).toMatch(words);
    expect(refusal).not.toMatch(personal);
  });
  test.each(['', 'AADSTS', 'no code', null, 7, new Error('none'), { errors: [1] }])('%j holds no code', (said) => {
    expect(entraRefusal(said, address)).toBeUndefined();
  });
});
