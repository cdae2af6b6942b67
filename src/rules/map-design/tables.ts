import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { MapSide } from '../../maps/entity-map.js';
import type { FieldPath } from '../../maps/field-path.js';
import type { ReadLeg } from './read-maps.js';

type Row = Facts['tableMetadata'][number];

/** What is known of a column. */
export type Column = NonNullable<Row['columns']>[number];

/** What is known of a mapped table or entity, with its columns by name. */
export interface Table extends Omit<Row, 'columns'> {
  readonly columns: ReadonlyMap<string, Column> | undefined;
}

/** The tables of both sides by every name that they have. */
export interface Tables {
  readonly dataverse: ReadonlyMap<string, Table>;
  readonly finops: ReadonlyMap<string, Table>;
}

/** Finds tables by name; of two with one name, the first one counts. */
export function tablesByName(metadata: Facts['tableMetadata']): Tables {
  const tables = { dataverse: new Map<string, Table>(), finops: new Map<string, Table>() };
  for (const row of metadata) {
    const columns = row.columns?.map((column) => [nameKey(column.name), column] as const);
    const table = { ...row, columns: columns && new Map(columns) };
    for (const name of [table.name, ...(table.otherNames ?? [])]) {
      const key = nameKey(name);
      if (!tables[table.side].has(key)) tables[table.side].set(key, table);
    }
  }
  return tables;
}

/** The table of one side of a leg, where it is known. */
export function tableOf(tables: Tables, leg: ReadLeg, side: MapSide): Table | undefined {
  const name = side === 'dataverse' ? leg.dataverseTable : leg.finopsEntity;
  return name === undefined ? undefined : tables[side].get(nameKey(name));
}

/** The column of its own table in which a path begins: the lookup, where it is one. */
export function rootOf(path: FieldPath): string | undefined {
  return path.type === 'none' || path.type === 'unknown' ? undefined : path.column;
}

const companyTables: ReadonlySet<string> = /* @__PURE__ */ new Set(['cdm_company', 'cdm_companies']);

/** Whether a column is the lookup of the company: dual-write fills it, and no map needs to. */
export function isCompanyLookup({ lookupTargets }: Column): boolean {
  return lookupTargets?.some((target) => companyTables.has(nameKey(target))) ?? false;
}
