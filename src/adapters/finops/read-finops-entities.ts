import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import type { Unknown } from '../../facts/fact.js';
import { isBlank, nameKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import { allRows, inBatches, readPages, wholeRows } from '../odata/rows.js';
import type { Service } from '../odata/service.js';
import type { TablesRead } from '../tables-read.js';

type Entity = Facts['tableMetadata'][number];

/** What the lists of entities and the metadata service say. */
export const rows = /* @__PURE__ */ once(() => {
  const text = z.nullish(z.string());
  const flag = z.nullish(z.boolean());
  return {
    managed: z.object({ EntityName: z.string(), TargetName: text }),
    dataEntity: z.object({ Name: z.string(), PublicEntityName: text }),
    publicEntity: z.object({
      Name: z.string(),
      EntitySetName: text,
      IsReadOnly: flag,
      Properties: z.array(
        z.object({
          Name: z.string(),
          TypeName: text,
          IsKey: flag,
          IsMandatory: flag,
          AllowEdit: flag,
          AllowEditOnCreate: flag,
        }),
      ),
    }),
  };
});

export type PublicEntity = z.infer<ReturnType<typeof rows>['publicEntity']>;

/**
 * The entities that maps name, with their columns. Maps use the names of data management (`Customers V3`), the metadata
 * service uses its own names: two lists connect them, and then as many entities as fit in a URL are read at a time.
 *
 * Source: *Service endpoints*, the metadata service.
 */
export async function readFinopsEntities(
  service: Service,
  names: Iterable<string>,
  signal: AbortSignal,
): Promise<Result<TablesRead, Unknown>> {
  const [managed, dataEntities] = await Promise.all([
    readAll(service, 'DataManagementEntities?cross-company=true&$select=EntityName,TargetName', rows().managed, signal),
    readAll(service, `${metadata}DataEntities`, rows().dataEntity, signal),
  ]);
  if (managed.isErr()) return err(managed.error);
  if (dataEntities.isErr()) return err(dataEntities.error);
  const targets = new Map(managed.value.map(({ EntityName, TargetName }) => [nameKey(EntityName), TargetName]));
  const published = new Map(
    dataEntities.value.map(({ Name, PublicEntityName }) => [nameKey(Name), PublicEntityName ?? '']),
  );
  const wanted = new Map([...names].map((name) => [nameKey(name), name.trim()]));
  const found = [...wanted].map(([key, name]) => {
    const target = targets.get(key)?.trim() ?? '';
    return { name, target, publicName: published.get(nameKey(target))?.trim() ?? '' };
  });
  const read = await readPublicEntities(
    service,
    found.flatMap(({ publicName }) => (isBlank(publicName) ? [] : [publicName])),
    signal,
  );
  if (read.isErr()) return err(read.error);
  const entities = found.flatMap(({ name, target, publicName }) => {
    const entity = read.value.get(nameKey(publicName));
    return entity === undefined ? [] : [entityOf(entity, name, target)];
  });
  const foundNames = new Set(entities.map(({ name }) => name));
  return ok({ found: entities, absent: [...wanted.values()].filter((name) => !foundNames.has(name)) });
}

/** The metadata service is next to the data service. */
const metadata = '../metadata/';

const entitiesPerRequest = 20;

async function readPublicEntities(
  service: Service,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, PublicEntity>, Unknown>> {
  const batches = await Promise.all(
    inBatches(names, entitiesPerRequest).map((batch) => {
      const filter = batch.map((name) => `Name eq '${name.replaceAll("'", "''")}'`).join(' or ');
      const url = `${metadata}PublicEntities?$filter=${encodeURIComponent(filter)}`;
      return readAll(service, url, rows().publicEntity, signal);
    }),
  );
  const entities = new Map<string, PublicEntity>();
  for (const batch of batches) {
    if (batch.isErr()) return err(batch.error);
    for (const entity of batch.value) entities.set(nameKey(entity.Name), entity);
  }
  return ok(entities);
}

async function readAll<Row extends { readonly Name: string } | { readonly EntityName: string }>(
  service: Service,
  url: string,
  row: z.ZodMiniType<Row>,
  signal: AbortSignal,
): Promise<Result<readonly Row[], Unknown>> {
  const what = /(\w+)(?:\?|$)/.exec(url)?.[1] ?? url;
  const kind = wholeRows(row, (one) => nameKey('Name' in one ? one.Name : one.EntityName));
  return allRows(await readPages(service, url, what, kind, signal), what);
}

/** The row of the fact for an entity; `name` is the one of data management, `target` its name in the application, where they are known. */
export function entityOf(
  { Name, EntitySetName, IsReadOnly, Properties }: PublicEntity,
  name: string,
  target?: string,
): Entity {
  return {
    side: 'finops',
    name,
    otherNames: [target, Name, EntitySetName].flatMap((other) => (isBlank(other) ? [] : [other])),
    companySpecific: isCompanySpecific(Properties),
    columns: Properties.map(({ Name: column, TypeName, IsMandatory, AllowEdit, AllowEditOnCreate }) => ({
      name: column,
      type: TypeName,
      required: IsMandatory,
      readOnly:
        IsReadOnly === true ||
        (AllowEdit == null || AllowEditOnCreate == null ? undefined : !AllowEdit && !AllowEditOnCreate),
    })),
  };
}

/** Company-specific rows have the company in their key. A column of that name outside the key does not show it. */
function isCompanySpecific(properties: PublicEntity['Properties']): boolean | undefined {
  const company = properties.find(({ Name }) => nameKey(Name) === 'dataareaid');
  if (company === undefined) return false;
  return company.IsKey === true ? true : undefined;
}
