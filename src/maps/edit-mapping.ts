import { err, ok, type Result } from 'neverthrow';
import { nameKey } from '../facts/keys.js';
import type { Fault } from '../fault.js';
import type { MappedValue, MapSide, SyncDirection } from './entity-map.js';
import type { JsonObject, JsonValue } from './json.js';
import { encodedTextIn, type JsonMember, type JsonNode, memberOf, nodeOfValue, valueOfNode } from './json-node.js';
import { asText } from './open-object.js';
import { parseEncoded } from './parse-json.js';
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
    /** A value map has two entries for this value. */
    | { readonly type: 'duplicate-value'; readonly value: string }
  );

/** The document of a mapping after the changes, applied in order; everything else remains as it is written. */
export function editMapping(document: JsonNode, edits: readonly MapEdit[]): Result<JsonNode, MapEditFault> {
  return edits.reduce<Result<JsonNode, MapEditFault>>(
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
  | { readonly type: 'duplicate-value'; readonly value: string }
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
  if (refusal.type === 'duplicate-value') {
    const because = `the value map has two entries for ${JSON.stringify(refusal.value)}`;
    return { because, whatToDo: 'Leave one of the two entries out.' };
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

function editOne(document: JsonNode, edit: MapEdit): Result<JsonNode, Refusal> {
  const legs = itemsOf(propertyOf(document, 'legs'));
  const place = edit.leg ?? 0;
  const leg = legs[place];
  if (leg === undefined || membersOf(leg) === undefined) return err({ type: 'unknown-leg' });
  return editLeg(leg, edit).map((edited) => withProperty(document, 'legs', listOf(legs.with(place, edited))));
}

function editLeg(leg: JsonNode, edit: MapEdit): Result<JsonNode, Refusal> {
  const fields = itemsOf(propertyOf(leg, 'fieldMappings'));
  const withFields = (changed: readonly JsonNode[]) => withProperty(leg, 'fieldMappings', listOf(changed));
  switch (edit.type) {
    case 'set-filter': {
      const name = edit.side === sourceSideOf(leg) ? 'sourceFilter' : 'reversedSourceFilter';
      return ok(withProperty(leg, name, nodeOfValue(edit.filter)));
    }
    case 'add-field': {
      const { sourceField = '', destinationField } = edit.field;
      if (places(fields, { sourceField, destinationField }).length > 0) {
        return err({ type: 'duplicate-field', sourceField, destinationField });
      }
      const start = nodeOfValue({ isSystemGenerated: false });
      return fieldWith(start, { ...edit.field, sourceField }).map((added) => withFields([...fields, added]));
    }
    case 'remove-field':
      return placeOf(fields, edit).map((place) => withFields(fields.toSpliced(place, 1)));
    case 'change-field':
      return placeOf(fields, edit).andThen((place) => {
        const { sourceField = edit.sourceField, destinationField = edit.destinationField } = edit.to;
        const taken = places(fields, { sourceField, destinationField }).some((other) => other !== place);
        if (taken) return err<JsonNode, Refusal>({ type: 'duplicate-field', sourceField, destinationField });
        return fieldWith(fields[place] ?? nodeOfValue({}), edit.to).map((changed) =>
          withFields(fields.with(place, changed)),
        );
      });
  }
}

function sourceSideOf(leg: JsonNode): MapSide | undefined {
  const place = { path: '', issues: [] };
  return parseMapping({ legs: [valueOfNode(leg, '', [])] }, place).legs[0]?.sourceSide;
}

function placeOf(fields: readonly JsonNode[], { sourceField, destinationField }: Pair): Result<number, Refusal> {
  const [place, second] = places(fields, { sourceField, destinationField });
  if (place === undefined) return err({ type: 'unknown-field', sourceField, destinationField });
  return second === undefined ? ok(place) : err({ type: 'ambiguous-field', sourceField, destinationField });
}

function places(fields: readonly JsonNode[], { sourceField, destinationField }: Pair): readonly number[] {
  const [source, destination] = [nameKey(sourceField), nameKey(destinationField)];
  return fields.flatMap((field, index) => {
    const isSame = keyIn(field, 'sourceField') === source && keyIn(field, 'destinationField') === destination;
    return isSame && membersOf(field) !== undefined ? [index] : [];
  });
}

function keyIn(field: JsonNode, name: string): string {
  const value = propertyOf(field, name);
  const text = value === undefined ? undefined : asText(valueOfNode(value, '', []));
  return nameKey(text ?? '');
}

const numbers: Readonly<Record<NewField['direction'], number>> = {
  'source-to-destination': 1,
  'destination-to-source': 2,
  both: 3,
};

function fieldWith(field: JsonNode, to: Partial<NewField>): Result<JsonNode, Refusal> {
  const { direction, sourceField, destinationField, lookupTable, transforms } = to;
  const twice = transforms?.map(valueTwiceIn).find((value) => value !== undefined);
  if (twice !== undefined) return err({ type: 'duplicate-value', value: twice });
  // A direction that was a text remains a text.
  const present = propertyOf(field, 'syncDirection');
  const isText = present !== undefined && encodedTextIn(present) !== undefined;
  const number = direction === undefined ? undefined : numbers[direction];
  const changes: readonly (readonly [string, JsonValue | undefined])[] = [
    ['syncDirection', isText && number !== undefined ? String(number) : number],
    ['sourceField', sourceField],
    ['destinationField', destinationField],
    ['destinationLookupFieldRelatedEntity', 'lookupTable' in to ? (lookupTable ?? null) : undefined],
    ['valueTransforms', transforms?.map(transformDocument)],
  ];
  return ok(
    changes.reduce<JsonNode>(
      (changed, [name, value]) => (value === undefined ? changed : withProperty(changed, name, nodeOfValue(value))),
      field,
    ),
  );
}

function valueTwiceIn(transform: NewTransform): string | undefined {
  const seen = new Set<string>();
  const values = transform.type === 'value-map' ? transform.values : [];
  return values.find(({ from }) => seen.size === seen.add(from).size)?.from;
}

function transformDocument(transform: NewTransform): JsonObject {
  const common = { defaultValue: transform.defaultValue ?? null, createValuesOnDestination: false };
  if (transform.type === 'default') return { transformType: 'Default', ...common };
  const values = Object.fromEntries(transform.values.map(({ from, to }) => [from, to]));
  return { transformType: 'ValueMap', valueMap: values, ...common };
}

/** A list or an object, which may be encoded as text. */
function decoded(node: JsonNode | undefined): JsonNode | undefined {
  const text = node && encodedTextIn(node);
  return text === undefined ? node : parseEncoded(text);
}

function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  const list = decoded(node);
  return list?.type === 'list' ? list.items : [];
}

function membersOf(node: JsonNode): readonly JsonMember[] | undefined {
  const object = decoded(node);
  return object?.type === 'object' ? object.members : undefined;
}

function listOf(items: readonly JsonNode[]): JsonNode {
  return { type: 'list', items };
}

/** Which of the members of a name is read: the last one of the exact spelling, otherwise of the first spelling that is there. */
function indexOf(members: readonly JsonMember[], name: string): number {
  const isThat = ({ key }: JsonMember) => key.toLowerCase() === name.toLowerCase();
  const spelling = members.some(({ key }) => key === name) ? name : members.find(isThat)?.key;
  return members.findLastIndex(({ key }) => key === spelling);
}

function propertyOf(holder: JsonNode, name: string): JsonNode | undefined {
  const members = membersOf(holder) ?? [];
  return members[indexOf(members, name)]?.value;
}

/** The object with a new value for a property, at the same place and with the same spelling if it exists. */
function withProperty(holder: JsonNode, name: string, value: JsonNode): JsonNode {
  const members = membersOf(holder) ?? [];
  const index = indexOf(members, name);
  const present = members[index];
  if (present === undefined) return { type: 'object', members: [...members, memberOf(name, value)] };
  return { type: 'object', members: members.with(index, { ...present, value }) };
}
