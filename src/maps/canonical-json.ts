import { groupsBy } from '../facts/groups-by.js';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from './json.js';

/**
 * A text that is equal for two values exactly when they mean the same, regardless of the order and letter case of their keys,
 * whether a property is null or absent, and whether a number is written as a text. In a value map, whose keys are values,
 * letter case and null count.
 */
export function canonicalJson(value: JsonValue | undefined): string {
  return canonicalValue(value ?? null, false);
}

function canonicalValue(value: JsonValue, isValueMap: boolean): string {
  if (value === null) return 'null';
  if (isJsonList(value)) return `[${value.map((item) => canonicalValue(item, isValueMap)).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(String(value));
  const entries = Object.entries(value).filter(([, item]) => isValueMap || item !== null);
  const spellings = groupsBy(entries, ([key]) => key.toLowerCase());
  return `{${entries
    .map(([key, item]) => {
      const folded = key.toLowerCase();
      // Of two spellings, which one has which value matters.
      const isExact = isValueMap || spellings.get(folded)?.length !== 1;
      return `${JSON.stringify(isExact ? key : folded)}:${canonicalValue(item, isValueMap || folded === 'valuemap')}`;
    })
    .sort()
    .join()}}`;
}

/** Properties by their name without letter case. Nulls are left out; several spellings of one name are an object. */
export function propertiesOf(
  holder: JsonObject,
): ReadonlyMap<string, { readonly name: string; readonly value: JsonValue }> {
  const properties = new Map<string, { readonly name: string; readonly value: JsonValue }>();
  const given = Object.entries(holder).filter(([, value]) => value !== null);
  for (const [key, spellings] of groupsBy(given, ([name]) => name.toLowerCase())) {
    const [[name, value]] = spellings;
    properties.set(key, { name, value: spellings.length === 1 ? value : Object.fromEntries(spellings) });
  }
  return properties;
}

/** The property in any letter case; see {@link propertiesOf}. */
export function propertyIn(holder: JsonObject, name: string): JsonValue | undefined {
  return propertiesOf(holder).get(name.toLowerCase())?.value;
}
