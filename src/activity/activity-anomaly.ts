import { isoOf } from '../facts/instant.js';
import { longestPause, mostQueuedBytes, warnsAfter, warnsFromBytes } from '../maps/pause-limits.js';
import type { ActivityEvent, QueueSize } from './activity-event.js';
import { allowedActions, type MapAction, type MapState } from './map-state.js';

/**
 * Something in the activity of a map that a person should check.
 * @public
 */
export type ActivityAnomaly = {
  readonly severity: 'error' | 'warning';
  /** When it began, ISO 8601. */
  readonly at: string;
  readonly message: string;
  readonly whatToDo: string;
} & (
  | {
      /** An event that the state did not allow: the log has a gap, or belongs to another map. */
      readonly type: 'illegal-transition';
      readonly event: ActivityEvent['type'];
      readonly eventId?: string | undefined;
      readonly from: MapState;
      /** The assumed state afterward. */
      readonly to: MapState;
      /** The actions that the previous state allowed. */
      readonly allowed: readonly MapAction[];
    }
  /** An initial sync that ended with errors which no later one has fixed. */
  | {
      readonly type: 'initial-sync-failed';
      readonly executionId?: string | undefined;
      readonly legalEntity?: string | undefined;
      readonly errors: number;
    }
  /** A queue that was discarded on resuming: its changes are lost, unless the map was run from the beginning since. */
  | { readonly type: 'changes-discarded'; readonly queuedBytes?: number; readonly queuedRecords?: number }
  /** Two events with the same id and different content: both count. */
  | {
      readonly type: 'conflicting-events';
      readonly eventId: string;
      /** Their positions in the log, from 0. */
      readonly indexes: readonly [number, number];
    }
  /** More than 24 hours in the initial sync. */
  | { readonly type: 'long-initialization'; readonly since: string; readonly isOver: boolean }
  /** A warning at 20 hours, an error at 24; also of pauses that are over. */
  | { readonly type: 'long-pause'; readonly since: string; readonly isOver: boolean }
  /** A warning at 80% of 1 GB, an error at 1 GB. */
  | {
      readonly type: 'large-queue';
      readonly since: string;
      readonly isOver: boolean;
      /** Its largest size. */
      readonly queuedBytes: number;
    }
  /** Catch-up errors that nobody has retried with success, with more than four hours left. */
  | { readonly type: 'catch-up-errors-open'; readonly count: number }
  /** The same, to be purged within four hours. */
  | { readonly type: 'catch-up-errors-expiring'; readonly count: number }
  /** Catch-up errors that were purged before they were retried with success: their changes are lost. */
  | { readonly type: 'catch-up-errors-purged'; readonly count: number }
);

/** A time in one state; milliseconds. */
interface Span {
  readonly from: number;
  readonly until: number;
  /** Whether the map has left the state since. */
  readonly isOver: boolean;
}

/** How long an initial sync may take. */
const longestInitialSync = longestPause;

/** The problem with a period in the initial sync. */
export function anomaliesOfInitialization({ from, until, isOver }: Span): readonly ActivityAnomaly[] {
  if (!(until - from > longestInitialSync)) return [];
  return [
    {
      type: 'long-initialization',
      severity: 'error',
      at: isoOf(from + longestInitialSync),
      since: isoOf(from),
      isOver,
      message: isOver ? 'Was initializing for more than 24 hours' : 'Initializing for more than 24 hours',
      whatToDo: isOver
        ? 'Nothing now: it is over. Before the next run, check whether you can reduce the number of rows, or load them another way.'
        : 'Look at the initial sync details: fix the problems they show and run it again, or skip the initial sync and go live without it.',
    },
  ];
}

/** When a queue first approached its limit, when it reached it, and its largest size. */
export interface SeenQueue {
  readonly bytes: number;
  readonly nearAt: number | undefined;
  readonly fullAt: number | undefined;
}

/** The measurements of a queue, with one more. */
export function seenAgain(seen: SeenQueue | undefined, bytes: number, at: number): SeenQueue {
  return {
    bytes: Math.max(bytes, seen?.bytes ?? 0),
    nearAt: seen?.nearAt ?? (bytes >= warnsFromBytes ? at : undefined),
    fullAt: seen?.fullAt ?? (bytes >= mostQueuedBytes ? at : undefined),
  };
}

/** The problem with a pause. */
export function anomaliesOfPause(span: Span, queue: SeenQueue | undefined): readonly ActivityAnomaly[] {
  const { from, until, isOver } = span;
  const about = { since: isoOf(from), isOver, whatToDo: isOver ? adviceAfterward : adviceMeanwhile };
  const anomalies: ActivityAnomaly[] = [];
  if (until - from >= longestPause) {
    const message = isOver
      ? 'Was paused for 24 hours or more: changes were blocked until it was resumed'
      : 'Paused for 24 hours or more: changes are blocked until it is resumed';
    anomalies.push({ type: 'long-pause', severity: 'error', at: isoOf(from + longestPause), message, ...about });
  } else if (until - from >= warnsAfter) {
    const message = isOver
      ? 'Was paused for more than 20 hours of the 24 that are allowed'
      : 'Paused for 20 hours or more: after 24 hours, changes are blocked';
    anomalies.push({ type: 'long-pause', severity: 'warning', at: isoOf(from + warnsAfter), message, ...about });
  }
  if (queue?.fullAt !== undefined) {
    const message = `The queue held 1 GB: changes ${isOver ? 'were blocked until it was' : 'are blocked until it is'} caught up`;
    const size = { at: isoOf(queue.fullAt), queuedBytes: queue.bytes, message };
    anomalies.push({ type: 'large-queue', severity: 'error', ...size, ...about });
  } else if (queue?.nearAt !== undefined) {
    const message = `The queue held 80% or more of the 1 GB that ${isOver ? 'is allowed' : 'it can hold'}`;
    const size = { at: isoOf(queue.nearAt), queuedBytes: queue.bytes, message };
    anomalies.push({ type: 'large-queue', severity: 'warning', ...size, ...about });
  }
  return anomalies;
}

const adviceMeanwhile =
  'Resume the map as soon as both sides work: it does not resume automatically, and at a limit, users can no longer save.';
const adviceAfterward =
  'Nothing now: the pause is over. If changes were blocked, make sure that users have entered them since, and end pauses earlier.';

/** An event that the state did not allow. */
export function illegalTransition(
  event: ActivityEvent,
  { instant, from, to }: { readonly instant: number; readonly from: MapState; readonly to: MapState },
): ActivityAnomaly {
  const allowed = allowedActions(from);
  const possible = allowed.length === 0 ? 'no action' : allowed.join(' and ');
  return {
    type: 'illegal-transition',
    severity: 'warning',
    at: isoOf(instant),
    event: event.type,
    ...(event.id === undefined ? {} : { eventId: event.id }),
    from,
    to,
    allowed,
    message: `"${event.type}" in the state ${from}, which allows ${possible}: assumed to be ${to} afterward`,
    whatToDo: 'Check whether the log is complete and begins when the map was not running, then check the map itself.',
  };
}

/**
 * A queue that was discarded on resuming.
 * @public
 */
export interface DiscardedQueue extends QueueSize {
  /** When, ISO 8601. */
  readonly at: string;
  /**
   * Whether its changes have not arrived on the other side: the map was not run from the beginning since, with an initial sync
   * that certainly copied all rows.
   */
  readonly isLost: boolean;
}

export function discardedChanges({ at, queuedBytes, queuedRecords }: DiscardedQueue): ActivityAnomaly {
  return {
    type: 'changes-discarded',
    severity: 'error',
    at,
    ...(queuedBytes === undefined ? {} : { queuedBytes }),
    ...(queuedRecords === undefined ? {} : { queuedRecords }),
    message: 'The queued changes were discarded when the map was resumed: they are lost',
    whatToDo:
      'Change the rows again, or stop the map and run it with an initial sync, so that the other side receives them.',
  };
}

/** Two events with one id. */
export function conflictingEvents(eventId: string, instant: number, one: number, other: number): ActivityAnomaly {
  const indexes = [Math.min(one, other), Math.max(one, other)] as const;
  return {
    type: 'conflicting-events',
    severity: 'warning',
    at: isoOf(instant),
    eventId,
    indexes,
    message: `Records ${indexes[0] + 1} and ${indexes[1] + 1} of the log have the same id but different content: both are counted`,
    whatToDo: 'Check how the log was exported, and whether one of the two belongs to another map.',
  };
}
