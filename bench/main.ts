/**
 * `npm run bench`: measures, compares everything within this one run, and writes docs/benchmarks.md.
 * Ratios are what counts; absolute times depend on the machine.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { toolCommand } from '../scripts/tool-command.js';
import { measureActivity } from './activity.js';
import { measureAlerts } from './alerts.js';
import { measureDiagnosis } from './diagnosis.js';
import { environmentOfSize } from './environment-of-size.js';
import { type Comparison, foundByRules, measureEvaluation } from './evaluation.js';
import { handWritten } from './hand-written.js';
import { measureHar } from './har.js';
import { measureHostileMaps } from './hostile-maps.js';
import { largeTenant } from './large-tenant.js';
import { type LiveRun, measureLive } from './live.js';
import { measureMaps } from './maps.js';
import { type Spread, spreadOf, spreadOfRatios, verdictOf } from './spread.js';
import { measureSyncErrors } from './sync-errors.js';
import { withJsonRulesEngine } from './with-json-rules-engine.js';

const root = fileURLToPath(new URL('..', import.meta.url));
interface Goal {
  readonly name: string;
  readonly ratio: Spread;
  readonly goal: string;
  readonly verdict: ReturnType<typeof verdictOf>;
}
const goals: Goal[] = [];
const atMost = (name: string, measured: number | Spread, limit: number) => {
  const ratio = asSpread(measured);
  goals.push({ name, ratio, goal: `at most ${limit}`, verdict: verdictOf(ratio, (figure) => figure <= limit) });
};
const atLeast = (name: string, measured: number | Spread, limit: number) => {
  const ratio = asSpread(measured);
  goals.push({ name, ratio, goal: `at least ${limit}`, verdict: verdictOf(ratio, (figure) => figure >= limit) });
};

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
for (const names of ['of rows', 'in projects'] as const) {
  const snapshot = environmentOfSize(10_000, names);
  assertSameFindings(10_000, foundByRules(snapshot), handWritten(snapshot));
}
const evaluation = measureEvaluation(folder);
const at = (size: number) => evaluation.bySize.get(size)?.ours.median ?? Number.NaN;
atMost(
  'evaluateSnapshot against a hand-written pass, 100,000 companies and rows: processor time',
  evaluation.bySize.get(100_000)?.ratio ?? Number.NaN,
  1.5,
);
atMost('growth of evaluateSnapshot from 10,000 to 100,000', at(100_000) / at(10_000), 12);

const tenThousand = environmentOfSize(10_000);
assertSameFindings(10_000, await withJsonRulesEngine(tenThousand), handWritten(tenThousand));
const engineTimes: number[] = [];
for (let run = 0; run < 3; run += 1) {
  const start = performance.now();
  await withJsonRulesEngine(tenThousand);
  engineTimes.push(performance.now() - start);
}
const engine = medianOf(engineTimes);
atLeast('json-rules-engine against evaluateSnapshot, 10,000', engine / at(10_000), 15);

execFileSync(...toolCommand('tsup', ['--silent']), { cwd: root, stdio: 'inherit' });
const file = join(folder, 'large.json');
writeFileSync(file, JSON.stringify(largeTenant(115_000)));
const worstFile = join(folder, 'worst.json');
const { facts, ...environment } = environmentOfSize(60_000);
const { companies } = environmentOfSize(10_000).facts;
writeFileSync(worstFile, JSON.stringify({ ...environment, facts: { ...facts, companies } }));
const megabytes = statSync(file).size / 2 ** 20;
const reader = join(folder, 'read.mjs');
writeFileSync(
  reader,
  `import { readFile } from 'node:fs/promises';\nglobalThis.parsed = JSON.parse(await readFile(process.argv[2], 'utf8'));\n`,
);
const probe = join(folder, 'probe.mjs');
writeFileSync(
  probe,
  `import { writeFileSync } from 'node:fs';\nprocess.on('exit', () => writeFileSync(process.env.PROBE, String(process.resourceUsage().maxRSS)));\n`,
);
const usage = alternate({ check: [join(root, 'dist/cli.cjs'), 'check', file], read: [reader, file] }, 15);
const worst = alternate({ check: [join(root, 'dist/cli.cjs'), 'check', worstFile], read: [reader, worstFile] }, 15);
atMost(
  `a whole check of ${megabytes.toFixed(0)} MB against reading and parsing it: time`,
  ratioOfTimes(usage.check, usage.read),
  1.35,
);
atMost('the same: peak memory', usage.check.memory / usage.read.memory, 1.35);
atMost(
  `a whole check of ${(statSync(worstFile).size / 2 ** 20).toFixed(0)} MB of configuration rows against reading and parsing it: time`,
  ratioOfTimes(worst.check, worst.read),
  1.6,
);

const live = await measureLive(root, folder, 15);
const liveRatio = (figure: keyof LiveRun) =>
  spreadOfRatios(live.check.map((run, turn) => [run[figure], live.fetches[turn]?.[figure] ?? Number.NaN] as const));
atMost('a live check against one `fetch` after the other of the same pages: time', liveRatio('time'), 0.6);
atMost('the same: peak memory, against holding the rows once', liveRatio('memory'), 1.5);
atMost('the same: requests, for each page', live.requests / live.pages, 1);

const diagnosis = measureDiagnosis();
for (const percent of [10, 30] as const) {
  atLeast(
    `every expression on every line of a log against diagnose, ${percent} % of the lines with a message`,
    diagnosis.faster[percent],
    5,
  );
}
atMost('diagnose of lines four times as long', diagnosis.growth.length, 5);
atMost('diagnose by four times the topics', diagnosis.growth.topics, 5);

for (const { name, growth } of await measureHostileMaps())
  atMost(`ten times as much of a hostile map or solution: ${name}`, growth, 20);

const syncErrors = await measureSyncErrors();
atMost('a summary of a million sync errors against reading and parsing the same lines: time', syncErrors.time, 1.5);
atMost('the same against the library’s own reader of lines and `JSON.parse`', syncErrors.timeOverOwnReader, 1.5);
atMost('the same: peak memory, against that of a fourth of the lines', syncErrors.memory, 1.1);
atMost('the last of 60 requests of 10,000 rows in a file store, against the first', syncErrors.growthOfRequests, 1.5);
atMost(
  'growth of a cell of a table from 350,000 to 3.5 million characters, in parts of 1,000',
  syncErrors.growthOfCell,
  15,
);
const har = await measureHar();
atMost('recognizing a HAR file of 300 MB against `JSON.parse` of the same file: time', har.time, 2);
atMost('the same: peak memory, against 250 MB', har.memory / 250, 1);
const activity = await measureActivity(join(root, 'dist/cli.cjs'), folder);
atMost('`activity` of a million events against reading and parsing the same lines: time', activity.time, 3);
atMost('the same, against a fourth of the events', activity.growth, 4.5);
for (const [name, megabytes] of Object.entries(activity.megabytes)) {
  atMost(`the same ${name}: peak memory, against 400 MB`, megabytes / 400, 1);
}
const alerts = measureAlerts();
for (const [name, speed] of [
  ['the documented error types', alerts.speed.spread],
  ['all of one type', alerts.speed.allAlike],
  ['no two alike', alerts.speed.allDifferent],
  ['events up to a minute late', alerts.speed.late],
] as const) {
  atLeast(`speed of a million events through fifty alert settings against a loop that counts, ${name}`, speed, 0.5);
}

const maps = await measureMaps();
for (const [shape, what] of [
  ['names', 'ten times the maps'],
  ['versions', 'ten times the versions of one map'],
] as const) {
  for (const { name, ratio } of maps.growth[shape]) atMost(`${name}, ${what}`, ratio, 12);
}

const importing = (specifiers: readonly string[], name: string) => {
  const path = join(root, `node_modules/.bench-${name}.mjs`);
  writeFileSync(path, specifiers.map((specifier) => `import ${JSON.stringify(specifier)};\n`).join(''));
  return path;
};
const scripts = {
  ours: importing([pathToFileURL(join(root, 'dist/index.js')).href], 'ours'),
  dependencies: importing(['zod/mini', 'neverthrow'], 'dependencies'),
  zod: importing(['zod'], 'zod'),
  nothing: importing([], 'nothing'),
};
const command = join(root, 'dist/cli.cjs');
const imports = alternate(
  {
    nothing: [scripts.nothing],
    ours: [scripts.ours],
    dependencies: [scripts.dependencies],
    zod: [scripts.zod],
    version: [command, '--version'],
    diagnose: [command, 'diagnose', 'Unable to lookup msdyn_postaladdresscollections with values {LOC-1}'],
  },
  25,
);
for (const path of Object.values(scripts)) rmSync(path);
atMost(
  'import of the root against importing zod and neverthrow',
  ratioOfTimes(imports.ours, imports.dependencies),
  1.2,
);
const aboveNothing = ({ times }: Times) => ({
  times: times.map((time, run) => time - (imports.nothing.times[run] ?? 0)),
});
const zod = aboveNothing(imports.zod);
atMost(
  '`--version` of the command against importing the whole zod, both above an empty process',
  ratioOfTimes(aboveNothing(imports.version), zod),
  0.5,
);
atMost('the same, `diagnose` of one text', ratioOfTimes(aboveNothing(imports.diagnose), zod), 1);

const bundle = JSON.parse(execFileSync(...toolCommand('size-limit', ['--json']), { cwd: root, encoding: 'utf8' })) as {
  name: string;
  size: number;
}[];
const defineRuleBytes = bundle.find(({ name }) => name === 'defineRule')?.size ?? Number.NaN;
const page = `# Benchmarks

Written by \`npm run bench\`. Every ratio compares two things within one run on one machine (${cpus()[0]?.model.trim()}, Node ${process.version}); absolute times mean little elsewhere.
A ratio with a spread is the median of pairs of runs that alternate; half of the pairs lie between the two figures beside it. Where the goal
lies between them too, the result is within noise: another run may find the opposite. Ratios without a spread, such as those of memory, hardly differ between runs.

| What | Ratio | Between | Goal | |
|---|---|---|---|---|
${goals.map(({ name, ratio, goal, verdict }) => `| ${name} | ${ratio.median.toFixed(2)} | ${inWords(ratio)} | ${goal} | ${verdict.replace('missed', '**missed**')} |`).join('\n')}

\`import { defineRule }\` bundles to ${defineRuleBytes} bytes (goal: under 1,000).

## evaluateSnapshot against one hand-written pass

Four documented rules (DWDVEV1003, DWDVEV1007, DWDVEV1004, DWFOEV1004) over as many companies, runtime configurations and project
configurations; both find the same, one row in a hundred. The pass (\`bench/hand-written.ts\`) compares names as the rules do, which
a test checks with snapshots of every spelling, keeps what it reads of a text, and gives only codes and ids: no messages, remedies,
counts, order, or what could not be judged. A pass that makes every key of each row, as one would write it first, takes several times as long. Milliseconds of processor time: medians of pairs that alternate, and between what the ratios of pairs lie. The goal is about
the third line: the snapshot comes out of JSON, as a file does, and both have run before.

| Companies and rows of each kind | By hand | evaluateSnapshot | Ratio | Between |
|---|---|---|---|---|
${[...evaluation.bySize].map(([size, one]) => comparisonRow(size.toLocaleString('en'), one)).join('\n')}
${Object.entries(evaluation.variants)
  .map(([name, one]) => comparisonRow(`100,000, ${name}`, one))
  .join('\n')}

All rules of the catalogue take ${evaluation.everyRule.median.toFixed(0)} ms (${inWords(evaluation.everyRule)}) for 100,000 with names of projects.

json-rules-engine takes ${engine.toFixed(0)} ms for 10,000, with the same lookups prepared and one run per row.

## A whole process

\`dual-write-health check\` of a snapshot of ${megabytes.toFixed(1)} MB, all rules, takes ${usage.check.time.toFixed(0)} ms and ${(usage.check.memory / 1024).toFixed(0)} MB at its peak; a process that only
reads and parses the file takes ${usage.read.time.toFixed(0)} ms and ${(usage.read.memory / 1024).toFixed(0)} MB. Medians of runs that alternate. The snapshot is
the healthy sample with 115,000 teams, which is what makes snapshots of large tenants big. The other one has 10,000
companies and 60,000 configuration rows of each kind, so that several rules look at each; it takes ${(worst.check.memory / worst.read.memory).toFixed(2)} times the memory.

Missed goals are shown as missed: most of the additional time is spent checking the shape of every row, starting the command line, and
collecting garbage.

## Error texts

A log of 100,000 lines is diagnosed line by line. The plain loop tries every expression on each raw line, and so
recognizes less: it neither unescapes nor unwraps.

## Sync errors and alerts

A JSON Lines file of ${syncErrors.rows.toLocaleString('en')} error rows is summarized in ${syncErrors.milliseconds.summary.toFixed(0)} ms; a plain loop that reads it as a stream, splits it into
lines and calls \`JSON.parse\` takes ${syncErrors.milliseconds.reading.toFixed(0)} ms. A million events pass fifty settings in ${alerts.milliseconds.ours.toFixed(0)} ms; the loop, which knows no
windows and no thresholds, takes ${alerts.milliseconds.plain.toFixed(0)} ms.

## Solutions and backups of maps

From 300 saved maps to 3,000, in processor time. Maps of different names need one another in a chain; versions of one map are of two
publishers. For 3,000 different maps, ${maps.growth.names.map(({ name, milliseconds }) => `${name} takes ${milliseconds.toFixed(0)} ms`).join(', ')}.

## Activity

The activity log of a million events becomes JSON in a file in ${activity.milliseconds.activity.toFixed(0)} ms; a process that only reads the lines and calls
\`JSON.parse\` takes ${activity.milliseconds.reading.toFixed(0)} ms. Both times are of whole processes.

## A live check

Of services on loopback that take 20 ms for each answer on top of making it, with 2,000 companies, 5,000 teams, 300 maps of 20 kB and 20,000
configuration rows in ${live.pages} pages, for which the check sends ${live.requests} requests: the link next to the roles of each
team costs none. The check sends them side by side, as the command line does, checks the rows and evaluates all rules:
${liveMedian('check', 'time').toFixed(0)} ms (${liveRange('check')}) and ${(liveMedian('check', 'memory') / 1024).toFixed(0)} MB at its peak. A plain \`fetch\` of the same pages, one after the other, that holds the parsed
rows takes ${liveMedian('fetches', 'time').toFixed(0)} ms (${liveRange('fetches')}) and ${(liveMedian('fetches', 'memory') / 1024).toFixed(0)} MB. Medians of ${live.check.length} runs that alternate, in brackets the fastest and the slowest; times
are without the start of the process, with it they are ${liveMedian('check', 'process').toFixed(0)} ms and ${liveMedian('fetches', 'process').toFixed(0)} ms. What the check adds to
fetching is mostly parsing the JSON inside columns and evaluating the rules, on the one processor that JavaScript has, while
answers wait.
`;
rmSync(folder, { recursive: true });
writeFileSync(join(root, 'docs/benchmarks.md'), page);
console.log(page);
if (goals.some(({ verdict }) => verdict.startsWith('missed'))) console.log('Some goals were missed in this run.');

function assertSameFindings(size: number, ours: readonly string[], theirs: readonly string[]): void {
  const [a, b] = [[...ours].sort(), [...theirs].sort()];
  if (a.length === 0 || a.join('\n') !== b.join('\n'))
    throw new Error(`the findings differ at ${size}: ${a.length} and ${b.length}`);
}

function asSpread(measured: number | Spread): Spread {
  return typeof measured === 'number' ? spreadOf([measured]) : measured;
}

/** `1.2 to 1.4`, or nothing where only one figure is known. */
function inWords({ lowest, lowerQuartile, upperQuartile, highest }: Spread): string {
  return lowest === highest ? '' : `${lowerQuartile.toFixed(2)} to ${upperQuartile.toFixed(2)}`;
}

function comparisonRow(name: string, { ours, hand, ratio }: Comparison): string {
  return `| ${name} | ${hand.median.toFixed(2)} | ${ours.median.toFixed(2)} | ${ratio.median.toFixed(2)} | ${inWords(ratio)} |`;
}

type Times = { readonly times: readonly number[] };

function ratioOfTimes(one: Times, other: Times): Spread {
  return spreadOfRatios(one.times.map((time, run) => [time, other.times[run] ?? Number.NaN] as const));
}

function medianOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function liveMedian(name: 'check' | 'fetches', figure: keyof LiveRun): number {
  return medianOf(live[name].map((run) => run[figure]));
}

function liveRange(name: 'check' | 'fetches'): string {
  const times = live[name].map(({ time }) => time);
  return `${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)}`;
}

/** Runs the processes in turn, so that what else the machine does falls on all of them. */
function alternate<Name extends string>(commands: Readonly<Record<Name, readonly string[]>>, runs: number) {
  const names = Object.keys(commands) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  const memories = new Map<Name, number[]>(names.map((name) => [name, []]));
  const probeFile = join(folder, 'probe.txt');
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) {
      const start = performance.now();
      spawnSync(process.execPath, [...commands[name]], { stdio: 'ignore' });
      times.get(name)?.push(performance.now() - start);
      spawnSync(process.execPath, ['--import', pathToFileURL(probe).href, ...commands[name]], {
        stdio: 'ignore',
        env: { ...process.env, PROBE: probeFile },
      });
      memories.get(name)?.push(Number(readFileSync(probeFile, 'utf8')));
    }
  }
  const result = names.map((name) => [
    name,
    {
      times: times.get(name) ?? [],
      time: medianOf(times.get(name) ?? []),
      memory: medianOf(memories.get(name) ?? []),
    },
  ]);
  return Object.fromEntries(result) as Record<Name, { times: readonly number[]; time: number; memory: number }>;
}
