import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { activitySubject, hoursBetween, inHours, longer, mapsThatMayBe } from './map-activity.js';

type Args = { hours: number };

/** `DWFOEV9606`: a map should catch up within a day after it is resumed. @public */
export const mapResumingLong = defineCatalogueRule({
  code: 'DWFOEV9606',
  slug: 'map-resuming-long',
  title: 'Map does not finish resuming',
  origin: 'library',
  validation: 'Operations',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'A map has been resuming for 24 hours or more: it is still processing the changes that were queued while it was paused.',
  impact:
    'New changes go to the end of the queue, so the other side falls behind. If changes are added faster than they are processed, the map never returns to live synchronization.',
  needs: ['mapActivity'],
  mayBePartial: ['mapActivity'],
  options: { hours: { default: 24, description: 'after how many hours resuming takes too long' } },
  evaluate: ({ mapActivity }, { takenAt, options }) =>
    judgeEach(
      mapsThatMayBe(mapActivity, 'resuming'),
      (activity) => {
        const hours = hoursBetween(activity.since, takenAt);
        if (hours < options.hours) return undefined;
        if (activity.state === 'unknown') return missing('mapActivity', 'state');
        const args: Args = { hours: Math.floor(hours) };
        return Number.isNaN(hours) ? missing('mapActivity', 'since') : finding(activitySubject(activity), args);
      },
      { merge: (a, b) => longer(a, b) },
    ),
  message: ({ hours }: Args, { id }) => `the map ${id} has been resuming for ${inHours(hours)}`,
  remediation: {
    summary: 'Check whether the queue gets shorter; if it does not, skip to live synchronization and keep the queue.',
    options: [
      {
        title: 'Let the map catch up',
        steps: [
          'In finance and operations, open Data management > Dual-write, and open the map.',
          'On the Queued records tab, note the total queued record count, and look again after an hour.',
          'If the count falls, let the map continue. Postpone jobs that change many rows of its tables, such as imports, until it is running again.',
          'Once the map is running, open the Catch-up errors tab and retry what failed within one day.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.pause, links.alerts],
      },
      {
        title: 'Ask Microsoft Support',
        steps: [
          'If the count does not change at all, note the name of the map, the time at which it was resumed, and the two counts.',
          'Open a support request with them: while a map is resuming, it can be neither paused nor stopped.',
        ],
        performedBy: ['microsoft-support'],
        destroys: null,
        links: [links.enableMaps],
      },
      {
        title: 'Skip to live synchronization and keep the queue',
        steps: [
          'If the count grows, or falls too slowly, select the map on the Dual-write page and select Skip to live sync.',
          'Choose Preserve queued records to catch-up errors: without it the records are discarded.',
          'Open the Catch-up errors tab at once and retry all records; they are deleted after one day.',
          'Compare some of the changed rows on both sides, because a retried record may be older than what has been written since.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys:
          'The order of changes: queued records may be written after newer ones, and records that are not retried within one day are deleted.',
        links: [links.pause, links.alerts],
      },
    ],
  },
  sources: [sources.pause, sources.enableMaps],
});
