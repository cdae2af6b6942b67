import type {
  ActivityEvent,
  InitialSyncCounts,
  InitialSyncDirection,
  InitialSyncExecution,
  MapState,
  QueueSize,
  ReplayedMap,
  RetryStatus,
} from '../activity/index.js';
import { instantOf } from '../facts/instant.js';
import { given, when } from './blocks.js';
import type { Inline } from './document.js';
import { joined, name, strong, time } from './inlines.js';
import { counted } from './words.js';

/*
 * The words that the views of activity have in common.
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
  unknown: 'Direction not known',
};

export const retryInWords: Readonly<Record<RetryStatus, string>> = {
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
  observed: 'Observed',
  error: 'Error',
};

/** One event on one line: what happened, and what else the log says. Where a log is kept is not for show: it may hold a key. */
export function eventInWords(event: ActivityEvent): Inline {
  const title = titles[event.type];
  const details = detailsOf(event);
  return [event.type === 'error' ? strong(title) : title, details.length === 0 ? '' : ': ', joined(details, '; ')];
}

function detailsOf(event: ActivityEvent): readonly Inline[] {
  switch (event.type) {
    case 'map-created':
    case 'field-mappings-updated':
      return [...named('version ', event.version), ...named('publisher ', event.publisher)];
    case 'run':
      return event.skipInitialSync === true ? ['without an initial sync'] : [];
    case 'initial-sync-started':
      return namesOf(event);
    case 'initial-sync-completed':
      return [...namesOf(event), ...event.directions.map(countsInWords), ...(event.withErrors ? ['with errors'] : [])];
    case 'resumed':
      return [...resumeInWords[event.option], ...queueInWords(event)];
    case 'paused':
    case 'queue-measured':
    case 'catch-up-started':
      return queueInWords(event);
    case 'catch-up-completed':
      return event.errors.length === 0 ? [] : [counted(event.errors.length, 'error')];
    case 'stopped':
      return [];
    case 'observed':
      return [
        ...given(event.state, (state) => stateInWords[state].toLowerCase()),
        ...given(event.since, (since) => ['since ', time(since)]),
        ...given(event.lastStartedOn, (started) => ['last started on ', time(started)]),
        ...queueInWords(event),
        ...given(event.errors, ({ length }) => counted(length, 'catch-up error')),
      ];
    case 'error':
      return [event.message, ...given(event.log, () => 'a log can be downloaded')];
  }
}

const resumeInWords = {
  'catch-up': [],
  'skip-preserving': ['live immediately, the queued changes are kept as catch-up errors'],
  'skip-discarding': ['live immediately, the queued changes are discarded and lost'],
  unknown: ['what happened to the queued changes is not known'],
} as const;

export function queueInWords({ queuedBytes, queuedRecords }: QueueSize): readonly Inline[] {
  return [
    ...given(queuedRecords, (records) => `${counted(records, 'record')} queued`),
    ...given(queuedBytes, (bytes) => `${bytesInWords(bytes)} queued`),
  ];
}

function named(label: string, text: string | undefined): readonly Inline[] {
  return given(text, (one) => [label, name(one)]);
}

function namesOf(execution: Pick<InitialSyncExecution, 'executionId' | 'legalEntity'>): readonly Inline[] {
  return [...named('', execution.executionId), ...named('legal entity ', execution.legalEntity)];
}

/** `EXEC-1, legal entity USMF` */
export function executionInWords(execution: Pick<InitialSyncExecution, 'executionId' | 'legalEntity'>): Inline {
  const names = namesOf(execution);
  return names.length === 0 ? 'Unnamed execution' : joined(names, ', ');
}

/** How an execution ended. */
export function resultInWords(execution: InitialSyncExecution): string {
  const { completedAt, isUnderWay, errors, records, runs, withErrors = false, hasOpenErrors, canRerun } = execution;
  const times = runs > 1 ? `, run ${runs} times` : '';
  if (isUnderWay) return `In progress${times}`;
  if (completedAt === null) return `Not completed according to the log${times}`;
  const counts = [
    ...given(records, (number) => counted(number, 'record')),
    errors === null || (withErrors && errors === 0) ? 'an unknown number of errors' : counted(errors, 'error'),
  ];
  const next = canRerun
    ? ', can be run again'
    : !hasOpenErrors && (withErrors || (errors !== null && errors > 0))
      ? ', since resolved'
      : '';
  return `Completed with ${counts.join(' and ')}${times}${next}`;
}

export function countsInWords({ direction, records, errors }: InitialSyncCounts): string {
  const counts = [...given(records, (number) => counted(number, 'record')), counted(errors, 'error')];
  return `${directionInWords[direction]}, ${counts.join(' and ')}`;
}

/** What is still open, although nothing may be wrong with the states of a map. */
export function openInWords({
  initialSyncs,
  catchUpErrors,
}: Pick<ReplayedMap, 'initialSyncs' | 'catchUpErrors'>): readonly string[] {
  const failed = countOf(initialSyncs, ({ hasOpenErrors }) => hasOpenErrors);
  const open = countOf(catchUpErrors, ({ isOpen, isPurged }) => isOpen && !isPurged);
  return [
    ...when(failed > 0, () => `${counted(failed, 'initial sync')} with errors`),
    ...when(open > 0, () => counted(open, 'catch-up error')),
  ];
}

function countOf<Item>(items: Iterable<Item>, isCounted: (item: Item) => boolean): number {
  let count = 0;
  for (const item of items) if (isCounted(item)) count += 1;
  return count;
}

/** `Paused since 2026-11-19 08:00:00 UTC (1 day 2 hours)` */
export function statusInWords(state: MapState, since: string | null, judgedAt: string | null): Inline {
  if (since === null || judgedAt === null) return stateInWords[state];
  const lasted = instantOf(judgedAt) - instantOf(since);
  return [`${stateInWords[state]} since `, time(since), lasted > 0 ? ` (${durationInWords(lasted)})` : ''];
}

/** `2 days 3 hours`, `5 hours`, `12 minutes` */
export function durationInWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days > 0) return `${counted(days, 'day')}${hours > 0 ? ` ${counted(hours, 'hour')}` : ''}`;
  if (hours > 0) return `${counted(hours, 'hour')}${minutes % 60 > 0 ? ` ${counted(minutes % 60, 'minute')}` : ''}`;
  return counted(minutes, 'minute');
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
