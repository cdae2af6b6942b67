import { isBlank, nameKey } from '../../facts/keys.js';
import type { Table } from './table-part.js';

/** The lists of finance and operations that connect its names. */
export interface EntityNames {
  /** `DataManagementEntities`: the name that maps use, and the name in the application. */
  readonly managed: readonly { readonly EntityName: string; readonly TargetName?: string | null | undefined }[];
  /** `DataEntities`: the name in the application, and the public name. */
  readonly published: readonly { readonly Name: string; readonly PublicEntityName?: string | null | undefined }[];
}

/**
 * The tables, in which entities of finance and operations also have the names that maps use (`Customers V3`). `$metadata` and the
 * metadata service only know public names (`CustomerV3`, and `CustomersV3` for its set); two lists connect them.
 *
 * A wanted name that those lists do not contain is compared with public names by letters and digits alone: a public name may
 * hold nothing else, and is made of the other by convention (`CustomersV3`). That is taken only where exactly one entity
 * fits, and where no list says otherwise; an entity whose public name differs in letters (`Sites`, `OperationalSites`) stays
 * not connected, and its columns not known.
 *
 * @param wanted - the names of entities in maps
 */
export function nameEntities(
  tables: readonly Table[],
  { managed, published }: EntityNames,
  wanted: Iterable<string>,
): readonly Table[] {
  const entities = tables.filter(({ side }) => side === 'finops');
  if (entities.length === 0) return tables;
  const byName = uniqueBy(entities, nameKey);
  const added = new Map<Table, string[]>();
  const publicNames = new Map(published.map(({ Name, PublicEntityName }) => [nameKey(Name), PublicEntityName]));
  for (const { EntityName, TargetName } of managed) {
    const publicName = isBlank(TargetName) ? undefined : publicNames.get(nameKey(TargetName));
    if (!isBlank(publicName)) add(byName.get(nameKey(publicName)), EntityName, TargetName ?? '');
  }
  const listed = new Set(managed.map(({ EntityName }) => nameKey(EntityName)));
  const byLetters = uniqueBy(entities, lettersOf);
  for (const name of new Map([...wanted].map((one) => [nameKey(one), one.trim()])).values()) {
    if (!byName.has(nameKey(name)) && !listed.has(nameKey(name))) add(byLetters.get(lettersOf(name)), name);
  }
  return tables.map((table) => {
    const names = added.get(table);
    return names === undefined ? table : { ...table, otherNames: [...(table.otherNames ?? []), ...names] };
  });

  function add(table: Table | undefined, ...names: readonly string[]): void {
    if (table === undefined) return;
    const own = new Set([table.name, ...(table.otherNames ?? []), ...(added.get(table) ?? [])].map(nameKey));
    const missing = names.filter((name) => !own.has(nameKey(name)));
    if (missing.length > 0) added.set(table, [...(added.get(table) ?? []), ...missing]);
  }
}

/** The entity of each name; `undefined` where several have it. */
function uniqueBy(entities: readonly Table[], keyOf: (name: string) => string): ReadonlyMap<string, Table | undefined> {
  const found = new Map<string, Table | undefined>();
  for (const entity of entities) {
    for (const key of new Set([entity.name, ...(entity.otherNames ?? [])].map(keyOf))) {
      found.set(key, found.has(key) ? undefined : entity);
    }
  }
  found.delete('');
  return found;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
