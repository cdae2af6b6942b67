import type { JsonObject, JsonValue } from 'type-fest';
import { isRecord } from '../../engine/settings.js';
import type { StaleRow } from './cleanup-target.js';

/** The rows that the args of a finding about a project list; `null` if they list none, as those of earlier versions. */
export function staleRowsOf({ configurations }: JsonObject): readonly StaleRow[] | null {
  if (!Array.isArray(configurations)) return null;
  const rows = configurations.map(staleRowOf);
  const listed = rows.filter((row) => row !== undefined);
  return listed.length === 0 || listed.length < rows.length ? null : union([], listed);
}

/** Rows of two findings about one project, those that both name only once; equal rows of one finding are counted together. */
export function union(known: readonly StaleRow[], more: readonly StaleRow[]): readonly StaleRow[] {
  const byKey = new Map(known.map((row) => [keyOf(row), row]));
  const counted = new Map<string, number>();
  for (const row of more) {
    const key = keyOf(row);
    const earlier = byKey.get(key);
    const rows = (counted.get(key) ?? 0) + row.rows;
    counted.set(key, rows);
    byKey.set(key, {
      ...row,
      rows: Math.max(rows, earlier?.rows ?? 0),
      map: moreCertain(earlier?.map, row.map),
    });
  }
  const all = [...byKey.values()];
  return all.filter((row) => !row.isMarkedDeleted || !byKey.has(keyOf({ ...row, isMarkedDeleted: false })));
}

/** The rows that are not among the others. */
export function without(rows: readonly StaleRow[], others: readonly StaleRow[]): readonly StaleRow[] {
  const keys = new Set(others.map(keyOf));
  return rows.filter(
    (row) => !keys.has(keyOf(row)) && !(row.isMarkedDeleted && keys.has(keyOf({ ...row, isMarkedDeleted: false }))),
  );
}

/** Whether all rows are among the others; where either are not listed, it is not known, and they may be. */
export function areAmong(rows: readonly StaleRow[] | null, others: readonly StaleRow[] | null): boolean {
  return rows === null || others === null || without(rows, others).length === 0;
}

/** What distinguishes a row from the others of its project. */
function keyOf({ projectName, finopsEntity, dataverseTable, address, isMarkedDeleted }: StaleRow): string {
  return JSON.stringify([projectName, finopsEntity, dataverseTable, address, isMarkedDeleted]).toLowerCase();
}

/** A rule that sees the state of a map knows more about it than one that does not. */
function moreCertain(earlier: StaleRow['map'] | undefined, map: StaleRow['map']): StaleRow['map'] {
  return earlier === undefined || earlier === 'listed' ? map : earlier;
}

/** A report comes from outside. */
function staleRowOf(value: JsonValue): StaleRow | undefined {
  if (!isRecord(value)) return undefined;
  const { projectName, finopsEntity, dataverseTable, address, causes, rows } = value;
  if (typeof projectName !== 'string' || typeof finopsEntity !== 'string' || typeof dataverseTable !== 'string')
    return undefined;
  if (typeof address !== 'string' && address !== null) return undefined;
  if (!Array.isArray(causes) || causes.length === 0 || typeof rows !== 'number') return undefined;
  return {
    projectName,
    finopsEntity,
    dataverseTable,
    address,
    isMarkedDeleted: causes.every((cause) => cause === 'deleted'),
    map: mapOf(causes),
    rows,
  };
}

function mapOf(causes: readonly unknown[]): StaleRow['map'] {
  if (causes.includes('not-linked') || causes.includes('no-map')) return 'none';
  return causes.includes('map-off') ? 'off' : 'listed';
}
