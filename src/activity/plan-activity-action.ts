import { guidKey, nameKey } from '../facts/keys.js';
import { scrub } from '../facts/scrub.js';
import type { Fault } from '../fault.js';
import type { ActivityRequest } from './activity-port.js';
import type { CatchUpError } from './catch-up-errors.js';
import { type InitialSyncExecution, rerunStates } from './initial-sync-executions.js';
import { allowedActions, type MapAction, type MapState, stateInWords } from './map-state.js';
import type { MapActivity } from './replay-activity.js';

/**
 * What a person wants to do about one map.
 * @public
 */
export type ActivityAction =
  | {
      readonly type: 'rerun-initial-sync';
      /** Without an id, every execution that ended with errors that still exist. */
      readonly executionId?: string | undefined;
      /** `without-errors` includes only records that are new since then, and leaves the failed records unchanged. */
      readonly records: 'all' | 'without-errors';
    }
  | { readonly type: 'retry-catch-up-errors'; readonly recordIds: 'all' | readonly string[] }
  /** Without an id, the log of the latest error that has one. */
  | { readonly type: 'download-error-log'; readonly eventId?: string | undefined };

/**
 * The planned requests, to be shown before anything is sent.
 * @public
 */
export type ActivityPlan =
  | ReadyActivityPlan
  | (ActivityPlanParts & { readonly verdict: 'obstructed'; readonly fault: ActivityPlanFault });

/**
 * A plan that {@link runActivityPlan} accepts.
 * @public
 */
export type ReadyActivityPlan = ActivityPlanParts & { readonly verdict: 'clear' | 'partial' };

/**
 * The common content of plans, whatever their verdict.
 * @public
 */
export interface ActivityPlanParts {
  readonly map: string;
  readonly action: ActivityAction['type'];
  /** What the plan does and does not do, in one or two sentences. */
  readonly summary: string;
  /** In the order in which they are made. */
  readonly requests: readonly ActivityRequest[];
  /** Catch-up errors that are not retried; every selected one is either here or in a request. */
  readonly refused: readonly CatchUpRefusal[];
}

/**
 * Why a catch-up error is not retried, and what to do.
 * @public
 */
export interface CatchUpRefusal {
  readonly type: 'already-purged' | 'already-completed' | 'being-retried' | 'unknown-record' | 'duplicate';
  readonly recordId: string;
  readonly whatToDo: string;
}

/**
 * Why nothing is planned, and what to do.
 * @public
 */
export type ActivityPlanFault = Fault & { readonly map: string; readonly whatToDo: string } & (
    | { readonly type: 'not-allowed-in-state'; readonly state: MapState; readonly allowed: readonly MapAction[] }
    | { readonly type: 'nothing-to-rerun' }
    | { readonly type: 'unknown-execution'; readonly executionId: string }
    | { readonly type: 'nothing-to-retry' | 'already-purged' }
    | { readonly type: 'unknown-event'; readonly eventId: string }
    | { readonly type: 'no-log' }
  );

/**
 * Plans to run an initial sync again, to retry catch-up errors, or to download the log of an error, if the state of the map and
 * the remaining time allow it. Nothing is sent. Whether catch-up errors are purged is determined by the replay, so replay with
 * the current time as `now`.
 *
 * Source: *Error management and alert notifications*, 2022-06-24.
 *
 * @returns the plan; if nothing can be done, its verdict is `obstructed`
 *
 * @example
 * ```ts
 * const plan = planActivityAction(activity, { type: 'retry-catch-up-errors', recordIds: 'all' });
 * ```
 * @public
 */
export function planActivityAction(activity: MapActivity, action: ActivityAction): ActivityPlan {
  switch (action.type) {
    case 'rerun-initial-sync':
      return planRerun(activity, action);
    case 'retry-catch-up-errors':
      return planRetry(activity, action);
    case 'download-error-log':
      return planDownload(activity, action);
  }
}

type ActionOf<Type extends ActivityAction['type']> = Extract<ActivityAction, { readonly type: Type }>;

function planRerun(
  { map, state, initialSyncs }: MapActivity,
  { type, executionId, records }: ActionOf<'rerun-initial-sync'>,
): ActivityPlan {
  const wanted =
    executionId === undefined
      ? initialSyncs
      : initialSyncs.filter((execution) => guidKey(execution.executionId ?? '') === guidKey(executionId));
  if (executionId !== undefined && wanted.length === 0) {
    const known = initialSyncs.flatMap((execution) => execution.executionId ?? []);
    const whatToDo = `Name one of the executions of this map: ${known.length === 0 ? 'its log contains none' : known.slice(0, 10).join(', ')}.`;
    const because = `the map has no execution ${executionId}`;
    return obstructed(type, { type: 'unknown-execution', because, map, executionId, whatToDo });
  }
  const isUnderWay = initialSyncs.some((execution) => execution.isUnderWay);
  if (isUnderWay || !rerunStates.includes(state)) {
    const because = isUnderWay ? 'an initial sync is under way' : undefined;
    return obstructed(type, notAllowed(map, state, adviceOnRerun[state], because));
  }
  const failed = wanted.filter(({ canRerun }) => canRerun);
  if (failed.length === 0) {
    const because = 'no execution has remaining errors';
    return obstructed(type, { type: 'nothing-to-rerun', because, map, whatToDo: 'Nothing needs to be run again.' });
  }
  const errors = failed.reduce((sum, execution) => sum + (execution.errors ?? 0), 0);
  const what = `Runs ${counted(failed.length, 'execution')} of the initial sync again`;
  const summary =
    records === 'all'
      ? `${what} completely, including the ${counted(errors, 'record')} that failed. First fix the problems that the errors describe.`
      : `${what} only for new records: the ${counted(errors, 'record')} that failed remain unsynchronized.`;
  const requests = failed.map((one) => rerunRequest(map, one, records));
  return { map, action: type, summary, requests, refused: [], verdict: 'clear' };
}

function obstructed(
  action: ActivityAction['type'],
  fault: ActivityPlanFault,
  refused: readonly CatchUpRefusal[] = [],
): ActivityPlan {
  const { map, because } = fault;
  return {
    map,
    action,
    summary: `Nothing is planned: ${because}.`,
    requests: [],
    refused,
    verdict: 'obstructed',
    fault,
  };
}

function rerunRequest(
  map: string,
  { executionId, legalEntity, completedAt, runs }: InitialSyncExecution,
  records: 'all' | 'without-errors',
): ActivityRequest {
  const id = idOf('rerun-initial-sync', map, [executionId, legalEntity, completedAt, runs, records]);
  return { id, map, type: 'rerun-initial-sync', executionId, legalEntity, records };
}

function planRetry(
  { map, state, catchUpErrors }: MapActivity,
  { type, recordIds }: ActionOf<'retry-catch-up-errors'>,
): ActivityPlan {
  const { accepted, refused } = sortOut(catchUpErrors, recordIds);
  if (accepted.length === 0) {
    const isPurged = refused.some((one) => one.type === 'already-purged');
    const [because, whatToDo] = isPurged
      ? [
          'catch-up errors are kept for one day, and these have been deleted',
          'Change the rows again, or run an initial sync.',
        ]
      : refused.length === 0
        ? ['the log contains no catch-up errors', 'Nothing needs to be retried.']
        : ['none of the selected records can be retried', 'Select other records: each of these has its reason.'];
    const fault = { type: isPurged ? 'already-purged' : 'nothing-to-retry', because, map, whatToDo } as const;
    return obstructed(type, fault, refused);
  }
  if (state !== 'running') return obstructed(type, notAllowed(map, state, adviceOnRetry[state]));
  const rest = refused.length === 0 ? '' : ` ${counted(refused.length, 'record')} cannot be retried.`;
  const summary = `Retries ${counted(accepted.length, 'catch-up error')}, one after the other.${rest} First fix the problems that their messages describe.`;
  const requests = accepted.map(({ id, toldAt, retryStatus }): ActivityRequest => {
    return {
      id: idOf('retry-catch-up-error', map, [id, toldAt, retryStatus]),
      map,
      type: 'retry-catch-up-error',
      recordId: id,
    };
  });
  return { map, action: type, summary, requests, refused, verdict: refused.length === 0 ? 'clear' : 'partial' };
}

/** The records that can be retried, and the others; each selected one is in one of the two. */
function sortOut(errors: readonly CatchUpError[], recordIds: 'all' | readonly string[]) {
  const known = new Map(errors.map((error) => [guidKey(error.id), error]));
  const seen = new Set<string>();
  const accepted: CatchUpError[] = [];
  const refused: CatchUpRefusal[] = [];
  const refuse = (recordId: string, type: CatchUpRefusal['type']) =>
    refused.push({ type, recordId, whatToDo: adviceByRefusal[type] });
  for (const recordId of recordIds === 'all' ? errors.map(({ id }) => id) : recordIds) {
    const key = guidKey(recordId);
    const error = known.get(key);
    if (error === undefined) refuse(recordId, 'unknown-record');
    else if (seen.has(key)) refuse(recordId, 'duplicate');
    else if (error.retryStatus === 'completed') refuse(recordId, 'already-completed');
    else if (error.isPurged) refuse(recordId, 'already-purged');
    else if (error.retryStatus === 'retrying') refuse(recordId, 'being-retried');
    else accepted.push(error);
    seen.add(key);
  }
  return { accepted, refused };
}

const adviceByRefusal: Readonly<Record<CatchUpRefusal['type'], string>> = {
  'already-purged':
    'Change the row again, or run an initial sync: catch-up errors are kept for one day, and this one has been deleted.',
  'already-completed': 'Nothing: an earlier retry has written it.',
  'being-retried': 'Wait for the running retry; if it fails, select the record again.',
  'unknown-record': 'Check whether the id is correct, and whether the log belongs to this map.',
  duplicate: 'Nothing: the same record is earlier in the selection and is retried once.',
};

function planDownload({ map, log }: MapActivity, { type, eventId }: ActionOf<'download-error-log'>): ActivityPlan {
  const event =
    eventId === undefined
      ? log.findLast((one) => one.type === 'error' && one.log !== undefined)
      : log.find(({ id }) => guidKey(id ?? '') === guidKey(eventId));
  if (event === undefined && eventId !== undefined) {
    const whatToDo = 'Check whether the id is correct, and whether the log belongs to this map.';
    return obstructed(type, {
      type: 'unknown-event',
      because: `the log has no event ${eventId}`,
      map,
      eventId,
      whatToDo,
    });
  }
  if (event?.type !== 'error' || event.log === undefined) {
    const whatToDo = 'Read the message of the error, and the initial sync details.';
    return obstructed(type, { type: 'no-log', because: 'the error has no log', map, whatToDo });
  }
  const id = idOf(type, map, [event.at, event.id, placeOf(event.log)]);
  const request: ActivityRequest = { id, map, type, log: event.log };
  const summary = `Downloads the log of the error of ${event.at}. It may hold business data.`;
  return { map, action: type, summary, requests: [request], refused: [], verdict: 'clear' };
}

/** Where a log is, without what opens it: a signature, a key, a password. It stays the same when a new signature is issued. */
function placeOf(log: string): string {
  return scrub(log.replace(/[?#;].*$/s, '').replace(/^([a-z][\w+.-]{0,40}:\/\/)[^/]*@/i, '$1'));
}

function notAllowed(
  map: string,
  state: MapState,
  whatToDo: string,
  because = `the map is ${stateInWords(state)}`,
): ActivityPlanFault {
  return { type: 'not-allowed-in-state', because, map, state, allowed: allowedActions(state), whatToDo };
}

const adviceOnRerun: Readonly<Record<MapState, string>> = {
  'not-running': 'Wait until the running operation has ended.',
  initializing: 'Wait until the running operation has ended.',
  running: 'Wait until the running operation has ended.',
  paused: 'Run the map, which resumes it, and let it catch up; then plan again.',
  resuming: 'Wait until the map has caught up, then plan again.',
  stopped: 'Run the map: that starts with a new initial sync.',
};

const adviceOnRetry: Readonly<Record<MapState, string>> = {
  'not-running': 'Run the map first: records are written only through a running map.',
  initializing: 'Wait until the initial sync has ended, then plan again.',
  running: 'Plan again.',
  paused: 'Run the map, which resumes it, and let it catch up; then plan again.',
  resuming: 'Wait until the map has caught up, then plan again.',
  stopped: 'Run the map first: records are written only through a running map.',
};

function idOf(type: ActivityRequest['type'], map: string, about: readonly unknown[]): string {
  return `${type} ${JSON.stringify([nameKey(map), ...about])}`;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
