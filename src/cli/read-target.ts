import { err, fromThrowable, ok, type Result } from 'neverthrow';
import { type Known, known } from '../facts/fact.js';
import type { Snapshot } from '../facts/snapshot.js';
import type { EntityMap } from '../maps/entity-map.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import type { SolutionTarget } from '../solutions/solution-target.js';
import { verifyBackup } from '../solutions/verify-backup.js';
import type { Complaint } from './command-result.js';
import { isSnapshot } from './is-snapshot.js';
import { mapRowsIn } from './read-maps.js';
import { readText } from './read-text.js';

/** An environment out of files. */
interface Target extends SolutionTarget {
  /** When the facts of the snapshot were read, where there is one. */
  readonly takenAt?: string | undefined;
  readonly maps?: Known<readonly EntityMap[]> | undefined;
}

/** An environment out of files: at most one snapshot, and saved maps as rows or as backups. */
export async function readTarget(paths: readonly string[]): Promise<Result<Target, Complaint>> {
  let snapshot: Snapshot | undefined;
  let maps: EntityMap[] | undefined;
  for (const path of paths) {
    const text = await readText(path);
    if (text.isErr()) return err(text.error);
    const part = await partOf(text.value, path);
    if (part.isErr()) return err(part.error);
    if ('facts' in part.value) {
      if (snapshot !== undefined) return err(`${path}: is a second snapshot: expected one environment`);
      snapshot = part.value;
    } else maps = [...(maps ?? []), ...part.value];
  }
  return ok({
    name: snapshot?.environment.name ?? paths.map((path) => (path === '-' ? 'standard input' : path)).join(', '),
    takenAt: snapshot?.takenAt,
    facts: snapshot?.facts ?? {},
    ...(maps === undefined ? {} : { maps: known(maps) }),
  });
}

const parseJson = fromThrowable((text: string): unknown => JSON.parse(text));

async function partOf(text: string, path: string): Promise<Result<Snapshot | readonly EntityMap[], Complaint>> {
  const value = parseJson(text).unwrapOr(undefined);
  if (isSnapshot(value)) return ok(value);
  if (typeof value === 'object' && value !== null && 'facts' in value) {
    const { parseSnapshot } = await import('../facts/parse-snapshot.js');
    return parseSnapshot(value).mapErr((fault) => ({ path, ...fault }));
  }
  if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'map-backup') {
    return (await verifyBackup(value)).map(({ rows }) => rows.map(entityMapOf)).mapErr((fault) => ({ path, ...fault }));
  }
  return mapRowsIn(text, path).map((rows) => rows.map((row) => entityMapOf(row)));
}
