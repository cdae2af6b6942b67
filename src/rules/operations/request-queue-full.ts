import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { jobSubject } from './sync-error-groups.js';

const places = 5;

type Args = { queued: number };

/** `DWFOEV9503`: the five request slots of a job should not all be in use. @public */
export const requestQueueFull = defineCatalogueRule({
  code: 'DWFOEV9503',
  slug: 'request-queue-full',
  title: 'Queue of retry and dismiss requests is full',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'Five requests to retry or dismiss errors of one integration job are waiting or running, which is the maximum. Microsoft labels the feature as a preview.',
  impact: 'No further request for that job is accepted until one of them ends.',
  needs: ['integrationJobs'],
  mayBePartial: ['integrationJobs'],
  notApplicable: ({ integrationJobs }) => (integrationJobs?.length === 0 ? 'there is no integration job' : undefined),
  evaluate: ({ integrationJobs }) =>
    judgeEach(
      integrationJobs,
      ({ name, queuedRequests }) => {
        if (queuedRequests == null) return missing('integrationJobs', 'queuedRequests');
        return queuedRequests < places ? undefined : finding(jobSubject(name), { queued: queuedRequests });
      },
      { merge: (a, b) => ({ queued: Math.max(a.queued, b.queued) }) },
    ),
  message: ({ queued }: Args, { id }) =>
    `${queued} requests of the integration job ${id} are waiting or running, and ${places} is the limit`,
  remediation: {
    summary: 'Wait until requests have ended; they run in the background, in the order in which they were made.',
    options: [
      {
        title: 'Let the queue empty',
        steps: [
          'In finance and operations, open Data management > Dual-write > Integration jobs and check that the job is active: an inactive job does not run requests.',
          'Wait: a request contains up to 10,000 rows and takes as long as their number and the logic behind them require.',
          'Make the next request for rows that are not already being processed.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.asyncErrors],
      },
    ],
  },
  sources: [sources.asyncErrors],
});
