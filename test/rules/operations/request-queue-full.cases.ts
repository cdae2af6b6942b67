import { known, unknown } from '../../../src/facts/fact.js';
import { requestQueueFull } from '../../../src/rules/operations/request-queue-full.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: requestQueueFull,
  passed: [
    {
      when: 'one slot remains',
      facts: { integrationJobs: known([make.integrationJob({ queuedRequests: 4 })]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'all five slots are in use',
      facts: { integrationJobs: known([make.integrationJob({ queuedRequests: 5 })]) },
      subjects: ['integration-job Customers'],
      args: [{ queued: 5 }],
    },
    {
      when: 'a job is listed twice, with more requests in one of its rows',
      facts: {
        integrationJobs: known([
          make.integrationJob({ name: ' Customers ', queuedRequests: 5 }),
          make.integrationJob({ queuedRequests: 10 }),
          make.integrationJob({ queuedRequests: 11 }),
        ]),
      },
      subjects: ['integration-job Customers'],
      args: [{ queued: 11 }],
    },
    {
      when: 'one queue is full and nothing is known of another',
      facts: {
        integrationJobs: known([
          make.integrationJob({ queuedRequests: 6 }),
          make.integrationJob({ name: 'Vendors', queuedRequests: null }),
        ]),
      },
      subjects: ['integration-job Customers'],
      args: [{ queued: 6 }],
      missing: ['integrationJobs.queuedRequests'],
    },
  ],
  notApplicable: [{ when: 'there is no job', facts: { integrationJobs: known([]) } }],
  inconclusive: [
    {
      when: 'it is not known how many requests wait',
      facts: { integrationJobs: known([make.integrationJob({ queuedRequests: null })]) },
      missing: ['integrationJobs.queuedRequests'],
    },
    {
      when: 'only some of the jobs were seen',
      facts: { integrationJobs: known([make.integrationJob()], { coverage: 'partial' }) },
      missing: ['integrationJobs'],
    },
    {
      when: 'the jobs could not be read',
      facts: { integrationJobs: unknown('throttled') },
      missing: ['integrationJobs'],
    },
  ],
} satisfies RuleCases;
