import { visibleJson } from '../reporters/escape.js';

/** A list that knows its items as JSON: nobody has to make them only to write them. */
interface PackedList extends Iterable<unknown> {
  /** Some items at a time. */
  readonly jsonOfItems: (separator: string) => Iterable<string>;
}

/**
 * An object as JSON, in pieces: lists that are iterable but not arrays are written while they are made, some items at a time. The
 * text may be longer than a string can be. Its indentation is that of `toJson`, but an item of a list has one line: to write a
 * million of them takes half the time and space.
 *
 * @param value - properties are read in their order, each when those before it are written
 */
export function* jsonInPieces(value: object): Generator<string, void, undefined> {
  let text = '';
  for (const piece of objectPieces(value, 0)) {
    text += piece;
    if (text.length < shortest) continue;
    yield visibleJson(text);
    text = '';
  }
  yield `${visibleJson(text)}\n`;
}

/** Many short pieces would take long to write; for each of more than 128 kB, the engine takes new memory. */
const shortest = 32_768;

function* objectPieces(value: object, depth: number): Generator<string, void, undefined> {
  let separator = '{';
  for (const name of Object.keys(value)) {
    // Safe: it is one of its names.
    const property: unknown = value[name as keyof typeof value];
    if (property === undefined) continue;
    yield `${separator}${lineAt(depth + 1)}${JSON.stringify(name)}: `;
    if (isList(property)) yield* listPieces(property, depth + 1);
    else yield jsonAt(property, depth + 1);
    separator = ',';
  }
  yield separator === '{' ? '{}' : `${lineAt(depth)}}`;
}

function* listPieces(list: Iterable<unknown>, depth: number): Generator<string, void, undefined> {
  let separator = '[';
  for (const items of isPacked(list) ? packedItems(list, depth + 1) : itemsOf(list, depth + 1)) {
    yield separator + lineAt(depth + 1);
    yield* items;
    separator = ',';
  }
  yield separator === '[' ? '[]' : `${lineAt(depth)}]`;
}

function* packedItems(list: PackedList, depth: number): Generator<Iterable<string>, void, undefined> {
  for (const text of list.jsonOfItems(`,${lineAt(depth)}`)) yield [text];
}

/** The items of a list are alike: all hold lists that are made meanwhile, or none does. */
function* itemsOf(list: Iterable<unknown>, depth: number): Generator<Iterable<string>, void, undefined> {
  let texts: string[] = [];
  for (const item of list) {
    if (texts.length === 0 && isMadeInPieces(item)) {
      yield objectPieces(item, depth);
      continue;
    }
    texts.push(JSON.stringify(item) ?? 'null');
    if (texts.length < mostAtOnce) continue;
    yield [texts.join(`,${lineAt(depth)}`)];
    texts = [];
  }
  if (texts.length > 0) yield [texts.join(`,${lineAt(depth)}`)];
}

const mostAtOnce = 200;

function jsonAt(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', lineAt(depth));
}

function lineAt(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}

function isList(value: unknown): value is Iterable<unknown> {
  return isObject(value) && Symbol.iterator in value;
}

function isPacked(list: Iterable<unknown>): list is PackedList {
  return 'jsonOfItems' in list;
}

function isMadeInPieces(item: unknown): item is object {
  return isObject(item) && Object.keys(item).some((name) => isList(item[name]) && !Array.isArray(item[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
