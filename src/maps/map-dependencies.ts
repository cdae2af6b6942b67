import { byCodeUnits } from '../facts/by-code-units.js';
import { nameKey } from '../facts/keys.js';
import type { EntityMap, FieldMapping } from './entity-map.js';
import { givenMaps } from './entity-map-of.js';
import type { FieldPath } from './field-path.js';
import { mapNameKey } from './map-name.js';

/**
 * A dependency: rows of one map point to rows that another map synchronizes, which must run first.
 * @public
 */
export interface MapDependency {
  /** The name of the map that has the lookup. */
  readonly from: string;
  /** The name of the map of the table that it points to. */
  readonly to: string;
  /** The lookups, as the mapping writes them, in order. */
  readonly fields: readonly string[];
  /** `stated`: the mapping names the table. `inferred`: concluded from the name of the column or of its key. */
  readonly evidence: 'stated' | 'inferred';
}

/**
 * A lookup to a table that none of the given maps synchronizes.
 * @public
 */
export interface OpenLookup {
  readonly from: string;
  readonly field: string;
  /** The table, if the mapping names it. */
  readonly table: string | null;
}

/**
 * How maps depend on each other. Plain JSON, in an order that does not depend on that of the input.
 * @public
 */
export interface MapDependencies {
  /**
   * All maps, in dependency order. Level 0 needs no other map, level 1 needs only maps of level 0, and so on; maps of a circle
   * have the same level.
   */
  readonly order: readonly { readonly name: string; readonly level: number }[];
  readonly dependencies: readonly MapDependency[];
  /** Maps that need each other, each circle with its names in order. */
  readonly circles: readonly (readonly string[])[];
  readonly openLookups: readonly OpenLookup[];
  /** Names of maps whose mapping cannot be read completely: what else they need is not known. */
  readonly unknown: readonly string[];
}

/**
 * Determines from their lookups which maps need which: by the table that a lookup names, otherwise by the name of its column
 * (`transactioncurrencyid`), otherwise by its key column if only one table has it in its maps. A lookup within one table is not
 * a dependency.
 *
 * @param maps - one version of each; of several, the first one with a mapping counts
 * @public
 */
export function mapDependencies(maps: readonly EntityMap[]): MapDependencies {
  const nodes = nodesOf(givenMaps(maps));
  const tables = tablesOf(nodes);
  const openLookups: OpenLookup[] = [];
  const dependencies: MapDependency[] = [];
  for (const { name, map } of nodes) {
    const found = new Map<string, { readonly fields: Set<string>; evidence: MapDependency['evidence'] }>();
    for (const { field, table, evidence } of lookupsOf(map, tables)) {
      const targets = table === undefined ? [] : (tables.byName.get(table) ?? []);
      if (targets.length === 0) openLookups.push({ from: name, field, table: table ?? null });
      if (table === nameKey(map.dataverseTable ?? '')) continue;
      for (const target of targets) {
        const entry = found.get(target) ?? { fields: new Set<string>(), evidence };
        found.set(target, entry);
        entry.fields.add(field);
        if (evidence === 'stated') entry.evidence = evidence;
      }
    }
    for (const [to, { fields, evidence }] of found) {
      dependencies.push({ from: name, to, fields: [...fields].sort(), evidence });
    }
  }
  dependencies.sort((a, b) => byCodeUnits(a.from, b.from) || byCodeUnits(a.to, b.to));
  const names = nodes.map(({ name }) => name);
  const { levels, circles } = levelsOf(names, dependencies);
  const order = names
    .map((name) => ({ name, level: levels.get(name) ?? 0 }))
    .sort((a, b) => a.level - b.level || byCodeUnits(a.name, b.name));
  return {
    order,
    dependencies,
    circles,
    openLookups: unique(openLookups).sort((a, b) => byCodeUnits(a.from, b.from) || byCodeUnits(a.field, b.field)),
    unknown: nodes.flatMap(({ name, map }) =>
      map.mapping === undefined || map.columns.mapping.status !== 'read' ? [name] : [],
    ),
  };
}

interface Node {
  readonly name: string;
  readonly map: EntityMap;
}

/** One for each name, in their order. */
function nodesOf(maps: readonly EntityMap[]): readonly Node[] {
  const nodes = new Map<string, Node>();
  for (const map of maps) {
    const key = mapNameKey(map.name);
    const present = nodes.get(key);
    if (key === '') continue;
    if (present === undefined || (present.map.mapping === undefined && map.mapping !== undefined)) {
      nodes.set(key, { name: present?.name ?? map.name, map });
    }
  }
  return [...nodes.values()].sort((a, b) => byCodeUnits(a.name, b.name));
}

interface Tables {
  /** The maps of each table. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** The tables that have a plain column of that name in their maps. */
  readonly byColumn: ReadonlyMap<string, ReadonlySet<string>>;
}

function tablesOf(nodes: readonly Node[]): Tables {
  const byName = new Map<string, string[]>();
  const byColumn = new Map<string, Set<string>>();
  for (const { name, map } of nodes) {
    const table = nameKey(map.dataverseTable ?? '');
    if (table === '') continue;
    const ofTable = byName.get(table);
    if (ofTable === undefined) byName.set(table, [name]);
    else ofTable.push(name);
    for (const { dataversePath } of fieldsOf(map)) {
      if (dataversePath.type !== 'column') continue;
      const column = nameKey(dataversePath.column);
      byColumn.set(column, (byColumn.get(column) ?? new Set()).add(table));
    }
  }
  return { byName, byColumn };
}

function fieldsOf(map: EntityMap): readonly FieldMapping[] {
  return map.mapping?.legs.flatMap(({ fieldMappings }) => fieldMappings) ?? [];
}

interface Lookup {
  readonly field: string;
  /** The key of the table, if it is known. */
  readonly table: string | undefined;
  readonly evidence: MapDependency['evidence'];
}

function lookupsOf(map: EntityMap, tables: Tables): readonly Lookup[] {
  return fieldsOf(map).flatMap(({ dataversePath, lookupTable, sourceField, destinationField }): readonly Lookup[] => {
    const field = dataversePath.type === 'none' ? sourceField : textOf(dataversePath, destinationField);
    if (lookupTable !== undefined) return [{ field, table: nameKey(lookupTable), evidence: 'stated' }];
    if (dataversePath.type === 'polymorphic') {
      return dataversePath.targets.map(({ table }) => ({ field, table: setOf(table, tables), evidence: 'stated' }));
    }
    if (dataversePath.type !== 'lookup') return [];
    const table = setOf(dataversePath.column.replace(/id$/i, ''), tables) ?? tableWithKey(dataversePath.key, tables);
    return [{ field, table, evidence: 'inferred' }];
  });
}

function textOf(path: FieldPath, destinationField: string): string {
  if (path.type === 'column') return path.column;
  return path.type === 'lookup' ? `${path.column}.${textOf(path.key, '…')}` : destinationField;
}

/** The set of a table, `accounts` of `Account`, when there is a map for it. */
function setOf(table: string, { byName }: Tables): string | undefined {
  const key = nameKey(table);
  return [key, `${key}s`, `${key}es`, key.replace(/y$/, 'ies')].find((set) => byName.has(set));
}

/** The one table that has the key column in its maps. */
function tableWithKey(key: FieldPath, { byColumn }: Tables): string | undefined {
  if (key.type !== 'column') return undefined;
  const [table, second] = byColumn.get(nameKey(key.column)) ?? [];
  return second === undefined ? table : undefined;
}

/** Levels of all names, and the circles among them: Tarjan's algorithm, without recursion. */
function levelsOf(names: readonly string[], dependencies: readonly MapDependency[]) {
  const needs = new Map<string, string[]>(names.map((name) => [name, []]));
  for (const { from, to } of dependencies) needs.get(from)?.push(to);
  const levels = new Map<string, number>();
  const circles: (readonly string[])[] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const waiting: string[] = [];
  for (const root of names) {
    if (index.has(root)) continue;
    const path: { readonly name: string; next: number }[] = [];
    enter(root);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { name } = step;
      const target = needs.get(name)?.[step.next];
      step.next += 1;
      if (target === undefined) {
        path.pop();
        leave(name, path.at(-1)?.name);
      } else if (!index.has(target)) enter(target);
      // A map that has a level is done: it belongs to another circle.
      else if (!levels.has(target)) low.set(name, Math.min(low.get(name) ?? 0, index.get(target) ?? 0));
    }

    function enter(name: string): void {
      low.set(name, index.size);
      index.set(name, index.size);
      waiting.push(name);
      path.push({ name, next: 0 });
    }
  }
  circles.sort((a, b) => byCodeUnits(a[0] ?? '', b[0] ?? ''));
  return { levels, circles };

  function leave(name: string, parent: string | undefined): void {
    const own = low.get(name) ?? 0;
    if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, own));
    if (own !== index.get(name)) return;
    const members = waiting.splice(waiting.lastIndexOf(name));
    const circle = new Set(members);
    const outside = members.flatMap((member) => (needs.get(member) ?? []).filter((one) => !circle.has(one)));
    const level = outside.reduce((most, one) => Math.max(most, (levels.get(one) ?? 0) + 1), 0);
    for (const member of members) levels.set(member, level);
    if (members.length > 1) circles.push(members.sort());
  }
}

function unique(lookups: readonly OpenLookup[]): OpenLookup[] {
  return [...new Map(lookups.map((one) => [JSON.stringify(one), one])).values()];
}
