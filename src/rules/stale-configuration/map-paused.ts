import { resumeMap } from '../remediation/resume-map.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { whyNotLinked } from './linked-companies.js';
import { mapSubject } from './map-subject.js';

/** `DWFOEV9309`: a pause is for maintenance and must end within its limits. @public */
export const mapPaused = defineCatalogueRule({
  code: 'DWFOEV9309',
  slug: 'map-paused',
  title: 'Map is paused',
  origin: 'documented-check',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'A map is paused: changes to its tables wait in a queue until somebody resumes it. Maps do not resume automatically.',
  impact:
    'The other side does not see the changes. After one day, or when the queue reaches 1 GB, saving rows of the tables is blocked until the map is resumed.',
  needs: ['link', 'entityMaps'],
  mayBePartial: ['entityMaps'],
  notApplicable: ({ link }) => whyNotLinked(link),
  evaluate: ({ entityMaps }) =>
    judgeEach(entityMaps, (map) => {
      if (map.state === 'unknown') return missing('entityMaps', 'state');
      return map.state === 'paused' ? finding(mapSubject(map), {}) : undefined;
    }),
  message: (_args: Record<never, never>, { id }) =>
    `the map ${id} is paused: its changes are waiting, and are blocked after one day or 1 GB`,
  remediation: {
    summary: 'Resume the map as soon as the maintenance that it was paused for is over.',
    options: resumeMap,
  },
  sources: [sources.pause],
});
