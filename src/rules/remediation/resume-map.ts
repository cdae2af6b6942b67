import * as links from './links.js';
import type { Remediation } from './remediation.js';

/** How to resume a paused map, and what happens to its queue. */
export const resumeMap: Remediation['options'] = [
  {
    title: 'Resume and catch up',
    steps: [
      'Make sure that the application that the map was paused for is available again.',
      'On the Dual-write page (Data management > Dual-write), open the map and look at the tab Queued records: the total queued record count shows how many records are waiting.',
      'Select the map, resume it (Run), and choose Catch up synchronization of queued records: all changes are replayed in their order.',
      'When the map runs, look at its tab Catch-up errors, and retry what failed within one day.',
    ],
    performedBy: ['finops-system-administrator'],
    destroys: null,
    links: [links.pause, links.alerts],
  },
  {
    title: 'Go live at once and keep the queue for later',
    steps: [
      'If catching up would take too long, resume the map with Skip to live synchronization preserving queued records to catch up errors for retry. If it is already resuming, select Skip to live sync and then Preserve queued records to catch-up errors.',
      'Open the tab Catch-up errors and retry the rows there within one day.',
    ],
    performedBy: ['finops-system-administrator'],
    destroys: 'The order of changes: queued rows may be written after newer ones, and are deleted after one day.',
    links: [links.pause, links.alerts],
  },
  {
    title: 'Give up the queue and synchronize from the start',
    steps: [
      'If the queue cannot be replayed, note which data changed since the pause, and resume the map with Skip to live synchronization and discard queued records.',
      'Once it runs, stop it at a time at which nobody edits its data, and run it again with Initial Sync selected.',
    ],
    performedBy: ['finops-system-administrator'],
    destroys:
      'The queue of the map, including deletions and intermediate changes that an initial sync does not transfer.',
    links: [links.pause, links.initialSync],
  },
];
