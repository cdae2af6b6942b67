import { err, fromThrowable, ok, type Result, ResultAsync } from 'neverthrow';
import * as z from 'zod/mini';
import { malformed } from '../facts/issues.js';
import { once } from '../facts/once.js';
import { parseVersioned } from '../facts/parse-versioned.js';
import { isJsonObject, type JsonObject, jsonOf } from '../maps/json.js';
import { pairUp } from '../maps/pair-up.js';
import { checksumOf, entryOf, headOf } from './backup-maps.js';
import type { BackupEntry, BackupFault, DamagedMap, MapBackup } from './map-backup.js';

const bundleSchema = /* @__PURE__ */ once(() =>
  z.object({
    schemaVersion: z.literal(1),
    kind: z.literal('map-backup'),
    environment: z.object({ name: z.string() }),
    takenAt: z.string(),
    coverage: z.optional(z.literal('partial')),
    detail: z.optional(z.string()),
    checksum: z.string(),
    index: z.array(
      z.object({
        name: z.string(),
        version: z.nullable(z.string()),
        publisher: z.nullable(z.string()),
        id: z.nullable(z.string()),
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
 * @returns the bundle, complete and unchanged; or a {@link BackupFault}, which names the maps that were changed, are missing,
 *   or were added
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
      const whatToDo = 'Restore from another copy: this one differs from what was saved.';
      const because = damageInWords(maps, !isHeadSound);
      return err<MapBackup, BackupFault>({ type: 'damaged', because, maps, isIndexDamaged: !isHeadSound, whatToDo });
    }),
  );
}

function rowSums(rows: readonly JsonObject[]): ResultAsync<readonly BackupEntry[], BackupFault> {
  return ResultAsync.combine(rows.map(entryOf));
}

function parse(input: unknown): Result<MapBackup, BackupFault> {
  // Getters and proxies may throw.
  const read = fromThrowable(
    () => parseVersioned(bundleSchema(), input),
    () => malformed([{ path: '', message: 'expected JSON' }]),
  );
  return read()
    .andThen((result) => result)
    .andThen((bundle) => {
      const rows = bundle.rows.map((row) => jsonOf(row));
      const strange = rows.findIndex((row) => !isJsonObject(row));
      if (strange < 0) return ok({ ...bundle, rows: rows.filter(isJsonObject) });
      return err(malformed([{ path: `rows[${strange}]`, message: 'expected an object of JSON' }]));
    })
    .mapErr((fault) => ({
      ...fault,
      whatToDo:
        fault.type === 'malformed'
          ? 'Give a bundle that was created by maps backup or backupMaps.'
          : 'Use the release that created it, or a newer one.',
    }));
}

/** Rows and entries that have no counterpart; a row that is still the same map was changed. */
function damageOf(index: readonly BackupEntry[], rows: readonly BackupEntry[]): readonly DamagedMap[] {
  const bySum = pairUp(index, rows, ({ checksum }) => checksum);
  const byId = pairUp(bySum.left, bySum.right, ({ id }) => id ?? undefined);
  const byVersion = pairUp(byId.left, byId.right, ({ name, version, publisher }) =>
    JSON.stringify([name, version, publisher]),
  );
  const changed = new Set([...byId.pairs, ...byVersion.pairs].map(([entry]) => entry));
  return [
    ...bySum.left.map((entry) => damage(entry, changed.has(entry) ? 'changed' : 'missing')),
    ...byVersion.right.map((row) => damage(row, 'unexpected')),
  ];
}

function damageInWords(maps: readonly DamagedMap[], isIndexDamaged: boolean): string {
  const shown = maps.slice(0, 5).map(({ name, version, problem }) => `${name} ${version ?? ''} ${problem}`);
  const more = maps.length > 5 ? ` and ${maps.length - 5} more` : '';
  return `it is damaged: ${[...shown, ...(isIndexDamaged ? ['its index was changed'] : [])].join(', ')}${more}`;
}

function damage({ name, version, publisher }: BackupEntry, problem: DamagedMap['problem']): DamagedMap {
  return { name, version, publisher, problem };
}
