import { instantOf, isoOf } from '../facts/instant.js';
import { guidKey } from '../facts/keys.js';
import { catchUpErrorLifetime, warnsAfter } from '../maps/pause-limits.js';
import type { ActivityAnomaly } from './activity-anomaly.js';
import type { CatchUpErrorRecord } from './activity-event.js';

/**
 * A queued record that could not be written while catching up, and how long it can be retried.
 * @public
 */
export interface CatchUpError extends CatchUpErrorRecord {
  /** When the log last mentioned it. */
  readonly toldAt: string;
  /** A day after it was created. */
  readonly purgedAt: string;
  /** Whether that time has come without a successful retry. */
  readonly isPurged: boolean;
  /**
   * Whether the change has not arrived on the other side: no retry has succeeded, and the map was not run from the beginning
   * since, with an initial sync that certainly copied all rows.
   */
  readonly isOpen: boolean;
}

/** The catch-up errors of one map, by id; the latest information in the log counts. */
export class CatchUpErrors {
  readonly #byId = new Map<string, { readonly record: CatchUpErrorRecord; readonly toldAt: string }>();

  add(records: readonly CatchUpErrorRecord[], toldAt: string): void {
    for (const record of records) {
      const key = guidKey(record.id);
      // An event about a retry does not necessarily repeat the message.
      const message = record.message === '' ? (this.#byId.get(key)?.record.message ?? '') : record.message;
      this.#byId.set(key, { record: { ...record, message }, toldAt });
    }
  }

  /**
   * @param now - milliseconds, as `copiedFrom`
   * @param copiedFrom - changes before this have arrived with an initial sync
   */
  *all(now: number, copiedFrom: number): Generator<CatchUpError, void, undefined> {
    for (const { record, toldAt } of this.#byId.values()) {
      const purgedAt = purgedAtOf(record);
      yield {
        ...record,
        toldAt,
        purgedAt: isoOf(purgedAt),
        isPurged: !isRetried(record) && now >= purgedAt,
        isOpen: isOpen(record, copiedFrom),
      };
    }
  }

  anomalies(now: number, copiedFrom: number): readonly ActivityAnomaly[] {
    const purges: number[] = [];
    for (const { record } of this.#byId.values()) if (isOpen(record, copiedFrom)) purges.push(purgedAtOf(record));
    const warning = catchUpErrorLifetime - warnsAfter;
    const before = (lead: number) => purges.map((at) => at - lead);
    return [
      ...anomalyOf(
        before(0).filter((at) => now >= at),
        {
          type: 'catch-up-errors-purged',
          severity: 'error',
          message: 'purged before a retry succeeded',
          whatToDo:
            'Their changes are lost. Change the rows again, or run an initial sync, so that the other side receives them.',
        },
      ),
      ...anomalyOf(
        before(warning).filter((at) => now >= at && now < at + warning),
        {
          type: 'catch-up-errors-expiring',
          severity: 'warning',
          message: 'to be purged within four hours',
          whatToDo: 'Fix the problems that their messages describe, and retry them.',
        },
      ),
      ...anomalyOf(
        before(catchUpErrorLifetime).filter((at) => now < at + warnsAfter),
        {
          type: 'catch-up-errors-open',
          severity: 'warning',
          message: 'without a successful retry',
          whatToDo: 'Fix the problems that their messages describe, and retry them: each is kept for a day.',
        },
      ),
    ];
  }
}

function isRetried({ retryStatus }: CatchUpErrorRecord): boolean {
  return retryStatus === 'completed';
}

function isOpen(record: CatchUpErrorRecord, copiedFrom: number): boolean {
  return !isRetried(record) && instantOf(record.createdOn) >= copiedFrom;
}

function purgedAtOf({ createdOn }: CatchUpErrorRecord): number {
  return instantOf(createdOn) + catchUpErrorLifetime;
}

function anomalyOf(
  instants: readonly number[],
  {
    message,
    ...anomaly
  }: {
    readonly type: 'catch-up-errors-purged' | 'catch-up-errors-expiring' | 'catch-up-errors-open';
    readonly severity: 'error' | 'warning';
    readonly message: string;
    readonly whatToDo: string;
  },
): readonly ActivityAnomaly[] {
  const count = instants.length;
  if (count === 0) return [];
  const at = isoOf(instants.reduce((first, instant) => Math.min(first, instant)));
  return [
    { ...anomaly, at, count, message: `${count === 1 ? '1 catch-up error' : `${count} catch-up errors`} ${message}` },
  ];
}
