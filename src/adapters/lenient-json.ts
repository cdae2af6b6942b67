/*
 * JSON inside columns and captures, as it is found in the field: encoded twice, keys in any case, a last brace lost.
 */

/** What a text holds; `isRepaired` when it was whole but for its last brace. `undefined` when it is no JSON. */
export function parseLenient(
  text: string | null | undefined,
): { readonly value: unknown; readonly isRepaired: boolean } | undefined {
  const found = parse(text ?? '') ?? parse(`${text ?? ''}}`, true);
  if (found === undefined || typeof found.value !== 'string') return found;
  return parseLenient(found.value);
}

function parse(
  text: string,
  isRepaired = false,
): { readonly value: unknown; readonly isRepaired: boolean } | undefined {
  try {
    return { value: JSON.parse(text), isRepaired };
  } catch {
    return undefined;
  }
}

/** The property of that name, in any letter case; the exact one wins. */
export function propertyOf(holder: unknown, name: string): unknown {
  if (!isRecord(holder)) return undefined;
  if (Object.hasOwn(holder, name)) return holder[name];
  const key = Object.keys(holder).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : holder[key];
}

/** The property as text: `undefined` when it is absent, blank or no text. */
export function textOf(holder: unknown, name: string): string | undefined {
  const value = propertyOf(holder, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The property as a list; empty when it is none. */
export function listOf(holder: unknown, name: string): readonly unknown[] {
  const value = propertyOf(holder, name);
  return Array.isArray(value) ? value : [];
}

/** `1.0.0.5` of an object with major, minor, build and revision; parts that are negative say that there is none. */
export function versionOf(parts: unknown): string | undefined {
  // Spelt as in the tables, which have most of them: looking for another spelling takes longer.
  const numbers = ['Major', 'Minor', 'Build', 'Revision'].map((name) => Number(propertyOf(parts, name) ?? -1));
  const end = numbers.findIndex((number) => !Number.isInteger(number) || number < 0);
  const present = end < 0 ? numbers : numbers.slice(0, end);
  return present.length < 2 ? undefined : present.join('.');
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
