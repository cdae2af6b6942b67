import { nameKey } from '../../facts/keys.js';
import type { MapSide } from '../../maps/entity-map.js';
import type { FieldPath } from '../../maps/field-path.js';
import { type MissingFact, missing } from '../verdict.js';
import { unreadMapping } from './judge-maps.js';
import type { ReadField, ReadLeg } from './read-maps.js';
import { type Column, type Table, type Tables, tableOf } from './tables.js';

/**
 * The column that a field leads to: it exists, it does not exist, or it is not known whether it does. A polymorphic lookup
 * leads to several.
 */
type ColumnBehind =
  | { readonly type: 'found'; readonly column: Column }
  | { readonly type: 'several' }
  | { readonly type: 'absent' }
  | { readonly type: 'open'; readonly missing: MissingFact };

/** Follows a field of a mapping through its lookups. */
export function columnBehind(field: ReadField, side: MapSide, leg: ReadLeg, tables: Tables): ColumnBehind {
  const path: FieldPath = side === 'finops' ? { type: 'column', column: field.finopsField } : field.path;
  const text = side === 'finops' ? field.finopsField : field.dataverseField;
  // Services that know integration keys list what is behind a lookup as a column of its own.
  const table = tableOf(tables, leg, side);
  const expanded = table?.columns?.get(nameKey(text));
  return expanded ? { type: 'found', column: expanded } : follow(path, table, tables, field.lookupTable);
}

function follow(
  path: FieldPath,
  table: Table | undefined,
  tables: Tables,
  lookupTable: string | undefined,
): ColumnBehind {
  if (path.type === 'none' || path.type === 'unknown') return { type: 'open', missing: unreadMapping };
  if (table?.columns === undefined) {
    return {
      type: 'open',
      missing: table === undefined ? missing('tableMetadata') : missing('tableMetadata', 'columns'),
    };
  }
  const column = table.columns.get(nameKey(path.column));
  if (column === undefined) return { type: 'absent' };
  if (path.type === 'column') return { type: 'found', column };
  const ways: readonly (readonly [string, FieldPath])[] =
    path.type === 'polymorphic'
      ? path.targets.flatMap(({ table: target, keys }) => keys.map((key) => [target, key] as const))
      : targetsOf(column, path.key.type === 'column' ? lookupTable : undefined).map((target) => [target, path.key]);
  const ends = ways.map(([target, key]) => follow(key, tables.dataverse(target), tables, lookupTable));
  return path.type === 'polymorphic' ? allOf(ends) : anyOf(ends);
}

/** The tables that a lookup may lead to: the one that the map names, else those of the column. */
function targetsOf({ lookupTargets }: Column, named: string | undefined): readonly string[] {
  return named === undefined ? (lookupTargets ?? []) : [named];
}

function allOf(ends: readonly ColumnBehind[]): ColumnBehind {
  const unsettled = ends.find(({ type }) => type === 'absent') ?? ends.find(({ type }) => type === 'open');
  return unsettled ?? { type: 'several' };
}

/** A lookup may lead to several tables: one of them having the column is enough, because it is not known which one counts. */
function anyOf(ends: readonly ColumnBehind[]): ColumnBehind {
  const [first, ...others] = ends.filter(({ type }) => type === 'found' || type === 'several');
  if (first !== undefined) return others.length === 0 ? first : { type: 'several' };
  const open = ends.find(({ type }) => type === 'open');
  return open ?? ends[0] ?? { type: 'open', missing: missing('tableMetadata', 'columns') };
}
