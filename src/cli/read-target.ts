import type { Result } from 'neverthrow';
import type { Known } from '../facts/fact.js';
import type { EntityMap } from '../maps/entity-map.js';
import type { SolutionTarget } from '../solutions/solution-target.js';
import type { Complaint } from './command-result.js';
import { mapsOfRows, readMapFiles, rowsOfEnvironment } from './read-maps.js';

/** An environment out of files. */
interface Target extends SolutionTarget {
  readonly maps?: Known<readonly EntityMap[]> | undefined;
}

/** An environment out of files: at most one snapshot, and its saved maps in any form. */
export async function readTarget(paths: readonly string[]): Promise<Result<Target, Complaint>> {
  return (await readMapFiles(paths)).map((files) => {
    const rows = rowsOfEnvironment(files);
    return { name: files.name, facts: files.facts, ...(rows === undefined ? {} : { maps: mapsOfRows(rows) }) };
  });
}
