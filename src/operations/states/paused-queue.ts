import { err, ok, type Result } from 'neverthrow';
import { longestPause, mostQueuedBytes } from '../../rules/operations/pause-limits.js';

/**
 * A change that waits for a paused map, with whatever the caller keeps of it.
 * @public
 */
export interface QueuedChange {
  /** Its size in the queue, 0 or more. */
  readonly bytes: number;
  /** When it was made; milliseconds since 1970. */
  readonly at: number;
}

/**
 * What waits while a map is paused. Plain data that survives JSON.
 * @public
 */
export interface PausedQueue<Change extends QueuedChange> {
  /** When the map was paused; milliseconds since 1970. */
  readonly pausedAt: number;
  /** In the order in which the changes were made: the whole sequence, several changes of one row included. */
  readonly changes: readonly Change[];
  readonly bytes: number;
}

/**
 * Why a change is blocked, and what to do. The application that makes it is refused; so nothing is lost, but nobody can work.
 * @public
 */
export interface PauseLimitFault {
  readonly type: 'paused-too-long' | 'queue-full';
  readonly whatToDo: string;
}

/**
 * What becomes of the queue on resuming: `catch-up` plays it back before new changes; `skip-preserving` goes live at once and
 * keeps the queue as catch-up errors; `skip-discarding` goes live at once and throws the queue away.
 *
 * Source: *Pause dual-write for maintenance*, 2023-09.
 * @public
 */
export type ResumeOption = 'catch-up' | 'skip-preserving' | 'skip-discarding';

/**
 * Where each waiting change goes on resuming: every one is in exactly one of the three lists, in its order.
 * @public
 */
export interface ResumedQueue<Change extends QueuedChange> {
  /** To be written to the other side, first to last. */
  readonly replayed: readonly Change[];
  /** Kept as catch-up errors for a day, to be retried by hand. */
  readonly catchUpErrors: readonly Change[];
  readonly discarded: readonly Change[];
  /** What is lost for good, in a sentence; `null` where nothing is. */
  readonly lost: string | null;
}

/**
 * The empty queue of a map that is paused now.
 *
 * @param pausedAt - milliseconds since 1970
 * @public
 */
export function queueOfPause<Change extends QueuedChange = QueuedChange>(pausedAt: number): PausedQueue<Change> {
  return { pausedAt, changes: [], bytes: 0 };
}

/**
 * The queue with one more change, unless the pause has lasted a day or the queue would grow beyond 1 GB: then the change is
 * blocked, and so is every one after it that does not fit.
 *
 * Source: *Pause dual-write for maintenance*, 2023-09.
 *
 * @returns a new queue, or a {@link PauseLimitFault}; the given one is never changed
 *
 * @example
 * ```ts
 * const queue = queueChange(queueOfPause(pausedAt), { bytes: 2_048, at: pausedAt + 60_000 });
 * ```
 * @public
 */
export function queueChange<Change extends QueuedChange>(
  queue: PausedQueue<Change>,
  change: Change,
): Result<PausedQueue<Change>, PauseLimitFault> {
  if (!(change.at - queue.pausedAt < longestPause)) {
    const whatToDo = 'Resume the map: it has been paused for a day, and blocks changes until it has caught up.';
    return err({ type: 'paused-too-long', whatToDo });
  }
  if (!(change.bytes >= 0 && queue.bytes + change.bytes <= mostQueuedBytes)) {
    const whatToDo = 'Resume the map: its queue holds 1 GB at most, and blocks changes until it has caught up.';
    return err({ type: 'queue-full', whatToDo });
  }
  return ok({ ...queue, changes: [...queue.changes, change], bytes: queue.bytes + change.bytes });
}

/**
 * What becomes of everything that waits when a map is resumed. Nothing resumes a map by itself.
 *
 * Source: *Pause dual-write for maintenance*, 2023-09.
 *
 * @example
 * ```ts
 * const { replayed } = resumePausedMap(queue, 'catch-up');
 * ```
 * @public
 */
export function resumePausedMap<Change extends QueuedChange>(
  { changes }: PausedQueue<Change>,
  option: ResumeOption,
): ResumedQueue<Change> {
  const none = { replayed: [], catchUpErrors: [], discarded: [], lost: null };
  switch (option) {
    case 'catch-up':
      return { ...none, replayed: changes };
    case 'skip-preserving':
      return { ...none, catchUpErrors: changes };
    case 'skip-discarding':
      return { ...none, discarded: changes, lost: lossInWords(changes.length) };
  }
}

function lossInWords(number: number): string | null {
  if (number === 0) return null;
  return `${number === 1 ? '1 change that was' : `${number} changes that were`} made during the pause never ${number === 1 ? 'reaches' : 'reach'} the other side: the two sides differ until the rows are changed again or an initial sync is run.`;
}
