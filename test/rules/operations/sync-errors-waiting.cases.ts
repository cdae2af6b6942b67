import { known, unknown } from '../../../src/facts/fact.js';
import { syncErrorsWaiting } from '../../../src/rules/operations/sync-errors-waiting.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: syncErrorsWaiting,
  passed: [
    { when: 'no error waits', facts: { syncErrors: known([]) }, checked: 0 },
    {
      when: 'as many wait as are allowed, one of them listed twice',
      facts: { syncErrors: known([make.syncError(), make.syncError({ id: ' {E1} ' }), make.syncError({ id: 'e2' })]) },
      options: { rules: { DWFOEV9501: { options: { most: 2 } } } },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'one error waits',
      facts: { syncErrors: known([make.syncError()]) },
      subjects: ['integration-job Customers'],
      args: [{ count: 1, notRetriable: 0, allowed: 0 }],
    },
    {
      when: 'one more waits than is allowed, in one of two jobs',
      facts: {
        syncErrors: known([
          make.syncError(),
          make.syncError({ id: 'e2', integrationJob: ' customers ', category: 'concurrency' }),
          make.syncError({ id: 'e3', integrationJob: 'Vendors' }),
        ]),
      },
      options: { rules: { DWFOEV9501: { options: { most: 1 } } } },
      subjects: ['integration-job Customers'],
      args: [{ count: 2, notRetriable: 1, allowed: 1 }],
    },
    {
      when: 'an error is listed twice, and superseded in one of its rows',
      facts: {
        syncErrors: known([
          make.syncError({ integrationJob: ' customers ', category: 'concurrency' }),
          make.syncError(),
          make.syncError({ id: 'e2', category: 'concurrency' }),
        ]),
      },
      subjects: ['integration-job Customers'],
      args: [{ count: 2, notRetriable: 2, allowed: 0 }],
    },
    {
      when: 'one waits among those that were seen',
      facts: { syncErrors: known([make.syncError()], { coverage: 'partial' }) },
      subjects: ['integration-job Customers'],
      args: [{ count: 1, notRetriable: 0, allowed: 0 }],
      missing: ['syncErrors'],
    },
  ],
  notApplicable: { never: 'having no waiting errors is the goal' },
  inconclusive: [
    { when: 'the errors could not be read', facts: { syncErrors: unknown('not-permitted') }, missing: ['syncErrors'] },
    {
      when: 'none waits among those that were seen',
      facts: { syncErrors: known([], { coverage: 'partial' }) },
      missing: ['syncErrors'],
    },
  ],
} satisfies RuleCases;
