import type { Facts } from '../../facts/schemas.js';
import { catchUpErrorHours } from '../../maps/pause-limits.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { activitySubject, hoursBetween } from './map-activity.js';

/**
 * Of `count` old errors, `purged` have reached the end of the day; the next one does in `hoursLeft`, `null` where none remains.
 */
type Args = { count: number; purged: number; hoursLeft: number | null };

/** `DWFOEV9605`: catch-up errors should be retried before they are purged after one day. @public */
export const catchUpErrorsExpiring = defineCatalogueRule({
  code: 'DWFOEV9605',
  slug: 'catch-up-errors-expiring',
  title: 'Catch-up errors are about to be deleted',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'Rows that failed when a map caught up after a pause have waited for 18 hours or more; they are kept for one day.',
  impact: 'After that day, the rows are deleted, and their changes never reach the other side.',
  needs: ['mapActivity'],
  mayBePartial: ['mapActivity'],
  options: { hours: { default: 18, description: 'after how many hours a catch-up error counts as old' } },
  evaluate: ({ mapActivity }, { takenAt, options }) =>
    judgeEach(
      mapActivity,
      (activity) => {
        if (activity.catchUpErrors == null) return missing('mapActivity', 'catchUpErrors');
        const ages = agesOf(activity.catchUpErrors, takenAt);
        const old = ages.filter((age) => age >= options.hours);
        if (old.length > 0) {
          const left = old.filter((age) => age < catchUpErrorHours).map((age) => Math.floor(catchUpErrorHours - age));
          const args: Args = { count: old.length, purged: old.length - left.length, hoursLeft: smallest(left) };
          return finding(activitySubject(activity), args);
        }
        return ages.some(Number.isNaN) ? missing('mapActivity', 'catchUpErrors') : undefined;
      },
      // Two rows of one map hold the same errors, as far as they were seen.
      {
        merge: (a, b): Args => ({
          count: Math.max(a.count, b.count),
          purged: Math.max(a.purged, b.purged),
          hoursLeft: smallest([a, b].flatMap(({ hoursLeft }) => hoursLeft ?? [])),
        }),
      },
    ),
  message: ({ count, purged, hoursLeft }: Args, { id }) => {
    const gone = `${purged} ${purged === 1 ? 'is' : 'are'} older than one day and purged`;
    const next = `the next is purged ${hoursLeft === 0 ? 'within the hour' : `in about ${hoursLeft} h`}`;
    const then = [...(purged === 0 ? [] : [gone]), ...(hoursLeft === null ? [] : [next])].join(', ');
    return `${count} catch-up ${count === 1 ? 'error' : 'errors'} of the map ${id} ${count === 1 ? 'has' : 'have'} waited for a long time: ${then}`;
  },
  remediation: {
    summary: 'Fix the cause and retry the rows within one day; save the rows that cannot be fixed in time.',
    options: [
      {
        title: 'Retry the rows',
        steps: [
          'On the Dual-write page (Data management > Dual-write), open the map and select the tab Catch-up errors.',
          'Read the messages, and fix the problems they describe; `dual-write-health diagnose` explains the known ones.',
          'Select Retry selected or Retry All, and check that the retry status becomes Completed.',
          'For problems that cannot be fixed in time, note the rows, and save them again in the application after the fix: that sends them again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.alerts, links.pause],
      },
    ],
  },
  sources: [sources.alerts],
});

function smallest(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.min(...numbers);
}

function agesOf(
  errors: NonNullable<Facts['mapActivity'][number]['catchUpErrors']>,
  takenAt: string,
): readonly number[] {
  return errors.map(({ createdOn }) => hoursBetween(createdOn, takenAt));
}
