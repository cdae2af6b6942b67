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
  /** Whether that time has come without a successful retry: the change is lost. */
  readonly isPurged: boolean;
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

  /** @param now - milliseconds */
  all(now: number): readonly CatchUpError[] {
    return [...this.#byId.values()].map(({ record, toldAt }) => {
      const purgedAt = purgedAtOf(record);
      return { ...record, toldAt, purgedAt: isoOf(purgedAt), isPurged: isOpen(record) && now >= purgedAt };
    });
  }

  /** @param now - milliseconds */
  anomalies(now: number): readonly ActivityAnomaly[] {
    const purges = [...this.#byId.values()]
      .filter(({ record }) => isOpen(record))
      .map(({ record }) => purgedAtOf(record));
    const warning = catchUpErrorLifetime - warnsAfter;
    const purged = purges.filter((at) => now >= at);
    const expiring = purges.filter((at) => now < at && now >= at - warning);
    return [
      ...anomalyOf(purged, {
        type: 'catch-up-errors-purged',
        severity: 'error',
        message: 'purged before a retry succeeded',
        whatToDo:
          'Their changes are lost. Change the rows again, or run an initial sync, so that the other side receives them.',
      }),
      ...anomalyOf(
        expiring.map((at) => at - warning),
        {
          type: 'catch-up-errors-expiring',
          severity: 'warning',
          message: 'to be purged within four hours',
          whatToDo: 'Fix the problems that their messages describe, and retry them.',
        },
      ),
    ];
  }
}

function isOpen({ retryStatus }: CatchUpErrorRecord): boolean {
  return retryStatus !== 'completed';
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
    readonly type: 'catch-up-errors-purged' | 'catch-up-errors-expiring';
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
