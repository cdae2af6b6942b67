import { isJsonList, isJsonObject, type JsonIssue, type JsonObject, type JsonValue } from './json.js';
import { valueOfNode } from './json-node.js';
import { parseEncoded } from './parse-json.js';

/** An object whose properties are taken out one after the other; the others are its rest. */
interface OpenObject {
  /**
   * The property of that name in any letter case, the exact one first. A value that `read` does not understand remains in the
   * rest and is an issue; `null` counts as absent.
   */
  take<T>(name: string, expected: string, read: (value: JsonValue, place: Place) => T | undefined): T | undefined;
  /** What was not taken, in its order. */
  rest(): JsonObject;
}

/** Where a value is, and the list of what is unexpected in it. */
export interface Place {
  readonly path: string;
  readonly issues: JsonIssue[];
}

/** The object at a place. */
export function openObject(holder: JsonObject, { path, issues }: Place): OpenObject {
  const keys = Object.keys(holder);
  const taken: string[] = [];
  return {
    take(name, expected, read) {
      const spellings = keys.filter((candidate) => isSameName(candidate, name));
      const key = spellings.includes(name) ? name : spellings[0];
      const value = key === undefined ? undefined : holder[key];
      if (key === undefined || value === undefined) return undefined;
      const place = { path: path === '' ? name : `${path}.${name}`, issues };
      if (spellings.length > 1) {
        issues.push({ path: place.path, message: `is there in several spellings: only ${key} is read` });
      }
      const understood = value === null ? undefined : read(value, place);
      if (understood === undefined && value !== null) {
        issues.push({ path: place.path, message: `expected ${expected}` });
      } else taken.push(key);
      return understood;
    },
    rest: () =>
      taken.length === keys.length
        ? {}
        : Object.fromEntries(keys.flatMap((key) => (taken.includes(key) ? [] : [[key, holder[key] ?? null]]))),
  };
}

function isSameName(a: string, b: string): boolean {
  return a.length === b.length && a.toLowerCase() === b.toLowerCase();
}

/** Text unchanged; numbers and flags as text. */
export function asText(value: JsonValue): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** `true`, `"True"`, and `1` as solution files have it. */
export function asFlag(value: JsonValue): boolean | undefined {
  const word = asText(value)?.trim().toLowerCase();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : undefined;
}

/** A list, which may also be encoded as text. */
export function asList(value: JsonValue, place: Place): readonly JsonValue[] | undefined {
  const decoded = decodedJson(value, place);
  return isJsonList(decoded) ? decoded : undefined;
}

/** An object, which may also be encoded as text. */
export function asObject(value: JsonValue, place: Place): JsonObject | undefined {
  const decoded = decodedJson(value, place);
  return isJsonObject(decoded) ? decoded : undefined;
}

function decodedJson(value: JsonValue, { path, issues }: Place): JsonValue {
  const node = typeof value === 'string' ? parseEncoded(value) : undefined;
  return node === undefined ? value : valueOfNode(node, path, issues);
}
