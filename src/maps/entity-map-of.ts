import { guidKey, nameKey } from '../facts/keys.js';
import type { Issue } from '../fault.js';
import type { EntityMap, Mapping } from './entity-map.js';
import { type JsonObject, jsonOf } from './json.js';
import { readColumn } from './map-column.js';
import { mapName } from './map-name.js';
import { asFlag, asList, asText, openObject } from './open-object.js';
import { parseMapping, sidesOf } from './parse-mapping.js';
import { parseProperties } from './parse-properties.js';
import { toEntityMapRow } from './to-entity-map-row.js';

/**
 * A saved map: the row as Dataverse gives it (`msdyn_name`, `msdyn_mapping`, …), or the same in plain names (`name`, `mapping`,
 * …). `publisher`, `active` and `integrationKeys` may be added to it. A mapping document alone, which has `legs`, is a map too.
 *
 * It accepts any input: a broken column is kept as text with its fault, and the rest is still read.
 *
 * @example
 * ```ts
 * const map = entityMapOf(row);
 * if (map.mapping === undefined) console.error(map.columns.mapping);
 * ```
 * @public
 */
export function entityMapOf(row: unknown): EntityMap {
  return parseRow(isEntityMap(row) ? toEntityMapRow(row) : row);
}

/** A map that was parsed before, and may have been serialized as JSON since. */
function isEntityMap(row: unknown): row is EntityMap {
  if (typeof row !== 'object' || row === null || !('columns' in row && 'otherColumns' in row)) return false;
  const { columns, otherColumns } = row;
  const isRest = typeof otherColumns === 'object' && otherColumns !== null;
  return isRest && isColumns(columns);
}

function isColumns(columns: unknown): boolean {
  if (typeof columns !== 'object' || columns === null || !('mapping' in columns && 'properties' in columns))
    return false;
  return [columns.mapping, columns.properties].every(
    (column) => typeof column === 'object' && column !== null && 'status' in column,
  );
}

function parseRow(row: unknown): EntityMap {
  const issues: Issue[] = [];
  const columns = openRow(row, issues);
  const mappingColumn = readColumn(columns.mapping);
  const propertiesColumn = readColumn(columns.properties);
  const document = mappingColumn.document && parseMapping(mappingColumn.document, issues);
  // A text that is truncated before its legs contains no information about them.
  const mapping = mappingColumn.column.status === 'repaired' && document?.legs.length === 0 ? undefined : document;
  const properties =
    propertiesColumn.document &&
    parseProperties(propertiesColumn.document, propertiesColumn.column.status === 'repaired', issues);
  const { technicalName, displayName } = columns;
  const sides = sidesOf(mapping?.legs[0]);
  return {
    id: columns.id === undefined ? undefined : guidKey(columns.id) || undefined,
    name: nameOf(technicalName, displayName, mapping, sides),
    technicalName,
    displayName,
    version: columns.version?.trim() || undefined,
    publisher: columns.publisher?.trim() || mapName(technicalName)?.publisher,
    isManaged: columns.isManaged,
    isActive: columns.isActive,
    integrationKeys: columns.integrationKeys,
    ...sides,
    mapping,
    properties,
    columns: { mapping: mappingColumn.column, properties: propertiesColumn.column },
    otherColumns: columns.other,
    issues,
  };
}

/** The columns of a row, by either of their names. */
function openRow(row: unknown, issues: Issue[]) {
  const holder = typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
  if (holder !== row) issues.push({ path: '', message: 'expected an object' });
  // The two columns may be objects of any size: they are read separately.
  const big: { mapping?: unknown; properties?: unknown } = {};
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(holder)) {
    const folded = key.toLowerCase();
    if (folded === 'msdyn_mapping' || folded === 'mapping') big.mapping ??= value;
    else if (folded === 'msdyn_properties' || folded === 'properties') big.properties ??= value;
    else entries.push([key, value]);
  }
  const isDocument = big.mapping === undefined && entries.some(([key]) => key.toLowerCase() === 'legs');
  if (isDocument) return { ...nothing, mapping: row, properties: big.properties };
  const small: [string, JsonObject[string]][] = [];
  for (const [key, value] of entries) {
    const copy = value === undefined ? undefined : jsonOf(value);
    if (copy !== undefined) small.push([key, copy]);
    else if (value !== undefined) issues.push({ path: key, message: 'expected JSON that is not nested too deeply' });
  }
  const open = openObject(Object.fromEntries(small), '', issues);
  const text = (...names: readonly string[]) => first(names, (name) => open.take(name, 'text', asText));
  const flag = (...names: readonly string[]) => first(names, (name) => open.take(name, 'true or false', asFlag));
  return {
    id: text('msdyn_dualwriteentitymapid', 'id'),
    technicalName: text('msdyn_name', 'technicalName', 'name'),
    displayName: text('msdyn_displayname', 'displayName'),
    version: text('msdyn_version', 'version'),
    publisher: text('publisher', 'author'),
    isManaged: flag('ismanaged', 'managed'),
    isActive: flag('active', 'isActive'),
    integrationKeys: open.take('integrationKeys', 'names of columns', asNames),
    mapping: big.mapping,
    properties: big.properties,
    other: open.rest(),
  };
}

const nothing = {
  id: undefined,
  technicalName: undefined,
  displayName: undefined,
  version: undefined,
  publisher: undefined,
  isManaged: undefined,
  isActive: undefined,
  integrationKeys: undefined,
  other: {},
};

function first<T>(names: readonly string[], of: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const value = of(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A list of names, or one text with commas in between. */
function asNames(value: JsonObject[string]): readonly string[] | undefined {
  const parts = typeof value === 'string' ? value.split(',') : asList(value)?.map(asText);
  if (parts === undefined || !parts.every((part) => part !== undefined)) return undefined;
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function nameOf(
  technicalName: string | undefined,
  displayName: string | undefined,
  mapping: Mapping | undefined,
  { dataverseTable, finopsEntity }: ReturnType<typeof sidesOf>,
): string {
  const name = (mapName(displayName) ?? mapName(technicalName) ?? mapName(mapping?.name))?.name;
  const hasSides = dataverseTable !== undefined && finopsEntity !== undefined;
  const fromSides = hasSides ? `${dataverseTable} - ${finopsEntity}` : undefined;
  if (name === undefined) return fromSides ?? '';
  const isReversed = hasSides && nameKey(name) === nameKey(`${finopsEntity} - ${dataverseTable}`);
  return isReversed && fromSides !== undefined ? fromSides : name;
}
