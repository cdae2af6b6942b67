import { type Definition, tableOf } from '../../adapters/dataverse/read-dataverse-tables.js';
import { entityOf, type PublicEntity } from '../../adapters/finops/read-finops-entities.js';
import { groupsBy } from '../../facts/groups-by.js';
import { nameKey } from '../../facts/keys.js';
import type { Edmx, EdmxProperty, EntityType } from './edmx.js';
import { dataverseKeys, entityKeys, type TablePart } from './table-part.js';

/**
 * The tables of a `$metadata` document. It knows less than the metadata services: whether a column is required is not in it
 * (`Nullable` is about answers, not about new rows), nor, in most documents, whether it may be written. That stays not known.
 *
 * Sources: *Web API EntityTypes*, *Web API Properties* (Dataverse, 2023); *Open Data Protocol (OData)* (finance and operations).
 */
export function partsOfEdmx(edmx: Edmx): readonly TablePart[] {
  const types = new Map(edmx.types.map((type) => [type.name, type]));
  // The sets are at the end: a document without its end has none.
  const isTable = (type: EntityType) => !type.isAbstract && (edmx.sets.has(type.name) || edmx.fault !== undefined);
  const behind = edmx.side === 'dataverse' ? rowsBehind(edmx.types, isTable) : undefined;
  return edmx.types.filter(isTable).map((type) => {
    const chain = withBases(type, types);
    const set = edmx.sets.get(type.name);
    const inherited = {
      type,
      set,
      properties: chain.types.flatMap(({ properties }) => properties),
      references: chain.types.flatMap(({ references }) => references),
      key: chain.types.flatMap(({ key }) => key),
    };
    return {
      source: 'description',
      table: behind ? tableOf(definitionOf(inherited, behind)) : entityOf(publicEntityOf(inherited), set ?? type.name),
      hasAllColumns: chain.isWhole,
      keys: behind ? dataverseKeys(set, [type.name]) : entityKeys([type.name, set ?? type.name]),
    };
  });
}

/** Types inherit what their base types have. More levels than this are not a document of these services. */
const mostBases = 10;

function withBases(type: EntityType, types: ReadonlyMap<string, EntityType>) {
  const chain = [type];
  let base = type.baseType;
  while (base !== undefined && chain.length <= mostBases) {
    const found = types.get(base);
    if (found === undefined) return { types: chain, isWhole: false };
    chain.push(found);
    base = found.baseType;
  }
  return { types: chain, isWhole: base === undefined };
}

/** The types whose rows a reference to a type may lead to: itself, or for an abstract type (`principal`) those made of it. */
type RowsBehind = (type: string) => readonly string[];

/** A reference to more types than these leads anywhere (`crmbaseentity`). */
const mostBehind = 20;

function rowsBehind(types: readonly EntityType[], isTable: (type: EntityType) => boolean): RowsBehind {
  const tables = new Set(types.filter(isTable).map(({ name }) => name));
  const made = groupsBy(
    types.filter(({ name }) => tables.has(name)),
    ({ baseType }) => baseType,
  );
  return (type) => {
    if (tables.has(type)) return [type];
    const found = made.get(type) ?? [];
    return found.length > mostBehind ? [] : found.map(({ name }) => name);
  };
}

/** A type with what it inherits, and the name of its set. */
interface Inherited extends Pick<EntityType, 'properties' | 'references' | 'key'> {
  readonly type: EntityType;
  readonly set: string | undefined;
}

/** The metadata of Dataverse, as far as `$metadata` tells it. */
function definitionOf({ type, set, properties, references }: Inherited, behind: RowsBehind): Definition {
  return {
    LogicalName: type.name,
    EntitySetName: set,
    Attributes: properties.map(({ name, type: edmType, annotations }) => {
      const lookup = lookupIn(name);
      // A lookup is always annotated as one that cannot be written, because it is written under a different name.
      const isComputed = lookup === undefined && isNeverWritten(annotations);
      return {
        LogicalName: lookup ?? name,
        // A whole number may be a choice.
        AttributeType: lookup === undefined ? (edmType === 'Edm.Int32' ? undefined : edmType) : 'Lookup',
        ...(isComputed ? { IsValidForCreate: false, IsValidForUpdate: false } : {}),
      };
    }),
    Keys: type.alternateKeys?.map((columns) => ({ KeyAttributes: columns.map((name) => lookupIn(name) ?? name) })),
    ManyToOneRelationships: references.flatMap(({ property, type: target }) =>
      behind(target).map((ReferencedEntity) => ({
        ReferencingAttribute: lookupIn(property) ?? property,
        ReferencedEntity,
      })),
    ),
  };
}

/** `primarycontactid` of `_primarycontactid_value`. */
function lookupIn(property: string): string | undefined {
  return /^_(.+)_value$/i.exec(property)?.[1];
}

/** What the metadata service of finance and operations says of an entity, as far as `$metadata` tells it. */
function publicEntityOf({ type, set, properties, key }: Inherited): PublicEntity {
  const keys = new Set(key.map(nameKey));
  return {
    Name: type.name,
    EntitySetName: set,
    IsReadOnly: flagOf(type.annotations.get('IsReadOnly')),
    Properties: properties.map(({ name, type: edmType, annotations }) => {
      const isComputed = isNeverWritten(annotations);
      return {
        Name: name,
        TypeName: edmType,
        IsKey: keys.has(nameKey(name)),
        IsMandatory: flagOf(annotations.get('IsRequired') ?? annotations.get('IsMandatory')),
        AllowEdit: isComputed ? false : flagOf(annotations.get('AllowEdit')),
        AllowEditOnCreate: isComputed ? false : flagOf(annotations.get('AllowEditOnCreate')),
      };
    }),
  };
}

/** `Org.OData.Core.V1.Computed`, and `Permissions` that only let read. */
function isNeverWritten(annotations: EdmxProperty['annotations']): boolean {
  return (
    flagOf(annotations.get('Computed')) === true || /PermissionType\/Read$/i.test(annotations.get('Permissions') ?? '')
  );
}

function flagOf(text: string | undefined): boolean | undefined {
  const word = text?.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}
