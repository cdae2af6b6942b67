import { err, fromThrowable, ok, type Result } from 'neverthrow';
import { type CleanupPlan, cleanupPlan } from '../../diagnosis/cleanup/cleanup-plan.js';
import { isOpen, type Outcome } from '../../engine/outcome.js';
import { evaluateSnapshot } from '../../evaluate-snapshot.js';
import type { HealthReport } from '../../report/report.js';
import { whyOpen } from '../../reporters/in-words.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { isReport } from '../is-report.js';
import { isSnapshot } from '../is-snapshot.js';
import { targetsInText } from '../targets-in-text.js';
import { textOrFile } from '../text-or-file.js';

/** A plan, with what it was made from and what that leaves open. */
export interface PlannedCleanup {
  readonly plan: CleanupPlan;
  readonly from: 'report' | 'snapshot' | 'text';
  /** Rules about stale configuration without an answer. */
  readonly unknowns: readonly UnjudgedRule[];
  /** The known problem that a text reports, where it is about stale configuration. */
  readonly problem: string | null;
}

interface UnjudgedRule {
  readonly code: string;
  readonly because: string;
}

/**
 * Plans how stale configuration is removed. Exit code: 0 nothing to clean up, 1 something, 2 nothing was found, but not everything
 * could be judged.
 */
export async function run({ input }: { readonly input: string }): Promise<CommandResult<PlannedCleanup>> {
  const given = await textOrFile(input);
  if (given.isErr()) return couldNotRun(given.error);
  const { text, path } = given.value;
  const planned = await plannedFrom(text, path);
  if (planned.isErr()) return couldNotRun(planned.error);
  return { type: 'done', result: planned.value, exitCode: exitCodeOf(planned.value) };
}

/** A text that names nothing does not say that there is nothing. */
function exitCodeOf({ plan, from, unknowns }: PlannedCleanup): 0 | 1 | 2 {
  if (plan.targets.length > 0) return 1;
  return unknowns.length > 0 || from === 'text' ? 2 : 0;
}

const parseJson = fromThrowable((text: string): unknown => JSON.parse(text));

async function plannedFrom(text: string, path: string | undefined): Promise<Result<PlannedCleanup, Complaint>> {
  const json = parseJson(text).unwrapOr(undefined);
  if (isReport(json)) {
    const { parseReport } = await import('../../report/schema.js');
    return parseReport(json)
      .map((report) => plannedFromReport(report, 'report'))
      .mapErr((fault) => ({ path, ...fault }));
  }
  if (isSnapshot(json)) return ok(plannedFromReport(evaluateSnapshot(json, { now: new Date() }), 'snapshot'));
  if (typeof json === 'object' && json !== null && 'facts' in json) {
    const { parseSnapshot } = await import('../../facts/parse-snapshot.js');
    return parseSnapshot(json)
      .map((snapshot) => plannedFromReport(evaluateSnapshot(snapshot, { now: new Date() }), 'snapshot'))
      .mapErr((fault) => ({ path, ...fault }));
  }
  if (text.includes('\0') || isOther(json, text)) {
    return err(`${path ?? 'the text'}: expected a report, a snapshot or an error text`);
  }
  const { targets, problem } = targetsInText(text);
  return ok({ plan: cleanupPlan(targets), from: 'text', unknowns: [], problem: problem?.title ?? null });
}

/** Other results, and data: errors that are written as JSON have words for them. */
function isOther(json: unknown, text: string): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return 'schemaVersion' in json || !/error|exception|fail|unable|cannot|DW(?:DV|FO)EV/i.test(text);
}

function plannedFromReport(report: HealthReport, from: 'report' | 'snapshot'): PlannedCleanup {
  return { plan: cleanupPlan(report), from, unknowns: unknownsOf(report), problem: null };
}

/** The rules whose findings a plan is made from. */
const staleCodes = ['DWDVEV1004', 'DWFOEV1004', 'DWDVEV9304', 'DWFOEV9307'] as const;

function unknownsOf({ outcomes }: HealthReport): readonly UnjudgedRule[] {
  return staleCodes.flatMap((code) => {
    const outcome = outcomes.find((one) => one.code === code);
    const because = outcome === undefined ? 'it is not in the report' : whyUnknown(outcome);
    return because === undefined ? [] : [{ code, because }];
  });
}

/** A rule that somebody turned off was not forgotten, but it does not say that there is nothing either. */
function whyUnknown(outcome: Outcome): string | undefined {
  if (outcome.status === 'skipped') return `skipped (${outcome.because})`;
  return isOpen(outcome) ? whyOpen(outcome) : undefined;
}
