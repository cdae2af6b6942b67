import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOf } from './bundle-of.js';
import { atMost, type Section } from './section.js';
import { type Spread, spreadOfRatios } from './spread.js';

/** Recognizing a large HAR file. */
export async function harFile(): Promise<Section> {
  const { time, memory } = await measureHar();
  return {
    goals: [
      atMost('recognizing a HAR file of 300 MB against `JSON.parse` of the same file: time', time, 2),
      atMost('the same: peak memory, against 250 MB', memory / 250, 1),
    ],
  };
}

/** What recognizing a HAR file takes in which one entry of a hundred is of use, against `JSON.parse` of the same file. */
interface HarMeasurement {
  readonly megabytes: number;
  /** How many times as long as `JSON.parse`. */
  readonly time: Spread;
  /** At the peak, in megabytes. */
  readonly memory: number;
}

interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Measures in processes of their own, so that no run warms or fills up another. */
async function measureHar(megabytes = 300): Promise<HarMeasurement> {
  const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-bench-'));
  try {
    const path = join(folder, 'recording.har');
    await writeRecording(path, megabytes * 1_000_000);
    // In turns: what else the machine does affects both alike.
    const runs = Array.from({ length: 5 }, () => ({
      parsing: runOf('parsing', path),
      har: runOf('recognizing', path),
    }));
    return {
      megabytes,
      time: spreadOfRatios(runs.map(({ har, parsing }) => [har.milliseconds, parsing.milliseconds] as const)),
      memory: Math.min(...runs.map(({ har }) => har.megabytes)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runOf(kind: 'parsing' | 'recognizing', path: string): Run {
  const code = `import(${JSON.stringify(bundleOf('har').href)}).then(async ({ ${kind} }) => console.log(JSON.stringify(await ${kind}(${JSON.stringify(path)}))))`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  // Safe: the process prints what the functions below return.
  return JSON.parse(output) as Run;
}

export async function parsing(path: string): Promise<Run> {
  return measured(async () => JSON.parse(readFileSync(path, 'utf8')) !== null);
}

export async function recognizing(path: string): Promise<Run> {
  const { recognizeLarge } = await import('../src/inputs/recognize-large.js');
  return measured(async () => {
    const input = await recognizeLarge(createReadStream(path));
    return input.kind === 'har' && input.answers.length > 10;
  });
}

async function measured(run: () => Promise<boolean>): Promise<Run> {
  const start = performance.now();
  if (!(await run())) throw new Error('the file was not read');
  return {
    milliseconds: performance.now() - start,
    megabytes: process.resourceUsage().maxRSS / 1_024,
  };
}

/** Scripts, pictures and rows of other products, with escaped characters, and pages of teams. */
async function writeRecording(path: string, bytes: number): Promise<void> {
  const script = 'function a(b){return b["c"]?"\\n\\u0041":b}// ünï\n'.repeat(2_000);
  const picture = 'iVBORw0KGgo'.repeat(8_000);
  const rows = (name: string, more: object) =>
    JSON.stringify({
      value: Array.from({ length: 500 }, (_, row) => ({ teamid: `t${row}`, name: `${name} "${row}"`, ...more })),
    });
  const contents = [{ text: script }, { text: picture, encoding: 'base64' }, { text: rows('Row', {}) }];
  const teams = { text: rows('Team', { teamtype: 0, isdefault: false, _businessunitid_value: 'b' }) };
  const headers = Array.from({ length: 20 }, (_, index) => ({ name: `h${index}`, value: 'v'.repeat(60) }));
  const file = await open(path, 'w');
  await file.write('{"log":{"version":"1.2","entries":[');
  for (let index = 0, size = 0; size < bytes; index += 1) {
    const isOurs = index % 100 === 0;
    const url = isOurs ? `https://contoso.crm4.dynamics.com/api/data/v9.2/teams?$skiptoken=${index}` : 'https://x/y';
    const entry = JSON.stringify({
      request: { method: 'GET', url, headers },
      response: { status: 200, headers, content: isOurs ? teams : contents[index % contents.length] },
      startedDateTime: '2026-11-20T10:00:00.000Z',
    });
    size += entry.length;
    await file.write(`${index === 0 ? '' : ','}${entry}`);
  }
  await file.write(']}}');
  await file.close();
}
