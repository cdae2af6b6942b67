import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { activitySubject, hoursBetween, inHours, mapsThatMayBe } from './map-activity.js';

const longest = 24;

type Args = { hours: number };

/** `DWFOEV9602`: an initial synchronisation should have ended within a day. @public */
export const mapStuckInitializing = defineCatalogueRule({
  code: 'DWFOEV9602',
  slug: 'map-stuck-initializing',
  title: 'Initial synchronisation does not come to an end',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A map is in its initial synchronisation for more than 24 hours, which is as long as one may run.',
  impact: 'The map does not get to live synchronisation, and maps that depend on it wait.',
  needs: ['mapActivity'],
  mayBePartial: ['mapActivity'],
  evaluate: ({ mapActivity }, { takenAt }) =>
    judgeEach(mapsThatMayBe(mapActivity, 'initializing'), (activity) => {
      const hours = hoursBetween(activity.since, takenAt);
      if (hours <= longest) return undefined;
      if (activity.state === 'unknown') return missing('mapActivity', 'state');
      return Number.isNaN(hours)
        ? missing('mapActivity', 'since')
        : finding(activitySubject(activity), { hours: Math.floor(hours) });
    }),
  message: ({ hours }: Args, { id }) => `the map ${id} is in its initial synchronisation for ${inHours(hours)}`,
  remediation: {
    summary: 'Find out on which side the job hangs, then stop the map and start it anew with less at a time.',
    options: [
      {
        title: 'Look at the job behind it',
        steps: [
          'On the Dual-write page, open the map and look at the tab Initial sync details; note the name of the job in finance and operations.',
          'In finance and operations, open Data management > Job history, find the job, and read its execution log.',
          'Mend what the log names; a batch server that does not run is a frequent cause.',
          'If the run does not go on, stop the map, and run it again with fewer legal entities or a filter.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync, links.alerts],
      },
      {
        title: 'Ask Microsoft Support',
        steps: [
          'If the map can be neither stopped nor run, note its name, its project and the time of its start.',
          'Open a support ticket with them and with the log of the job.',
        ],
        performedBy: ['microsoft-support'],
        destroys: null,
        links: [],
      },
    ],
  },
  sources: [sources.initialSyncGuidance],
});
