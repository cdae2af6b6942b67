import type { MapState } from './map-state.js';

/**
 * What becomes of the queue on resuming: `catch-up` plays it back before new changes; `skip-preserving` goes live at once and
 * keeps the queue as catch-up errors; `skip-discarding` goes live at once and throws the queue away.
 *
 * Source: *Pause dual-write for maintenance*, 2023-09.
 * @public
 */
export type ResumeOption = 'catch-up' | 'skip-preserving' | 'skip-discarding';

/**
 * One event of the activity log of a map. Who did it is no part of it: the log is about maps, not about people.
 *
 * Source: *Error management and alert notifications*, 2020-03-13.
 * @public
 */
export type ActivityEvent =
  | MapEdited
  | MapRun
  | InitialSyncStarted
  | InitialSyncCompleted
  | MapPaused
  | MapResumed
  | CatchUpStarted
  | CatchUpCompleted
  | MapStopped
  | ActivityError;

/**
 * What every event tells.
 * @public
 */
export interface ActivityEventBase {
  /** Two events with the same one are the same event. Compared without letter case, blanks and braces. */
  readonly id?: string | undefined;
  /** The name of the map. Compared without letter case and surrounding blanks. */
  readonly map: string;
  /** ISO 8601 with seconds and a time zone. */
  readonly at: string;
  /** The state of the map right after it, where the log says. */
  readonly state?: MapState | undefined;
}

/**
 * The map was made, or its field mappings were changed, which makes a new version of it.
 * @public
 */
export interface MapEdited extends ActivityEventBase {
  readonly type: 'map-created' | 'field-mappings-updated';
  readonly version?: string | undefined;
  readonly publisher?: string | undefined;
}

/**
 * The map was told to run.
 * @public
 */
export interface MapRun extends ActivityEventBase {
  readonly type: 'run';
  /** Live at once, without copying what was there before. */
  readonly skipInitialSync?: boolean | undefined;
}

/**
 * An execution of the initial sync began: the first one, a repeated one, or one for legal entities that were added.
 * @public
 */
export interface InitialSyncStarted extends ActivityEventBase {
  readonly type: 'initial-sync-started';
  readonly executionId?: string | undefined;
  readonly legalEntity?: string | undefined;
}

/**
 * An execution of the initial sync ended.
 * @public
 */
export interface InitialSyncCompleted extends ActivityEventBase {
  readonly type: 'initial-sync-completed';
  readonly executionId?: string | undefined;
  readonly legalEntity?: string | undefined;
  /** What it came to, by direction; empty where the log tells no counts. */
  readonly directions: readonly InitialSyncCounts[];
}

/**
 * From where to where; `unknown` where the log does not say.
 * @public
 */
export type InitialSyncDirection = 'finops-to-dataverse' | 'dataverse-to-finops' | 'unknown';

/**
 * What an initial sync did in one direction.
 * @public
 */
export interface InitialSyncCounts {
  readonly direction: InitialSyncDirection;
  /** How many records were written, where the log says. */
  readonly records?: number | undefined;
  readonly errors: number;
  /** As many as the log gives: the product shows five. */
  readonly topErrors: readonly InitialSyncError[];
}

/**
 * A record that could not be written.
 * @public
 */
export interface InitialSyncError {
  /** Without tokens and mail addresses, 1,000 characters at most. */
  readonly message: string;
  readonly recordId?: string | undefined;
}

/**
 * How much waits for a paused map, where the log says.
 * @public
 */
export interface QueueSize {
  readonly queuedBytes?: number | undefined;
  readonly queuedRecords?: number | undefined;
}

/**
 * The map was paused; or, as `queue-measured`, somebody looked how much waits.
 * @public
 */
export interface MapPaused extends ActivityEventBase, QueueSize {
  readonly type: 'paused' | 'queue-measured';
}

/**
 * The map was resumed.
 * @public
 */
export interface MapResumed extends ActivityEventBase, QueueSize {
  readonly type: 'resumed';
  readonly option: ResumeOption;
}

/**
 * The map began to catch up with its queue.
 * @public
 */
export interface CatchUpStarted extends ActivityEventBase, QueueSize {
  readonly type: 'catch-up-started';
}

/**
 * The queue was played back. What could not be written is listed; a later event that lists the same record tells how a retry
 * went.
 * @public
 */
export interface CatchUpCompleted extends ActivityEventBase {
  readonly type: 'catch-up-completed';
  readonly errors: readonly CatchUpErrorRecord[];
}

/**
 * A queued record that could not be written on catching up.
 * @public
 */
export interface CatchUpErrorRecord {
  readonly id: string;
  /** Without tokens and mail addresses, 1,000 characters at most. */
  readonly message: string;
  /** ISO 8601 with a time zone; a day later the record is purged. */
  readonly createdOn: string;
  readonly retryStatus: RetryStatus;
}

/**
 * How the retry of a record stands; `unknown` for words that nobody has documented.
 * @public
 */
export type RetryStatus = 'not-retried' | 'retrying' | 'completed' | 'failed' | 'unknown';

/**
 * The map was stopped.
 * @public
 */
export interface MapStopped extends ActivityEventBase {
  readonly type: 'stopped';
}

/**
 * Something went wrong.
 * @public
 */
export interface ActivityError extends ActivityEventBase {
  readonly type: 'error';
  /** Without tokens and mail addresses, 1,000 characters at most. */
  readonly message: string;
  /** Where its log can be had. It may hold a key to it: not for show. */
  readonly log?: string | undefined;
}
