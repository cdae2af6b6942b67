import type { Result } from 'neverthrow';
import type { Known } from '../facts/fact.js';
import type { EntityMap } from '../maps/entity-map.js';
import type { SolutionTarget } from '../solutions/solution-target.js';
import type { Complaint } from './command-result.js';
import { inWords, mapsOf, readMapFiles } from './read-maps.js';

/** An environment out of files. */
interface Target extends SolutionTarget {
  /** When the facts of the snapshot were read, where there is one. */
  readonly takenAt?: string | undefined;
  readonly maps?: Known<readonly EntityMap[]> | undefined;
}

/** An environment out of files: at most one snapshot, and saved maps as rows or as backups. */
export async function readTarget(paths: readonly string[]): Promise<Result<Target, Complaint>> {
  return (await readMapFiles(paths)).map(({ snapshot, rows }) => ({
    name: snapshot?.environment.name ?? inWords(paths),
    takenAt: snapshot?.takenAt,
    facts: snapshot?.facts ?? {},
    ...(rows === undefined ? {} : { maps: mapsOf(rows) }),
  }));
}
