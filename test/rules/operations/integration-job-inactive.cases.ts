import { known, unknown } from '../../../src/facts/fact.js';
import { integrationJobInactive } from '../../../src/rules/operations/integration-job-inactive.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const waiting = known([make.syncError()]);

export default {
  rule: integrationJobInactive,
  passed: [
    { when: 'no error waits', facts: { syncErrors: known([]), integrationJobs: known([]) }, checked: 0 },
    {
      when: 'the job is active',
      facts: { syncErrors: waiting, integrationJobs: known([make.integrationJob({ name: ' CUSTOMERS' })]) },
      checked: 1,
    },
    {
      when: 'the job is listed twice and is active once',
      facts: {
        syncErrors: waiting,
        integrationJobs: known([make.integrationJob({ status: 'inactive' }), make.integrationJob()]),
      },
      checked: 1,
    },
    {
      when: 'a job without errors is not active',
      facts: { syncErrors: known([]), integrationJobs: known([make.integrationJob({ status: 'inactive' })]) },
      checked: 0,
    },
  ],
  failed: [
    {
      when: 'the job is not active',
      facts: { syncErrors: waiting, integrationJobs: known([make.integrationJob({ status: 'inactive' })]) },
      subjects: ['integration-job Customers'],
      args: [{ waiting: 1, job: 'inactive' }],
    },
    {
      when: 'there is no such job',
      facts: { syncErrors: waiting, integrationJobs: known([make.integrationJob({ name: 'Vendors' })]) },
      subjects: ['integration-job Customers'],
      args: [{ waiting: 1, job: 'not there' }],
    },
    {
      when: 'one job is not active and nothing is known of another',
      facts: {
        syncErrors: known([make.syncError(), make.syncError({ id: 'e2', integrationJob: 'Vendors' })]),
        integrationJobs: known([
          make.integrationJob({ status: 'inactive' }),
          make.integrationJob({ name: 'Vendors', status: 'unknown' }),
        ]),
      },
      subjects: ['integration-job Customers'],
      args: [{ waiting: 1, job: 'inactive' }],
      missing: ['integrationJobs.status'],
    },
    {
      when: 'only some of the jobs were seen, including one that is not active',
      facts: {
        syncErrors: waiting,
        integrationJobs: known([make.integrationJob({ status: 'inactive' })], { coverage: 'partial' }),
      },
      subjects: ['integration-job Customers'],
      args: [{ waiting: 1, job: 'inactive' }],
      missing: ['integrationJobs'],
    },
  ],
  notApplicable: { never: 'having no waiting errors is the goal' },
  inconclusive: [
    {
      when: 'the job is listed three times, with two spellings: twice inactive, once with an unknown state',
      facts: {
        syncErrors: waiting,
        integrationJobs: known([
          make.integrationJob({ status: 'inactive' }),
          make.integrationJob({ name: ' CUSTOMERS ', status: 'unknown' }),
          make.integrationJob({ status: 'inactive' }),
        ]),
      },
      missing: ['integrationJobs.status'],
    },
    {
      when: 'it is not known whether the job is active',
      facts: { syncErrors: waiting, integrationJobs: known([make.integrationJob({ status: 'unknown' })]) },
      missing: ['integrationJobs.status'],
    },
    {
      when: 'the job is not among those that were seen',
      facts: { syncErrors: waiting, integrationJobs: known([], { coverage: 'partial' }) },
      missing: ['integrationJobs'],
    },
    {
      when: 'only some of the errors were seen, and their job is active',
      facts: {
        syncErrors: known([make.syncError()], { coverage: 'partial' }),
        integrationJobs: known([make.integrationJob()]),
      },
      missing: ['syncErrors'],
    },
    {
      when: 'the jobs could not be read',
      facts: { syncErrors: waiting, integrationJobs: unknown('failed') },
      missing: ['integrationJobs'],
    },
  ],
} satisfies RuleCases;
