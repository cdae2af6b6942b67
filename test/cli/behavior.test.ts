import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { environmentId, healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { type Fault, type LiveServer, send, startLiveServer } from '../support/live-server.js';

// The built command line in processes of its own. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-behavior-'));
const token = 'token-of-the-test';
const tokens = {
  DUAL_WRITE_HEALTH_DATAVERSE_TOKEN: token,
  DUAL_WRITE_HEALTH_FINOPS_TOKEN: token,
  DUAL_WRITE_HEALTH_POWER_PLATFORM_TOKEN: token,
};
const elsewhere = ['--dataverse', 'https://contoso.crm4.dynamics.invalid', '--auth', 'token'];
let server: LiveServer;
let fault: Fault | undefined;

beforeAll(async () => {
  server = await startLiveServer(holdingsOf(healthySnapshot()), {
    token,
    fault: (...args) => fault?.(...args) ?? false,
  });
  writeFileSync(join(folder, 'snapshot.json'), JSON.stringify(healthySnapshot()));
});
afterEach(() => {
  fault = undefined;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Running {
  readonly child: ChildProcess;
  readonly stderr: () => string;
  readonly ended: Promise<{
    readonly status: number | null;
    readonly signal: NodeJS.Signals | null;
    readonly stdout: string;
    readonly stderr: string;
  }>;
}

function start(args: readonly string[], { env = {} as Record<string, string>, node = [] as readonly string[] } = {}) {
  const child = spawn(process.execPath, [...node, cli, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...tokens, ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended: Running['ended'] = new Promise((resolve) =>
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr })),
  );
  return { child, stderr: () => stderr, ended };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

const live = () => ['--dataverse', server.url, '--finops', server.url, '--auth', 'token'];

describe('proxies', () => {
  test('one without a scheme is asked to connect; what is on this machine is not sent to it', async () => {
    let text = '';
    const proxy = createServer();
    proxy.on('connection', (socket) => {
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
      });
      socket.on('error', () => {});
    });
    proxy.on('connect', (_, socket) =>
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n'),
    );
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const env = { HTTPS_PROXY: host, HTTP_PROXY: `http://${host}`, ALL_PROXY: host };

    const local = await start(['capture', ...live()], { env }).ended;
    expect(JSON.parse(local.stdout).facts.teams.status).toBe('known');
    expect(text).toBe('');

    const remote = await start(['check', ...elsewhere, '--only', 'DWDVEV9001'], { env }).ended;
    proxy.closeAllConnections();
    proxy.close();
    expect(remote.status).toBe(2);
    expect(remote.stderr).toContain(`407: the proxy ${host} requires a sign-in`);
    expect(text).toMatch(/^CONNECT contoso\.crm4\.dynamics\.invalid:443 /);
    expect(text).not.toContain(token);
  });

  test.each([[elsewhere], [['--environment-id', environmentId, '--auth', 'token']]])(
    'a senseless one is one line and exit code 3: %j',
    async (args) => {
      const env = { HTTPS_PROXY: 'http://jane:hunter2@proxy:99999' };
      const { status, stdout, stderr } = await start(['capture', ...args], { env }).ended;
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
      expect(stderr).toMatch(/^dual-write-health: .*HTTPS_PROXY: expected the address of an http proxy, .*\n$/);
      expect(stderr).not.toMatch(/jane|hunter2/);
    },
  );

  test('a senseless one that NO_PROXY takes back is no fault', async () => {
    const env = { HTTPS_PROXY: 'http://', NO_PROXY: '*' };
    const { status, stderr } = await start(['check', ...elsewhere, '--only', 'DWDVEV9001'], { env }).ended;
    expect(status).toBe(2);
    expect(stderr).toContain('ENOTFOUND');
  });
});

describe('a proxy that never answers', () => {
  const silent = createSocketServer((socket) => socket.on('error', () => {}));
  beforeAll(() => new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve)));
  afterAll(() => silent.close());

  test('does not keep the program from ending', async () => {
    const { port } = silent.address() as AddressInfo;
    const asked = new Promise((resolve) => silent.once('connection', resolve));
    const { child, ended } = start(['capture', ...elsewhere], { env: { HTTPS_PROXY: `127.0.0.1:${port}` } });
    await asked;
    child.kill('SIGTERM');
    const { status, stdout } = await ended;
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  });
});

test('what is long is written whole into a pipe that is read slowly', async () => {
  const { child, ended } = start(['rules', '--format', 'json']);
  child.stdout?.pause();
  setTimeout(() => child.stdout?.resume(), 1_000);
  const { stdout, status } = await ended;
  expect(status).toBe(0);
  expect(stdout.length, 'more than a pipe holds').toBeGreaterThan(300_000);
  expect(() => JSON.parse(stdout)).not.toThrow();
});

describe('an internal error', () => {
  const failing = (statement: string) => {
    const path = join(folder, 'failing.mjs');
    writeFileSync(path, statement);
    return ['--import', path];
  };

  test.each([
    [
      'thrown while a command runs',
      'Object.fromEntries = () => { throw new TypeError("x is no function\\nat secret=hunter2") };',
    ],
    ['thrown later', 'setTimeout(() => { throw new TypeError("x is no function\\nat secret=hunter2") }, 500);'],
    [
      'a promise that nobody waits for',
      'setTimeout(() => Promise.reject(new TypeError("x is no function\\nat y")), 500);',
    ],
  ])('%s: one line and exit code 3', async (_name, statement) => {
    fault = ({ path }) => path.endsWith('/teams'); // so that it still runs then
    const args = statement.startsWith('Object')
      ? ['check', 'snapshot.json']
      : ['capture', ...live(), '-o', 'none.json'];
    const { status, stdout, stderr } = await start(args, { node: failing(statement) }).ended;
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    const lines = stderr
      .trimEnd()
      .split('\n')
      .filter((line) => !/^\w+: (?:read|not read)/.test(line) && !line.startsWith('found'));
    expect(lines.at(-1)).toMatch(/^dual-write-health: internal error: x is no function/);
    expect(stderr).not.toMatch(/\n\s+at |hunter2|node:internal/);
    expect(existsSync(join(folder, 'none.json'))).toBe(false);
  });
});

describe('a closed standard error', () => {
  test.each<[string, () => readonly string[], number]>([
    ['check of a snapshot', () => ['check', 'snapshot.json'], 0],
    ['check of live services', () => ['check', ...live(), '--only', 'DWDVEV9001'], 0],
    ['capture', () => ['capture', ...live()], 2],
    ['a complaint', () => ['check', 'nope.json'], 3],
    ['a wrong option', () => ['check', '--nope'], 3],
  ])('%s: same output and same exit code', async (_name, args, expected) => {
    const open = await start(args()).ended;
    const { child, ended } = start(args());
    child.stderr?.destroy();
    const closed = await ended;
    const withoutTimes = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\d[T ][\d:.]+(?:Z| UTC)/g, '[time]');
    expect(open.status).toBe(expected);
    expect({ ...closed, stdout: withoutTimes(closed.stdout) }).toEqual({
      ...open,
      stdout: withoutTimes(open.stdout),
      stderr: '',
    });
  });
});

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (name) => {
  test('while facts are read: one line, exit code 3, no file', async () => {
    fault = ({ path }) => path.endsWith('/teams');
    const { child, stderr, ended } = start(['capture', ...live(), '-o', 'stopped.json']);
    await until(() => stderr().includes('companies: read'));
    child.kill(name);
    const { status, stdout } = await ended;
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr()).toMatch(/\ndual-write-health: stopped before everything was read; nothing was written\n$/);
    expect(existsSync(join(folder, 'stopped.json'))).toBe(false);
  });

  test('while the Azure CLI is asked: the same, and the Azure CLI ends', async () => {
    const started = join(folder, `az-${name}.pid`);
    writeFileSync(join(folder, 'az'), `#!/bin/sh\necho $$ > '${started}'\nexec sleep 60\n`);
    chmodSync(join(folder, 'az'), 0o755);
    const env = { PATH: `${folder}:${process.env.PATH}` };
    const args = ['capture', '--dataverse', server.url, '--auth', 'azure-cli', '-o', 'stopped.json'];
    const { child, ended } = start(args, { env });
    await until(() => existsSync(started) && readFileSync(started, 'utf8').endsWith('\n'));
    child.kill(name);
    const { status, stderr } = await ended;
    expect(status).toBe(3);
    expect(stderr).toBe('dual-write-health: stopped before everything was read; nothing was written\n');
    await until(() => !isAlive(Number(readFileSync(started, 'utf8'))));
    rmSync(join(folder, 'az'));
  });

  test('a second one ends it at once', async () => {
    const stuck = join(folder, 'stuck.mjs');
    // A program that cannot end by itself.
    writeFileSync(stuck, 'process.exit = () => {}; setInterval(() => {}, 1000);');
    fault = ({ path }) => path.endsWith('/teams');
    const { child, stderr, ended } = start(['capture', ...live()], { node: ['--import', stuck] });
    await until(() => stderr().includes('companies: read'));
    child.kill(name);
    await until(() => stderr().includes('stopped before'));
    child.kill(name === 'SIGINT' ? 'SIGTERM' : 'SIGINT');
    expect((await ended).signal).toBe(name === 'SIGINT' ? 'SIGTERM' : 'SIGINT');
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('capture ends with 2 where a fact was read in part', async () => {
  const withMaps = await start(['capture', ...live()]).ended;
  const { facts } = JSON.parse(withMaps.stdout);
  expect(
    Object.values(facts)
      .filter((fact) => (fact as { status: string }).status === 'unknown')
      .map((fact) => (fact as { reason: string }).reason),
  ).toEqual(expect.not.arrayContaining(['failed', 'malformed', 'not-permitted']));
  expect(facts.entityMaps).toMatchObject({ status: 'known', coverage: 'partial' });
  expect(withMaps.status).toBe(2);
});

test('what a service says of somebody is shown nowhere', async () => {
  fault = (_, response) => {
    send(response, 403, { error: { code: '0x80040220', message: 'Benutzer Hans Mueller hat prvReadTeam nicht' } });
    return true;
  };
  for (const format of ['json', 'pretty', 'markdown']) {
    const { stdout, stderr } = await start(['check', ...live(), '--format', format]).ended;
    expect(stdout + stderr).not.toMatch(/Hans|Mueller|Benutzer/);
    expect(stdout + stderr).toContain('prvReadTeam');
  }
});
