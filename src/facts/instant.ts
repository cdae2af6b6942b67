/**
 * The moment that a text names: ISO 8601 with seconds and a time zone, as in `2026-01-14T10:00:00Z` or `…+01:00`.
 * By hand, for a million rows: no expression, no `Date`, and 30 February is no day.
 *
 * @returns milliseconds since 1970, fractions of one cut off; `NaN` for any other text
 */
export function instantOf(text: string): number {
  if (text.length < 20 || text.charCodeAt(10) !== letterT) return Number.NaN;
  if (text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon) return Number.NaN;
  const day = dayOf(text);
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  if (!(hours < 24 && minutes < 60 && seconds < 60)) return Number.NaN;
  let at = 19;
  let milliseconds = 0;
  if (text.charCodeAt(at) === point) {
    const start = at + 1;
    let unit = 100;
    for (at = start; isDigit(text.charCodeAt(at)); at += 1) {
      milliseconds += unit >= 1 ? (text.charCodeAt(at) - zero) * unit : 0;
      unit /= 10;
    }
    if (at === start) return Number.NaN;
  }
  return (((day * 24 + hours) * 60 + minutes - offsetOf(text, at)) * 60 + seconds) * 1000 + milliseconds;
}

/**
 * {@link instantOf}, for rows that come more or less in the order of time: of one within the same hour as the row before, in UTC
 * and with milliseconds or without, only minutes and seconds are read.
 */
export function instantReader(): (text: string) => number {
  let hour = 'no hour yet';
  let start = Number.NaN;
  return (text) => {
    if (beginsWith(text, hour)) {
      const instant = withinHour(text);
      if (!Number.isNaN(instant)) return start + instant;
    }
    const instant = instantOf(text);
    if (!Number.isNaN(instant) && text.charCodeAt(text.length - 1) === letterZ) {
      hour = text.slice(0, 14);
      start = Math.floor(instant / hourLength) * hourLength;
    }
    return instant;
  };
}

const hourLength = 60 * 60 * 1000;

/** Faster than `startsWith` for a few characters, and from the end, where moments differ first. */
function beginsWith(text: string, beginning: string): boolean {
  for (let at = beginning.length - 1; at >= 0; at -= 1) {
    if (text.charCodeAt(at) !== beginning.charCodeAt(at)) return false;
  }
  return true;
}

/** Milliseconds since the hour began of a text that ends like `30:00Z` or `30:00.123Z`; `NaN` for any other. */
function withinHour(text: string): number {
  const { length } = text;
  if (length !== 20 && length !== 24) return Number.NaN;
  if (text.charCodeAt(16) !== colon || text.charCodeAt(length - 1) !== letterZ) return Number.NaN;
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  if (!(minutes < 60 && seconds < 60)) return Number.NaN;
  if (length === 20) return (minutes * 60 + seconds) * 1000;
  if (text.charCodeAt(19) !== point || !isDigit(text.charCodeAt(20))) return Number.NaN;
  return (minutes * 60 + seconds) * 1000 + (text.charCodeAt(20) - zero) * 100 + twoDigits(text, 21);
}

/**
 * The moment that a bound names: like {@link instantOf}, also without seconds (`2026-01-14T10:00Z`), or a day alone
 * (`2026-01-14`), which is its midnight in UTC.
 */
export function instantOfBound(bound: string | Date): number {
  if (typeof bound !== 'string') return bound.getTime();
  if (bound.length === 10) return dayOf(bound) * 24 * hourLength;
  return instantOf(/^.{13}:\d\d(?!:)/.test(bound) ? `${bound.slice(0, 16)}:00${bound.slice(16)}` : bound);
}

/** A moment in milliseconds as ISO 8601 in UTC. */
export function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

/** {@link isoOf}, or `null` where there is no moment. */
export function isoOrNull(instant: number): string | null {
  return Number.isFinite(instant) ? isoOf(instant) : null;
}

const zero = 48;
const point = 46;
const colon = 58;
const dash = 45;
const plus = 43;
const letterT = 84;
const letterZ = 90;

function isDigit(code: number): boolean {
  return code >= zero && code <= zero + 9;
}

/** A number from 0 to 99, or `NaN`. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - zero) * 10 + ones - zero : Number.NaN;
}

/** Days since 1970 of the date at the start of a text, or `NaN`. */
function dayOf(text: string): number {
  if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return Number.NaN;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year))) return Number.NaN;
  // Counted in years that begin in March, so that the leap day is the last one.
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - 719_468;
}

function daysIn(month: number, year: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Minutes ahead of UTC of the time zone that ends a text, or `NaN`. */
function offsetOf(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === letterZ) return text.length === at + 1 ? 0 : Number.NaN;
  if ((sign !== plus && sign !== dash) || text.length !== at + 6 || text.charCodeAt(at + 3) !== colon)
    return Number.NaN;
  const hours = twoDigits(text, at + 1);
  const minutes = twoDigits(text, at + 4);
  if (!(hours < 24 && minutes < 60)) return Number.NaN;
  return (sign === plus ? 1 : -1) * (hours * 60 + minutes);
}
