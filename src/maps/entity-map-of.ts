import { fromThrowable } from 'neverthrow';
import { guidKey, nameKey } from '../facts/keys.js';
import type { EntityMap, Mapping } from './entity-map.js';
import { type JsonIssue, type JsonObject, jsonOf } from './json.js';
import { documentOfNode, readColumn } from './map-column.js';
import { mapName, mapNameKey } from './map-name.js';
import { asFlag, asList, asText, openObject, type Place } from './open-object.js';
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
  const read = fromThrowable(() => parseRow(isEntityMap(row) ? toEntityMapRow(row) : row));
  // Getters and proxies may throw: then nothing of the row is known.
  return read().match(
    (map) => map,
    () => parseRow(undefined),
  );
}

/** The maps that a caller gives, who may be without types: of what is not a map, nothing is known. */
export function givenMaps(maps: readonly EntityMap[]): readonly EntityMap[] {
  const items = fromThrowable(() => (Array.isArray(maps) ? [...maps] : [maps]))().unwrapOr([undefined]);
  return items.map(givenMap);
}

/** The map that a caller gives, who may be without types: of what is not a map, nothing is known. */
export function givenMap(map: unknown): EntityMap {
  return isReadableMap(map) ? map : entityMapOf(map);
}

function isReadableMap(map: unknown): map is EntityMap {
  return fromThrowable(() => isEntityMap(map))().unwrapOr(false);
}

/** A map that was parsed before, and may have been serialized as JSON since. */
export function isEntityMap(row: unknown): row is EntityMap {
  if (typeof row !== 'object' || row === null || !('columns' in row && 'otherColumns' in row)) return false;
  const { columns, otherColumns } = row;
  const isRest = typeof otherColumns === 'object' && otherColumns !== null;
  return isRest && isColumns(columns) && 'issues' in row && Array.isArray(row.issues);
}

function isColumns(columns: unknown): boolean {
  if (typeof columns !== 'object' || columns === null || !('mapping' in columns && 'properties' in columns))
    return false;
  return [columns.mapping, columns.properties].every(
    (column) => typeof column === 'object' && column !== null && 'status' in column,
  );
}

function parseRow(row: unknown): EntityMap {
  const issues: JsonIssue[] = [];
  const columns = openRow(row, issues);
  const mappingColumn = readColumn(columns.mapping);
  const propertiesColumn = readColumn(columns.properties);
  const document =
    mappingColumn.content &&
    parseMapping(documentOfNode(mappingColumn.content, 'mapping', issues), { path: 'mapping', issues });
  // A text that is truncated before its legs contains no information about them.
  const mapping = mappingColumn.column.status === 'repaired' && document?.legs.length === 0 ? undefined : document;
  const properties =
    propertiesColumn.content &&
    parseProperties(
      documentOfNode(propertiesColumn.content, 'properties', issues),
      propertiesColumn.column.status === 'repaired',
      { path: 'properties', issues },
    );
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
function openRow(row: unknown, issues: JsonIssue[]) {
  const holder = typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
  if (holder !== row) issues.push({ path: '', message: 'expected an object' });
  // The two columns may be objects of any size: they are read separately.
  const all = Object.entries(holder);
  const [mapping, properties] = [entryOf(all, 'mapping', issues), entryOf(all, 'properties', issues)];
  const big = { mapping: mapping?.[1], properties: properties?.[1] };
  const entries = all.filter((entry) => entry !== mapping && entry !== properties);
  const isDocument = big.mapping === undefined && entries.some(([key]) => key.toLowerCase() === 'legs');
  if (isDocument) return { ...nothing, mapping: row, properties: big.properties };
  const small: [string, JsonObject[string]][] = [];
  for (const [key, value] of entries) {
    const copy = value === undefined ? undefined : jsonOf(value);
    if (copy !== undefined) small.push([key, copy]);
    else if (value !== undefined) issues.push({ path: key, message: 'expected JSON that is not nested too deeply' });
  }
  const open = openObject(Object.fromEntries(small), { path: '', issues });
  /** The column by the first of its names that has a value; other content under another one is an issue. */
  const column = <T extends string | boolean>(names: readonly string[], expected: string, read: ReadAs<T>) => {
    for (const name of names) {
      const value = open.take(name, expected, read);
      if (value === undefined) continue;
      for (const [key, other] of small) {
        const isOther = names.some((one) => one !== name && isSameKey(one, key)) && other !== null;
        if (isOther && guidKey(String(read(other))) !== guidKey(String(value))) issues.push(onlyOneRead(key, name));
      }
      return value;
    }
    return undefined;
  };
  const text = (...names: readonly string[]) => column(names, 'text', asText);
  const flag = (...names: readonly string[]) => column(names, 'true or false', asFlag);
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

type ReadAs<T> = (value: JsonObject[string]) => T | undefined;

/**
 * The entry of one of the two columns: under its name in Dataverse, otherwise under its plain name. Others remain in the row; other
 * content in them is an issue.
 */
function entryOf(
  entries: readonly (readonly [string, unknown])[],
  column: 'mapping' | 'properties',
  issues: JsonIssue[],
): readonly [string, unknown] | undefined {
  const name = `msdyn_${column}`;
  const rank = ([key, value]: readonly [string, unknown]) =>
    (value == null ? 3 : 0) + (key === name ? 0 : isSameKey(key, name) ? 1 : 2);
  const spellings = entries.filter(([key]) => isSameKey(key, name) || isSameKey(key, column));
  const [read, ...others] = spellings.sort((a, b) => rank(a) - rank(b));
  for (const [key, value] of others) {
    if (read !== undefined && value != null && value !== read[1]) issues.push(onlyOneRead(key, read[0]));
  }
  return read;
}

function onlyOneRead(key: string, read: string): JsonIssue {
  return { path: key, message: `is not read, because ${read} has other content` };
}

function isSameKey(one: string, other: string): boolean {
  return one.length === other.length && one.toLowerCase() === other.toLowerCase();
}

/** A list of names, or one text with commas in between. */
function asNames(value: JsonObject[string], place: Place): readonly string[] | undefined {
  const parts = typeof value === 'string' ? value.split(',') : asList(value, place)?.map(asText);
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
  if (dataverseTable === undefined || finopsEntity === undefined) return name ?? '';
  const ofSides = `${dataverseTable} - ${finopsEntity}`;
  const isOtherForm =
    name !== undefined &&
    nameKey(name) !== nameKey(ofSides) &&
    mapNameKey(name) === mapNameKey({ dataverseTable, finopsEntity });
  return name === undefined || isOtherForm ? ofSides : name;
}
