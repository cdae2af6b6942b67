import { err, ok, type Result } from 'neverthrow';
import { type ActivityAction, planActivityAction } from '../../activity/index.js';
import { wholeMap } from '../../activity/replay-activity.js';
import type { PlannedActivity } from '../../inputs/planned-activity-document.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { mapNamed, readActivity } from '../read-activity.js';

/** The arguments of `activity plan`, as read from the command line. */
interface ActivityPlanArguments {
  /** A file, or `-` for standard input. */
  readonly file: string;
  readonly map: string;
  readonly action: ActivityAction['type'];
  readonly executionId?: string | undefined;
  readonly records?: 'all' | 'without-errors' | undefined;
  readonly recordId?: readonly string[] | undefined;
  readonly eventId?: string | undefined;
  /** What open states are judged against; the present where it is left out. */
  readonly now?: Date | undefined;
}

/**
 * Plans an action on a map, without sending anything. Exit code: 0 everything requested can be done, 1 some or all of it cannot, 2
 * it can, but part of the log could not be read.
 */
export async function run(given: ActivityPlanArguments): Promise<CommandResult<PlannedActivity>> {
  const { file, map, now = new Date() } = given;
  const action = actionOf(given);
  if (action.isErr()) return couldNotRun(action.error);
  const read = await readActivity(file);
  if (read.isErr()) return couldNotRun(read.error);
  const { log, lacks } = read.value;
  const name = mapNamed(map, log.names());
  if (name.isErr()) return couldNotRun(name.error);
  const activity = wholeMap(log.replayMap(name.value, now.getTime()));
  const result = { plan: planActivityAction(activity, action.value), unreadable: log.unreadable.length, lacks };
  return { type: 'done', result, exitCode: exitCodeOf(result) };
}

export function exitCodeOf({ plan, unreadable, lacks }: PlannedActivity): 0 | 1 | 2 {
  if (plan.verdict !== 'clear') return 1;
  return unreadable + lacks.length > 0 ? 2 : 0;
}

/** Which action has use for which options. */
const actions = {
  executionId: 'rerun-initial-sync',
  records: 'rerun-initial-sync',
  recordId: 'retry-catch-up-errors',
  eventId: 'download-error-log',
} as const satisfies Readonly<Record<string, ActivityAction['type']>>;

const flags = {
  executionId: '--execution-id',
  records: '--records',
  recordId: '--record-id',
  eventId: '--event-id',
} as const satisfies Readonly<Record<keyof typeof actions, string>>;

const names = ['executionId', 'records', 'recordId', 'eventId'] as const satisfies readonly (keyof typeof actions)[];

function actionOf(given: ActivityPlanArguments): Result<ActivityAction, string> {
  const { action, executionId, records = 'all', recordId = 'all', eventId } = given;
  const misplaced = names.find((name) => given[name] !== undefined && actions[name] !== action);
  if (misplaced !== undefined)
    return err(`${flags[misplaced]} belongs to --action ${actions[misplaced]}, not to ${action}`);
  switch (action) {
    case 'rerun-initial-sync':
      return ok({ type: action, executionId, records });
    case 'retry-catch-up-errors':
      return ok({ type: action, recordIds: recordId });
    case 'download-error-log':
      return ok({ type: action, eventId });
  }
}
