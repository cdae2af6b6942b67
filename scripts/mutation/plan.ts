import { appendFileSync, readFileSync } from 'node:fs';
import type { Mutant } from './instrument.js';

/** What a worker gets to do, as JSON in the file that `MUTATION_PLAN` names. */
export interface Plan {
  /** Where results are added, a line each. */
  readonly results: string;
  readonly mutants: readonly PlannedMutant[];
  /** The source of each mutant, also of those that are done. */
  readonly sourceOf: Readonly<Record<string, string>>;
  /** Path of a test file, and what `bundleTest` made of it. */
  readonly tests: Readonly<Record<string, PlannedTest>>;
}

export interface PlannedMutant extends Mutant {
  /** Paths of the test files that have still to try it. */
  readonly tests: readonly string[];
}

export interface PlannedTest {
  readonly bundle: string;
  /** Of the test file and of what it imports of other tests. */
  readonly hash: string;
}

/** A line of results: of one mutant and one test file, as both were at that time. */
export interface Line {
  readonly key: string;
  readonly sourceHash: string;
  readonly test: string;
  readonly testHash: string;
  /** `started` is the last word about a mutant that ended the process or kept it busy for good. */
  readonly status: 'started' | 'killed' | 'survived' | 'not reached';
  /** The test that failed. */
  readonly by?: string;
}

export function readPlan(): Plan {
  return JSON.parse(readFileSync(process.env.MUTATION_PLAN ?? '', 'utf8'));
}

export function addLine(path: string, line: Line): void {
  appendFileSync(path, `${JSON.stringify(line)}\n`);
}

/** The lines of a file of results; the last one may have been cut off, and is then left out. */
export function readLines(path: string): readonly Line[] {
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return []; // nothing was tried yet
  }
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}
