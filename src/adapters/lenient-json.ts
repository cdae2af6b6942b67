/*
 * JSON inside columns and captures, as it occurs in practice: encoded twice, keys in any letter case, the last brace missing.
 */

/** The value of a text; `isRepaired` if only its last brace was missing. `undefined` if it is not JSON. */
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

/** The property as text: `undefined` if it is absent, blank or not text. */
export function textOf(holder: unknown, name: string): string | undefined {
  const value = propertyOf(holder, name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The property as a list; empty if it is not a list. */
export function listOf(holder: unknown, name: string): readonly unknown[] {
  const value = propertyOf(holder, name);
  return Array.isArray(value) ? value : [];
}

/** `1.0.0.5` of an object with major, minor, build and revision; negative parts mean that there is none. */
export function versionOf(parts: unknown): string | undefined {
  // First the spelling of the tables, which is the most common one: looking for other spellings takes longer.
  const numbers = ['Major', 'Minor', 'Build', 'Revision'].map((name) => Number(propertyOf(parts, name) ?? -1));
  const end = numbers.findIndex((number) => !Number.isInteger(number) || number < 0);
  const present = end < 0 ? numbers : numbers.slice(0, end);
  return present.length < 2 ? undefined : present.join('.');
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
