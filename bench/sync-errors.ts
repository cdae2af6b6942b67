import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOf } from './bundle-of.js';
import { atMost, type Section } from './section.js';
import { type Spread, spreadOf, spreadOfRatios } from './spread.js';

/** A summary of sync errors, plans in a file store, and cells of tables. */
export async function syncErrors(): Promise<Section> {
  const measured = await measureSyncErrors();
  return {
    goals: [
      atMost('a summary of a million sync errors against reading and parsing the same lines: time', measured.time, 1.5),
      atMost('the same against the library’s own reader of lines and `JSON.parse`', measured.timeOverOwnReader, 1.5),
      atMost('the same: peak memory, against that of a fourth of the lines', measured.memory, 1.1),
      atMost(
        'the last of 60 requests of 10,000 rows in a file store, against the first',
        measured.growthOfRequests,
        1.5,
      ),
      atMost(
        'growth of a cell of a table from 350,000 to 3.5 million characters, in parts of 1,000',
        measured.growthOfCell,
        15,
      ),
    ],
    text: `## Sync errors

A JSON Lines file of ${measured.rows.toLocaleString('en')} error rows is summarized in ${measured.milliseconds.summary.toFixed(0)} ms; a plain loop that reads it as a stream, splits it into
lines and calls \`JSON.parse\` takes ${measured.milliseconds.reading.toFixed(0)} ms.`,
  };
}

/** What summarizing sync errors takes, against reading the same lines and `JSON.parse`. */
interface SyncErrorsMeasurement {
  readonly rows: number;
  /** How many times as long as reading and parsing alone, in processor time. The goal is 1.5 at most. */
  readonly time: Spread;
  /** The same against the library's own reader of lines, which is faster than the plain loop's. */
  readonly timeOverOwnReader: Spread;
  /** How many times as much memory, at the peak, as for a fourth of the rows. */
  readonly memory: number;
  /** The same, for reading and parsing alone: what growth belongs to the runtime. */
  readonly memoryOfReading: number;
  readonly milliseconds: { readonly summary: number; readonly reading: number };
  /** How many times as long a store takes for the last of 60 requests of 10,000 rows as for the first. */
  readonly growthOfRequests: Spread;
  /** How many times as long a cell of a table takes that is ten times as long, in parts of one length. */
  readonly growthOfCell: Spread;
}

interface Run {
  readonly milliseconds: number;
  readonly kilobytes: number;
}

/** Measures in processes of their own, so that no run warms or fills up another. */
async function measureSyncErrors(rows = 1_000_000): Promise<SyncErrorsMeasurement> {
  const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-bench-'));
  try {
    const whole = join(folder, 'whole.jsonl');
    const fourth = join(folder, 'fourth.jsonl');
    await writeRows(whole, rows);
    await writeRows(fourth, Math.floor(rows / 4));
    // In turns: what else the machine does hits both alike.
    const runs = Array.from({ length: 7 }, () => ({
      reading: runOf('reading', whole),
      ownReader: runOf('ownReader', whole),
      summary: runOf('summary', whole),
    }));
    const against = (kind: 'reading' | 'ownReader') =>
      spreadOfRatios(runs.map((run) => [run.summary.milliseconds, run[kind].milliseconds] as const));
    const median = (kind: 'reading' | 'summary') => spreadOf(runs.map((run) => run[kind].milliseconds)).median;
    const peak = (kind: 'reading' | 'summary') => Math.min(...runs.map((run) => run[kind].kilobytes));
    return {
      rows,
      time: against('reading'),
      timeOverOwnReader: against('ownReader'),
      memory: peak('summary') / runOf('summary', fourth).kilobytes,
      memoryOfReading: peak('reading') / runOf('reading', fourth).kilobytes,
      milliseconds: { summary: median('summary'), reading: median('reading') },
      growthOfRequests: await growthOfRequests(join(folder, 'requests.jsonl')),
      growthOfCell: await growthOfCell(),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runOf(kind: 'reading' | 'ownReader' | 'summary', path: string): Run {
  const code = `import(${JSON.stringify(bundleOf('sync-errors').href)}).then(async ({ ${kind} }) => console.log(JSON.stringify(await ${kind}(${JSON.stringify(path)}))))`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  // Safe: the process prints what the functions below return.
  return JSON.parse(output) as Run;
}

/** The plain loop: a stream, split into lines, and `JSON.parse`. It is faster than `readline`. */
export async function reading(path: string): Promise<Run> {
  return measured(async () => {
    let rows = 0;
    let rest = '';
    for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (JSON.parse(line) !== null) rows += 1;
    }
    return rows;
  });
}

/** The same with the reader that the summary uses. */
export async function ownReader(path: string): Promise<Run> {
  const { readLines } = await import('../src/node/read-lines.js');
  return measured(async () => {
    let rows = 0;
    for await (const { texts } of readLines(path)) {
      for (const text of texts) if (JSON.parse(text) !== null) rows += 1;
    }
    return rows;
  });
}

/** The summary of the same file. */
export async function summary(path: string): Promise<Run> {
  const { summarizeSyncErrorFile } = await import('../src/node/summarize-sync-error-file.js');
  return measured(async () => (await summarizeSyncErrorFile(path))._unsafeUnwrap().total);
}

async function growthOfRequests(path: string): Promise<Spread> {
  const { syncErrorFileStore } = await import('../src/node/sync-error-file-store.js');
  const times: number[] = [];
  const store = syncErrorFileStore(path);
  for (let index = 0; index < 60 + warmUp; index += 1) {
    const id = `request ${index}`;
    const recordIds = Array.from({ length: 10_000 }, (_, row) => guidOf(index * 10_000 + row));
    const start = performance.now();
    const answer = await store.submit({ id, job: id, action: 'retry', recordIds }, {});
    times.push(performance.now() - start);
    if (answer.status !== 'accepted') throw new Error(answer.because);
  }
  const measuredTimes = times.slice(warmUp);
  const [first, last] = [measuredTimes.slice(0, 10), measuredTimes.slice(-10)];
  return spreadOfRatios(last.map((time, index) => [time, first[index] ?? Number.NaN] as const));
}

/** In turns: what else the machine does hits both alike. */
async function growthOfCell(): Promise<Spread> {
  const { delimitedRows } = await import('../src/sync-errors/delimited-rows.js');
  const timeOf = (length: number) => {
    const text = `"${'text\n, '.repeat(length / 7)}",b\n`;
    const { read } = delimitedRows(',', '\n');
    const start = performance.now();
    let rows = 0;
    for (let at = 0; at < text.length; at += 1_000) rows += read(text.slice(at, at + 1_000), false).length;
    if (rows !== 1) throw new Error(`${rows} rows`);
    return performance.now() - start;
  };
  const runs = Array.from({ length: 20 + warmUp }, () => [timeOf(3_500_000), timeOf(350_000)] as const);
  return spreadOfRatios(runs.slice(warmUp));
}

/** Runs until the code is compiled. */
const warmUp = 5;

async function measured(run: () => Promise<number>): Promise<Run> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return { milliseconds: (user + system) / 1_000, kilobytes: process.resourceUsage().maxRSS };
}

const messages = [
  (n: number) =>
    `Unable to write data to entity msdyn_postaladdresses.Unable to lookup msdyn_postaladdresscollections with values {LOC-${String(n).padStart(9, '0')}}.`,
  (n: number) =>
    `Writes to Customers failed with error message: Principal user (Id=${guidOf(n)}, type=8) is missing prvReadAccount privilege.`,
  (n: number) =>
    `The record CUST-${n} of company USMF was rejected: credit limit ${n % 977} exceeded for the customer group ${n % 31}.`,
  () => '',
  (n: number) =>
    `System failure while processing batch ${n}, correlation ${guidOf(n * 7)}; the service did not answer in time.`,
];

async function writeRows(path: string, rows: number): Promise<void> {
  const file = await open(path, 'wx');
  let text = '';
  for (let index = 0; index < rows; index += 1) {
    text += `${JSON.stringify({
      id: guidOf(index),
      integrationJob: 'Customers and addresses',
      entity: `Entity ${index % 40}`,
      dataSource: index % 3 === 0 ? 'Dataverse' : 'Finance and operations',
      uniqueKey: `CUST-${String(index).padStart(9, '0')}`,
      company: `C${index % 60}`,
      code: index % 4 === 0 ? null : `0x8004${index % 90}`,
      message: messages[index % messages.length]?.(index),
      category: ['application', 'system', 'unknown'][index % 3],
      createdOn: new Date(1_768_000_000_000 + index * 900).toISOString(),
    })}\n`;
    if (text.length > 1_000_000 || index === rows - 1) {
      await file.write(text);
      text = '';
    }
  }
  await file.close();
}

function guidOf(index: number): string {
  const hexadecimal = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return `${hexadecimal.toString(16).padStart(8, '0')}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
}
