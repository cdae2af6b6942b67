import { groupsBy } from '../../facts/groups-by.js';
import { guidKey, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { Subject } from '../verdict.js';

type SyncError = Facts['syncErrors'][number];

/** An integration job that has errors. */
interface JobErrors {
  /** Its name, in the spelling that comes first in code-unit order. */
  readonly job: string;
  readonly count: number;
  /** How many of them are superseded by newer changes. */
  readonly notRetriable: number;
}

/**
 * The errors of each integration job by the key of its name, in whatever order they come. Every error counts once: if an error
 * has two rows, one that marks it as superseded is enough.
 */
export function errorsByJob(errors: Facts['syncErrors']): ReadonlyMap<string, JobErrors> {
  const byJob = groupsBy(errors, ({ integrationJob }) => nameKey(integrationJob));
  return new Map([...byJob].map(([job, rows]) => [job, sumUp([...groupsBy(rows, ({ id }) => guidKey(id)).values()])]));
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
