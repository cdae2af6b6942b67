import { err, type Result } from 'neverthrow';
import { guidKey } from '../../facts/keys.js';
import { markSent } from '../../node/mark-sent.js';
import { readSyncErrors } from '../../node/read-sync-errors.js';
import { reading } from '../../node/sync-error-file-fault.js';
import type { MarkedRequests, MarkedStatus } from '../../sync-errors/mark-requests.js';
import { parseRequestPlan, type SavedRequestPlan } from '../../sync-errors/parse-request-plan.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { inputInWords } from '../input-in-words.js';
import { readInputs } from '../read-inputs.js';

/** The arguments of `errors mark-sent`, as read from the command line. */
interface ErrorsMarkSentArguments {
  /** A plan as JSON, or `-` for standard input. */
  readonly plan: string;
  /** The file of rows; the one that the plan names where it is left out. */
  readonly rows?: string | undefined;
  readonly ended?: 'completed' | 'failed' | undefined;
}

/** Records the requests of a plan beside the rows. Exit code: 0 they are recorded, 1 the queue does not take them. */
export async function run(given: ErrorsMarkSentArguments): Promise<CommandResult<MarkedRequests>> {
  const plan = await readPlan(given.plan);
  if (plan.isErr()) return couldNotRun(plan.error);
  const { job, action, requests } = plan.value;
  const rowsFile = given.rows ?? plan.value.rowsFile;
  if (rowsFile === null || rowsFile === '-') {
    return couldNotRun(`${given.plan}: was made from standard input: name the file of its rows with --rows`);
  }
  const missing = await reading(rowsFile, missingRowsOf(plan.value, rowsFile));
  if (missing.isErr()) return couldNotRun(missing.error);
  const planned = requests.reduce((sum, { recordIds }) => sum + recordIds.length, 0);
  if (missing.value === planned) {
    return couldNotRun(`${given.plan}: is a plan for other rows: ${rowsFile} has none of its ${planned} rows`);
  }
  const status: MarkedStatus = given.ended ?? 'queued';
  const about = { job, action, status, rowsFile, missingRows: missing.value };
  const marked = await markSent(rowsFile, requests, status);
  if (marked.isOk()) return { type: 'done', result: { ...about, requests: marked.value }, exitCode: 0 };
  const fault = marked.error;
  // Only faults of the queue are a result: a file that cannot be used is not.
  if (!('allowed' in fault)) return couldNotRun(fault);
  const { type, because } = fault;
  const whatToDo = type === 'queue-full' ? adviceOnFullQueue : fault.whatToDo;
  const recordIds = 'recordIds' in fault ? { recordIds: fault.recordIds } : {};
  const result = { ...about, requests: [], fault: { type, because, whatToDo, ...recordIds } };
  return { type: 'done', result, exitCode: 1 };
}

/** The service has accepted the requests, so earlier ones have ended. */
const adviceOnFullQueue =
  'Record which earlier requests have ended: run `errors mark-sent` with their plan and --ended completed or --ended failed.';

async function readPlan(path: string): Promise<Result<SavedRequestPlan, Complaint>> {
  const inputs = await readInputs([path]);
  if (inputs.isErr()) return err(inputs.error);
  const [input] = inputs.value;
  if (input?.kind === 'request-plan')
    return parseRequestPlan(input.plan).mapErr((fault): Complaint => ({ ...fault, path }));
  const because = input === undefined ? 'is an empty folder' : inputInWords(input, 'a request plan');
  return err({ path, type: 'other-kind', because, whatToDo: 'Save one with `errors plan … --format json`.' });
}

/** How many rows of a plan the file does not have. */
async function missingRowsOf({ requests }: SavedRequestPlan, rowsFile: string): Promise<number> {
  const missing = new Set(requests.flatMap(({ recordIds }) => recordIds.map(guidKey)));
  for await (const { id } of readSyncErrors(rowsFile, () => {})) missing.delete(guidKey(id));
  return missing.size;
}
