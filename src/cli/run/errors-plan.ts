import { err, ok, type Result } from 'neverthrow';
import { guidKey } from '../../facts/keys.js';
import type { ShownRequestPlan } from '../../reporters/documents/request-plan-document.js';
import { figure } from '../../reporters/words.js';
import { type PlanInput, planRequests, type RequestPlan } from '../../sync-errors/plan-requests.js';
import { type SyncErrorRecord, syncErrorPreview } from '../../sync-errors/record.js';
import { isSameJob, type SyncErrorAction } from '../../sync-errors/request.js';
import { idKeys } from '../../sync-errors/select-sync-errors.js';
import type { SyncErrorSummary } from '../../sync-errors/summarize-sync-errors.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { readKnownRequests, requestsOfRows } from '../errors-queued.js';
import { type ErrorsSelection, readSelection } from '../errors-selection.js';

/** The arguments of `errors plan`, as read from the command line. */
interface ErrorsPlanArguments extends Omit<ErrorsSelection, 'files'> {
  /** Requests are kept beside it, so it is one. */
  readonly file: string;
  readonly action: SyncErrorAction;
  readonly job?: string | undefined;
  readonly status?: 'active' | 'inactive' | undefined;
  /** A file of what else was sent, or `-` for standard input. */
  readonly queued?: string | undefined;
  readonly confirmDismissal?: PlanInput['confirmDismissal'];
}

/** A plan holds its rows, those that remain too. */
const mostRows = 250_000;

export interface PlannedRequests {
  /** What would be sent, for a person. */
  readonly shown: ShownRequestPlan;
  /** What may be sent, for a program. */
  readonly plan: object;
}

/** Plans what a retry or dismissal would send. It sends nothing. */
export async function run(
  given: ErrorsPlanArguments,
  { format }: { readonly format: string },
): Promise<CommandResult<PlannedRequests>> {
  const known = await readKnownRequests(given.file, given.queued);
  if (known.isErr()) return couldNotRun(known.error);
  const { requests, rowIds, torn } = known.value;
  const records: SyncErrorRecord[] = [];
  let beyond = 0;
  const read = await readSelection(
    { ...given, files: [given.file] },
    {
      lookFor: rowIds,
      // Only JSON shows the messages, and they are most of what a row weighs.
      onRecord: (record) => {
        if (given.job !== undefined && !isSameJob(record.integrationJob, given.job)) return;
        if (records.length >= mostRows) beyond += 1;
        else records.push(format === 'json' ? record : { ...record, message: '' });
      },
    },
  );
  if (read.isErr()) return couldNotRun(read.error);
  const summary = read.value;
  if (beyond > 0) {
    const count = figure(records.length + beyond);
    return couldNotRun(
      `${count} rows are selected: a plan is made for at most ${figure(mostRows)} at a time, five times what a queue takes: choose with --to, --entity or --company`,
    );
  }
  const missing = idKeys(summary.missingIds);
  if (rowIds.length > 0 && rowIds.every((id) => missing.has(guidKey(id)))) {
    return couldNotRun(
      `${given.queued}: is neither requests nor a request plan, and what could be ids of rows in it are not in the file of rows`,
    );
  }
  const job = jobOf(given, summary, records);
  if (job.isErr()) return couldNotRun(job.error);

  const { action, status = 'unknown', confirmDismissal } = given;
  const queued = [...requests, ...requestsOfRows(rowIds, { job: job.value, action })];
  const input = { action, job: { name: job.value, status }, queued, records } as const;
  const planned = planRequests({ ...input, confirmDismissal });
  // What would be sent is shown before the job is started or the dismissal confirmed; as JSON, only a plan that may be sent is one.
  const rehearsed = planRequests({
    ...input,
    job: { name: job.value, status: 'active' },
    confirmDismissal: 'dismiss-permanently',
  });
  const shown: ShownRequestPlan = {
    records,
    ofOtherJobs: summary.total - records.length,
    plan: rehearsed,
    faults: [planned, rehearsed].flatMap((plan) => (plan.verdict === 'obstructed' ? [plan.fault] : [])),
    corrupt: summary.corrupt,
    columns: summary.columns,
    lacks: summary.lacks,
    torn,
  };
  const about = { schemaVersion: 1, preview: syncErrorPreview };
  const { ofOtherJobs, corrupt, columns, lacks } = shown;
  const rowsFile = given.file === '-' ? null : given.file;
  // Those that are planned hold their messages; what is only shown repeats their rows.
  const differs = planned.verdict === 'obstructed';
  const rehearsal = differs ? withoutMessages(rehearsed) : null;
  const plan = { ...about, ...planned, rowsFile, ofOtherJobs, corrupt, columns, lacks, rehearsed: rehearsal };
  return { type: 'done', result: { shown, plan }, exitCode: exitCodeOf(shown) };
}

function withoutMessages(plan: RequestPlan): object {
  const shortened = ({ message: _, ...record }: SyncErrorRecord) => record;
  return {
    ...plan,
    remainder: plan.remainder.map(shortened),
    refused: plan.refused.map(({ record, ...refusal }) => ({ ...refusal, record: shortened(record) })),
  };
}

/** 0 every selected row of the job can be sent now, 1 some or all cannot, 2 all can, but some could not be read. */
export function exitCodeOf({ plan, faults, corrupt, lacks = [], torn }: ShownRequestPlan): 0 | 1 | 2 {
  if (faults.length > 0) return 1;
  if (plan.remainder.length > 0 || plan.refused.some(({ type }) => type !== 'duplicate')) return 1;
  return (corrupt?.count ?? 0) + lacks.length > 0 || torn !== undefined ? 2 : 0;
}

/** The job that was named, or the only one that there is. */
function jobOf(
  { job, file }: ErrorsPlanArguments,
  { integrationJobs, total }: SyncErrorSummary,
  records: readonly SyncErrorRecord[],
): Result<string, Complaint> {
  const faultOf = (because: string) => ({ type: 'no-job', path: file, because });
  const { groups } = integrationJobs;
  const list = groups
    .slice(0, 20)
    .map(({ name, count }) => `${name} (${count})`)
    .join(', ');
  if (job !== undefined) {
    const [first] = records;
    return first !== undefined || total === 0
      ? ok(first?.integrationJob ?? job)
      : err(`--job ${job}: no selected row is of it, but of ${list}`);
  }
  const [only, ...others] = groups;
  if (only?.name == null) return err(faultOf('no row is selected: name the job with --job to plan for none'));
  if (others.length > 0) return err(faultOf(`the selected rows are of several jobs: choose one with --job: ${list}`));
  return ok(only.name);
}
