import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Spread, spreadOf, spreadOfRatios } from './spread.js';

export interface Times {
  /** Milliseconds of each run. */
  readonly times: readonly number[];
}

export interface Usage extends Times {
  /** Medians: milliseconds, and kilobytes at the peak. */
  readonly time: number;
  readonly memory: number;
}

/** Runs the processes in turn, so that what else the machine does falls on all of them. */
export function alternate<Name extends string>(
  commands: Readonly<Record<Name, readonly string[]>>,
  runs: number,
  folder: string,
): Readonly<Record<Name, Usage>> {
  const names = Object.keys(commands) as Name[]; // the keys of this record
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  const memories = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) {
      const start = performance.now();
      spawnSync(process.execPath, [...commands[name]], { stdio: 'ignore' });
      times.get(name)?.push(performance.now() - start);
      memories.get(name)?.push(runWithProbe(commands[name], folder).kilobytes);
    }
  }
  const usageOf = (name: Name): Usage => ({
    times: times.get(name) ?? [],
    time: spreadOf(times.get(name) ?? []).median,
    memory: spreadOf(memories.get(name) ?? []).median,
  });
  return Object.fromEntries(names.map((name) => [name, usageOf(name)])) as Record<Name, Usage>; // all names are in it
}

/** How many times as long the first one takes, run by run. */
export function ratioOfTimes(one: Times, other: Times): Spread {
  return spreadOfRatios(one.times.map((time, run) => [time, other.times[run] ?? Number.NaN] as const));
}

/** Runs a process to its end. Its times hold those of the probe, some milliseconds. */
export function runWithProbe(
  args: readonly string[],
  folder: string,
): { readonly milliseconds: number; readonly kilobytes: number } {
  const probe = join(folder, 'probe.mjs');
  const answer = join(folder, 'probe.txt');
  writeFileSync(
    probe,
    `import { writeFileSync } from 'node:fs';\nprocess.on('exit', () => writeFileSync(process.env.PROBE, String(process.resourceUsage().maxRSS)));\n`,
  );
  const start = performance.now();
  spawnSync(process.execPath, ['--import', pathToFileURL(probe).href, ...args], {
    stdio: 'ignore',
    env: { ...process.env, PROBE: answer },
  });
  return { milliseconds: performance.now() - start, kilobytes: Number(readFileSync(answer, 'utf8')) };
}
