import { err, ok, type Result } from 'neverthrow';
import type { Explanation } from '../diagnosis/explain.js';
import {
  type EvaluateOptions,
  evaluateSnapshot,
  factsNeededFor,
  issuesInEvaluateOptions,
} from '../evaluate-snapshot.js';
import { invalidOptions } from '../facts/issues.js';
import type { Snapshot } from '../facts/snapshot.js';
import { withLegalEntities } from '../facts/with-legal-entities.js';
import type { Input, InputOf } from '../inputs/input.js';
import { exitCodeFor } from '../report/exit-code.js';
import { type FleetFault, fleetExitCode, fleetOf } from '../report/fleet.js';
import type { HealthReport } from '../report/report.js';
import { codeAsWritten } from '../rules/code-as-written.js';
import { healthCheck } from '../rules/health-check.js';
import { type CommandResult, type Complaint, couldNotRun } from './command-result.js';
import { type FactsArguments, isLive } from './facts-arguments.js';
import { findConfig } from './find-config.js';
import { isReadOnce } from './is-read-once.js';
import { loadFacts, readFactInputs, readSoundSnapshot } from './load-facts.js';
import type { Checked } from './report-renderers.js';
import { snapshotFiles } from './snapshot-files.js';

/** How facts are checked, wherever they come from. */
export interface SnapshotArguments extends Pick<EvaluateOptions, 'only' | 'gate' | 'failOn' | 'roleModel'> {
  readonly config?: string | undefined;
  readonly baseline?: string | undefined;
  /** Which of our validators is evaluated. */
  readonly validator?: keyof typeof validators | undefined;
}

/** The arguments of `check`, as read from the command line. */
export interface CheckArguments extends FactsArguments, SnapshotArguments {
  /** Snapshots or other files with facts, or folders of them. */
  readonly files: readonly string[];
  /** A file with an error text, `-` for standard input, or the text itself. */
  readonly explain?: string | undefined;
}

/** Our validators, by their names on the command line. Rules are loaded when they are requested. */
const validators = {
  'health-check': async () => healthCheck,
  operations: async () => (await import('../rules/operations.js')).operations,
  'map-design': async () => (await import('../rules/map-design.js')).mapDesign,
} as const;

/**
 * Checks saved snapshots or live services.
 *
 * @param typed - everything after the name of the program
 */
export async function checkFacts(given: CheckArguments, typed: readonly string[]): Promise<CommandResult<Checked>> {
  const settled = await settle(given);
  if (settled.isErr()) return couldNotRun(settled.error);
  const { options, timeoutMs } = settled.value;
  const fault = invalidOptions(issuesInEvaluateOptions(options));
  if (fault !== undefined) return couldNotRun(fault);
  if (given.files.length === 0 && given.with === undefined && given.gateway === undefined && !isLive(given)) {
    return couldNotRun(
      'expected a snapshot to check (a file, or - for standard input), --dataverse and --finops, or --with FILE',
    );
  }
  const files = await snapshotFiles(given.files);
  if (files.isErr()) return couldNotRun(files.error);
  const { paths, isFleet } = files.value;
  if (isFleet && !isLive(given)) {
    const several = await checkSeveral(paths, given, options);
    if (several !== undefined) return several;
  }
  const loaded = await loadFacts({ ...given, timeoutMs }, factsNeededFor(options));
  if (loaded.isErr()) return couldNotRun(loaded.error);
  const { snapshot } = loaded.value;
  const report = evaluateSnapshot(snapshot, options);
  const explanations = given.explain === undefined ? ok(undefined) : await explanationsOf(given.explain, report);
  if (explanations.isErr()) return couldNotRun(explanations.error);
  const result = {
    report,
    linkCommand: await commandWithLink(typed, snapshot),
    ...(explanations.value === undefined ? {} : { explanations: explanations.value }),
  };
  return { type: 'done', result, exitCode: exitCodeFor(report) };
}

/** The command that supplies the missing link. */
async function commandWithLink(typed: readonly string[], { facts }: Snapshot): Promise<string | undefined> {
  if (facts.link?.status === 'known') return undefined;
  const { linkCommand } = await import('./link-command.js');
  return linkCommand(typed, facts, process.platform);
}

/** Checks the given facts. */
export async function checkSnapshot(snapshot: Snapshot, given: SnapshotArguments): Promise<CommandResult<Checked>> {
  const report = await reportOf(snapshot, given);
  if (report.isErr()) return couldNotRun(report.error);
  return { type: 'done', result: { report: report.value }, exitCode: exitCodeFor(report.value) };
}

/** The report of the given facts, with the configuration that is found. */
export async function reportOf(snapshot: Snapshot, given: SnapshotArguments): Promise<Result<HealthReport, Complaint>> {
  const settled = await settle(given);
  if (settled.isErr()) return err(settled.error);
  const { options } = settled.value;
  const fault = invalidOptions(issuesInEvaluateOptions(options));
  return fault === undefined ? ok(evaluateSnapshot(snapshot, options)) : err(fault);
}

/** What the report says of the cause of an error text. */
async function explanationsOf(given: string, report: HealthReport): Promise<Result<readonly Explanation[], Complaint>> {
  const [{ errorText }, { explain }] = await Promise.all([
    import('./error-text.js'),
    import('../diagnosis/explain.js'),
  ]);
  return (await errorText(given)).map(({ text }) => explain(text, report));
}

interface Settled {
  readonly options: EvaluateOptions;
  readonly timeoutMs: number | undefined;
}

/** The configuration, with what the command line says on top. */
export async function settle(given: SnapshotArguments): Promise<Result<Settled, Complaint>> {
  const found = await findConfig(given.config);
  if (found.isErr()) return err(found.error);
  const { options, timeoutMs, baseline: configured } = found.value;
  const path = given.baseline ?? configured;
  const baseline = path === undefined ? ok(undefined) : await (await import('./read-baseline.js')).readBaseline(path);
  if (baseline.isErr()) return err(baseline.error);
  const { gate, failOn, roleModel } = given;
  const only = given.only?.map(codeAsWritten);
  const chosen = Object.fromEntries(
    Object.entries({ only, gate, failOn, roleModel }).filter(([, value]) => value !== undefined),
  );
  const validator = await validators[given.validator ?? 'health-check']();
  return ok({ options: { ...options, ...chosen, validator, baseline: baseline.value, now: new Date() }, timeoutMs });
}

/**
 * Each snapshot is an environment, of which one at a time is in memory. Other files with facts are about the environments that they
 * name, and so is a snapshot of finance and operations alone; `undefined` where all are about one, which is checked as such.
 */
async function checkSeveral(
  paths: readonly string[],
  given: CheckArguments,
  options: EvaluateOptions,
): Promise<CommandResult<Checked> | undefined> {
  const read = await readSeveral(paths, (snapshot) => evaluateSnapshot(withCompanies(snapshot, given), options));
  const { checked, parts, faults } = read;
  const reports = checked.map(({ report }) => report);
  if (parts.length > 0) {
    const { snapshotsOf } = await import('../inputs/snapshots-of.js');
    const gathered = await snapshotsOf(parts, { now: new Date() });
    const isBeside = parts.some(({ kind }) => kind !== 'snapshot');
    if (isBeside ? reports.length < 2 && gathered.length < 2 : reports.length + gathered.length < 2) return undefined;
    for (const { snapshot } of gathered) reports.push(evaluateSnapshot(withCompanies(snapshot, given), options));
  }
  for (const option of ['with', 'gateway', 'explain'] as const) {
    if (given[option] !== undefined)
      return couldNotRun(`--${option}: expected one snapshot file, not several or a folder`);
  }
  if (reports.length === 0 && read.first !== undefined) return couldNotRun(read.first);
  const fleet = fleetOf(reports, faults);
  return { type: 'done', result: { fleet }, exitCode: fleetExitCode(fleet) };
}

/** Several files: environments that are checked already, and what has to be put together first. */
interface ReadFiles {
  readonly checked: readonly CheckedFile[];
  readonly parts: readonly Input[];
  readonly faults: readonly FleetFault[];
  /** The first complaint. */
  readonly first: Complaint | undefined;
}

interface CheckedFile {
  readonly path: string;
  /** The snapshot, without anything but the addresses in it. */
  readonly addresses: Snapshot;
  readonly report: HealthReport;
}

async function readSeveral(paths: readonly string[], check: (snapshot: Snapshot) => HealthReport): Promise<ReadFiles> {
  const checked: CheckedFile[] = [];
  const faults: FleetFault[] = [];
  const parts: Input[] = [];
  let first: Complaint | undefined;
  const canBeReadAgain = !paths.some(isReadOnce); // which is how what belongs together comes together
  for (const path of paths) {
    const sound = await readSoundSnapshot(path);
    const inputs = sound === undefined ? await readFactInputs([path]) : ok([inputOf(sound)]);
    if (inputs.isErr()) {
      first ??= inputs.error;
      const fault = typeof inputs.error === 'string' ? { type: 'could-not-run', because: inputs.error } : inputs.error;
      faults.push({ environment: { name: path }, ...fault });
      continue;
    }
    for (const input of inputs.value) {
      if (input.kind !== 'snapshot' || (canBeReadAgain && isOfFinopsAlone(input.snapshot))) parts.push(input);
      else checked.push({ path, addresses: addressesOf(input.snapshot), report: check(input.snapshot) });
    }
  }
  return { ...(await withOtherHalves(checked, parts)), faults, first };
}

function inputOf(snapshot: Snapshot): InputOf<'snapshot'> {
  return { kind: 'snapshot', snapshot, lacks: [] };
}

/** A file of one browser tab, or a capture of one service. */
function isOfFinopsAlone({ facts: { link, dataverseEnvironment, finopsEnvironment } }: Snapshot): boolean {
  return finopsEnvironment?.status === 'known' && dataverseEnvironment?.status !== 'known' && link?.status !== 'known';
}

function addressesOf({ facts: { link, dataverseEnvironment, finopsEnvironment }, ...snapshot }: Snapshot): Snapshot {
  return { ...snapshot, facts: { link, dataverseEnvironment, finopsEnvironment } };
}

/** What is of finance and operations alone comes together with the snapshots of its Dataverse environment, which are read again. */
async function withOtherHalves(
  checked: readonly CheckedFile[],
  parts: readonly Input[],
): Promise<Pick<ReadFiles, 'checked' | 'parts'>> {
  const halves = parts.flatMap((input) => (input.kind === 'snapshot' ? [input.snapshot] : []));
  if (halves.length === 0) return { checked, parts };
  const { environmentKeyAmong } = await import('../inputs/snapshots-of.js');
  const keyOf = environmentKeyAmong([...checked.map(({ addresses }) => addresses), ...halves]);
  const keys = new Set(halves.map(keyOf));
  const again = new Set(checked.flatMap(({ path, addresses }) => (keys.has(keyOf(addresses)) ? [path] : [])));
  const read = (await readFactInputs([...again])).unwrapOr([]);
  return {
    checked: checked.filter(({ path }) => !again.has(path)),
    parts: [...read.filter((input) => input.kind === 'snapshot' && !isOfFinopsAlone(input.snapshot)), ...parts],
  };
}

function withCompanies(snapshot: Snapshot, { legalEntities }: CheckArguments): Snapshot {
  return legalEntities === undefined
    ? snapshot
    : { ...snapshot, facts: withLegalEntities(snapshot.facts, legalEntities) };
}
