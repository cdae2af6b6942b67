import type { Issue } from '../fault.js';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue, jsonFaultOf, parseSoundJson } from './json.js';

/** An object whose properties are taken out one after the other; the others are its rest. */
interface OpenObject {
  /**
   * The property of that name in any letter case, the exact one first. A value that `read` does not understand remains in the
   * rest and is an issue; `null` counts as absent.
   */
  take<T>(name: string, expected: string, read: (value: JsonValue) => T | undefined): T | undefined;
  /** What was not taken, in its order. */
  rest(): JsonObject;
}

/** @param path - its place, for issues */
export function openObject(holder: JsonObject, path: string, issues: Issue[]): OpenObject {
  const keys = Object.keys(holder);
  const taken: string[] = [];
  return {
    take(name, expected, read) {
      const key = Object.hasOwn(holder, name) ? name : keys.find((candidate) => isSameName(candidate, name));
      const value = key === undefined ? undefined : holder[key];
      if (key === undefined || value === undefined) return undefined;
      const understood = value === null ? undefined : read(value);
      if (understood === undefined && value !== null) {
        issues.push({ path: path === '' ? name : `${path}.${name}`, message: `expected ${expected}` });
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
export function asList(value: JsonValue): readonly JsonValue[] | undefined {
  const decoded = decodedJson(value);
  return isJsonList(decoded) ? decoded : undefined;
}

/** An object, which may also be encoded as text. */
export function asObject(value: JsonValue): JsonObject | undefined {
  const decoded = decodedJson(value);
  return isJsonObject(decoded) ? decoded : undefined;
}

/** How often a value is decoded at most: the product encodes twice, by accident three times. */
const mostEncodings = 4;

function decodedJson(value: JsonValue): JsonValue {
  let decoded = value;
  for (let times = 0; times < mostEncodings && typeof decoded === 'string'; times += 1) {
    if (jsonFaultOf(decoded) !== undefined) break;
    decoded = parseSoundJson(decoded);
  }
  return decoded;
}
