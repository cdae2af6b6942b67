import { isoOf } from '../../facts/instant.js';
import type { MapAction, MapState } from '../states/map-state.js';
import { longestPause, mostQueuedBytes, warnsAfter, warnsFromBytes } from '../states/pause-limits.js';
import type { ActivityEvent } from './activity-event.js';

/**
 * Something in the activity of a map that somebody should look at.
 * @public
 */
export type ActivityAnomaly = {
  readonly severity: 'error' | 'warning';
  /** When it came to be, ISO 8601. */
  readonly at: string;
  readonly message: string;
  readonly whatToDo: string;
} & (
  | {
      /** An event that the state did not allow: the log has a gap, or tells of another map. */
      readonly type: 'illegal-transition';
      readonly event: ActivityEvent['type'];
      readonly eventId?: string | undefined;
      readonly from: MapState;
      /** What the state is taken to be afterwards. */
      readonly to: MapState;
      /** The actions that the state before allowed. */
      readonly allowed: readonly MapAction[];
    }
  /** More than 24 hours in the initial sync. */
  | { readonly type: 'long-initialization'; readonly since: string }
  /** A warning at 20 hours, an error at 24. */
  | { readonly type: 'long-pause'; readonly since: string }
  /** A warning at 80 % of 1 GB, an error at 1 GB. */
  | { readonly type: 'large-queue'; readonly since: string; readonly queuedBytes: number }
  /** Catch-up errors that nobody has retried with success and that are purged within four hours. */
  | { readonly type: 'catch-up-errors-expiring'; readonly count: number }
  /** Catch-up errors that were purged before they were retried with success: their changes are lost. */
  | { readonly type: 'catch-up-errors-purged'; readonly count: number }
);

/** How long an initial sync may take: one in that direction is ended by then. */
const longestInitialSync = longestPause;

/** What is wrong with a time in the initial sync; milliseconds. */
export function anomaliesOfInitialization(from: number, until: number): readonly ActivityAnomaly[] {
  if (!(until - from > longestInitialSync)) return [];
  return [
    {
      type: 'long-initialization',
      severity: 'error',
      at: isoOf(from + longestInitialSync),
      since: isoOf(from),
      message: 'initializing for more than 24 hours',
      whatToDo:
        'Look at the initial sync details: fix what they name and run it again, or skip the initial sync and go live without it.',
    },
  ];
}

/** The largest queue that was seen during a pause. */
export interface SeenQueue {
  readonly at: number;
  readonly bytes: number;
}

/** What is wrong with a pause; milliseconds. */
export function anomaliesOfPause(
  from: number,
  until: number,
  queue: SeenQueue | undefined,
): readonly ActivityAnomaly[] {
  const since = isoOf(from);
  const anomalies: ActivityAnomaly[] = [];
  if (until - from >= longestPause) {
    anomalies.push({
      type: 'long-pause',
      severity: 'error',
      at: isoOf(from + longestPause),
      since,
      message: 'paused for 24 hours: changes were blocked from then on',
      whatToDo: resume,
    });
  } else if (until - from >= warnsAfter) {
    anomalies.push({
      type: 'long-pause',
      severity: 'warning',
      at: isoOf(from + warnsAfter),
      since,
      message: 'paused for 20 hours: changes are blocked at 24',
      whatToDo: resume,
    });
  }
  if (queue !== undefined && queue.bytes >= warnsFromBytes) {
    const isFull = queue.bytes >= mostQueuedBytes;
    anomalies.push({
      type: 'large-queue',
      severity: isFull ? 'error' : 'warning',
      at: isoOf(queue.at),
      since,
      queuedBytes: queue.bytes,
      message: isFull
        ? 'the queue of the paused map reached 1 GB: changes were blocked from then on'
        : 'the queue of the paused map reached 80 % of 1 GB: changes are blocked when it is full',
      whatToDo: resume,
    });
  }
  return anomalies;
}

const resume =
  'Resume the map as soon as both sides work. Nothing resumes it by itself, and users cannot save meanwhile.';

/** An event that the state did not allow. */
export function illegalTransition(
  event: ActivityEvent,
  instant: number,
  { from, to, allowed }: { readonly from: MapState; readonly to: MapState; readonly allowed: readonly MapAction[] },
): ActivityAnomaly {
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
    message: `"${event.type}" in the state ${from}, which allows ${possible}: taken to be ${to} afterwards`,
    whatToDo: 'See whether the log is whole and begins where the map was not running, then look at the map itself.',
  };
}
