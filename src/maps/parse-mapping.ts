import type {
  FieldMapping,
  MapLeg,
  MappedValue,
  Mapping,
  MapSide,
  SyncDirection,
  ValueTransform,
} from './entity-map.js';
import { fieldPath } from './field-path.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { asFlag, asList, asObject, asText, openObject, type Place } from './open-object.js';

/** The content of the document of a mapping column. */
export function parseMapping(document: JsonObject, { path, issues }: Place): Mapping {
  const open = openObject(document, { path, issues });
  const name = open.take('name', 'text', asText);
  const legs: MapLeg[] = [];
  const unreadLegs: JsonValue[] = [];
  for (const [index, entry] of (open.take('legs', 'a list', asList) ?? []).entries()) {
    const place = { path: `${path}.legs[${index}]`, issues };
    const leg = asObject(entry, place);
    if (leg !== undefined) legs.push(parseLeg(leg, place));
    else {
      unreadLegs.push(entry);
      issues.push({ path: place.path, message: 'expected an object' });
    }
  }
  return { name, legs, other: open.rest(), unreadLegs };
}

/** Which table is on which side of a leg. */
export function sidesOf(leg: MapLeg | undefined): {
  readonly dataverseTable: string | undefined;
  readonly finopsEntity: string | undefined;
} {
  const [source, destination] = [leg?.sourceSchema, leg?.destinationSchema];
  return leg?.sourceSide === 'dataverse'
    ? { dataverseTable: source, finopsEntity: destination }
    : { dataverseTable: destination, finopsEntity: source };
}

function parseLeg(leg: JsonObject, { path, issues }: Place): MapLeg {
  const open = openObject(leg, { path, issues });
  const text = (name: string) => open.take(name, 'text', asText)?.trim();
  const sourceType = open.take('sourceEnvironmentType', 'AX or CRM', asSide);
  const destinationType = open.take('destinationEnvironmentType', 'AX or CRM, and not that of the source', (value) => {
    const side = asSide(value);
    return side === sourceType ? undefined : side;
  });
  const sourceSide = sourceType === 'dataverse' || destinationType === 'finops' ? 'dataverse' : 'finops';
  const entries = open.take('fieldMappings', 'a list', asList) ?? [];
  const fieldMappings: FieldMapping[] = [];
  const unreadFields: JsonValue[] = [];
  for (const [index, entry] of entries.entries()) {
    const place = { path: `${path}.fieldMappings[${index}]`, issues };
    const field = asObject(entry, place);
    if (field !== undefined) fieldMappings.push(parseField(field, sourceSide, place));
    else {
      unreadFields.push(entry);
      issues.push({ path: place.path, message: 'expected an object' });
    }
  }
  return {
    id: text('id'),
    sourceSide,
    sourceSchema: text('sourceSchema') || undefined,
    destinationSchema: text('destinationSchema') || undefined,
    sourceFilter: text('sourceFilter') ?? '',
    destinationFilter: text('reversedSourceFilter') ?? '',
    fieldMappings,
    entityFileFormat: open.take('entityFileFormat', 'text or a number', asFileFormat),
    deleteNonMatchingData: open.take('deleteNonMatchingData', 'true or false', asFlag),
    other: open.rest(),
    unreadFields,
  };
}

/** `AX`, `CRM`, or their numbers, as runtime configurations have them. */
function asSide(value: JsonValue): MapSide | undefined {
  const word = asText(value)?.trim().toUpperCase();
  if (word === 'AX' || word === '3') return 'finops';
  return word === 'CRM' || word === '1' || word?.includes('CDS') ? 'dataverse' : undefined;
}

/** An enumeration with one known value, by its name and number. */
function asFileFormat(value: JsonValue): string | undefined {
  const text = asText(value)?.trim();
  return text === '0' || text?.toUpperCase() === 'CSV' ? 'CSV' : text;
}

function parseField(field: JsonObject, sourceSide: MapSide, { path, issues }: Place): FieldMapping {
  const open = openObject(field, { path, issues });
  const text = (name: string) => open.take(name, 'text', asText)?.trim() ?? '';
  const direction = open.take('syncDirection', '1, 2 or 3', asDirection) ?? 'unknown';
  const sourceField = text('sourceField');
  const destinationField = text('destinationField');
  const transforms = open.take('valueTransforms', 'a list of objects', (value, place) => {
    const list = asList(value, place);
    return list?.every(isJsonObject) === true ? list : undefined;
  });
  return {
    direction,
    sourceField,
    destinationField,
    dataversePath: fieldPath(sourceSide === 'dataverse' ? sourceField : destinationField),
    lookupTable: text('destinationLookupFieldRelatedEntity') || undefined,
    isSystemGenerated: open.take('isSystemGenerated', 'true or false', asFlag),
    transforms: (transforms ?? []).map((transform, index) =>
      parseTransform(transform, { path: `${path}.valueTransforms[${index}]`, issues }),
    ),
    other: open.rest(),
  };
}

const directions: ReadonlyMap<string, SyncDirection> = /* @__PURE__ */ new Map([
  ['1', 'source-to-destination'],
  ['2', 'destination-to-source'],
  ['3', 'both'],
]);

/** A number or its text; maps mix both. */
function asDirection(value: JsonValue): SyncDirection | undefined {
  return directions.get(asText(value)?.trim() ?? '');
}

function parseTransform(transform: JsonObject, place: Place): ValueTransform {
  const open = openObject(transform, place);
  const transformType = open.take('transformType', 'text', asText)?.trim() || undefined;
  const typeName = open.take('$type', 'text', asText);
  const type = transformType === undefined ? typeOfName(typeName) : transformTypes.get(transformType.toLowerCase());
  if (type === undefined) return { type: 'unknown', transformType, other: transform };
  const common = {
    defaultValue: open.take('defaultValue', 'text', asText),
    createValuesOnDestination: open.take('createValuesOnDestination', 'true or false', asFlag),
    typeName,
  };
  if (type === 'default') return { type, ...common, other: open.rest() };
  const values = open.take('valueMap', 'an object of texts', asMappedValues) ?? [];
  return { type, values, ...common, other: open.rest() };
}

/** The known kinds, by their names without letter case. */
const transformTypes: ReadonlyMap<string, 'value-map' | 'default'> = /* @__PURE__ */ new Map([
  ['valuemap', 'value-map'],
  ['default', 'default'],
]);

/** The kind that the name of a class shows. */
export function typeOfName(typeName: string | undefined): 'value-map' | 'default' | undefined {
  const name = typeName?.split(',')[0] ?? '';
  return /valuemap/i.test(name) ? 'value-map' : /default/i.test(name) ? 'default' : undefined;
}

function asMappedValues(value: JsonValue, place: Place): readonly MappedValue[] | undefined {
  const entries = asObject(value, place);
  if (entries === undefined) return undefined;
  const values: MappedValue[] = [];
  for (const [from, to] of Object.entries(entries)) {
    const text = to === null ? null : asText(to);
    if (text === undefined) return undefined;
    values.push({ from, to: text });
  }
  return values;
}
