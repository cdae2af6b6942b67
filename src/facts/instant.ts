/**
 * The instant in a text: ISO 8601 with seconds and a time zone, as in `2026-01-14T10:00:00Z` or `…+01:00`.
 *
 * @returns milliseconds since 1970, fractions of one cut off; `NaN` for any other text
 */
export function instantOf(text: string): number {
  if (!isoMoment.test(text) || !isDay(text.slice(0, 10))) return Number.NaN;
  // Not all engines read ten digits of a fraction and more.
  return Date.parse(text.length > 29 ? text.replace(/(\.\d{3})\d+/, '$1') : text);
}

const isoMoment =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Engines interpret February 30 differently. */
function isDay(date: string): boolean {
  const day = date.slice(8);
  return day < '29' || new Date(date).getUTCDate() === Number(day);
}

/**
 * The instant of a bound: like {@link instantOf}, also without seconds (`2026-01-14T10:00Z`), or only a day
 * (`2026-01-14`), which means midnight in UTC.
 */
export function instantOfBound(bound: string | Date): number {
  if (typeof bound !== 'string') return bound.getTime();
  if (bound.length === 10) return instantOf(`${bound}T00:00:00Z`);
  return instantOf(/^.{13}:\d\d(?!:)/.test(bound) ? `${bound.slice(0, 16)}:00${bound.slice(16)}` : bound);
}

/** An instant in milliseconds as ISO 8601 in UTC. */
export function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

/** {@link isoOf}, or `null` if there is no instant. */
export function isoOrNull(instant: number): string | null {
  return Number.isFinite(instant) ? isoOf(instant) : null;
}
