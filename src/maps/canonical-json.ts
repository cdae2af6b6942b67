import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from './json.js';

/**
 * A text that is equal for two values exactly when they mean the same, regardless of the order and letter case of their keys,
 * whether a property is null or absent, and whether a number is written as a text.
 */
export function canonicalJson(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return 'null';
  if (isJsonList(value)) return `[${value.map(canonicalJson).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(String(value));
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return `{${entries
    .map(([key, item]) => `${JSON.stringify(key.toLowerCase())}:${canonicalJson(item)}`)
    .sort()
    .join()}}`;
}

/** The property in any letter case, the exact one first. */
export function propertyIn(holder: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(holder, name)) return holder[name];
  const key = Object.keys(holder).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : holder[key];
}
