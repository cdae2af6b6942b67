import type { Missing } from '../../engine/outcome.js';
import type { Health } from '../../govern/health.js';
import type { Origin } from '../../rules/rule.js';
import type { Standing } from './standing.js';

/** What a person reads for the words of the report. */

export const healthInWords: Readonly<Record<Health, string>> = {
  healthy: 'Healthy',
  unhealthy: 'Unhealthy',
  unknown: 'Unknown',
};

export const standingInWords: Readonly<Record<Standing, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  inconclusive: 'Inconclusive',
  blocked: 'Blocked',
  errored: 'Broke off',
  accepted: 'Accepted',
  passed: 'Passed',
  'not-applicable': 'Not applicable',
  skipped: 'Skipped',
};

/** `1 error`, `3 errors`, `3 inconclusive` */
export function standingCounted(standing: Standing, count: number): string {
  return standing === 'error' || standing === 'warning'
    ? counted(count, standing)
    : `${figure(count)} ${standingInWords[standing].toLowerCase()}`;
}

export const standingExplained: Readonly<Record<Standing, string>> = {
  error: 'A problem is proven that stops synchronization or setup.',
  warning: 'A problem is proven that is a risk.',
  inconclusive: 'Something that has to be known for an answer is not known.',
  blocked: 'The check waits until a prerequisite is fixed.',
  errored: 'The check itself broke off with a fault of its own, so it says nothing (status “errored”).',
  accepted: 'Somebody accepts for a while what was found, or that it cannot be told.',
  passed: 'All that was needed is known, and it is fine.',
  'not-applicable': 'There is nothing in this environment to look at.',
  skipped: 'The check was not asked for, or is about something that nobody provided.',
};

export const originInWords: Readonly<Record<Origin, string>> = {
  documented: 'documented by Microsoft',
  'documented-check': 'documented requirement',
  draft: 'from a withdrawn page of Microsoft',
  library: 'added by this tool',
  custom: 'custom check',
};

export const reasonInWords: Readonly<Record<Missing['reason'], string>> = {
  'not-provided': 'Not provided: nobody supplied it.',
  'not-connected': 'Not connected: nothing that knows it was asked.',
  'not-permitted': 'Not permitted: whoever read it may not see it.',
  'not-found': 'Not found: the service has no such thing.',
  'timed-out': 'Timed out: the service did not answer in time.',
  aborted: 'Aborted: the check was stopped before it was read.',
  throttled: 'Throttled: the service turned the requests away because there were too many.',
  malformed: 'Malformed: the answer does not have the expected shape.',
  failed: 'Failed: reading it went wrong.',
  partial: 'Partial: only a part of it was seen, which proves nothing about the rest.',
};

export const skippedInWords = {
  'turned-off': 'Turned off.',
  'not-selected': 'Not selected for this run.',
  'not-provided': 'About something that no service answers and nobody provided.',
} as const;

const months = 'January February March April May June July August September October November December'.split(' ');

/** `20 November 2026, 10:00 UTC`; what is no ISO date stays as it is. Without a locale: the same on every machine. */
export function dateInWords(iso: string): string {
  const [, year, month, day, , time, zone] =
    /^(\d{4})-(\d\d)-(\d\d)(T(\d\d:\d\d)[\d:.]*(Z|[+-]\d\d:\d\d))?$/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  if (name === undefined) return iso;
  const date = `${Number(day)} ${name} ${year}`;
  return time === undefined ? date : `${date}, ${time} UTC${zone === 'Z' ? '' : zone}`;
}

/** `10,000` */
export function figure(number: number): string {
  return number.toLocaleString('en-US');
}

/** `1 check`, `3 checks` */
export function counted(number: number, noun: string): string {
  return `${figure(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c` */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
