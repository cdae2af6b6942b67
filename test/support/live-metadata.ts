import { fieldPath } from '../../src/maps/field-path.js';
import { entityMapOf } from '../../src/maps/index.js';
import type { MapRow } from './entity-maps.js';
import type { Holdings, TableRow } from './live-server.js';

/** A column as `EntityDefinitions` describes it, with more beside that nobody asks for. */
export interface Attribute extends TableRow {
  readonly LogicalName: string;
}

/** What the tables of {@link metadataFor} have beside what the maps name. */
export interface Plan {
  /** By logical name. */
  readonly attributes?: Readonly<Record<string, readonly Attribute[]>>;
  /** By logical name, lists of columns; by default there is none. */
  readonly keys?: Readonly<Record<string, readonly (readonly string[])[]>>;
}

export function attribute(LogicalName: string, more: TableRow = {}): Attribute {
  return {
    '@odata.type': '#Microsoft.Dynamics.CRM.StringAttributeMetadata',
    MetadataId: `a-${LogicalName}`,
    LogicalName,
    AttributeType: 'String',
    RequiredLevel: {
      Value: 'None',
      CanBeChanged: true,
      ManagedPropertyLogicalName: 'canmodifyrequirementlevelsettings',
    },
    IsValidForCreate: true,
    IsValidForUpdate: true,
    AutoNumberFormat: null,
    ...more,
  };
}

/** A column as the metadata service of finance and operations describes it. */
export function property(Name: string, more: TableRow = {}): TableRow {
  return {
    Name,
    TypeName: 'Edm.String',
    DataType: 'String',
    LabelId: null,
    IsKey: false,
    IsMandatory: false,
    ConfigurationEnabled: true,
    AllowEdit: true,
    AllowEditOnCreate: true,
    IsDimension: false,
    ...more,
  };
}

/** What both services report about the tables and entities that maps name: every field that a map names exists and matches. */
export function metadataFor(rows: readonly MapRow[], { attributes = {}, keys = {} }: Plan = {}): Metadata {
  const tables = new Map<string, Table>();
  const entities = new Map<string, Set<string>>();
  for (const { mapping } of rows.map(entityMapOf)) {
    for (const { sourceSchema = '', destinationSchema = '', fieldMappings } of mapping?.legs ?? []) {
      const table = tableOf(logicalNameOf(destinationSchema));
      const entity = entities.get(sourceSchema) ?? new Set(['dataAreaId']);
      entities.set(sourceSchema, entity);
      for (const { sourceField, destinationField, lookupTable } of fieldMappings) {
        if (sourceField !== '') entity.add(sourceField);
        if (destinationField !== '') follow(table, destinationField, lookupTable);
      }
    }
  }
  for (const [name, more] of Object.entries(attributes)) {
    for (const one of more) tableOf(name).columns.set(one.LogicalName, one);
  }
  return {
    definitions: [...tables].map(([name, { columns, lookups }], index) => ({
      MetadataId: `d${index}`,
      LogicalName: name,
      EntitySetName: setNameOf(name),
      SchemaName: name,
      Attributes: [...columns.values()],
      Keys: (keys[name] ?? []).map((KeyAttributes, key) => ({
        MetadataId: `k${key}`,
        KeyAttributes,
        EntityKeyIndexStatus: 'Active',
      })),
      ManyToOneRelationships: [...lookups].map(([ReferencingAttribute, ReferencedEntity]) => ({
        MetadataId: `r-${ReferencingAttribute}`,
        ReferencingAttribute,
        ReferencedEntity,
        ReferencedAttribute: `${ReferencedEntity}id`,
      })),
    })),
    managed: [...entities.keys()].map((EntityName, index) => ({
      EntityName,
      TargetName: `Entity${index}Entity`,
      IsShared: 'No',
      EntityIsEnabled: 'Yes',
    })),
    dataEntities: [...entities.keys()].map((_, index) => ({
      Name: `Entity${index}Entity`,
      PublicEntityName: `Entity${index}`,
      PublicCollectionName: `Entities${index}`,
      LabelId: '@SYS1',
      DataServiceEnabled: true,
      DataManagementEnabled: true,
      EntityCategory: 'Master',
      IsReadOnly: false,
    })),
    publicEntities: [...entities.values()].map((fields, index) => ({
      Name: `Entity${index}`,
      EntitySetName: `Entities${index}`,
      LabelId: '@SYS1',
      IsReadOnly: false,
      ConfigurationEnabled: true,
      Properties: [...fields].map((name) => property(name, { IsKey: name === 'dataAreaId' })),
      NavigationProperties: [],
      Actions: [],
    })),
  };

  function tableOf(name: string): Table {
    const table = tables.get(name) ?? { columns: new Map(), lookups: new Map() };
    tables.set(name, table);
    return table;
  }

  function follow({ columns, lookups }: Table, text: string, lookupTable: string | undefined): void {
    const path = fieldPath(text);
    if (path.type === 'column') columns.set(path.column, columns.get(path.column) ?? attribute(path.column));
    if (path.type === 'lookup' && path.key.type === 'column') {
      const target = logicalNameOf(lookupTable ?? 'cdm_companies');
      columns.set(path.column, attribute(path.column, { AttributeType: 'Lookup' }));
      lookups.set(path.column, target);
      follow(tableOf(target), path.key.column, undefined);
    }
    if (path.type === 'polymorphic') {
      columns.set(path.column, attribute(path.column, { AttributeType: 'Customer' }));
      for (const { table, keys: behind } of path.targets) {
        lookups.set(path.column, table.toLowerCase());
        for (const key of behind)
          if (key.type === 'column') follow(tableOf(table.toLowerCase()), key.column, undefined);
      }
    }
  }
}

interface Table {
  readonly columns: Map<string, Attribute>;
  readonly lookups: Map<string, string>;
}

/** Rows of both services. */
export interface Metadata {
  readonly definitions: readonly TableRow[];
  readonly managed: readonly TableRow[];
  readonly dataEntities: readonly TableRow[];
  readonly publicEntities: readonly TableRow[];
}

/** The same services, with these saved maps and what they name. */
export function withMetadata(
  holdings: Holdings,
  rows: readonly MapRow[],
  { definitions, managed, dataEntities, publicEntities }: Metadata,
): Holdings {
  return {
    ...holdings,
    dataverse: { ...holdings.dataverse, msdyn_dualwriteentitymaps: rows, EntityDefinitions: definitions },
    finops: { ...holdings.finops, DataManagementEntities: managed },
    metadata: { DataEntities: dataEntities, PublicEntities: publicEntities },
  };
}

/** The plural that Dataverse makes, the other way around. */
function logicalNameOf(set: string): string {
  return /ies$/.test(set) ? set.replace(/ies$/, 'y') : set.replace(/(?<=ss)es$|s$/, '');
}

function setNameOf(name: string): string {
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}${name.endsWith('s') ? 'es' : 's'}`;
}
