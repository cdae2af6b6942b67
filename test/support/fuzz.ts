import { relative } from 'node:path';
import { fc } from '@fast-check/vitest';
import { expect } from 'vitest';

/*
 * The budget of every property, and what a failure says. `npm test` makes the runs that each property asks for, the same ones each time:
 * whether a change passes must depend on the change alone. `npm run fuzz` makes others, as many as fit in the seconds of FUZZ_SECONDS.
 * FUZZ_SEED and FUZZ_PATH repeat a failure.
 */

/** So that one slow property ends before the time limit of its test. */
const mostSeconds = 20;
const mostShown = 4_000;
const { FUZZ_SECONDS: seconds, FUZZ_SEED: seed = 20_261_129, FUZZ_PATH: path } = process.env;

/** How many runs a property makes: `usual`, or as many as its seconds allow in a long run. */
export function runs(usual: number): number {
  if (path !== undefined) return 1;
  return seconds === undefined ? usual : 1_000_000_000;
}

fc.configureGlobal({
  numRuns: runs(100),
  interruptAfterTimeLimit: Number(seconds ?? mostSeconds) * 1_000,
  seed: Number(seed),
  ...(path === undefined ? {} : { path, endOnFailure: true }),
  reporter: failWithCommand,
});

/** Throws where a property failed, with the command that repeats it. */
function failWithCommand(details: fc.RunDetails<unknown>): void {
  if (!details.failed) return;
  const { seed, counterexamplePath, errorInstance } = details;
  const { testPath = '', currentTestName = '' } = expect.getState();
  const file = relative(process.cwd(), testPath);
  const name = currentTestName.replace(/ \(with seed=.*\)$/, '').replaceAll(' > ', ' ');
  const repeat = [
    'npm run fuzz --',
    file,
    '-t',
    quoted(literal(name)),
    `--seed=${seed}`,
    `--path=${counterexamplePath}`,
  ];
  throw new Error(`${shortened(fc.defaultReportMessage(details) ?? '')}\n\nRepeat it: ${repeat.join(' ')}`, {
    cause: errorInstance,
  });
}

function literal(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function shortened(text: string): string {
  return text.length <= mostShown ? text : `${text.slice(0, mostShown)} … (${text.length - mostShown} more characters)`;
}
