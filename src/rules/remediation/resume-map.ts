import * as links from './links.js';
import type { Remediation } from './remediation.js';

/** How a map that is paused gets back to work, with what becomes of its queue. */
export const resumeMap: Remediation['options'] = [
  {
    title: 'Resume and catch up',
    steps: [
      'See that the application is back for which the map was paused.',
      'On the Dual-write page, select the map and resume it with catching up of what is queued: all changes are replayed in their order.',
      'Afterwards look at the tab Catch-up errors of the map, and retry what failed within one day.',
    ],
    performedBy: ['finops-system-administrator'],
    destroys: null,
    links: [links.pause, links.alerts],
  },
  {
    title: 'Go live at once and keep the queue for later',
    steps: [
      'If catching up would take too long, resume the map and choose to skip to live synchronisation and to preserve the queue.',
      'Open the tab Catch-up errors and retry the rows there before a day is over.',
    ],
    performedBy: ['finops-system-administrator'],
    destroys: 'The order of changes: queued rows may be written after newer ones, and are deleted after one day.',
    links: [links.pause],
  },
  {
    title: 'Stop the map and synchronise anew',
    steps: [
      'If the map cannot be resumed, note which data changed since the pause.',
      'Stop the map, and run it with an initial synchronisation once both applications are up.',
    ],
    performedBy: ['finops-system-administrator'],
    destroys:
      'The queue of the map, with deletions and intermediate changes that an initial synchronisation does not bring.',
    links: [links.pause, links.initialSync],
  },
];
