import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluateSnapshot, type Snapshot } from '../src/index.js';
import { bundleOf } from './bundle-of.js';
import { environmentOfSize } from './environment-of-size.js';
import { byRules, foundByRules } from './four-rules.js';
import { handWritten } from './hand-written.js';
import { atLeast, atMost, inWords, type Place, type Section } from './section.js';
import { inTurns, type Spread, spreadOf, spreadOfRatios } from './spread.js';
import { withJsonRulesEngine } from './with-json-rules-engine.js';

/** `evaluateSnapshot` against one pass by hand, and an engine for rules against it. */
export async function evaluation({ folder }: Place): Promise<Section> {
  for (const names of ['of rows', 'in projects'] as const) {
    const snapshot = environmentOfSize(10_000, names);
    assertSameFindings(foundByRules(snapshot), handWritten(snapshot));
  }
  const { bySize, variants, everyRule } = measureEvaluation(folder);
  const milliseconds = (size: number) => bySize.get(size)?.ours.median ?? Number.NaN;
  const engine = await measureJsonRulesEngine();
  return {
    goals: [
      atMost(
        'evaluateSnapshot against a hand-written pass, 100,000 companies and rows: processor time',
        bySize.get(100_000)?.ratio ?? Number.NaN,
        1.5,
      ),
      atMost('growth of evaluateSnapshot from 10,000 to 100,000', milliseconds(100_000) / milliseconds(10_000), 12),
      atLeast('json-rules-engine against evaluateSnapshot, 10,000', engine / milliseconds(10_000), 15),
    ],
    text: `## evaluateSnapshot against one hand-written pass

Four documented rules (DWDVEV1003, DWDVEV1007, DWDVEV1004, DWFOEV1004) over as many companies, runtime configurations and project
configurations; both find the same, one row in a hundred. The pass (\`bench/hand-written.ts\`) compares names as the rules do, which
a test checks with snapshots of every spelling, keeps what it reads of a text, and gives only codes and ids: no messages, remedies,
counts, order, or what could not be judged. A pass that makes every key of each row, as one would write it first, takes several times as long. Milliseconds of processor time: medians of pairs that alternate, and between what the ratios of pairs lie. The goal is about
the third line: the snapshot comes out of JSON, as a file does, and both have run before.

| Companies and rows of each kind | By hand | evaluateSnapshot | Ratio | Between |
|---|---|---|---|---|
${[...bySize].map(([size, one]) => comparisonRow(size.toLocaleString('en'), one)).join('\n')}
${Object.entries(variants)
  .map(([name, one]) => comparisonRow(`100,000, ${name}`, one))
  .join('\n')}

All rules of the catalogue take ${everyRule.median.toFixed(0)} ms (${inWords(everyRule)}) for 100,000 with names of projects.

json-rules-engine takes ${engine.toFixed(0)} ms for 10,000, with the same lookups prepared and one run per row.`,
  };
}

/** Milliseconds of processor time of both, and how many times the second the first is, pair by pair. */
interface Comparison {
  readonly ours: Spread;
  readonly hand: Spread;
  readonly ratio: Spread;
}

/** The same four questions, asked of the same snapshots in every way in which someone may measure them. */
function measureEvaluation(folder: string) {
  const bySize = new Map(
    [1_000, 10_000, 100_000].map((size) => [
      size,
      compared(outOfJson(environmentOfSize(size)), size < 100_000 ? 101 : 21),
    ]),
  );
  const large = environmentOfSize(100_000);
  const inProjects = outOfJson(environmentOfSize(100_000, 'in projects'));
  const everyRule = inTurns(
    11,
    () => evaluateSnapshot(inProjects),
    () => handWritten(inProjects),
  );
  return {
    bySize,
    variants: {
      'made in the same process': compared(large),
      'of maps and rows with names of projects': compared(inProjects),
      'the first call in a process': comparedInProcesses(large, folder),
    },
    /** Every rule of the catalogue: it answers more questions than the pass. */
    everyRule: spreadOf(everyRule.map(([ours]) => ours)),
  };
}

/** As it comes out of a file: of rows that are made here, equal texts would be one text, which is faster to look up. */
function outOfJson(snapshot: Snapshot): Snapshot {
  return JSON.parse(JSON.stringify(snapshot));
}

function compared(snapshot: Snapshot, turns = 21): Comparison {
  return comparisonOf(
    inTurns(
      turns,
      () => byRules(snapshot),
      () => handWritten(snapshot),
    ),
  );
}

/** Each in processes of its own: nothing is compiled yet, and no text has been looked up. */
function comparedInProcesses(snapshot: Snapshot, folder: string): Comparison {
  const file = join(folder, 'first-call.json');
  writeFileSync(file, JSON.stringify(snapshot));
  const script = fileURLToPath(bundleOf('first-call'));
  const timed = (who: 'ours' | 'hand') =>
    Number(spawnSync(process.execPath, [script, file, who], { encoding: 'utf8' }).stdout);
  return comparisonOf(Array.from({ length: 9 }, () => [timed('ours'), timed('hand')] as const));
}

function comparisonOf(pairs: readonly (readonly [number, number])[]): Comparison {
  return {
    ours: spreadOf(pairs.map(([ours]) => ours)),
    hand: spreadOf(pairs.map(([, hand]) => hand)),
    ratio: spreadOfRatios(pairs),
  };
}

/** Milliseconds for 10,000. */
async function measureJsonRulesEngine(): Promise<number> {
  const snapshot = environmentOfSize(10_000);
  assertSameFindings(await withJsonRulesEngine(snapshot), handWritten(snapshot));
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    await withJsonRulesEngine(snapshot);
    times.push(performance.now() - start);
  }
  return spreadOf(times).median;
}

function assertSameFindings(ours: readonly string[], theirs: readonly string[]): void {
  const [a, b] = [[...ours].sort(), [...theirs].sort()];
  if (a.length === 0 || a.join('\n') !== b.join('\n'))
    throw new Error(`the findings differ: ${a.length} and ${b.length}`);
}

function comparisonRow(name: string, { ours, hand, ratio }: Comparison): string {
  return `| ${name} | ${hand.median.toFixed(2)} | ${ours.median.toFixed(2)} | ${ratio.median.toFixed(2)} | ${inWords(ratio)} |`;
}
