import { byCodeUnits } from '../../facts/by-code-units.js';
import { groupsBy } from '../../facts/groups-by.js';
import { isBlank, nameKey, tableKeys } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { MapSide } from '../../maps/entity-map.js';
import type { FieldPath } from '../../maps/field-path.js';
import type { ReadLeg } from './read-maps.js';

type Row = Facts['tableMetadata'][number];

/** What is known of a column. */
export type Column = NonNullable<Row['columns']>[number];

/** What is known of a mapped table or entity. */
export interface Table {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly companySpecific: boolean | undefined;
  /** By name, in the order of their names. */
  readonly columns: ReadonlyMap<string, Column> | undefined;
  readonly alternateKeys: readonly (readonly string[])[] | undefined;
  readonly integrationKey: readonly string[] | undefined;
}

/** Finds the table of a name, on each side. */
export type Tables = { readonly [Side in MapSide]: (name: string) => Table | undefined };

/** What to look at where the tables are not known: one list, so that what is made of it is made once. */
export const nothingKnown: Facts['tableMetadata'] = [];

/**
 * Finds tables by name, whatever the order of their rows: by their own names, then by their other names; in Dataverse also
 * where one name is the set name of the other. An alternative name that several tables share identifies none of them.
 */
export function tablesByName(metadata: Facts['tableMetadata']): Tables {
  const of = (side: MapSide) => metadata.filter((row) => row.side === side);
  return { dataverse: finderOf(of('dataverse'), tableKeys), finops: finderOf(of('finops'), (name) => [nameKey(name)]) };
}

function finderOf(
  rows: readonly Row[],
  keysOf: (name: string) => readonly string[],
): (name: string) => Table | undefined {
  const byOwnName = new Map(
    [...groupsBy(rows, ({ name }) => nameKey(name))].map(([key, group]) => [key, mergeRows(group)]),
  );
  const byOtherName = new Map<string, Table | undefined>();
  for (const table of byOwnName.values()) {
    for (const key of new Set(table.otherNames.map(nameKey))) {
      byOtherName.set(key, byOtherName.has(key) ? undefined : table);
    }
  }
  return (name) => {
    const found = keysOf(name).map((key) => byOwnName.get(key) ?? byOtherName.get(key));
    return found.find((table) => table !== undefined);
  };
}

/**
 * What several rows of one table say together: a value that one of them knows counts, and so does every column and key that one
 * of them has. Where they disagree, the value is not known.
 */
function mergeRows(rows: readonly Row[]): Table {
  const columns = rows.flatMap((row) => (row.columns == null ? [] : [row.columns]));
  const keys = rows.flatMap((row) => (row.alternateKeys == null ? [] : [row.alternateKeys]));
  return {
    name: firstOf(rows.map(({ name }) => name.trim())),
    otherNames: rows.flatMap(({ otherNames }) => otherNames ?? []),
    companySpecific: agreed(rows.map(({ companySpecific }) => companySpecific)),
    columns: columns.length === 0 ? undefined : mergeColumns(columns.flat()),
    alternateKeys: keys.length === 0 ? undefined : distinctKeys(keys.flat()),
    integrationKey: agreed(
      distinctKeys(rows.flatMap(({ integrationKey }) => (integrationKey ? [integrationKey] : []))),
    ),
  };
}

function mergeColumns(columns: readonly Column[]): ReadonlyMap<string, Column> {
  const groups = [...groupsBy(columns, ({ name }) => nameKey(name))].sort(([a], [b]) => byCodeUnits(a, b));
  return new Map(
    groups.map(([key, group]) => {
      const targets = group.flatMap(({ lookupTargets }) => (lookupTargets == null ? [] : [lookupTargets]));
      return [
        key,
        {
          name: firstOf(group.map(({ name }) => name.trim())),
          type: agreed(group.map(({ type }) => (isBlank(type) ? undefined : nameKey(type)))),
          required: agreed(group.map(({ required }) => required)),
          readOnly: agreed(group.map(({ readOnly }) => readOnly)),
          lookupTargets: targets.length === 0 ? undefined : [...new Set(targets.flat().map(nameKey))].sort(),
        },
      ];
    }),
  );
}

/** Keys of the same columns are one, whatever the order of the columns. */
function distinctKeys(keys: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const inOrder = [...keys].sort((a, b) => byCodeUnits(JSON.stringify(a), JSON.stringify(b)));
  return [...new Map(inOrder.map((key) => [JSON.stringify(key.map(nameKey).sort()), key])).values()];
}

/** The value on which all rows that have one agree. */
function agreed<Value>(values: readonly (Value | null | undefined)[]): Value | undefined {
  const [value, ...others] = new Set(values.filter((one) => one != null));
  return others.length === 0 ? value : undefined;
}

/** Of several ways to write a name the first in code-unit order. */
function firstOf(names: readonly string[]): string {
  return [...names].sort()[0] ?? '';
}

/** The table of one side of a leg, where it is known. */
export function tableOf(tables: Tables, leg: ReadLeg, side: MapSide): Table | undefined {
  const name = side === 'dataverse' ? leg.dataverseTable : leg.finopsEntity;
  return name === undefined ? undefined : tables[side](name);
}

/** The column of its own table in which a path begins: the lookup, where it is one. */
export function rootOf(path: FieldPath): string | undefined {
  return 'column' in path ? path.column : undefined;
}

const companyTables: ReadonlySet<string> = /* @__PURE__ */ new Set(['cdm_company', 'cdm_companies']);

/** Whether a column is the lookup of the company: dual-write fills it, and no map needs to. */
export function isCompanyLookup({ lookupTargets }: Column): boolean {
  return lookupTargets?.some((target) => companyTables.has(nameKey(target))) ?? false;
}
