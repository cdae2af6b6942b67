import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import type { Unknown } from '../../facts/fact.js';
import { isBlank, nameKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import type { EntityMap } from '../../maps/entity-map.js';
import type { FieldPath } from '../../maps/field-path.js';
import { sidesOf } from '../../maps/parse-mapping.js';
import { allRows, inBatches, readRows, wholeRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import type { TablesRead } from '../tables-read.js';
import { readTableNames, type TableNames } from './table-names.js';

type Table = Facts['tableMetadata'][number];

/** A table, by one of its names, and the field that is looked for in it. */
interface Wish {
  readonly table: string;
  readonly path: FieldPath;
  /** The table that the map names for the row behind the path. */
  readonly lookupTable: string | undefined;
}

/**
 * The Dataverse tables that maps name, with their columns and alternate keys, and the tables behind the lookups that maps
 * follow. One request returns the names of all tables, followed by one request for as many tables as fit in a URL.
 */
export async function readDataverseTables(
  service: Service,
  maps: readonly EntityMap[],
  signal: AbortSignal,
): Promise<Result<TablesRead, Unknown>> {
  const names = await readTableNames(service, signal);
  return names.isErr() ? err(names.error) : readWanted(service, maps, byEveryName(names.value), signal);
}

async function readWanted(
  service: Service,
  maps: readonly EntityMap[],
  logicalNames: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<Result<TablesRead, Unknown>> {
  const tables = new Map<string, Table>();
  const absent = new Map<string, string>();
  // Every step goes one lookup deeper, and every path is finite.
  for (let wishes = distinct(maps.flatMap(wishesOf)); wishes.length > 0; wishes = distinct(wishes.flatMap(next))) {
    const wanted = wishes.flatMap(({ table }) => logicalNames.get(nameKey(table)) ?? []);
    const read = await readDefinitions(service, new Set(wanted.filter((name) => !tables.has(name))), signal);
    if (read.isErr()) return err(read.error);
    for (const { logicalName, table } of read.value) tables.set(logicalName, table);
    for (const { table } of wishes) if (tableNamed(table) === undefined) absent.set(nameKey(table), table);
  }
  return ok({ found: [...tables.values()], absent: [...absent.values()] });

  function tableNamed(name: string): Table | undefined {
    const logicalName = logicalNames.get(nameKey(name));
    return logicalName === undefined ? undefined : tables.get(logicalName);
  }

  /** The tables behind the lookup that a path begins with. */
  function next({ table, path, lookupTable }: Wish): readonly Wish[] {
    if (path.type === 'polymorphic') {
      return path.targets.flatMap(({ table: target, keys }) =>
        keys.map((key) => ({ table: target, path: key, lookupTable })),
      );
    }
    if (path.type !== 'lookup') return [];
    const column = tableNamed(table)?.columns?.find(({ name }) => nameKey(name) === nameKey(path.column));
    const isNamed = path.key.type === 'column' && lookupTable !== undefined;
    const targets = isNamed ? [lookupTable] : (column?.lookupTargets ?? []);
    return targets.map((target) => ({ table: target, path: path.key, lookupTable }));
  }
}

/** Maps and their versions ask for the same fields over and over. */
function distinct(wishes: readonly Wish[]): readonly Wish[] {
  return [...new Map(wishes.map((wish) => [JSON.stringify(wish), wish])).values()];
}

/** Every field of a map, in the table of its leg. */
function wishesOf({ mapping }: EntityMap): readonly Wish[] {
  return (mapping?.legs ?? []).flatMap((leg): readonly Wish[] => {
    const { dataverseTable: table } = sidesOf(leg);
    if (isBlank(table)) return [];
    return [
      { table, path: { type: 'none' }, lookupTable: undefined },
      ...leg.fieldMappings.map(({ dataversePath: path, lookupTable }) => ({ table, path, lookupTable })),
    ];
  });
}

/** A table as `EntityDefinitions` describes it, with its columns, keys and lookups expanded. */
export const definitionRow = /* @__PURE__ */ once(() => {
  const text = z.nullish(z.string());
  const flag = z.nullish(z.boolean());
  return z.object({
    LogicalName: z.string(),
    EntitySetName: text,
    Attributes: z.array(
      z.object({
        LogicalName: z.string(),
        AttributeType: text,
        RequiredLevel: z.nullish(z.object({ Value: text })),
        IsValidForCreate: flag,
        IsValidForUpdate: flag,
        AutoNumberFormat: text,
      }),
    ),
    Keys: z.nullish(z.array(z.object({ KeyAttributes: z.nullish(z.array(z.string())), EntityKeyIndexStatus: text }))),
    ManyToOneRelationships: z.nullish(
      z.array(z.object({ ReferencingAttribute: z.string(), ReferencedEntity: z.string() })),
    ),
  });
});

export type Definition = z.infer<ReturnType<typeof definitionRow>>;
type Attribute = Definition['Attributes'][number];

/** The logical name of every table, by the names of its set and of itself. Its own name wins over the set of another table. */
function byEveryName(names: readonly TableNames[]): ReadonlyMap<string, string> {
  const sets = names.flatMap(({ logicalName, setName }) =>
    setName === undefined ? [] : [{ name: setName, logicalName }],
  );
  const own = names.map(({ logicalName }) => ({ name: logicalName, logicalName }));
  return new Map([...sets, ...own].map(({ name, logicalName }) => [nameKey(name), logicalName]));
}

const tablesPerRequest = 20;

/** What is requested of each table. */
export const definitionColumns = {
  select: ['LogicalName', 'EntitySetName'],
  expand: [
    'Attributes($select=LogicalName,AttributeType,RequiredLevel,IsValidForCreate,IsValidForUpdate,AutoNumberFormat)',
    'Keys($select=KeyAttributes,EntityKeyIndexStatus)',
    'ManyToOneRelationships($select=ReferencingAttribute,ReferencedEntity)',
  ],
} as const;

async function readDefinitions(
  service: Service,
  logicalNames: Iterable<string>,
  signal: AbortSignal,
): Promise<Result<readonly { readonly logicalName: string; readonly table: Table }[], Unknown>> {
  const kind = wholeRows(definitionRow(), ({ LogicalName }) => nameKey(LogicalName));
  const batches = await Promise.all(
    inBatches(logicalNames, tablesPerRequest).map(async (batch) => {
      const filter = batch.map((name) => `LogicalName eq '${name.replaceAll("'", "''")}'`).join(' or ');
      const query = { select: definitionColumns.select, filter, expand: definitionColumns.expand.join() };
      return allRows(await readRows(service, 'EntityDefinitions', query, kind, signal), 'EntityDefinitions');
    }),
  );
  const definitions: Definition[] = [];
  for (const batch of batches) {
    if (batch.isErr()) return err(batch.error);
    definitions.push(...batch.value);
  }
  return ok(definitions.map((definition) => ({ logicalName: definition.LogicalName, table: tableOf(definition) })));
}

/** The row of the fact for a table of Dataverse. */
export function tableOf(definition: Definition): Table {
  const { LogicalName, EntitySetName, Attributes, Keys } = definition;
  const targets = targetsOf(definition);
  const alternateKeys = Keys?.filter(isInUse).flatMap(({ KeyAttributes }) => (KeyAttributes ? [KeyAttributes] : []));
  return {
    side: 'dataverse',
    name: isBlank(EntitySetName) ? LogicalName : EntitySetName,
    otherNames: [LogicalName],
    companySpecific: targets && alternateKeys && isCompanySpecific(targets, alternateKeys),
    columns: Attributes.map((attribute) => columnOf(attribute, targets)),
    alternateKeys,
  };
}

/** The tables that each lookup points to, by its name; `undefined` if the service does not report it. */
type Targets = ReadonlyMap<string, readonly string[]>;

function targetsOf({ ManyToOneRelationships }: Definition): Targets | undefined {
  if (ManyToOneRelationships == null) return undefined;
  const targets = new Map<string, string[]>();
  for (const { ReferencingAttribute, ReferencedEntity } of ManyToOneRelationships) {
    const key = nameKey(ReferencingAttribute);
    const known = targets.get(key);
    if (known === undefined) targets.set(key, [ReferencedEntity]);
    else if (!known.includes(ReferencedEntity)) known.push(ReferencedEntity);
  }
  return targets;
}

function columnOf(attribute: Attribute, targets: Targets | undefined): NonNullable<Table['columns']>[number] {
  const { LogicalName, AttributeType, IsValidForCreate, IsValidForUpdate } = attribute;
  const lookupTargets = targets?.get(nameKey(LogicalName));
  return {
    name: LogicalName,
    type: AttributeType,
    required: isRequired(attribute),
    readOnly: IsValidForCreate == null || IsValidForUpdate == null ? undefined : !IsValidForCreate && !IsValidForUpdate,
    ...(lookupTargets === undefined ? {} : { lookupTargets }),
  };
}

/** Dataverse itself sets these in every new row. */
const alwaysFilled: ReadonlySet<string> = /* @__PURE__ */ new Set(['boolean', 'state', 'status', 'uniqueidentifier']);

/**
 * Whether a new row needs a value for the column. The system fills in what it requires itself; a choice may have a default
 * value, which this response does not contain.
 */
function isRequired({ AttributeType, RequiredLevel, AutoNumberFormat }: Attribute): boolean | undefined {
  if (RequiredLevel?.Value == null) return undefined;
  if (RequiredLevel.Value !== 'ApplicationRequired' || !isBlank(AutoNumberFormat)) return false;
  const type = nameKey(AttributeType ?? '');
  if (alwaysFilled.has(type)) return false;
  return type === 'picklist' ? undefined : true;
}

/** A key counts once its index has been built; until then it does not identify rows. */
function isInUse({ EntityKeyIndexStatus }: NonNullable<Definition['Keys']>[number]): boolean {
  return EntityKeyIndexStatus == null || nameKey(EntityKeyIndexStatus) === 'active';
}

/**
 * A table whose key contains the company keeps its rows by company; one without a company lookup does not; for others it is not
 * known.
 */
function isCompanySpecific(targets: Targets, alternateKeys: readonly (readonly string[])[]): boolean | undefined {
  const isOfCompany = (column: string) => targets.get(nameKey(column))?.some((name) => nameKey(name) === 'cdm_company');
  if (alternateKeys.flat().some(isOfCompany)) return true;
  return [...targets.keys()].some(isOfCompany) ? undefined : false;
}
