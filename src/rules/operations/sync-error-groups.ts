import { guidKey, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { Subject } from '../verdict.js';

type SyncError = Facts['syncErrors'][number];

/** The errors of each integration job, every error row once, by the key of the job's name. */
export function errorsByJob(errors: Facts['syncErrors']): ReadonlyMap<string, readonly SyncError[]> {
  const rows = new Map<string, Map<string, SyncError>>();
  for (const error of errors) {
    const job = nameKey(error.integrationJob);
    const ofJob = rows.get(job) ?? new Map<string, SyncError>();
    rows.set(job, ofJob.set(guidKey(error.id), error));
  }
  return new Map([...rows].map(([job, byId]) => [job, [...byId.values()]]));
}

/** An integration job as the subject of a finding. */
export function jobSubject(name: string): Subject {
  return { kind: 'integration-job', id: name.trim() };
}

/** `1 error row`, `2 error rows` */
export function errorRowsInWords(count: number): string {
  return `${count} error ${count === 1 ? 'row' : 'rows'}`;
}
