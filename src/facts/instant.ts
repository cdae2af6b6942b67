/**
 * The instant in a text: ISO 8601 with seconds and a time zone, as in `2026-01-14T10:00:00Z` or `…+01:00`.
 *
 * @returns milliseconds since 1970, fractions of one cut off; `NaN` for any other text
 */
export function instantOf(text: string): number {
  // Character by character: a regular expression takes twice as long, and tables have a time in each row.
  const century = two(text, 0);
  const yearOfCentury = two(text, 2);
  const year = 100 * century + yearOfCentury;
  const month = two(text, 5);
  const day = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  const isValid =
    hasSeparators(text) &&
    century < notDigits &&
    yearOfCentury < notDigits &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    (day <= 28 || day <= daysOf(year, month)) &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  if (!isValid) return Number.NaN;
  const zone = text.charCodeAt(text.length - 1) === letterZ ? text.length - 1 : text.length - 6;
  const minutes = 1_440 * daysUntil(year, month, day) + 60 * hour + minute - offsetAt(text, zone);
  return 60_000 * minutes + 1_000 * second + millisecondsUntil(text, zone);
}

/** Two digits as a number; {@link notDigits} if they are not digits. Not `NaN`, with which engines calculate far more slowly. */
function two(text: string, place: number): number {
  const tens = text.charCodeAt(place) - digitZero;
  const ones = text.charCodeAt(place + 1) - digitZero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : notDigits;
}

/** More than two digits can be. */
const notDigits = 100;

function hasSeparators(text: string): boolean {
  return (
    text.charCodeAt(4) === dash &&
    text.charCodeAt(7) === dash &&
    text.charCodeAt(10) === letterT &&
    text.charCodeAt(13) === colon &&
    text.charCodeAt(16) === colon
  );
}

/** The fraction of a second before a time zone, in milliseconds; `NaN` for anything else. */
function millisecondsUntil(text: string, zone: number): number {
  if (zone === 19) return 0;
  if (text.charCodeAt(19) !== dot) return Number.NaN;
  const last = text.charCodeAt(22) - digitZero;
  if (zone === 23) return two(text, 20) < notDigits && last >= 0 && last <= 9 ? 10 * two(text, 20) + last : Number.NaN;
  const digits = text.slice(20, zone);
  return /^\d+$/.test(digits) ? Number(digits.slice(0, 3).padEnd(3, '0')) : Number.NaN;
}

/** A time zone in minutes ahead of UTC; `NaN` for anything else. */
function offsetAt(text: string, zone: number): number {
  if (zone === text.length - 1) return 0;
  const sign = text.charCodeAt(zone);
  const hours = two(text, zone + 1);
  const minutes = two(text, zone + 4);
  const isValid = (sign === plus || sign === dash) && text.charCodeAt(zone + 3) === colon && hours < 24 && minutes < 60;
  if (!isValid) return Number.NaN;
  return sign === plus ? 60 * hours + minutes : -60 * hours - minutes;
}

const plus = 43;
const dash = 45;
const dot = 46;
const digitZero = 48;
const colon = 58;
const letterT = 84;
const letterZ = 90;

/** Days since 1970. `Date.UTC` takes several times as long, and reads years below 100 as those of the last century. */
function daysUntil(year: number, month: number, day: number): number {
  // Years that begin in March end with the leap day.
  const marchYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const daysOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * marchYear + leapDays + daysOfYear - 719_468;
}

/** How many days a month has. */
function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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

/** Whether it is an instant, and in the years 0 to 9999 in UTC: only those are written with four digits. */
export function isCalendarInstant(instant: number): boolean {
  return instant >= firstInstant && instant <= lastInstant;
}

const firstInstant = Date.parse('0000-01-01T00:00:00.000Z');
const lastInstant = Date.parse('9999-12-31T23:59:59.999Z');
