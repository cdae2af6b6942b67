import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a live check takes, against one plain `fetch` after the other of the same pages. */
export interface LiveMeasurement {
  readonly time: { readonly check: number; readonly fetches: number };
  readonly memory: { readonly check: number; readonly fetches: number };
}

const size = ['2000', '5000', '300', '20000'];
const delayMs = '20';

/** Runs both several times, in turn, each in a process of its own; the server has one too. */
export async function measureLive(root: string, folder: string, runs: number): Promise<LiveMeasurement> {
  const server = spawn(process.execPath, ['--import', 'tsx', join(root, 'bench/live-server.ts'), ...size, delayMs], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(server);
    const check = script(folder, 'live-check.mjs', checking(root, url));
    const addresses = execFileSync(process.execPath, [check, 'addresses'], { encoding: 'utf8' });
    const fetches = script(folder, 'live-fetch.mjs', fetching(JSON.parse(addresses)));
    const times = { check: [] as number[], fetches: [] as number[] };
    const memories = { check: [] as number[], fetches: [] as number[] };
    for (let run = 0; run < runs; run += 1) {
      for (const [name, path] of Object.entries({ check, fetches }) as ['check' | 'fetches', string][]) {
        const [time = Number.NaN, memory = Number.NaN] = JSON.parse(
          execFileSync(process.execPath, [path], { encoding: 'utf8' }),
        );
        times[name].push(time);
        memories[name].push(memory);
      }
    }
    return {
      time: { check: median(times.check), fetches: median(times.fetches) },
      memory: { check: median(memories.check), fetches: median(memories.fetches) },
    };
  } finally {
    server.kill();
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  const [line] = await once(server.stdout as NonNullable<ChildProcess['stdout']>, 'data');
  return String(line).trim();
}

function script(folder: string, name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

/** The check; with an argument, the requests that it sends instead. */
function checking(root: string, url: string): string {
  const entry = (name: string) => JSON.stringify(pathToFileURL(join(root, `dist/${name}.js`)).href);
  return `import { checkEnvironment, combineAdapters } from ${entry('index')};
import { dataverseAdapter, finopsAdapter, powerPlatformAdapter } from ${entry('adapters')};
const sent = [];
const url = ${JSON.stringify(url)};
const getToken = async () => ({ token: 'x', expiresOnTimestamp: Date.now() + 3_600_000 });
const credential = { getToken };
if (process.argv[2]) {
  const http = await import('node:http');
  const { request } = http.default;
  http.default.request = (options, ...rest) => {
    sent.push({ method: options.method, url: url + options.path, prefer: options.headers.Prefer });
    return request(options, ...rest);
  };
}
const start = performance.now();
const report = await checkEnvironment(combineAdapters(
  powerPlatformAdapter({ environmentId: '00000000-0000-0000-0000-000000000001', credential, url }),
  dataverseAdapter({ url, credential }),
  finopsAdapter({ url, credential }),
), { gate: 'none' });
if (report.isErr()) throw new Error(JSON.stringify(report.error));
const unread = Object.entries(report.value.facts).filter(([, fact]) => fact.status === 'unknown' && fact.reason !== 'not-provided');
if (unread.length > 0) throw new Error(JSON.stringify(unread));
console.log(JSON.stringify(process.argv[2] ? sent : [performance.now() - start, process.resourceUsage().maxRSS]));
`;
}

/** The same requests, one after the other; every row is held once. */
function fetching(requests: unknown): string {
  return `const rows = [];
const start = performance.now();
for (const { method, url, prefer } of ${JSON.stringify(requests)}) {
  const response = await fetch(url, { method, headers: { Accept: 'application/json', ...(prefer ? { Prefer: prefer } : {}) } });
  rows.push(await response.json());
}
globalThis.held = rows;
console.log(JSON.stringify([performance.now() - start, process.resourceUsage().maxRSS]));
`;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
