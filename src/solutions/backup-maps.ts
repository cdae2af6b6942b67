import { err, errAsync, fromThrowable, ok, Result, ResultAsync } from 'neverthrow';
import type { Known } from '../facts/fact.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import { isMapRow } from '../maps/is-map-row.js';
import { isJsonObject, type JsonObject, type JsonValue, jsonOf } from '../maps/json.js';
import { mapCoverage } from '../maps/map-coverage.js';
import { checksum } from './checksum.js';
import type { BackupEntry, BackupFault, MapBackup } from './map-backup.js';

/**
 * Puts saved maps into one bundle with checksums. Every column of every row is kept unchanged.
 *
 * Source: *Application lifecycle management*, 2020-03.
 *
 * @param rows - rows of `msdyn_dualwriteentitymaps`, all versions of all maps
 * @param meta - the environment, and when the rows were read (ISO 8601); `coverage: 'partial'`, and in `detail` why, for rows that
 *   may not be all: the bundle says so
 *
 * @example
 * ```ts
 * const bundle = await backupMaps(rows, { environment: 'production', takenAt: new Date().toISOString() });
 * ```
 * @public
 */
export function backupMaps(
  rows: Iterable<unknown>,
  meta: { readonly environment: string; readonly takenAt: string } & Pick<Known<unknown>, 'coverage' | 'detail'>,
): ResultAsync<MapBackup, BackupFault> {
  // Callers without types may give anything.
  const given = fromThrowable(() => [...rows])().mapErr(() => noRows);
  const kept = given.andThen((list) => Result.combine(list.map(rowOf)));
  return kept.asyncAndThen((all) => {
    if (all.length === 0) return errAsync(noRows);
    return ResultAsync.combine(all.map(entryOf)).andThen((index) => {
      const head = {
        schemaVersion: 1,
        kind: 'map-backup',
        environment: { name: meta.environment },
        takenAt: meta.takenAt,
        ...mapCoverage(meta),
      } as const;
      return checksumOf(headOf({ ...head, index })).map(
        (sum): MapBackup => ({ ...head, checksum: sum, index, rows: all }),
      );
    });
  });
}

const noRows: BackupFault = {
  type: 'no-rows',
  because: 'there are no rows',
  whatToDo: 'Give the rows of msdyn_dualwriteentitymaps: an empty backup would look like a real one.',
};

function rowOf(row: unknown, index: number): Result<JsonObject, BackupFault> {
  const copy = jsonOf(row);
  if (!isJsonObject(copy)) {
    return err({
      type: 'no-json',
      because: `row ${index + 1} is not JSON`,
      row: index + 1,
      whatToDo: 'Give rows as returned by the Web API: plain JSON.',
    });
  }
  if (isMapRow(copy)) return ok(copy);
  const because = `row ${index + 1} is not a table map`;
  return err({ type: 'no-map', because, row: index + 1, whatToDo: 'Give rows with msdyn_name and msdyn_mapping.' });
}

/** The entry of the index for a row. */
export function entryOf(row: JsonObject): ResultAsync<BackupEntry, BackupFault> {
  const { name, version, publisher, id } = entityMapOf(row);
  return checksumOf(row).map((sum) => ({
    name,
    version: version ?? null,
    publisher: publisher ?? null,
    id: id ?? null,
    checksum: sum,
  }));
}

/** The content that the checksum of a bundle covers. */
export function headOf({
  schemaVersion,
  kind,
  environment,
  takenAt,
  coverage,
  detail,
  index,
}: Omit<MapBackup, 'checksum' | 'rows'>): JsonValue {
  const entries = index.map(({ name, version, publisher, id, checksum: sum }) => [name, version, publisher, id, sum]);
  const isPlain = coverage === undefined && detail === undefined;
  return [
    schemaVersion,
    kind,
    environment.name,
    takenAt,
    entries,
    ...(isPlain ? [] : [coverage ?? null, detail ?? null]),
  ];
}

export function checksumOf(value: JsonValue): ResultAsync<string, BackupFault> {
  return checksum(value).mapErr(() => ({
    type: 'no-checksums',
    because: 'checksums cannot be computed: Web Crypto is not available',
    whatToDo: 'Use Node 20 or later, or a browser on a page that was loaded over https.',
  }));
}
