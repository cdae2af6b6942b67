import { err, ok, type Result } from 'neverthrow';
import { instantOfBound, isCalendarInstant } from '../facts/instant.js';
import { parseVersion } from '../facts/version-number.js';

// How options read their values. What was expected is a whole sentence: it follows what is wrong.

/** Names separated by commas. */
export function parseNames(text: string): Result<readonly string[], string> {
  const names = text.split(',').map((name) => name.trim());
  return names.includes('') ? err('expected names separated by commas.') : ok(names);
}

/** A time with a time zone. */
export function parseMoment(text: string): Result<Date, string> {
  const instant = instantOfBound(text);
  return isCalendarInstant(instant)
    ? ok(new Date(instant))
    : err('expected a time with a time zone, such as 2026-11-20T10:00:00Z.');
}

/** A day or a time, as it was typed. */
export function parseBound(text: string): Result<string, string> {
  return Number.isNaN(instantOfBound(text))
    ? err('expected a date, or a date and time with a time zone, such as 2026-01-14T10:00Z.')
    : ok(text);
}

/** Minutes, in milliseconds. */
export function parseMinutes(text: string): Result<number, string> {
  const minutes = text.trim() === '' ? Number.NaN : Number(text);
  return minutes >= 0 && Number.isFinite(minutes) ? ok(minutes * 60_000) : err('expected minutes, 0 or more.');
}

/** A version of two to four numbers, as it was typed. */
export function parseVersionText(text: string): Result<string, string> {
  return parseVersion(text) === undefined
    ? err('expected a version of two to four numbers, such as 1.0.0.5.')
    : ok(text.trim());
}
