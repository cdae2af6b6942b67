import { err, ok, type Result } from 'neverthrow';
import type { Outcome } from '../../engine/outcome.js';
import type { Snapshot } from '../../facts/snapshot.js';
import { healthOf } from '../../govern/health.js';
import { compareReports, gotWorse, type ReportComparison } from '../../report/compare-reports.js';
import { compareSnapshots, lostFacts, type SnapshotComparison } from '../../report/compare-snapshots.js';
import { countByStatus, type HealthReport } from '../../report/report.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { factsIn, readSoundSnapshot } from '../load-facts.js';
import { readInputs } from '../read-inputs.js';

/** A comparison, and of reports the later one with its new findings only. */
export interface Compared {
  readonly comparison: ReportComparison | SnapshotComparison;
  readonly newOnly?: HealthReport;
}

interface ComparedFiles {
  readonly before: string;
  readonly after: string;
}

/** Compares two reports or two snapshots. Exit code: 0 nothing got worse, 1 a new finding or a conclusion lost. */
export async function run(files: ComparedFiles): Promise<CommandResult<Compared>> {
  const [before, after] = await Promise.all([read(files.before), read(files.after)]);
  if (before.isErr()) return couldNotRun(before.error);
  if (after.isErr()) return couldNotRun(after.error);
  if (before.value.kind === 'report' && after.value.kind === 'report') {
    const comparison = compareReports(before.value.report, after.value.report);
    const newOnly = withNewOnly(after.value.report, comparison);
    return { type: 'done', result: { comparison, newOnly }, exitCode: exitCodeOf(comparison) };
  }
  if (before.value.kind === 'snapshot' && after.value.kind === 'snapshot') {
    const comparison = compareSnapshots(before.value.snapshot, after.value.snapshot);
    return { type: 'done', result: { comparison }, exitCode: exitCodeOf(comparison) };
  }
  return couldNotRun('expected two reports or two snapshots, not one of each');
}

export function exitCodeOf(comparison: ReportComparison | SnapshotComparison): 0 | 1 {
  const isWorse = comparison.kind === 'reports' ? gotWorse(comparison) : lostFacts(comparison).length > 0;
  return isWorse ? 1 : 0;
}

type Read =
  | { readonly kind: 'report'; readonly report: HealthReport }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot };

async function read(path: string): Promise<Result<Read, Complaint>> {
  const sound = await readSoundSnapshot(path);
  if (sound !== undefined) return ok({ kind: 'snapshot', snapshot: sound });
  const inputs = await readInputs([path]);
  if (inputs.isErr()) return err(inputs.error);
  const [input, ...others] = inputs.value;
  if (others.length === 0 && input?.kind === 'report') return ok({ kind: 'report', report: input.report });
  return (await factsIn(inputs.value)).map(({ snapshot }) => ({ kind: 'snapshot', snapshot }));
}

/** The later report with nothing but its new findings, and with what it could not tell: what a build shows of a comparison. */
function withNewOnly(report: HealthReport, { new: added }: ReportComparison): HealthReport {
  const wanted = new Set(added.map(({ finding }) => finding.fingerprint));
  const outcomes = report.outcomes.map((outcome): Outcome => {
    if (outcome.status !== 'failed') return outcome;
    const [first, ...more] = outcome.findings.filter(({ fingerprint }) => wanted.has(fingerprint));
    if (first !== undefined) return { ...outcome, findings: [first, ...more] };
    const { code, slug, title, origin, validation, stage, severity, missing } = outcome;
    const identity = { code, slug, title, origin, validation, stage, severity };
    return missing === undefined
      ? { ...identity, status: 'not-applicable', because: 'nothing is new' }
      : { ...identity, status: 'inconclusive', because: 'nothing new is known, but not all could be judged', missing };
  });
  return { ...report, outcomes, totals: countByStatus(outcomes), health: healthOf(outcomes, report.failOn) };
}
