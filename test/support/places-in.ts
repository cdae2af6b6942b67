/** A place in plain data where something can be put, or taken away. */
export interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Every property and every item of a value, however deep. */
export function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
