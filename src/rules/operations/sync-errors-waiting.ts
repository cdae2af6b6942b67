import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { errorRowsInWords, errorsByJob, jobSubject } from './sync-error-groups.js';

type Args = { count: number; notRetriable: number; allowed: number };

/** `DWFOEV9501`: no more errors of dual-write async should be waiting than the option allows. @public */
export const syncErrorsWaiting = defineCatalogueRule({
  code: 'DWFOEV9501',
  slug: 'sync-errors-waiting',
  title: 'Errors of dual-write async are waiting',
  origin: 'library',
  validation: 'Operations',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'More error rows of an integration job are waiting for attention than the option allows. Microsoft labels the feature as a preview.',
  impact:
    'Each row represents a change that has not reached the other side, and remains until it is retried or dismissed.',
  needs: ['syncErrors'],
  mayBePartial: ['syncErrors'],
  options: { most: { default: 0, description: 'how many error rows of one job may wait before it is a finding' } },
  evaluate: ({ syncErrors }, { options, derive }) =>
    judgeEach([...derive(errorsByJob, syncErrors).values()], ({ job, count, notRetriable }) => {
      const args: Args = { count, notRetriable, allowed: options.most };
      return count <= options.most ? undefined : finding(jobSubject(job), args);
    }),
  message: ({ count, notRetriable, allowed }: Args, { id }) =>
    `${errorRowsInWords(count)} of the integration job ${id} ${count === 1 ? 'waits' : 'wait'}, ${allowed} ${allowed === 1 ? 'is' : 'are'} allowed${
      notRetriable === 0
        ? ''
        : `; ${notRetriable} of them ${notRetriable === 1 ? 'is' : 'are'} superseded by newer changes and cannot be retried`
    }`,
  remediation: {
    summary: 'Find out why the rows failed, fix the cause, then retry them; dismiss only rows that nobody needs.',
    options: [
      {
        title: 'Fix the cause and retry',
        steps: [
          'In finance and operations, open Data management > Dual-write > Integration jobs and check that the job is active.',
          'On the tab Sync errors, filter by entity, data source and time, and read the messages; `dual-write-health errors summary` groups them by known problem.',
          'Fix the problems that the messages describe.',
          'Select the rows, at most 10,000 at a time, and select Retry.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.asyncErrors],
      },
      {
        title: 'Dismiss rows that do not matter',
        steps: [
          'Check whether the rows come from changes to fields that no map contains. This is a known issue: many rows appear at once although no data should change. Quality updates include the fix.',
          'Keep a copy of the list.',
          'Select the rows and select Dismiss.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: 'The dismissed rows: they can no longer be reported or retried.',
        links: [links.asyncErrors],
      },
    ],
  },
  sources: [sources.asyncErrors],
});
