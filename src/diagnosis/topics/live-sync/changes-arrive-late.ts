import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

/** Without signatures: nothing fails. */
export const changesArriveLate = /* @__PURE__ */ defineTopic({
  id: 'changes-arrive-late',
  title: 'Changes arrive late: synchronization is slow or delayed',
  phase: 'live-sync',
  causes: [
    'A map was paused and is still catching up: its queue is replayed in order before new changes.',
    'The map runs in dual-write async, which writes later and shows a backlog under load.',
    'Bulk jobs, imports or the closing at the end of the month write so much that the services slow down or throttle.',
    'Plug-ins, workflows or flows on the target table take long.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Find out whether changes wait in a queue; spread the load, and take slow work out of the transaction.',
    options: [
      {
        title: 'Look at pauses and queues',
        steps: [
          'On the Dual-write page, look at the state of the map: Paused or Resuming means that changes wait. The tab Queued records shows how many.',
          'If the map is part of an integration job (async), open Integration jobs and look at its state and its errors.',
          'Compare the time of the delay with batch jobs and imports: the command `dual-write-health activity` shows it by hour.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.pause, links.asyncErrors],
      },
      {
        title: 'Spread the load',
        steps: [
          'Run bulk jobs and imports one after the other, outside business hours and not at the end of the month.',
          'Write in smaller transactions.',
          'Make plug-ins and flows on the target tables asynchronous where the business allows it.',
        ],
        performedBy: ['finops-system-administrator', 'developer'],
        destroys: null,
        links: [links.syncLimits],
      },
    ],
  },
  rules: ['DWFOEV9309', 'DWFOEV9603', 'DWFOEV9604'],
  source: sources.pause,
  signatures: [],
});
