/**
 * The instant in a text: ISO 8601 with seconds and a time zone, as in `2026-01-14T10:00:00Z` or `…+01:00`.
 *
 * @returns milliseconds since 1970, fractions of one cut off; `NaN` for any other text
 */
export function instantOf(text: string): number {
  // Character by character: a regular expression takes twice as long, and tables have a time in each row.
  const year = 100 * two(text, 0) + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  const isValid =
    text[4] === '-' &&
    text[7] === '-' &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':' &&
    year < notDigits &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    (day <= 28 || day <= daysOf(year, month)) &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  if (!isValid) return Number.NaN;
  const minutes = 1_440 * daysUntil(year, month, day) + 60 * hour + minute;
  return 60_000 * minutes + 1_000 * second + afterSeconds(text);
}

/** Two digits as a number; {@link notDigits} if they are not digits. Not `NaN`, with which engines calculate far more slowly. */
function two(text: string, place: number): number {
  const tens = text.charCodeAt(place) - digitZero;
  const ones = text.charCodeAt(place + 1) - digitZero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : notDigits;
}

const digitZero = 48;
/** More than any year. */
const notDigits = 10_000;

/** What follows the seconds, in milliseconds: their fraction less the offset of the time zone; `NaN` for anything else. */
function afterSeconds(text: string): number {
  if (text[text.length - 1] === 'Z') {
    if (text.length === 20) return 0;
    const [tens, ones] = [two(text, 20), two(text, 21)];
    if (text.length === 24 && text[19] === '.' && tens + ones < notDigits) return 10 * tens + (ones % 10);
  }
  const zone = /^(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
  const [, digits = '', sign, hours = 0, minutes = 0] = zone.exec(text.slice(19)) ?? ['', 'not a time'];
  const offset = 60_000 * (60 * Number(hours) + Number(minutes));
  return Number(digits.slice(0, 3).padEnd(3, '0')) + (sign === '+' ? -offset : offset);
}

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
  return 30 + ((month + Math.floor(month / 8)) % 2); // 31 and 30 take turns, and begin again in August
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

const firstInstant = /* @__PURE__ */ Date.parse('0000-01-01T00:00:00.000Z');
const lastInstant = /* @__PURE__ */ Date.parse('9999-12-31T23:59:59.999Z');
