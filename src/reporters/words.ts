import { instantOf } from '../facts/instant.js';

/*
 * Numbers, times and lists in words. Without a locale of the machine: the same everywhere.
 */

/** `10,000`. Not by `toLocaleString`, which first loads what it knows of languages: that takes longer than a small check. */
export function figure(number: number): string {
  return String(number).replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',');
}

/** `1 check`, `3 checks` */
export function counted(number: number, noun: string): string {
  return `${figure(number)} ${plural(number, noun)}`;
}

/** `1 check waits`, `3 checks wait` */
export function countedDo(number: number, noun: string, doesOne: string, doMany: string): string {
  return `${counted(number, noun)} ${number === 1 ? doesOne : doMany}`;
}

/** `12 more findings`; without a noun `12 more` */
export function moreOf(number: number, noun?: string): string {
  return `${figure(number)} more${noun === undefined ? '' : ` ${plural(number, noun)}`}`;
}

function plural(number: number, noun: string): string {
  if (number === 1) return noun;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** `a, b, c, and 3 more` */
export function firstOf<One>(
  all: readonly One[],
  inWords: (one: One) => string,
  { separator = ', ', most = 10 }: { readonly separator?: string; readonly most?: number } = {},
): string {
  const more = all.length > most ? [`and ${moreOf(all.length - most)}`] : [];
  return [...all.slice(0, most).map((one) => inWords(one)), ...more].join(separator);
}

/** The start of a text as the start of a sentence. */
export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** `a`, `a and b`, `a, b, and c` */
export function listed(parts: readonly string[]): string {
  if (parts.length < 3) return parts.join(' and ');
  return `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}

/** Whether it is a moment in ISO 8601, with a time zone. */
export function isMoment(iso: string): boolean {
  return !Number.isNaN(instantOf(iso));
}

/** `2026-11-20 10:00:00 UTC`; what is not a moment in ISO 8601 stays as it is. */
export function timeInText(iso: string): string {
  const instant = instantOf(iso);
  return Number.isNaN(instant) ? iso : `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** `November 20, 2026, 10:00 UTC`; what is no ISO date stays as it is. */
export function dateInWords(iso: string): string {
  const [, year, month, day, , time, zone] =
    /^(\d{4})-(\d\d)-(\d\d)(T(\d\d:\d\d)[\d:.]*(Z|[+-]\d\d:\d\d))?$/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  if (name === undefined) return iso;
  const date = `${name} ${Number(day)}, ${year}`;
  return time === undefined ? date : `${date}, ${time} UTC${zone === 'Z' ? '' : zone}`;
}
