import { byCodeUnits } from '../../facts/by-code-units.js';
import { groupsBy } from '../../facts/groups-by.js';
import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { EntityMap, FieldMapping, MapLeg, MapSide } from '../../maps/entity-map.js';
import { entityMapOf } from '../../maps/entity-map-of.js';
import type { FieldPath } from '../../maps/field-path.js';
import { mapNameKey } from '../../maps/map-name.js';
import type { Subject } from '../verdict.js';

type Definitions = Facts['mapDefinitions'];

/** A saved map that was read, with its legs turned so that each side is where it belongs. */
export interface ReadMap {
  readonly map: EntityMap;
  readonly subject: Subject;
  readonly legs: readonly ReadLeg[];
  /** Whether all of the mapping was understood: only then can something be said to be missing from it. */
  readonly isWhole: boolean;
  /**
   * Whether the row is as its publisher made it: it is known to be managed, and none of the other rows can be a version of the
   * same map from the same publisher that was saved here.
   */
  readonly isAsShipped: boolean;
}

/** A pair of tables, by side. */
export interface ReadLeg {
  readonly sourceSide: MapSide;
  readonly dataverseTable: string | undefined;
  readonly finopsEntity: string | undefined;
  /** Which rows of Dataverse are included, in OData; blank for all. */
  readonly dataverseFilter: string;
  /** Which rows of finance and operations are included, as a query expression; blank for all. */
  readonly finopsFilter: string;
  readonly fields: readonly ReadField[];
}

/** A mapping of two fields, by side and by where values flow. */
export interface ReadField
  extends Pick<FieldMapping, 'sourceField' | 'destinationField' | 'transforms' | 'lookupTable'> {
  readonly dataverseField: string;
  readonly finopsField: string;
  readonly path: FieldPath;
  /** Whether values flow into Dataverse; `undefined` when the map does not say where they flow. */
  readonly toDataverse: boolean | undefined;
  readonly toFinops: boolean | undefined;
  readonly toDestination: boolean | undefined;
  readonly toSource: boolean | undefined;
  /** Whether a constant is used where there is no value; `undefined` when a transform is not known. */
  readonly hasDefault: boolean | undefined;
}

/** Every saved map, each parsed once per evaluation, in an order that does not depend on that of the rows. */
export function readMaps(definitions: Definitions): readonly ReadMap[] {
  const maps = [...definitions].sort(compareRows).map(entityMapOf);
  const subjects = subjectsOf(maps);
  const own = ownVersions(maps);
  return maps.map((map, index) => ({
    map,
    subject: { kind: 'entity-map', id: subjects[index] ?? '' },
    legs: (map.mapping?.legs ?? []).map(readLeg),
    isWhole: isWhole(map),
    // A row that is not known to be managed is one of its own versions itself.
    isAsShipped: !own.get(mapNameKey(map.name))?.some((other) => mayBeSamePublisher(other, map)),
  }));
}

/** The rows that may have been saved in this environment, by the name of their map. */
function ownVersions(maps: readonly EntityMap[]): ReadonlyMap<string, readonly EntityMap[]> {
  const own = maps.filter(({ isManaged }) => isManaged !== true);
  return groupsBy(own, ({ name }) => mapNameKey(name));
}

function mayBeSamePublisher({ publisher: one }: EntityMap, { publisher: other }: EntityMap): boolean {
  return one === undefined || other === undefined || nameKey(one) === nameKey(other);
}

/** By name, version, publisher and id; rows that agree in all of them by their whole content. */
function compareRows(a: Definitions[number], b: Definitions[number]): number {
  for (const property of ['name', 'version', 'publisher', 'id'] as const) {
    const difference = byCodeUnits(nameKey(a[property] ?? ''), nameKey(b[property] ?? ''));
    if (difference !== 0) return difference;
  }
  return byCodeUnits(JSON.stringify(a), JSON.stringify(b));
}

function isWhole({ mapping, columns, issues }: EntityMap): boolean {
  if (mapping === undefined || mapping.legs.length === 0) return false;
  return columns.mapping.status === 'read' && issues.every(({ path }) => !path.startsWith('mapping'));
}

/** The name, and as much more as is needed to distinguish the saved versions of one map. */
function subjectsOf(maps: readonly EntityMap[]): readonly string[] {
  const forms = [
    ({ name, id }: EntityMap) => name || id || '(without a name)',
    ({ name, version, publisher }: EntityMap) => [name, version, publisher].filter(Boolean).join(' '),
    ({ name, version, publisher, id }: EntityMap) => [name, version, publisher, id].filter(Boolean).join(' '),
  ] as const;
  const counts = forms.map((form) => countOf(maps.map((map) => nameKey(form(map)))));
  return maps.map((map) => {
    const index = forms.findIndex((form, at) => counts[at]?.get(nameKey(form(map))) === 1);
    const form = index < 0 ? forms.at(-1) : forms[index];
    return form?.(map) || forms[0](map);
  });
}

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function readLeg(leg: MapLeg): ReadLeg {
  const isFinopsFirst = leg.sourceSide === 'finops';
  const source = { schema: leg.sourceSchema, filter: leg.sourceFilter };
  const destination = { schema: leg.destinationSchema, filter: leg.destinationFilter };
  const [finops, dataverse] = isFinopsFirst ? [source, destination] : [destination, source];
  return {
    sourceSide: leg.sourceSide,
    dataverseTable: dataverse.schema,
    finopsEntity: finops.schema,
    dataverseFilter: dataverse.filter,
    finopsFilter: finops.filter,
    fields: leg.fieldMappings.map((field) => readField(field, isFinopsFirst)),
  };
}

function readField(field: FieldMapping, isFinopsFirst: boolean): ReadField {
  const { direction, sourceField, destinationField, transforms, lookupTable, dataversePath: path } = field;
  const isKnown = direction !== 'unknown';
  const toDestination = isKnown ? direction !== 'destination-to-source' : undefined;
  const toSource = isKnown ? direction !== 'source-to-destination' : undefined;
  const bySide = isFinopsFirst
    ? { finopsField: sourceField, dataverseField: destinationField, toDataverse: toDestination, toFinops: toSource }
    : { finopsField: destinationField, dataverseField: sourceField, toDataverse: toSource, toFinops: toDestination };
  return {
    sourceField,
    destinationField,
    transforms,
    lookupTable,
    path,
    toDestination,
    toSource,
    ...bySide,
    hasDefault: hasDefault(field),
  };
}

function hasDefault({ transforms }: FieldMapping): boolean | undefined {
  if (transforms.some(({ type }) => type === 'default')) return true;
  return transforms.some(({ type }) => type === 'unknown') ? undefined : false;
}
