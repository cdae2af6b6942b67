import { err, ok, type Result } from 'neverthrow';
import { nameKey } from '../facts/keys.js';
import type { Fault } from '../fault.js';
import type { MappedValue, MapSide, SyncDirection } from './entity-map.js';
import type { JsonObject, JsonValue } from './json.js';
import { asList, asObject, asText } from './open-object.js';
import { parseMapping } from './parse-mapping.js';

/**
 * The mapping that a field should have.
 * @public
 */
export interface NewField {
  readonly direction: Exclude<SyncDirection, 'unknown'>;
  /** Empty or left out where a Default transform is the source. */
  readonly sourceField?: string | undefined;
  readonly destinationField: string;
  /** The entity set that a lookup points to. */
  readonly lookupTable?: string | undefined;
  readonly transforms?: readonly NewTransform[] | undefined;
}

/**
 * The transform that a field should have.
 * @public
 */
export type NewTransform =
  | { readonly type: 'value-map'; readonly values: readonly MappedValue[]; readonly defaultValue?: string | undefined }
  | { readonly type: 'default'; readonly defaultValue: string };

/**
 * One change to a mapping. A field is named by both its sides, without letter case. `leg` counts from 0, which is the default.
 * @public
 */
export type MapEdit = { readonly leg?: number | undefined } & (
  | { readonly type: 'add-field'; readonly field: NewField }
  | { readonly type: 'remove-field'; readonly sourceField: string; readonly destinationField: string }
  /** Properties that are left out of `to` remain unchanged, and so do properties that are not understood. */
  | {
      readonly type: 'change-field';
      readonly sourceField: string;
      readonly destinationField: string;
      readonly to: Partial<NewField>;
    }
  /** An empty filter includes all rows. */
  | { readonly type: 'set-filter'; readonly side: MapSide; readonly filter: string }
);

/**
 * Why a change cannot be made, and what to do.
 * @public
 */
export type MapEditFault = Fault & { readonly edit: number; readonly whatToDo: string } & (
    | { readonly type: 'unknown-leg' }
    | { readonly type: 'unknown-field'; readonly sourceField: string; readonly destinationField: string }
    /** Two mappings have this pair of fields. */
    | { readonly type: 'ambiguous-field'; readonly sourceField: string; readonly destinationField: string }
    /** The pair is already mapped. */
    | { readonly type: 'duplicate-field'; readonly sourceField: string; readonly destinationField: string }
  );

/** The document of a mapping after the changes, applied in order; everything else remains unchanged. */
export function editMapping(document: JsonObject, edits: readonly MapEdit[]): Result<JsonObject, MapEditFault> {
  return edits.reduce<Result<JsonObject, MapEditFault>>(
    (result, edit, index) =>
      result.andThen((current) =>
        editOne(current, edit).mapErr((fault): MapEditFault => ({ ...fault, ...wordsOf(fault), edit: index })),
      ),
    ok(document),
  );
}

/** A fault without the edit that it belongs to. */
type Refusal =
  | { readonly type: 'unknown-leg' }
  | ({ readonly type: 'unknown-field' | 'ambiguous-field' | 'duplicate-field' } & Pair);

interface Pair {
  readonly sourceField: string;
  readonly destinationField: string;
}

function wordsOf(refusal: Refusal): { readonly because: string; readonly whatToDo: string } {
  if (refusal.type === 'unknown-leg') {
    const whatToDo = 'Name an existing leg of the map; nearly all maps have only one, with the number 0.';
    return { because: 'the map has no such leg', whatToDo };
  }
  const pair = `${refusal.sourceField || 'a constant'} with ${refusal.destinationField}`;
  switch (refusal.type) {
    case 'unknown-field':
      return { because: `${pair} is not mapped`, whatToDo: 'Name both sides of a field that is mapped.' };
    case 'ambiguous-field':
      return { because: `${pair} is mapped twice`, whatToDo: 'Remove one of the two mappings manually first.' };
    case 'duplicate-field':
      return { because: `${pair} is already mapped`, whatToDo: 'Change the existing mapping.' };
  }
}

function editOne(document: JsonObject, edit: MapEdit): Result<JsonObject, Refusal> {
  const legs = asList(propertyOf(document, 'legs') ?? null) ?? [];
  const leg = asObject(legs[edit.leg ?? 0] ?? null);
  if (leg === undefined) return err({ type: 'unknown-leg' });
  return editLeg(leg, edit).map((edited) =>
    withProperty(
      document,
      'legs',
      legs.map((one, index) => (index === (edit.leg ?? 0) ? edited : one)),
    ),
  );
}

function editLeg(leg: JsonObject, edit: MapEdit): Result<JsonObject, Refusal> {
  const fields = asList(propertyOf(leg, 'fieldMappings') ?? null) ?? [];
  switch (edit.type) {
    case 'set-filter': {
      const sourceSide = parseMapping({ legs: [leg] }, []).legs[0]?.sourceSide;
      return ok(withProperty(leg, edit.side === sourceSide ? 'sourceFilter' : 'reversedSourceFilter', edit.filter));
    }
    case 'add-field': {
      const { sourceField = '', destinationField } = edit.field;
      if (places(fields, { sourceField, destinationField }).length > 0) {
        return err({ type: 'duplicate-field', sourceField, destinationField });
      }
      const added = fieldWith({ isSystemGenerated: false }, { ...edit.field, sourceField });
      return ok(withProperty(leg, 'fieldMappings', [...fields, added]));
    }
    case 'remove-field':
      return placeOf(fields, edit).map((place) =>
        withProperty(
          leg,
          'fieldMappings',
          fields.filter((_, index) => index !== place),
        ),
      );
    case 'change-field':
      return placeOf(fields, edit).andThen((place) => {
        const { sourceField = edit.sourceField, destinationField = edit.destinationField } = edit.to;
        const taken = places(fields, { sourceField, destinationField }).some((other) => other !== place);
        if (taken) return err<JsonObject, Refusal>({ type: 'duplicate-field', sourceField, destinationField });
        const changed = fields.map((field, index) =>
          index === place ? fieldWith(asObject(field) ?? {}, edit.to) : field,
        );
        return ok(withProperty(leg, 'fieldMappings', changed));
      });
  }
}

function placeOf(fields: readonly JsonValue[], { sourceField, destinationField }: Pair): Result<number, Refusal> {
  const [place, second] = places(fields, { sourceField, destinationField });
  if (place === undefined) return err({ type: 'unknown-field', sourceField, destinationField });
  return second === undefined ? ok(place) : err({ type: 'ambiguous-field', sourceField, destinationField });
}

function places(fields: readonly JsonValue[], { sourceField, destinationField }: Pair): readonly number[] {
  return fields.flatMap((entry, index) => {
    const field = asObject(entry);
    if (field === undefined) return [];
    const isSame = (name: string, wanted: string) =>
      nameKey(asText(propertyOf(field, name) ?? '') ?? '') === nameKey(wanted);
    return isSame('sourceField', sourceField) && isSame('destinationField', destinationField) ? [index] : [];
  });
}

const numbers: Readonly<Record<NewField['direction'], number>> = {
  'source-to-destination': 1,
  'destination-to-source': 2,
  both: 3,
};

function fieldWith(field: JsonObject, to: Partial<NewField>): JsonObject {
  const { direction, sourceField, destinationField, lookupTable, transforms } = to;
  // A direction that was a text remains a text.
  const isText = typeof propertyOf(field, 'syncDirection') === 'string';
  const number = direction === undefined ? undefined : numbers[direction];
  const changes: readonly (readonly [string, JsonValue | undefined])[] = [
    ['syncDirection', isText && number !== undefined ? String(number) : number],
    ['sourceField', sourceField],
    ['destinationField', destinationField],
    ['destinationLookupFieldRelatedEntity', 'lookupTable' in to ? (lookupTable ?? null) : undefined],
    ['valueTransforms', transforms?.map(transformDocument)],
  ];
  return changes.reduce<JsonObject>(
    (changed, [name, value]) => (value === undefined ? changed : withProperty(changed, name, value)),
    field,
  );
}

function transformDocument(transform: NewTransform): JsonObject {
  const common = { defaultValue: transform.defaultValue ?? null, createValuesOnDestination: false };
  if (transform.type === 'default') return { transformType: 'Default', ...common };
  const values = Object.fromEntries(transform.values.map(({ from, to }) => [from, to]));
  return { transformType: 'ValueMap', valueMap: values, ...common };
}

function keyOf(holder: JsonObject, name: string): string | undefined {
  if (Object.hasOwn(holder, name)) return name;
  return Object.keys(holder).find((key) => key.toLowerCase() === name.toLowerCase());
}

function propertyOf(holder: JsonObject, name: string): JsonValue | undefined {
  const key = keyOf(holder, name);
  return key === undefined ? undefined : holder[key];
}

/** The object with a new value for a property, at the same place and with the same spelling if it exists. */
function withProperty(holder: JsonObject, name: string, value: JsonValue): JsonObject {
  const present = keyOf(holder, name);
  const entries = Object.entries(holder).map(([key, old]): [string, JsonValue] => [key, key === present ? value : old]);
  return Object.fromEntries(present === undefined ? [...entries, [name, value]] : entries);
}
