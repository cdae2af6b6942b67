import { resumeMap } from '../remediation/resume-map.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeEach } from '../verdict.js';
import { mapsThatMayBe } from './map-activity.js';
import { judgePause, mergePauses, type PauseArgs, pauseInWords, pauseLimits } from './paused-map.js';

/** `DWFOEV9604`: a pause must not last a day or queue a gigabyte. @public */
export const mapPauseExceeded = defineCatalogueRule({
  code: 'DWFOEV9604',
  slug: 'map-pause-exceeded',
  title: 'Pause of a map has reached its limit',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A map has been paused for a day or longer, or has queued a gigabyte or more.',
  impact: 'Writing to the tables of the map is blocked, and changes that wait in the queue may be lost.',
  needs: ['mapActivity'],
  mayBePartial: ['mapActivity'],
  evaluate: ({ mapActivity }, { takenAt }) =>
    judgeEach(
      mapsThatMayBe(mapActivity, 'paused'),
      (activity) => judgePause(activity, takenAt, pauseLimits, undefined),
      { merge: (a, b) => mergePauses(a, b) },
    ),
  message: (args: PauseArgs, { id }) =>
    `the map ${id} has been paused${pauseInWords(args)}; the limits are one day and 1 GB`,
  remediation: { summary: 'Resume the map now; it does not resume automatically.', options: resumeMap },
  sources: [sources.pause],
});
