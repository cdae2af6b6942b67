import { err, ok, type Result, ResultAsync } from 'neverthrow';
import type { EvaluateOptions } from '../engine/settings.js';
import { evaluateSnapshot, issuesInEvaluateOptions } from '../evaluate-snapshot.js';
import { overlayFacts } from '../facts/combine.js';
import { withLegalEntities } from '../facts/legal-entities.js';
import { errorText } from '../facts/scrub.js';
import type { PartialSnapshot, Snapshot } from '../facts/snapshot.js';
import type { SnapshotFault } from '../faults.js';
import { type FileFault, parseJson, readJson } from '../node/json-file.js';
import { exitCodeFor } from '../report/exit-code.js';
import { type CommandResult, couldNotRun } from './command-result.js';
import { describeFileFault, describeIssues } from './describe-fault.js';
import { isSnapshot } from './is-snapshot.js';
import { type Format, renderReport } from './render-report.js';

/** The arguments of `check`, as read from the command line. */
export interface CheckArguments extends Pick<EvaluateOptions, 'only' | 'gate' | 'failOn' | 'roleModel'> {
  /** A file, `-` for standard input, or nothing when `with` supplies all there is. */
  readonly snapshot: string | undefined;
  readonly with?: string | undefined;
  readonly legalEntities?: readonly string[] | undefined;
  readonly format: Format;
  readonly color: boolean;
}

/** Checks a saved snapshot and renders the report. */
export async function check(given: CheckArguments): Promise<CommandResult> {
  const { only, gate, failOn, roleModel } = given;
  const options = { only, gate, failOn, roleModel };
  const [issue, ...more] = issuesInEvaluateOptions(options);
  if (issue !== undefined) return couldNotRun(describeIssues([issue, ...more]));
  if (given.snapshot === undefined && given.with === undefined) {
    return couldNotRun('expected a snapshot to check: a file, - for standard input, or --with FILE');
  }

  const snapshot = await loadSnapshot(given);
  if (snapshot.isErr()) return couldNotRun(describeFileFault(snapshot.error));
  const report = evaluateSnapshot(snapshot.value, options);
  return { type: 'done', output: renderReport(report, given), exitCode: exitCodeFor(report) };
}

async function loadSnapshot(given: CheckArguments): Promise<Result<Snapshot, FileFault>> {
  const base = given.snapshot === undefined ? ok(undefined) : await readAs(given.snapshot, parseWhole);
  if (base.isErr()) return err(base.error);
  const over = given.with === undefined ? ok(undefined) : await readAs(given.with, parsePartial);
  if (over.isErr()) return err(over.error);

  const snapshot = putTogether(base.value, over.value);
  const { legalEntities } = given;
  return ok(
    legalEntities === undefined ? snapshot : { ...snapshot, facts: withLegalEntities(snapshot.facts, legalEntities) },
  );
}

function putTogether(base: Snapshot | undefined, over: PartialSnapshot | undefined): Snapshot {
  if (base !== undefined) return over === undefined ? base : { ...base, facts: overlayFacts(base.facts, over.facts) };
  return {
    schemaVersion: 1,
    environment: over?.environment ?? { name: 'unnamed environment' },
    takenAt: over?.takenAt ?? new Date().toISOString(),
    facts: over?.facts ?? {},
  };
}

type Parse<T> = (input: unknown) => Promise<Result<T, SnapshotFault>>;

/** A sound snapshot is recognised without zod, whose start and copies would cost more than the rules; zod says what is wrong with others. */
const parseWhole: Parse<Snapshot> = async (input) =>
  isSnapshot(input) ? ok(input) : (await import('../facts/parse-snapshot.js')).parseSnapshot(input);

const parsePartial: Parse<PartialSnapshot> = async (input) =>
  (await import('../facts/parse-snapshot.js')).parsePartialSnapshot(input);

async function readAs<T>(path: string, parse: Parse<T>): Promise<Result<T, FileFault>> {
  const input = await (path === '-' ? readStandardInput() : readJson(path));
  if (input.isErr()) return err(input.error);
  return (await parse(input.value)).mapErr((fault): FileFault => ({ path, ...fault }));
}

function readStandardInput(): ResultAsync<unknown, FileFault> {
  return ResultAsync.fromPromise(
    import('node:stream/consumers').then(({ text }) => text(process.stdin)),
    (error): FileFault => ({ path: '-', type: 'unreadable', detail: errorText(error) }),
  ).andThen((content) => parseJson('-', content));
}
