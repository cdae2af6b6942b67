import { nameKey } from '../facts/keys.js';
import { canonicalJson, propertyIn } from './canonical-json.js';
import { compareFields } from './compare-fields.js';
import { compareProperties, type Named } from './compare-properties.js';
import type { EntityMap, MapLeg, MapProperties, Mapping } from './entity-map.js';
import { givenMap } from './entity-map-of.js';
import { difference, type MapDifference, wholeMap } from './map-difference.js';
import { mapNameKey } from './map-name.js';
import { versionKey } from './map-version.js';
import { pairUp } from './pair-up.js';
import { unreadSpellings } from './unread-spellings.js';

/**
 * The differences between two maps, and what could not be compared.
 * @public
 */
export interface MapComparison {
  /** Whether everything could be compared and there is no difference. */
  readonly isSame: boolean;
  readonly differences: readonly MapDifference[];
  /** Unknown is not equal: the parts that are missing or could not be read on one side, at most one entry each. */
  readonly notCompared: readonly UncomparedPart[];
}

/**
 * A part of a map that could not be compared, and why.
 * @public
 */
export interface UncomparedPart {
  readonly part: 'mapping' | 'properties';
  readonly because: string;
}

/**
 * Compares the content of two maps: fields, directions, transforms and value maps, filters of both sides, requirements, and
 * every other property; also integration keys if both have them, because they are not part of a saved map. Formatting makes no
 * difference, nor do version, publisher, names and ids. One change is one difference; the order of fields and of the entries of
 * a value map does not matter. A document in which a property is there twice equals only an identical text.
 *
 * @example
 * ```ts
 * const { isSame, differences } = compareMaps(entityMapOf(before), entityMapOf(after));
 * ```
 * @public
 */
export function compareMaps(before: EntityMap, after: EntityMap): MapComparison {
  return compareGiven(givenMap(before), givenMap(after));
}

function compareGiven(before: EntityMap, after: EntityMap): MapComparison {
  const differences = [
    ...(before.mapping === undefined || after.mapping === undefined
      ? []
      : compareMappings(before.mapping, after.mapping)),
    ...compareAllProperties(before, after),
    ...(['mapping', 'properties'] as const).flatMap((part) => compareSpellings(before, after, part)),
    ...compareKeys(before.integrationKeys, after.integrationKeys),
  ];
  const notCompared = uncompared(before, after);
  return { isSame: differences.length === 0 && notCompared.length === 0, differences, notCompared };
}

function uncompared(before: EntityMap, after: EntityMap): readonly UncomparedPart[] {
  return (['mapping', 'properties'] as const).flatMap((part) => {
    const because = isSameText(before, after, part) ? undefined : why(before, after, part);
    return because === undefined ? [] : [{ part, because }];
  });
}

/** Identical texts on both sides mean the same, whatever they contain. */
function isSameText(before: EntityMap, after: EntityMap, part: UncomparedPart['part']): boolean {
  const [left, right] = [before.columns[part], after.columns[part]];
  return left.status !== 'absent' && right.status !== 'absent' && left.text === right.text;
}

/**
 * Why a column cannot be compared, if it cannot: the first side with a reason. A map without properties has none.
 */
function why(before: EntityMap, after: EntityMap, part: UncomparedPart['part']): string | undefined {
  for (const [side, map] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const column = map.columns[part];
    if (column.status === 'absent' && part === 'mapping') return `${side}: there is none`;
    if (column.status === 'repaired' || column.status === 'broken') {
      const { position, because } = column.fault;
      return `${side}: not JSON at character ${position}: ${because}`;
    }
    const twice = map.issues.find(({ type, path }) => type === 'double-key' && path.startsWith(`${part}.`));
    if (twice !== undefined) return `${side}: ${twice.path} is there more than once`;
  }
  return part === 'mapping' ? whyLegs(before, after) : undefined;
}

/** Legs or fields that are not a list, or are there in several spellings, cannot be compared either. */
function whyLegs(before: EntityMap, after: EntityMap): string | undefined {
  for (const [side, { mapping }] of [
    ['before', before],
    ['after', after],
  ] as const) {
    if (mapping === undefined) continue;
    if (propertyIn(mapping.other, 'legs') !== undefined) return `${side}: its legs are not one list`;
    const unread = mapping.legs.some(({ other }) => propertyIn(other, 'fieldMappings') !== undefined);
    if (unread) return `${side}: its fields are not one list`;
  }
  return undefined;
}

/** A column may be there in another spelling, too, which was not read. */
function compareSpellings(before: EntityMap, after: EntityMap, part: UncomparedPart['part']): readonly MapDifference[] {
  const [a, b] = [unreadSpellings(before, part), unreadSpellings(after, part)];
  return canonicalJson(a) === canonicalJson(b) ? [] : [difference('property-changed', wholeMap, `msdyn_${part}`, a, b)];
}

const namedOfMapping: readonly Named<Mapping>[] = [
  {
    name: 'name',
    kind: 'property-changed',
    value: ({ name }) => (name === undefined ? undefined : mapNameKey(name)) || undefined,
  },
];

function compareMappings(before: Mapping, after: Mapping): readonly MapDifference[] {
  // A leg is found by its id; those without an id, by their position.
  const byId = pairUp(before.legs, after.legs, ({ id }) => id && nameKey(id), { onlyUnique: true });
  const rest = pairUp(byId.left, byId.right, () => '');
  const [oldNumberOf, numberOf] = [numbersOf(before.legs), numbersOf(after.legs)];
  return [
    ...[...byId.pairs, ...rest.pairs].flatMap(([a, b]) => compareLegs(a, b, oldNumberOf(a))),
    ...rest.left.map((leg) =>
      difference('leg-removed', { leg: oldNumberOf(leg), field: null }, null, sidesInShort(leg), null),
    ),
    ...rest.right.map((leg) =>
      difference('leg-added', { leg: numberOf(leg), field: null }, null, null, sidesInShort(leg)),
    ),
    ...compareProperties(before, after, wholeMap, {
      named: namedOfMapping,
      kind: 'property-changed',
      except: ['legs'],
    }),
    ...compareUnread('legs', before.unreadLegs, after.unreadLegs, null),
  ];
}

function numbersOf(legs: readonly MapLeg[]): (leg: MapLeg) => number | null {
  const numbers = new Map(legs.map((leg, index) => [leg, index]));
  return (leg) => numbers.get(leg) ?? null;
}

function sidesInShort({ sourceSchema = '', destinationSchema = '' }: MapLeg): string {
  return `${sourceSchema} - ${destinationSchema}`;
}

const namedOfLeg: readonly Named<MapLeg>[] = [
  { name: 'id', kind: 'leg-property-changed', value: ({ id }) => id || undefined },
  { name: 'sourceSchema', kind: 'table-changed', value: ({ sourceSchema }) => sourceSchema && nameKey(sourceSchema) },
  {
    name: 'destinationSchema',
    kind: 'table-changed',
    value: ({ destinationSchema }) => destinationSchema && nameKey(destinationSchema),
  },
  { name: 'sourceEnvironmentType', kind: 'table-changed', value: ({ sourceSide }) => sourceSide },
  { name: 'sourceFilter', kind: 'source-filter-changed', value: ({ sourceFilter }) => inOneForm(sourceFilter) },
  {
    name: 'reversedSourceFilter',
    kind: 'destination-filter-changed',
    value: (leg) => inOneForm(leg.destinationFilter),
  },
  { name: 'entityFileFormat', kind: 'leg-property-changed', value: ({ entityFileFormat }) => entityFileFormat },
  {
    name: 'deleteNonMatchingData',
    kind: 'leg-property-changed',
    value: ({ deleteNonMatchingData }) => deleteNonMatchingData ?? false,
  },
];

/** A filter with normalized line ends: packing a solution changes them. */
function inOneForm(filter: string): string {
  return filter.trim().replace(/\r\n?/g, '\n');
}

function compareLegs(before: MapLeg, after: MapLeg, leg: number | null): readonly MapDifference[] {
  const options = { named: namedOfLeg, kind: 'leg-property-changed', except: ['fieldMappings'] } as const;
  return [
    ...compareProperties(before, after, { leg, field: null }, options),
    ...compareFields(before.fieldMappings, after.fieldMappings, leg),
    ...compareUnread('fieldMappings', before.unreadFields, after.unreadFields, leg),
  ];
}

/** Entries of a list that are not objects: they are not understood, but can be compared. */
function compareUnread(
  name: string,
  before: MapLeg['unreadFields'],
  after: MapLeg['unreadFields'],
  leg: number | null,
): readonly MapDifference[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  const kind = leg === null ? 'property-changed' : 'leg-property-changed';
  return [difference(kind, { leg, field: null }, name, before, after)];
}

const namedOfProperties: readonly Named<MapProperties>[] = [
  { name: 'Description', kind: 'property-changed', value: ({ description }) => description },
  { name: 'IsDualWriteProject', kind: 'property-changed', value: (one) => one.isDualWriteProject ?? false },
  { name: 'SkipInitialSync', kind: 'property-changed', value: (one) => one.skipInitialSync ?? false },
  { name: 'AreKeysMismatched', kind: 'property-changed', value: (one) => one.areKeysMismatched ?? false },
];

const versionInfo = 'TargetVersionInfo';
const noProperties: MapProperties = {
  description: undefined,
  isDualWriteProject: undefined,
  skipInitialSync: undefined,
  areKeysMismatched: undefined,
  requirements: { solutions: [], application: undefined, other: {} },
  other: {},
};

function compareAllProperties(before: EntityMap, after: EntityMap): readonly MapDifference[] {
  const [a, b] = [before, after].map(({ properties, columns }) =>
    columns.properties.status === 'absent' ? noProperties : properties,
  );
  if (a === undefined || b === undefined) return [];
  return [
    ...compareProperties(a, b, wholeMap, { named: namedOfProperties, kind: 'property-changed', except: [versionInfo] }),
    ...compareRequirements(a, b),
  ];
}

function compareRequirements(before: MapProperties, after: MapProperties): readonly MapDifference[] {
  const [left, right] = [before.requirements, after.requirements];
  const [a, b] = [before, after].map(({ other }) => propertyIn(other, versionInfo));
  const notUnderstood =
    canonicalJson(a) === canonicalJson(b) ? [] : [difference('requirement-changed', wholeMap, versionInfo, a, b)];
  // If a text is truncated, there is nothing to compare; the column reports that.
  if (left === undefined || right === undefined) return notUnderstood;
  const solutions = pairUp(left.solutions, right.solutions, ({ solution }) => nameKey(solution));
  const changed = (name: string, old: string | null, next: string | null) =>
    difference('requirement-changed', wholeMap, name, old, next);
  return [
    ...notUnderstood,
    ...solutions.pairs.flatMap(([old, next]) =>
      versionKey(old.version) === versionKey(next.version) ? [] : [changed(old.solution, old.version, next.version)],
    ),
    ...solutions.left.map(({ solution, version }) => changed(solution, version, null)),
    ...solutions.right.map(({ solution, version }) => changed(solution, null, version)),
    ...((left.application && versionKey(left.application)) === (right.application && versionKey(right.application))
      ? []
      : [changed('Application', left.application ?? null, right.application ?? null)]),
    ...compareProperties(left, right, wholeMap, { named: [], kind: 'requirement-changed' }),
  ];
}

/** The order of the columns of a key does not matter. */
function compareKeys(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): readonly MapDifference[] {
  if (before === undefined || after === undefined) return [];
  const inOrder = (keys: readonly string[]) => [...new Set(keys.map(nameKey))].sort().join();
  return inOrder(before) === inOrder(after)
    ? []
    : [difference('integration-keys-changed', wholeMap, null, before, after)];
}
