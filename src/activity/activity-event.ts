import type { MapState } from './map-state.js';

/**
 * What happens to the queue on resuming: `catch-up` replays it before new changes; `skip-preserving` goes live at once and
 * keeps the queue as catch-up errors; `skip-discarding` goes live at once and discards the queue; `unknown` if the log does not say.
 *
 * Source: *Pause dual-write for maintenance*, 2023-09.
 * @public
 */
export type ResumeOption = 'catch-up' | 'skip-preserving' | 'skip-discarding' | 'unknown';

/**
 * One event of the activity log of a map. It does not include who did it: the log is about maps, not about people.
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
  | MapObserved
  | ActivityError;

/**
 * The common properties of events.
 * @public
 */
export interface ActivityEventBase {
  /** Two events with the same id are the same event. Compared without letter case, blanks and braces. */
  readonly id?: string | undefined;
  /** The name of the map. Compared without letter case and surrounding blanks. */
  readonly map: string;
  /** ISO 8601 with seconds and a time zone. */
  readonly at: string;
  /** The state of the map right after it, if the log says. */
  readonly state?: MapState | undefined;
}

/**
 * The map was created, or its field mappings were changed, which creates a new version.
 * @public
 */
export interface MapEdited extends ActivityEventBase {
  readonly type: 'map-created' | 'field-mappings-updated';
  readonly version?: string | undefined;
  readonly publisher?: string | undefined;
}

/**
 * The map was started.
 * @public
 */
export interface MapRun extends ActivityEventBase {
  readonly type: 'run';
  /** Live at once, without copying existing data. */
  readonly skipInitialSync?: boolean | undefined;
}

/**
 * An execution of the initial sync began: the first one, a repeated one, or one for added legal entities.
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
  /** Its result by direction; empty if the log has no counts. */
  readonly directions: readonly InitialSyncCounts[];
  /** True if the log says that it ended with errors, which it does not always count. */
  readonly withErrors?: boolean | undefined;
}

/**
 * The direction; `unknown` if the log does not say.
 * @public
 */
export type InitialSyncDirection = 'finops-to-dataverse' | 'dataverse-to-finops' | 'unknown';

/**
 * What an initial sync did in one direction.
 * @public
 */
export interface InitialSyncCounts {
  readonly direction: InitialSyncDirection;
  /** How many records were written, if the log says. */
  readonly records?: number | undefined;
  readonly errors: number;
  /** As many as the log contains: the product shows five. */
  readonly topErrors: readonly InitialSyncError[];
}

/**
 * A record that could not be written.
 * @public
 */
export interface InitialSyncError {
  /** Without tokens and email addresses, at most 1,000 characters. */
  readonly message: string;
  readonly recordId?: string | undefined;
}

/**
 * How much is waiting for a paused map, if the log says.
 * @public
 */
export interface QueueSize {
  readonly queuedBytes?: number | undefined;
  readonly queuedRecords?: number | undefined;
}

/**
 * The map was paused; or, as `queue-measured`, the size of its queue was measured.
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
 * The queue was replayed. Records that could not be written are listed; a later event that lists the same record shows the
 * result of a retry.
 * @public
 */
export interface CatchUpCompleted extends ActivityEventBase {
  readonly type: 'catch-up-completed';
  readonly errors: readonly CatchUpErrorRecord[];
}

/**
 * A queued record that could not be written while catching up.
 * @public
 */
export interface CatchUpErrorRecord {
  readonly id: string;
  /** Without tokens and email addresses, at most 1,000 characters. */
  readonly message: string;
  /** ISO 8601 with a time zone; a day later the record is purged. */
  readonly createdOn: string;
  readonly retryStatus: RetryStatus;
}

/**
 * The state of the retry of a record; `unknown` for undocumented words.
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
 * What somebody saw of the map at that time, without an event that explains it: its state, its queue, its catch-up errors. Captures
 * and facts of snapshots know no more.
 * @public
 */
export interface MapObserved extends ActivityEventBase, QueueSize {
  readonly type: 'observed';
  /** Since when it had been in that state, ISO 8601 with a time zone; left out if that could not be seen. */
  readonly since?: string | undefined;
  /** When the map was last started, ISO 8601 with a time zone. */
  readonly lastStartedOn?: string | undefined;
  /** Its catch-up errors, if they were seen. */
  readonly errors?: readonly CatchUpErrorRecord[] | undefined;
}

/**
 * Something went wrong.
 * @public
 */
export interface ActivityError extends ActivityEventBase {
  readonly type: 'error';
  /** Without tokens and email addresses, at most 1,000 characters. */
  readonly message: string;
  /** The address of its log. It may contain an access key: do not display it. */
  readonly log?: string | undefined;
}
