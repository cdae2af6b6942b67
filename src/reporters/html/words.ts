import type { Missing } from '../../engine/outcome.js';
import type { Health } from '../../govern/health.js';
import type { Origin } from '../../rules/rule.js';
import type { Mark } from '../document.js';
import { counted, figure } from '../words.js';

/** What a person reads for the words of the report. */

export const healthInWords: Readonly<Record<Health, string>> = {
  healthy: 'Healthy',
  unhealthy: 'Unhealthy',
  unknown: 'Unknown',
};

export const standingInWords: Readonly<Record<Mark, string>> = {
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
export function standingCounted(standing: Mark, count: number): string {
  return standing === 'error' || standing === 'warning'
    ? counted(count, standing)
    : `${figure(count)} ${standingInWords[standing].toLowerCase()}`;
}

export const standingExplained: Readonly<Record<Mark, string>> = {
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
  'documented-check': 'requirement documented by Microsoft',
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
