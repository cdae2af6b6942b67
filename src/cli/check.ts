import { err, ok, type Result } from 'neverthrow';
import {
  type EvaluateOptions,
  evaluateSnapshot,
  factsNeededFor,
  issuesInEvaluateOptions,
} from '../evaluate-snapshot.js';
import { invalidOptions } from '../facts/issues.js';
import type { Snapshot } from '../facts/snapshot.js';
import { exitCodeFor } from '../report/exit-code.js';
import { type FleetFault, fleetExitCode, fleetOf } from '../report/fleet.js';
import type { HealthReport } from '../report/report.js';
import { codeAsWritten, healthCheck, mapDesign, operations } from '../rules/catalogue.js';
import { type CommandResult, type Complaint, couldNotRun } from './command-result.js';
import { type FactsArguments, isLive } from './facts-arguments.js';
import { linkCommand } from './link-command.js';
import { loadFacts } from './load-facts.js';
import { type Format, type RenderOptions, renderReport } from './render-report.js';
import { snapshotFiles } from './snapshot-files.js';

/** How facts are checked, wherever they come from. */
export interface SnapshotArguments extends Pick<EvaluateOptions, 'only' | 'gate' | 'failOn' | 'roleModel'> {
  readonly config?: string | undefined;
  readonly baseline?: string | undefined;
  /** Which of our validators is evaluated. */
  readonly validator?: keyof typeof validators | undefined;
  readonly format: Format;
  readonly color: boolean;
  /** A file with an error text, or `-` for standard input. */
  readonly explain?: string | undefined;
  /** The command as it was typed, after its own name. */
  readonly typed?: readonly string[] | undefined;
}

/** The arguments of `check`, as read from the command line. */
interface CheckArguments extends Omit<FactsArguments, 'snapshot'>, SnapshotArguments {
  /** Saved snapshots, or folders of them. */
  readonly snapshots: readonly string[];
}

/** Our validators, by their names on the command line. */
const validators = {
  'health-check': healthCheck,
  operations,
  'map-design': mapDesign,
} as const;

/** Checks saved snapshots or live services and renders the report. */
export async function check(given: CheckArguments): Promise<CommandResult> {
  const settled = await settle(given);
  if (settled.isErr()) return couldNotRun(settled.error);
  const { options, timeoutMs } = settled.value;
  const fault = invalidOptions(issuesInEvaluateOptions(options));
  if (fault !== undefined) return couldNotRun(fault);
  if (given.snapshots.length === 0 && given.with === undefined && given.gateway === undefined && !isLive(given)) {
    return couldNotRun(
      'expected a snapshot to check (a file, or - for standard input), --dataverse and --finops, or --with FILE',
    );
  }

  if (given.snapshots.length > 0 && isLive(given)) {
    return couldNotRun('expected saved snapshots or live services (--dataverse, --finops, --environment-id), not both');
  }
  const files = await snapshotFiles(given.snapshots);
  if (files.isErr()) return couldNotRun(files.error);
  const { paths, isFleet } = files.value;
  if (isFleet) return checkFleetOfFiles(paths, given, options);
  const snapshot = await loadFacts({ ...given, snapshot: paths[0], timeoutMs }, factsNeededFor(options));
  if (snapshot.isErr()) return couldNotRun(snapshot.error);
  return reportOn(snapshot.value, options, given);
}

/** Checks facts that are at hand and renders the report. */
export async function checkSnapshot(snapshot: Snapshot, given: SnapshotArguments): Promise<CommandResult> {
  const settled = await settle(given);
  if (settled.isErr()) return couldNotRun(settled.error);
  const { options } = settled.value;
  const fault = invalidOptions(issuesInEvaluateOptions(options));
  if (fault !== undefined) return couldNotRun(fault);
  return reportOn(snapshot, options, given);
}

async function reportOn(
  snapshot: Snapshot,
  options: EvaluateOptions,
  { typed, ...given }: Pick<SnapshotArguments, 'explain' | 'format' | 'color' | 'typed'>,
): Promise<CommandResult> {
  const report = evaluateSnapshot(snapshot, options);
  const command = typed && linkCommand(typed, snapshot.facts, process.platform);
  const output = await rendered(report, { ...given, linkCommand: command });
  return output.match((text) => ({ type: 'done', output: text, exitCode: exitCodeFor(report) }), couldNotRun);
}

interface Settled {
  readonly options: EvaluateOptions;
  readonly timeoutMs: number | undefined;
}

/** The configuration, with what the command line says on top. */
async function settle(given: SnapshotArguments): Promise<Result<Settled, Complaint>> {
  const { findConfig } = await import('./find-config.js');
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
  const validator = validators[given.validator ?? 'health-check'];
  return ok({ options: { ...options, ...chosen, validator, baseline: baseline.value, now: new Date() }, timeoutMs });
}

async function checkFleetOfFiles(
  paths: readonly string[],
  given: CheckArguments,
  options: EvaluateOptions,
): Promise<CommandResult> {
  for (const option of ['with', 'gateway', 'explain'] as const) {
    if (given[option] !== undefined)
      return couldNotRun(`--${option}: expected one snapshot file, not several or a folder`);
  }
  const reports: HealthReport[] = [];
  const faults: FleetFault[] = [];
  let first: Complaint | undefined;
  for (const path of paths) {
    const snapshot = await loadFacts({ ...given, snapshot: path });
    if (snapshot.isOk()) reports.push(evaluateSnapshot(snapshot.value, options));
    else {
      first ??= snapshot.error;
      const { error } = snapshot;
      const fault = typeof error === 'string' ? { type: 'could-not-run', because: error } : error;
      faults.push({ environment: { name: path }, ...fault });
    }
  }
  if (reports.length === 0 && first !== undefined) return couldNotRun(first);
  const fleet = fleetOf(reports, faults);
  const { renderFleet } = await import('./render-fleet.js');
  return renderFleet(fleet, given).match(
    (output) => ({ type: 'done', output, exitCode: fleetExitCode(fleet) }),
    couldNotRun,
  );
}

async function rendered(
  report: HealthReport,
  given: RenderOptions & Pick<SnapshotArguments, 'explain'>,
): Promise<Result<string, Complaint>> {
  if (given.explain === undefined) return ok(await renderReport(report, given));
  const { explainReport } = await import('./explain-report.js');
  return explainReport(report, given.explain, given);
}
