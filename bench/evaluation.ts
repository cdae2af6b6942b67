import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  allOf,
  dataverseCompanyMismatch,
  dataverseConfigurationStale,
  defaultOwningTeamMissing,
  evaluateSnapshot,
  finopsConfigurationStale,
  type Snapshot,
} from '../src/index.js';
import { bundleOf } from './bundle-of.js';
import { environmentOfSize } from './environment-of-size.js';
import { handWritten } from './hand-written.js';
import { inTurns, type Spread, spreadOf, spreadOfRatios } from './spread.js';

const fourRules = allOf(
  'measured',
  dataverseCompanyMismatch,
  defaultOwningTeamMissing,
  dataverseConfigurationStale,
  finopsConfigurationStale,
);

/** Milliseconds of processor time of both, and how many times the second the first is, pair by pair. */
export interface Comparison {
  readonly ours: Spread;
  readonly hand: Spread;
  readonly ratio: Spread;
}

/** The four rules by the library. */
export function byRules(snapshot: Snapshot): unknown {
  return evaluateSnapshot(snapshot, { validator: fourRules });
}

/** What the four rules find, as the pass by hand says it. */
export function foundByRules(snapshot: Snapshot): readonly string[] {
  return evaluateSnapshot(snapshot, { validator: fourRules }).outcomes.flatMap((outcome) =>
    outcome.status === 'failed' ? outcome.findings.map(({ subject }) => `${outcome.code} ${subject.id}`) : [],
  );
}

/** The same four questions, asked of the same snapshots in every way in which someone may measure them. */
export function measureEvaluation(folder: string) {
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
