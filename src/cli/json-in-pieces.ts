import { visibleJson } from '../reporters/escape.js';

/**
 * An object as JSON, the same text as {@link toJson} makes, in pieces: lists that are iterable but not arrays are written while
 * they are made, some items at a time. The text may be longer than a string can be.
 *
 * @param value - properties are read in their order, each when those before it are written
 */
export function* jsonInPieces(value: object): Generator<string, void, undefined> {
  let text = '';
  for (const piece of objectPieces(value, 0)) {
    text += piece;
    if (text.length < shortest) continue;
    yield text;
    text = '';
  }
  yield `${text}\n`;
}

/** Many short pieces would take long to write. */
const shortest = 262_144;

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

/** The items of a list are alike: all hold lists that are made meanwhile, or none does. */
function* listPieces(items: Iterable<unknown>, depth: number): Generator<string, void, undefined> {
  let separator = '[';
  let batch: unknown[] = [];
  for (const item of items) {
    if (batch.length === 0 && isMadeInPieces(item)) {
      yield `${separator}${lineAt(depth + 1)}`;
      yield* objectPieces(item, depth + 1);
      separator = ',';
      continue;
    }
    batch.push(item);
    if (batch.length < mostAtOnce) continue;
    yield separator + itemsAt(batch, depth);
    separator = ',';
    batch = [];
  }
  if (batch.length > 0) yield separator + itemsAt(batch, depth);
  yield batch.length === 0 && separator === '[' ? '[]' : `${lineAt(depth)}]`;
}

/** Many items at once take less time than one after the other. */
const mostAtOnce = 500;

/** The items as `JSON.stringify` writes them at that depth: those of lists that are around them. */
function itemsAt(items: readonly unknown[], depth: number): string {
  let list = items;
  for (let level = 0; level < depth; level += 1) list = [list];
  const text = visibleJson(JSON.stringify(list, null, 2));
  const start = depth * (depth + 1) + 2 * depth + 1;
  return text.slice(start, text.length - start - 1);
}

function jsonAt(value: unknown, depth: number): string {
  return visibleJson(JSON.stringify(value, null, 2)).replaceAll('\n', lineAt(depth));
}

function lineAt(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}

function isList(value: unknown): value is Iterable<unknown> {
  return isObject(value) && Symbol.iterator in value;
}

function isMadeInPieces(item: unknown): item is object {
  return isObject(item) && Object.keys(item).some((name) => isList(item[name]) && !Array.isArray(item[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
