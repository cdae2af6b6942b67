import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** What one run took: milliseconds for the work alone and with the start of the process, and kilobytes at the peak. */
export interface LiveRun {
  readonly time: number;
  readonly process: number;
  readonly memory: number;
}

/** The runs of live checks, and of one plain `fetch` after the other of the same pages. */
export interface LiveMeasurement {
  /** How many requests the check sends, and of how many different pages. */
  readonly requests: number;
  readonly pages: number;
  readonly check: readonly LiveRun[];
  readonly fetches: readonly LiveRun[];
}

const size = ['2000', '5000', '300', '20000'];
const delayMs = '20';

/** Runs both so many times, in turn, each in a process of its own; the server has one too. `dist` must be built. */
export async function measureLive(root: string, folder: string, runs: number): Promise<LiveMeasurement> {
  const server = spawn(process.execPath, ['--import', 'tsx', join(root, 'bench/live-server.ts'), ...size, delayMs], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(server);
    const check = [join(root, 'bench/live-check.mjs'), url];
    const sent: readonly unknown[] = JSON.parse(run([...check, 'requests']));
    const pages = distinct(sent);
    const file = join(folder, 'requests.json');
    writeFileSync(file, JSON.stringify(pages));
    const fetches = [join(root, 'bench/live-fetch.mjs'), file];
    // The first answers of the server are slower: its code is not warm yet.
    measure(check);
    measure(fetches);
    const measured = Array.from({ length: runs }, () => ({ check: measure(check), fetches: measure(fetches) }));
    return {
      requests: sent.length,
      pages: pages.length,
      check: measured.map((both) => both.check),
      fetches: measured.map((both) => both.fetches),
    };
  } finally {
    server.kill();
  }
}

/** The first line that the server prints; a server that ends without one must not keep us waiting. */
async function addressOf({ stdout }: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  for await (const chunk of stdout) return String(chunk).trim();
  throw new Error('the server did not start');
}

function measure(command: readonly string[]): LiveRun {
  const start = performance.now();
  const [time, memory] = JSON.parse(run(command)) as [number, number];
  return { time, memory, process: performance.now() - start };
}

function run(command: readonly string[]): string {
  return execFileSync(process.execPath, command, { encoding: 'utf8', timeout: 60_000 });
}

/** A page that the check asks for twice is there once: the comparison is with the least that must be fetched. */
function distinct(requests: readonly unknown[]): readonly unknown[] {
  return [...new Map(requests.map((request) => [JSON.stringify(request), request])).values()];
}
