import type {
  ActivityAnomaly,
  ActivityEvent,
  ActivityReplay,
  CatchUpError,
  InitialSyncCounts,
  InitialSyncDirection,
  InitialSyncExecution,
  MapActivity,
  MapState,
  QueueSize,
  RetryStatus,
} from '../activity/index.js';
import { instantOf } from '../facts/instant.js';
import { startOf } from './escape.js';
import { count } from './in-words.js';

/*
 * The words that the views of activity have in common. Long texts are cut, but nothing here is escaped: each view does that for
 * its format.
 */

export const stateInWords: Readonly<Record<MapState, string>> = {
  'not-running': 'Not running',
  initializing: 'Initializing',
  running: 'Running',
  paused: 'Paused',
  resuming: 'Resuming',
  stopped: 'Stopped',
};

const directionInWords: Readonly<Record<InitialSyncDirection, string>> = {
  'finops-to-dataverse': 'Finance and operations to Dataverse',
  'dataverse-to-finops': 'Dataverse to finance and operations',
  unknown: 'Direction not told',
};

const retryInWords: Readonly<Record<RetryStatus, string>> = {
  'not-retried': 'not retried',
  retrying: 'being retried',
  completed: 'retry completed',
  failed: 'retry failed',
  unknown: 'retry status not known',
};

const titles: Readonly<Record<ActivityEvent['type'], string>> = {
  'map-created': 'Map created',
  'field-mappings-updated': 'Field mappings updated',
  run: 'Run',
  'initial-sync-started': 'Initial sync started',
  'initial-sync-completed': 'Initial sync completed',
  paused: 'Paused',
  'queue-measured': 'Queue measured',
  resumed: 'Resumed',
  'catch-up-started': 'Catch-up started',
  'catch-up-completed': 'Catch-up completed',
  stopped: 'Stopped',
  error: 'Error',
};

/** One event on one line: what happened, and what it tells besides. The reference of a log is not for show. */
export function eventInWords(event: ActivityEvent): string {
  const more = detailsOf(event).filter((part) => part !== undefined);
  return `${titles[event.type]}${more.length === 0 ? '' : `: ${more.join('; ')}`}`;
}

function detailsOf(event: ActivityEvent): readonly (string | undefined)[] {
  switch (event.type) {
    case 'map-created':
    case 'field-mappings-updated':
      return [
        event.version && `version ${startOf(event.version)}`,
        event.publisher && `publisher ${startOf(event.publisher)}`,
      ];
    case 'run':
      return [event.skipInitialSync === true ? 'without an initial sync' : undefined];
    case 'initial-sync-started':
      return executionNames(event);
    case 'initial-sync-completed':
      return [...executionNames(event), ...event.directions.map(countsInWords)];
    case 'resumed':
      return [resumeInWords[event.option], ...queueInWords(event)];
    case 'paused':
    case 'queue-measured':
    case 'catch-up-started':
      return queueInWords(event);
    case 'catch-up-completed':
      return [event.errors.length === 0 ? undefined : count(event.errors.length, 'error')];
    case 'stopped':
      return [];
    case 'error':
      return [startOf(event.message, 400), event.log === undefined ? undefined : 'a log can be downloaded'];
  }
}

const resumeInWords = {
  'catch-up': undefined,
  'skip-preserving': 'live at once, the queue is kept as catch-up errors',
  'skip-discarding': 'live at once, the queue is discarded: its changes are lost',
} as const;

function queueInWords({ queuedBytes, queuedRecords }: QueueSize): readonly (string | undefined)[] {
  return [
    queuedRecords === undefined ? undefined : `${count(queuedRecords, 'record')} queued`,
    queuedBytes === undefined ? undefined : `${bytesInWords(queuedBytes)} queued`,
  ];
}

function executionNames({
  executionId,
  legalEntity,
}: Pick<InitialSyncExecution, 'executionId' | 'legalEntity'>): readonly (string | undefined)[] {
  return [executionId && startOf(executionId), legalEntity && `legal entity ${startOf(legalEntity)}`];
}

/** `EXEC-1, legal entity USMF` */
export function executionInWords(execution: InitialSyncExecution): string {
  const names = executionNames(execution).filter((name) => name !== undefined);
  return names.length === 0 ? 'Execution without a name' : names.join(', ');
}

/** What an execution came to. */
export function resultInWords({
  completedAt,
  isUnderWay,
  errors,
  records,
  runs,
  canRerun,
}: InitialSyncExecution): string {
  const times = runs > 1 ? `, run ${runs} times` : '';
  if (isUnderWay) return `under way${times}`;
  if (completedAt === null) return `no end in the log${times}`;
  const parts = [
    records === null ? undefined : count(records, 'record'),
    errors === null ? 'counts not told' : count(errors, 'error'),
  ];
  return `completed with ${parts.filter((part) => part !== undefined).join(' and ')}${times}${canRerun ? ', can be run again' : ''}`;
}

export function countsInWords({ direction, records, errors }: InitialSyncCounts): string {
  const counts = [...(records === undefined ? [] : [count(records, 'record')]), count(errors, 'error')];
  return `${directionInWords[direction]}, ${counts.join(' and ')}`;
}

export function catchUpErrorInWords(
  { id, message, retryStatus, purgedAt, isPurged }: CatchUpError,
  momentInWords: (iso: string) => string = timeInWords,
): string {
  const fate = retryStatus === 'completed' ? '' : isPurged ? ', purged' : `, kept until ${momentInWords(purgedAt)}`;
  return `${startOf(id)} (${retryInWords[retryStatus]}${fate}): ${message === '' ? 'no message' : startOf(message, 400)}`;
}

/** The catch-up errors that no retry has mended. */
export function openCatchUpErrors({ catchUpErrors }: MapActivity): readonly CatchUpError[] {
  return catchUpErrors.filter(({ retryStatus }) => retryStatus !== 'completed');
}

/** What is to be done about a map although nothing is wrong with its states. */
export function leftToDo(activity: MapActivity): readonly string[] {
  const failed = activity.initialSyncs.filter(({ canRerun }) => canRerun).length;
  const open = openCatchUpErrors(activity).filter(({ isPurged }) => !isPurged).length;
  return [
    ...(failed > 0 ? [`${count(failed, 'initial sync')} with errors`] : []),
    ...(open > 0 ? [count(open, 'catch-up error')] : []),
  ];
}

/** `error`, `warning`, or `none`: the worst that is wrong with a map. */
export function worstOf({ anomalies }: MapActivity): 'error' | 'warning' | 'none' {
  if (anomalies.some(({ severity }) => severity === 'error')) return 'error';
  return anomalies.length > 0 ? 'warning' : 'none';
}

/** Errors first; otherwise in the order of time. */
export function anomaliesWorstFirst({ anomalies }: MapActivity): readonly ActivityAnomaly[] {
  return [...anomalies].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
}

const ranks = { error: 0, warning: 1, none: 2 } as const;

/** Maps with errors first, then those with warnings; otherwise in their order. */
export function worstFirst(maps: readonly MapActivity[]): readonly MapActivity[] {
  return [...maps].sort((a, b) => ranks[worstOf(a)] - ranks[worstOf(b)]);
}

/** `Paused since 2026-11-19 08:00:00 UTC (1 day 2 hours)` */
export function standingInWords(
  { state, segments }: MapActivity,
  judgedAt: string | null,
  momentInWords: (iso: string) => string = timeInWords,
): string {
  const from = segments.at(-1)?.from ?? null;
  if (from === null || judgedAt === null) return stateInWords[state];
  const lasted = instantOf(judgedAt) - instantOf(from);
  return `${stateInWords[state]} since ${momentInWords(from)}${lasted > 0 ? ` (${durationInWords(lasted)})` : ''}`;
}

/** How many maps there are, how they are, and what could not be read. */
export function overviewInWords({ maps, events }: ActivityReplay): string {
  const number = (worst: ReturnType<typeof worstOf>) => maps.filter((map) => worstOf(map) === worst).length;
  return [
    `${count(maps.length, 'map')}: ${number('error')} with errors, ${number('warning')} with warnings, ${number('none')} without.`,
    `${count(events.read, 'event')} read.`,
  ].join(' ');
}

/** What of the log does not count, if anything. */
export function leftOutInWords({ events: { duplicates, unreadable } }: ActivityReplay): readonly string[] {
  return [
    ...(unreadable > 0
      ? [`${count(unreadable, 'record')} of the log could not be read, so something may be missing here.`]
      : []),
    ...(duplicates > 0 ? [`${count(duplicates, 'event')} came again with the same id, and counted once.`] : []),
  ];
}

export function judgedInWords({ judgedAt }: ActivityReplay): string {
  return judgedAt === null ? 'The log tells of nothing.' : `What is open was judged as of ${timeInWords(judgedAt)}.`;
}

/** `2026-11-20 10:00:00 UTC` */
export function timeInWords(iso: string): string {
  const instant = instantOf(iso);
  if (Number.isNaN(instant)) return startOf(iso, 40);
  return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `2 days 3 hours`, `5 hours`, `12 minutes` */
export function durationInWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days > 0) return `${count(days, 'day')}${hours > 0 ? ` ${count(hours, 'hour')}` : ''}`;
  if (hours > 0) return `${count(hours, 'hour')}${minutes % 60 > 0 ? ` ${count(minutes % 60, 'minute')}` : ''}`;
  return count(minutes, 'minute');
}

/** `812.5 MB`, in units of a thousand as the limits are. */
export function bytesInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let [amount, unit] = [bytes, 0];
  while (amount >= 1000 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${Number(amount.toFixed(1))} ${units[unit]}`;
}
