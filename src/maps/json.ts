import { fromThrowable } from 'neverthrow';
import type { Fault, Issue } from '../fault.js';

/**
 * Any JSON value.
 * @public
 */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/**
 * A JSON object. It may hold keys such as `__proto__`, as properties of its own.
 * @public
 */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/**
 * Where a text stops being JSON.
 * @public
 */
export interface JsonFault extends Fault<'invalid-json'> {
  /** How many characters precede the place. The length of the text if its end is missing. */
  readonly position: number;
}

/**
 * Unexpected content of JSON, with its place. `double-key`: a property is there more than once, and only its last value was
 * read.
 * @public
 */
export interface JsonIssue extends Issue {
  readonly type?: 'double-key' | undefined;
}

/** Deeper than any map, but not so deep that code that walks a value runs out of stack. */
export const deepestNesting = 100;

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/**
 * A value built in code, as JSON: an undefined property is left out, a date is its text.
 *
 * @returns `undefined` if it is not JSON, nested too deeply, contains itself, or cannot be read
 */
export function jsonOf(value: unknown): JsonValue | undefined {
  // Getters and proxies may throw.
  return fromThrowable(copyOf)(value, 0).unwrapOr(undefined);
}

function copyOf(value: unknown, depth: number): JsonValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || depth >= deepestNesting) return undefined;
  if (Array.isArray(value)) {
    const items: JsonValue[] = [];
    for (const item of value) {
      const copy = copyOf(item, depth + 1);
      if (copy === undefined) return undefined;
      items.push(copy);
    }
    return items;
  }
  const kind = Object.prototype.toString.call(value);
  if (kind === '[object Date]') return Reflect.apply(Date.prototype.toISOString, value, []);
  // Of any other object, such as a Map, its own properties are not its content.
  if (kind !== '[object Object]') return undefined;
  const entries: [string, JsonValue][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const copy = copyOf(item, depth + 1);
    if (copy === undefined) return undefined;
    entries.push([key, copy]);
  }
  return Object.fromEntries(entries);
}
