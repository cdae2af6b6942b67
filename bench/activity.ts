import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { runWithProbe } from './processes.js';
import { atMost, type Place, type Section } from './section.js';
import { type Spread, spreadOf, spreadOfRatios } from './spread.js';

/** `activity` of a large log. */
export async function activity({ cli, folder }: Place): Promise<Section> {
  const { time, growth, megabytes, milliseconds } = await measureActivity(cli, folder);
  return {
    goals: [
      atMost('`activity` of a million events against reading and parsing the same lines: time', time, 3),
      atMost('the same, against a fourth of the events', growth, 4.5),
      ...Object.entries(megabytes).map(([name, peak]) =>
        atMost(`the same ${name}: peak memory, against 400 MB`, peak / 400, 1),
      ),
    ],
    text: `## Activity

The activity log of a million events becomes JSON in a file in ${milliseconds.activity.toFixed(0)} ms; a process that only reads the lines and calls
\`JSON.parse\` takes ${milliseconds.reading.toFixed(0)} ms. Both times are of whole processes.`,
  };
}

/** What `activity` takes for a log of many events, against a process that reads it and calls `JSON.parse` for every line. */
interface ActivityMeasurement {
  readonly events: number;
  /** How many times as long as reading and parsing alone. The goal is 3 at most. */
  readonly time: Spread;
  /** The same for four times as many events, against the measured ones. */
  readonly growth: Spread;
  /** At the peak. The goal is 400 at most. */
  readonly megabytes: Readonly<Record<(typeof logs)[number]['name'], number>>;
  readonly milliseconds: { readonly activity: number; readonly reading: number };
}

/** The same number of events each. */
const logs = [
  { name: 'of 300 maps', maps: 300 },
  { name: 'of one map', maps: 1 },
  { name: 'of 100,000 maps', maps: 100_000 },
] as const;

/**
 * Measures the built command line, which writes JSON into a file, in processes of their own.
 *
 * @param cli - the built command line
 * @param folder - for the logs and the results
 */
async function measureActivity(cli: string, folder: string, events = 1_000_000): Promise<ActivityMeasurement> {
  const reader = join(folder, 'read-lines.mjs');
  writeFileSync(reader, readerSource);
  const runOf = (...args: readonly string[]) => runWithProbe(args, folder);
  const pathOf = (name: string) => join(folder, `${name.replaceAll(/\W/g, '-')}.jsonl`);
  const activityOf = (name: string) =>
    runOf(cli, 'activity', pathOf(name), '--format', 'json', '-o', join(folder, 'activity.json'));
  for (const { name, maps } of logs) await writeEvents(pathOf(name), events, maps);
  await writeEvents(pathOf('a fourth'), Math.floor(events / 4), 300);

  // In turns: what else the machine does hits all alike.
  const runs = Array.from({ length: 5 }, () => ({
    reading: runOf(reader, pathOf('of 300 maps')),
    activity: activityOf('of 300 maps'),
    fourth: activityOf('a fourth'),
  }));
  const against = (kind: 'reading' | 'fourth') =>
    spreadOfRatios(runs.map((run) => [run.activity.milliseconds, run[kind].milliseconds] as const));
  const median = (kind: 'activity' | 'reading') => spreadOf(runs.map((run) => run[kind].milliseconds)).median;
  const megabytes = {
    'of 300 maps': Math.max(...runs.map(({ activity }) => activity.kilobytes)) / 1024,
    'of one map': activityOf('of one map').kilobytes / 1024,
    'of 100,000 maps': activityOf('of 100,000 maps').kilobytes / 1024,
  };
  return {
    events,
    time: against('reading'),
    growth: against('fourth'),
    megabytes,
    milliseconds: { activity: median('activity'), reading: median('reading') },
  };
}

/** The plain loop: a stream, split into lines, and `JSON.parse`. */
const readerSource = `import { createReadStream } from 'node:fs';
let rest = '';
let events = 0;
for await (const chunk of createReadStream(process.argv[2], { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
  const lines = (rest + chunk).split('\\n');
  rest = lines.pop() ?? '';
  for (const line of lines) if (JSON.parse(line) !== null) events += 1;
}
`;

/** Most events of a log are errors of a running map; now and then it is paused and resumed. */
async function writeEvents(path: string, events: number, maps: number): Promise<void> {
  const file = await open(path, 'w');
  let text = '';
  for (let index = 0; index < events; index += 1) {
    const step = Math.floor(index / maps);
    const map = index % maps;
    text += `${JSON.stringify({
      id: `${index.toString(16).padStart(8, '0')}-0000-4000-8000-00000000${map.toString(16).padStart(4, '0')}`,
      map: `Entity ${map} (tables_${map})`,
      at: new Date(1_763_000_000_000 + index * 500).toISOString(),
      ...contentOf(step, index),
    })}\n`;
    if (text.length > 1_000_000 || index === events - 1) {
      await file.write(text);
      text = '';
    }
  }
  await file.close();
}

function contentOf(step: number, index: number): object {
  if (step === 0) return { type: 'run', skipInitialSync: true };
  switch (step % 20) {
    case 5:
      return { type: 'paused', queuedRecords: index % 900 };
    case 6:
      return { type: 'resumed', option: 'catch-up' };
    case 7:
      return { type: 'catch-up-completed', errors: [] };
    default:
      return { type: 'error', message: `Unable to lookup transactioncurrencies with values {C-${index}}.` };
  }
}
