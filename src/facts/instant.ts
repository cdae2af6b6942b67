/**
 * The instant in a text: ISO 8601 with seconds and a time zone, as in `2026-01-14T10:00:00Z` or `…+01:00`.
 *
 * @returns milliseconds since 1970, fractions of one cut off; `NaN` for any other text
 */
export function instantOf(text: string): number {
  if (!isoMoment.test(text)) return Number.NaN;
  const [year, month, day] = [100 * two(text, 0) + two(text, 2), two(text, 5), two(text, 8)];
  if (day > 28 && day > daysOf(year, month)) return Number.NaN;
  const minutes = 1_440 * daysUntil(year, month, day) + 60 * two(text, 11) + two(text, 14);
  const seconds = 60_000 * minutes + 1_000 * two(text, 17);
  const end = text.endsWith('Z') ? text.length - 1 : text.length - 6;
  const milliseconds =
    end < 21
      ? 0
      : end > 22
        ? 10 * two(text, 20) + text.charCodeAt(22) - 48
        : Number(text.slice(20, end).padEnd(3, '0'));
  if (end === text.length - 1) return seconds + milliseconds;
  const offset = (60 * two(text, end + 1) + two(text, end + 4)) * 60_000;
  return seconds + milliseconds + (text.charAt(end) === '+' ? -offset : offset);
}

/** Two digits as a number. */
function two(text: string, place: number): number {
  return 10 * (text.charCodeAt(place) - 48) + text.charCodeAt(place + 1) - 48;
}

const isoMoment =
  /^\d\d\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

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
