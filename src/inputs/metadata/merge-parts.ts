import { groupsBy } from '../../facts/groups-by.js';
import { isBlank, nameKey } from '../../facts/keys.js';
import { type Table, type TablePart, tableSources } from './table-part.js';

type Column = NonNullable<Table['columns']>[number];

/**
 * One row for each table, out of what several sources say about it. For each property of a table and of a column, the source that
 * knows most counts, as long as it knows it: the order is that of {@link tableSources}; of two alike, the one given last. All columns of all sources are kept, but of several whole lists of a metadata service the last one
 * counts. A table has columns only if one
 * source lists all of them: in the fact, a column that is not there does not exist.
 */
export function mergeParts(parts: readonly TablePart[]): readonly Table[] {
  const place = new Map(parts.map((part, index) => [part, index]));
  const placeOf = (part: TablePart) => place.get(part) ?? 0;
  const newestFirst = parts.toReversed();
  const richestFirst = tableSources.flatMap((source) => newestFirst.filter((part) => part.source === source));
  const groups: TablePart[][] = [];
  const groupOf = new Map<string, TablePart[]>();
  for (const part of richestFirst) {
    const [found, ...others] = new Set(part.keys.map((key) => groupOf.get(key)).filter((one) => one !== undefined));
    // Names that lead to several tables identify none of them.
    const group = found === undefined || others.length > 0 ? [] : found;
    if (group !== found) groups.push(group);
    group.push(part);
    for (const key of part.keys) if (!groupOf.has(key)) groupOf.set(key, group);
  }
  const firstOf = (group: readonly TablePart[]) =>
    group.reduce((first, part) => Math.min(first, placeOf(part)), Infinity);
  return groups
    .map((group) => ({ group, first: firstOf(group) }))
    .sort((a, b) => a.first - b.first)
    .map(({ group }) => mergeGroup(withoutOutdated(group)));
}

function withoutOutdated(parts: readonly TablePart[]): readonly TablePart[] {
  const isWhole = (part: TablePart) => part.source === 'metadata-service' && part.hasAllColumns;
  const newest = parts.find(isWhole);
  return parts.filter((part) => part === newest || !isWhole(part));
}

/** @param parts - of one table, at least one, the richest first */
function mergeGroup(parts: readonly TablePart[]): Table {
  const tables = parts.map(({ table }) => table);
  const named = parts.find(({ keys }) => keys.some((key) => key.startsWith('set ')))?.table ?? tables[0];
  const { side = 'dataverse', name = '' } = named ?? {};
  const names = tables.flatMap((table) => [table.name, ...(table.otherNames ?? [])]);
  const otherNames = [...new Map(names.map((one) => [nameKey(one), one])).values()].filter(
    (one) => !isBlank(one) && nameKey(one) !== nameKey(name),
  );
  return {
    side,
    name,
    otherNames,
    companySpecific: firstKnown(tables.map(({ companySpecific }) => companySpecific)),
    columns: parts.some(({ hasAllColumns }) => hasAllColumns)
      ? mergeColumns(tables.flatMap(({ columns }) => columns ?? []))
      : undefined,
    alternateKeys: firstKnown(tables.map(({ alternateKeys }) => alternateKeys)),
    integrationKey: firstKnown(tables.map(({ integrationKey }) => integrationKey)),
  };
}

function mergeColumns(columns: readonly Column[]): readonly Column[] {
  return [...groupsBy(columns, ({ name }) => nameKey(name)).values()].map((same) => {
    const lookupTargets = firstKnown(same.map((column) => column.lookupTargets));
    return {
      name: same[0]?.name ?? '',
      type: firstKnown(same.map(({ type }) => type)),
      required: firstKnown(same.map(({ required }) => required)),
      readOnly: firstKnown(same.map(({ readOnly }) => readOnly)),
      ...(lookupTargets === undefined ? {} : { lookupTargets }),
    };
  });
}

function firstKnown<Value>(values: readonly (Value | null | undefined)[]): Value | undefined {
  return values.find((value): value is Value => value != null);
}
