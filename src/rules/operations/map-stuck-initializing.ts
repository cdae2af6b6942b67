import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { activitySubject, hoursBetween, inHours, longer, mapsThatMayBe } from './map-activity.js';

const longest = 24;

type Args = { hours: number };

/** `DWFOEV9602`: an initial sync should end within a day. @public */
export const mapStuckInitializing = defineCatalogueRule({
  code: 'DWFOEV9602',
  slug: 'map-stuck-initializing',
  title: 'Initial sync does not end',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A map has been in its initial sync for more than 24 hours, which is the longest time that one may run.',
  impact: 'The map does not reach live synchronization, and maps that depend on it wait.',
  needs: ['mapActivity'],
  mayBePartial: ['mapActivity'],
  evaluate: ({ mapActivity }, { takenAt }) =>
    judgeEach(
      mapsThatMayBe(mapActivity, 'initializing'),
      (activity) => {
        const hours = hoursBetween(activity.since, takenAt);
        if (hours <= longest) return undefined;
        if (activity.state === 'unknown') return missing('mapActivity', 'state');
        return Number.isNaN(hours)
          ? missing('mapActivity', 'since')
          : finding(activitySubject(activity), { hours: Math.floor(hours) });
      },
      { merge: (a, b) => longer(a, b) },
    ),
  message: ({ hours }: Args, { id }) => `the map ${id} has been in its initial sync for ${inHours(hours)}`,
  remediation: {
    summary:
      'Find out on which side the job hangs and start its run again; a map cannot be stopped while it is initializing.',
    options: [
      {
        title: 'Look at the job behind it and run it again',
        steps: [
          'On the Dual-write page (Data management > Dual-write), open the map and look at the tab Initial sync details; note the name of the job in finance and operations.',
          'In finance and operations, open Data management > Job history, find the job, and read its execution log.',
          'Fix the problems that the log names; a batch server that does not run is a frequent cause.',
          'When the run has ended with errors, select it on the tab Initial sync details, and select Re-run execution, or Rerun execution without errors to leave out the rows that failed.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync, links.alerts],
      },
      {
        title: 'Ask Microsoft Support',
        steps: [
          'If the run neither ends nor makes progress, note the name of the map, its project and the time of its start. While it initializes, the page offers no action for it.',
          'Open a support request with them and with the log of the job.',
        ],
        performedBy: ['microsoft-support'],
        destroys: null,
        links: [links.enableMaps],
      },
      {
        title: 'Skip the initial synchronization',
        steps: [
          'When the run has ended with errors and the existing data is not needed or can be loaded another way, select Skip initial sync on the tab Initial sync details: the map goes live.',
          'To do the initial synchronization later with fewer legal entities or a filter, stop the map once it is Running, change it, and run it again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys:
          'Existing rows that were not yet copied remain different on the two sides until they are changed or loaded another way.',
        links: [links.enableMaps, links.initialSync],
      },
    ],
  },
  sources: [sources.initialSyncGuidance],
});
