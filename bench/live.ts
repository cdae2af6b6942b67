import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { atMost, type Place, type Section } from './section.js';
import { spreadOf, spreadOfRatios } from './spread.js';

/** A live check against plain requests of the same pages. */
export async function liveCheck({ root, folder }: Place): Promise<Section> {
  const live = await measureLive(root, folder, 15);
  const ratio = (figure: keyof LiveRun) =>
    spreadOfRatios(live.check.map((run, turn) => [run[figure], live.fetches[turn]?.[figure] ?? Number.NaN] as const));
  const median = (name: 'check' | 'fetches', figure: keyof LiveRun) =>
    spreadOf(live[name].map((run) => run[figure])).median;
  const range = (name: 'check' | 'fetches') => {
    const { lowest, highest } = spreadOf(live[name].map(({ time }) => time));
    return `${lowest.toFixed(0)} to ${highest.toFixed(0)}`;
  };
  return {
    goals: [
      atMost('a live check against one `fetch` after the other of the same pages: time', ratio('time'), 0.6),
      atMost('the same: peak memory, against holding the rows once', ratio('memory'), 1.5),
      atMost('the same: requests, for each page', live.requests / live.pages, 1),
    ],
    text: `## A live check

Of services on loopback that take 20 ms for each answer on top of making it, with 2,000 companies, 5,000 teams, 300 maps of 20 kB and 20,000
configuration rows in ${live.pages} pages, for which the check sends ${live.requests} requests: the link next to the roles of each
team costs none. The check sends them side by side, as the command line does, checks the rows and evaluates all rules:
${median('check', 'time').toFixed(0)} ms (${range('check')}) and ${(median('check', 'memory') / 1024).toFixed(0)} MB at its peak. A plain \`fetch\` of the same pages, one after the other, that holds the parsed
rows takes ${median('fetches', 'time').toFixed(0)} ms (${range('fetches')}) and ${(median('fetches', 'memory') / 1024).toFixed(0)} MB. Medians of ${live.check.length} runs that alternate, in brackets the fastest and the slowest; times
are without the start of the process, with it they are ${median('check', 'process').toFixed(0)} ms and ${median('fetches', 'process').toFixed(0)} ms. What the check adds to
fetching is mostly parsing the JSON inside columns and evaluating the rules, on the one processor that JavaScript has, while
answers wait.`,
  };
}

/** What one run took: milliseconds for the work alone and with the start of the process, and kilobytes at the peak. */
interface LiveRun {
  readonly time: number;
  readonly process: number;
  readonly memory: number;
}

/** The runs of live checks, and of one plain `fetch` after the other of the same pages. */
interface LiveMeasurement {
  /** How many requests the check sends, and of how many different pages. */
  readonly requests: number;
  readonly pages: number;
  readonly check: readonly LiveRun[];
  readonly fetches: readonly LiveRun[];
}

const size = ['2000', '5000', '300', '20000'];
const delayMs = '20';

/** Runs both so many times, in turn, each in a process of its own; the server has one too. `dist` must be built. */
async function measureLive(root: string, folder: string, runs: number): Promise<LiveMeasurement> {
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
