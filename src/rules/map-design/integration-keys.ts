import type { Fact } from '../../facts/fact.js';
import { completeValue } from '../../facts/fact.js';
import { isBlank, nameKey, tableKeys } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { type FieldPath, fieldPath } from '../../maps/field-path.js';
import type { RuleContext } from '../rule.js';
import { type ReadMap, readMaps } from './read-maps.js';
import { type Column, isCompanyLookup, nothingKnown, type Table, tablesByName } from './tables.js';

/** A column of an integration key, as the key names it: `msdyn_partyid.msdyn_partynumber`. */
export interface KeyColumn {
  readonly text: string;
  readonly path: FieldPath;
  /**
   * `lookup`: its row is found by a column behind the dot; `bare-lookup`: by none that the key names; `company`: the lookup of
   * the company, which dual-write matches by itself, so that no map should contain it.
   */
  readonly kind: 'column' | 'lookup' | 'bare-lookup' | 'company';
}

/** The integration keys of tables, as far as they are known. */
export interface IntegrationKeys {
  /** The key for a map: its own, else that of its table. An empty one means that there is none. */
  readonly of: (map: ReadMap) => readonly KeyColumn[] | undefined;
  /** The key of a table. */
  readonly ofTable: (table: string | undefined) => readonly KeyColumn[] | undefined;
}

type Maps = Facts['mapDefinitions'];
type Metadata = Facts['tableMetadata'];

/** The keys that maps name, and those that the metadata of the tables names. */
export function integrationKeys(
  maps: Maps,
  metadata: Fact<Metadata> | Metadata,
  { derive }: Pick<RuleContext<string>, 'derive'>,
): IntegrationKeys {
  const known = 'status' in metadata ? completeValue(metadata) : metadata;
  return derive(keysOf, derive(readMaps, maps), known ?? nothingKnown);
}

function keysOf(maps: readonly ReadMap[], metadata: Metadata): IntegrationKeys {
  const named = new Map<string, readonly string[] | undefined>();
  for (const { map, legs } of maps) {
    const [leg] = legs;
    if (map.integrationKeys === undefined || leg?.dataverseTable === undefined) continue;
    const table = nameKey(leg.dataverseTable);
    // If maps name different keys for one table, its key is not known.
    const isSame = !named.has(table) || sameColumns(named.get(table), map.integrationKeys);
    named.set(table, isSame ? map.integrationKeys : undefined);
  }
  const tables = tablesByName(metadata).dataverse;
  const ofTable: IntegrationKeys['ofTable'] = (name) => {
    if (isBlank(name)) return undefined;
    const key = tableKeys(name).find((one) => named.has(one));
    if (key !== undefined) return named.get(key)?.map(keyColumn);
    const table = tables(name);
    return table && keyInMetadata(table);
  };
  return { ofTable, of: ({ map, legs }) => map.integrationKeys?.map(keyColumn) ?? ofTable(legs[0]?.dataverseTable) };
}

function sameColumns(a: readonly string[] | undefined, b: readonly string[]): boolean {
  const keyOf = (columns: readonly string[] | undefined) => columns?.map(nameKey).sort().join();
  return keyOf(a) === keyOf(b);
}

/** The key itself, or else the only alternate key: dual-write makes integration keys of those. */
function keyInMetadata(table: Table): readonly KeyColumn[] | undefined {
  const { integrationKey, alternateKeys } = table;
  const [only, ...others] = alternateKeys ?? [];
  const texts =
    integrationKey ?? (others.length === 0 ? (only ?? (alternateKeys === undefined ? undefined : [])) : undefined);
  return texts?.map((text) => {
    const column = keyColumn(text);
    const known = table.columns?.get(nameKey(text));
    return column.kind === 'column' && known !== undefined && isLookup(known)
      ? { ...column, kind: isCompanyLookup(known) ? 'company' : 'bare-lookup' }
      : column;
  });
}

function keyColumn(text: string): KeyColumn {
  const path = fieldPath(text);
  if (path.type !== 'lookup') return { text: text.trim(), path, kind: 'column' };
  return { text: text.trim(), path, kind: isCompanyCode(path) ? 'company' : 'lookup' };
}

/** `msdyn_company.cdm_companycode`, and the same behind further lookups. */
function isCompanyCode(path: FieldPath): boolean {
  if (path.type === 'lookup') return isCompanyCode(path.key);
  return path.type === 'column' && nameKey(path.column) === 'cdm_companycode';
}

/** Whether the type of a column says that it points to a row. */
export function isLookup({ type, lookupTargets }: Column): boolean {
  return (lookupTargets?.length ?? 0) > 0 || ['lookup', 'customer', 'owner'].includes(type ?? '');
}

/** Every column that a path of a map reaches, in full: both columns of a polymorphic lookup, in lower case. */
export function columnsReached(path: FieldPath, before = ''): readonly string[] {
  switch (path.type) {
    case 'column':
      return [before + nameKey(path.column)];
    case 'lookup':
      return columnsReached(path.key, `${before + nameKey(path.column)}.`);
    case 'polymorphic':
      return path.targets.flatMap(({ keys }) =>
        keys.flatMap((key) => columnsReached(key, `${before + nameKey(path.column)}.`)),
      );
    case 'none':
    case 'unknown':
      return [];
  }
}
