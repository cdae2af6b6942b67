import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** What one run took: milliseconds, and kilobytes at the peak. */
type Run = readonly [time: number, memory: number];

/** What a live check takes, against one plain `fetch` after the other of the same pages. */
export interface LiveMeasurement {
  readonly requests: number;
  readonly check: readonly Run[];
  readonly fetches: readonly Run[];
}

const size = ['2000', '5000', '300', '20000'];
const delayMs = '20';

/** Runs both several times, in turn, each in a process of its own; the server has one too. `dist` must be built. */
export async function measureLive(root: string, folder: string, runs: number): Promise<LiveMeasurement> {
  const server = spawn(process.execPath, ['--import', 'tsx', join(root, 'bench/live-server.ts'), ...size, delayMs], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(server);
    const check = [join(root, 'bench/live-check.mjs'), url];
    const requests = distinct(run([...check, 'requests']));
    const requestsFile = join(folder, 'requests.json');
    writeFileSync(requestsFile, JSON.stringify(requests));
    const fetches = [join(root, 'bench/live-fetch.mjs'), requestsFile];
    // The first answers of the server are slower: its code is not warm yet.
    run(check);
    run(fetches);
    const measured = Array.from({ length: runs }, () => ({ check: run<Run>(check), fetches: run<Run>(fetches) }));
    return {
      requests: requests.length,
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

function run<Output>(command: readonly string[]): Output {
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8', timeout: 60_000 }));
}

/** A page that the check asks for twice is there once: the comparison is with the least that must be fetched. */
function distinct(requests: readonly unknown[]): readonly unknown[] {
  return [...new Map(requests.map((request) => [JSON.stringify(request), request])).values()];
}
