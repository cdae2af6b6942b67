import { resumeMap } from '../remediation/resume-map.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeEach } from '../verdict.js';
import { mapsThatMayBe } from './map-activity.js';
import { judgePause, mergePauses, type PauseArgs, pauseInWords, pauseLimits } from './paused-map.js';

/** `DWFOEV9603`: a pause should end well before its limits. @public */
export const mapPausedLong = defineCatalogueRule({
  code: 'DWFOEV9603',
  slug: 'map-paused-long',
  title: 'Pause of a map is near its limit',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'A map has been paused for 20 hours or more, or has queued 80% of a gigabyte or more, and has not yet reached the limits of one day and one gigabyte, as far as is known.',
  impact: 'At the limit, writing to the tables of the map is blocked on the side that is available.',
  needs: ['mapActivity'],
  mayBePartial: ['mapActivity'],
  options: {
    hours: { default: 20, description: 'after how many hours a pause counts as long' },
    percent: { default: 80, description: 'from which percentage of the gigabyte the queue counts as large' },
  },
  evaluate: ({ mapActivity }, { takenAt, options }) =>
    judgeEach(
      mapsThatMayBe(mapActivity, 'paused'),
      (activity) => judgePause(activity, takenAt, { hours: options.hours, percent: options.percent }, pauseLimits),
      { merge: (a, b) => mergePauses(a, b) },
    ),
  message: (args: PauseArgs, { id }) =>
    `the map ${id} has been paused${pauseInWords(args)}; the limits are one day and 1 GB`,
  remediation: { summary: 'Resume the map before the limit is reached.', options: resumeMap },
  sources: [sources.pause],
});
