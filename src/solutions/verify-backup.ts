import { err, ok, type Result, ResultAsync } from 'neverthrow';
import * as z from 'zod';
import { describeIssues } from '../facts/issues.js';
import { once } from '../facts/once.js';
import { isJsonObject, type JsonObject, jsonOf } from '../maps/json.js';
import { checksumOf, entryOf, headOf } from './backup-maps.js';
import type { BackupEntry, BackupFault, DamagedMap, MapBackup } from './map-backup.js';

const bundleSchema = /* @__PURE__ */ once(() =>
  z.object({
    schemaVersion: z.literal(1),
    kind: z.literal('map-backup'),
    environment: z.object({ name: z.string() }),
    takenAt: z.string(),
    checksum: z.string(),
    index: z.array(
      z.object({
        name: z.string(),
        version: z.string().nullable(),
        publisher: z.string().nullable(),
        id: z.string().nullable(),
        checksum: z.string(),
      }),
    ),
    rows: z.array(z.unknown()),
  }),
);

/**
 * Checks a bundle against its checksums.
 *
 * @param input - a bundle as it was saved, parsed as JSON
 * @returns the bundle, whole and unchanged; or a {@link BackupFault}, which names the maps that were changed, are missing, or were
 * put in
 *
 * @example
 * ```ts
 * const bundle = await verifyBackup(JSON.parse(text));
 * bundle.map(({ rows }) => rows.map(entityMapOf));
 * ```
 * @public
 */
export function verifyBackup(input: unknown): ResultAsync<MapBackup, BackupFault> {
  return parse(input).asyncAndThen((bundle) =>
    ResultAsync.combine([
      checksumOf(headOf(bundle)).map((sum) => sum === bundle.checksum),
      rowSums(bundle.rows),
    ]).andThen(([isHeadSound, found]) => {
      const maps = damageOf(bundle.index, found);
      if (isHeadSound && maps.length === 0) return ok(bundle);
      const whatToDo = 'Restore from another copy: this one is not what was saved.';
      return err<MapBackup, BackupFault>({ type: 'damaged', maps, isIndexDamaged: !isHeadSound, whatToDo });
    }),
  );
}

function rowSums(rows: readonly JsonObject[]): ResultAsync<readonly BackupEntry[], BackupFault> {
  return ResultAsync.combine(rows.map(entryOf));
}

function parse(input: unknown): Result<MapBackup, BackupFault> {
  const version = typeof input === 'object' && input !== null && 'schemaVersion' in input ? input.schemaVersion : 1;
  if (typeof version === 'number' && version !== 1) {
    return err({
      type: 'unsupported-version',
      found: version,
      whatToDo: 'Use the release that made it, or a newer one.',
    });
  }
  const whatToDo = 'Give a bundle that maps backup or backupMaps has made.';
  const parsed = bundleSchema().safeParse(input);
  if (!parsed.success) return err({ type: 'malformed', issues: describeIssues(parsed.error), whatToDo });
  const rows = parsed.data.rows.map((row) => jsonOf(row));
  const strange = rows.findIndex((row) => !isJsonObject(row));
  if (strange >= 0) {
    const issue = { path: `rows[${strange}]`, message: 'expected an object of JSON' };
    return err({ type: 'malformed', issues: [issue], whatToDo });
  }
  return ok({ ...parsed.data, rows: rows.filter(isJsonObject) });
}

/** Rows and entries that have no counterpart; a row that is still the same map was changed. */
function damageOf(index: readonly BackupEntry[], rows: readonly BackupEntry[]): readonly DamagedMap[] {
  const strays = new Map<string, BackupEntry[]>();
  for (const row of rows) strays.set(row.checksum, [...(strays.get(row.checksum) ?? []), row]);
  const lost = index.filter(({ checksum }) => strays.get(checksum)?.shift() === undefined);
  const left = [...strays.values()].flat();
  const damaged = lost.map((entry): DamagedMap => {
    const place = left.findIndex((row) => isSameMap(row, entry));
    if (place >= 0) left.splice(place, 1);
    return damage(entry, place >= 0 ? 'changed' : 'missing');
  });
  return [...damaged, ...left.map((row) => damage(row, 'unexpected'))];
}

function isSameMap(row: BackupEntry, entry: BackupEntry): boolean {
  if (row.id !== null && row.id === entry.id) return true;
  return row.name === entry.name && row.version === entry.version && row.publisher === entry.publisher;
}

function damage({ name, version, publisher }: BackupEntry, problem: DamagedMap['problem']): DamagedMap {
  return { name, version, publisher, problem };
}
