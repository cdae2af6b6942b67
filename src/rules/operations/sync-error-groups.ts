import { guidKey, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { Subject } from '../verdict.js';

type SyncError = Facts['syncErrors'][number];

/** An integration job that has errors. */
export interface JobErrors {
  /** Its name, in the way to write it that comes first in code-unit order. */
  readonly job: string;
  readonly count: number;
  /** How many of them are overtaken by newer changes. */
  readonly notRetriable: number;
}

/**
 * The errors of each integration job by the key of its name, in whatever order they come. Every error counts once: of two rows of
 * one error, one that says that it is overtaken is enough.
 */
export function errorsByJob(errors: Facts['syncErrors']): ReadonlyMap<string, JobErrors> {
  const byJob = new Map<string, Map<string, SyncError[]>>();
  for (const error of errors) {
    const job = nameKey(error.integrationJob);
    const byId = byJob.get(job) ?? new Map<string, SyncError[]>();
    byJob.set(job, byId);
    const id = guidKey(error.id);
    const rows = byId.get(id);
    if (rows === undefined) byId.set(id, [error]);
    else rows.push(error);
  }
  return new Map([...byJob].map(([job, byId]) => [job, sumUp([...byId.values()])]));
}

function sumUp(errors: readonly (readonly SyncError[])[]): JobErrors {
  const names = new Set(errors.flat().map(({ integrationJob }) => integrationJob.trim()));
  return {
    job: [...names].sort()[0] ?? '',
    count: errors.length,
    notRetriable: errors.filter((rows) => rows.some(({ category }) => category === 'concurrency')).length,
  };
}

/** An integration job as the subject of a finding. */
export function jobSubject(name: string): Subject {
  return { kind: 'integration-job', id: name.trim() };
}

/** `1 error row`, `2 error rows` */
export function errorRowsInWords(count: number): string {
  return `${count} error ${count === 1 ? 'row' : 'rows'}`;
}
