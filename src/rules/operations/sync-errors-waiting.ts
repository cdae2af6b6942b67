import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { errorRowsInWords, errorsByJob, jobSubject } from './sync-error-groups.js';

type Args = { count: number; notRetriable: number; allowed: number };

/** `DWFOEV9501`: no more errors of dual-write async should wait than the option allows. @public */
export const syncErrorsWaiting = defineCatalogueRule({
  code: 'DWFOEV9501',
  slug: 'sync-errors-waiting',
  title: 'Errors of dual-write async wait',
  origin: 'library',
  validation: 'Operations',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'More error rows of an integration job wait for somebody than the option allows. The vendor calls the feature a preview.',
  impact:
    'Each row stands for a change that has not reached the other side, and stays there until it is retried or dismissed.',
  needs: ['syncErrors'],
  mayBePartial: ['syncErrors'],
  options: { most: { default: 0, description: 'how many error rows of one job are still no finding' } },
  evaluate: ({ syncErrors }, { options, derive }) =>
    judgeEach([...derive(errorsByJob, syncErrors).values()], ({ job, count, notRetriable }) => {
      const args: Args = { count, notRetriable, allowed: options.most };
      return count <= options.most ? undefined : finding(jobSubject(job), args);
    }),
  message: ({ count, notRetriable, allowed }: Args, { id }) =>
    `${errorRowsInWords(count)} of the integration job ${id} ${count === 1 ? 'waits' : 'wait'}, ${allowed} ${allowed === 1 ? 'is' : 'are'} allowed${
      notRetriable === 0
        ? ''
        : `; ${notRetriable} of them ${notRetriable === 1 ? 'is' : 'are'} overtaken by newer changes and cannot be retried`
    }`,
  remediation: {
    summary: 'Find out why the rows failed, fix that, then retry them; dismiss only what nobody needs.',
    options: [
      {
        title: 'Fix the cause and retry',
        steps: [
          'In finance and operations, open Data management > Dual-write > Integration jobs and see that the job is active.',
          'On the tab Sync errors, filter by entity, data source and time, and read the messages; `dual-write-health errors summary` groups them by known problem.',
          'Fix what the messages name.',
          'Select the rows, at most 10,000 at a time, and select Retry.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.asyncErrors],
      },
      {
        title: 'Dismiss rows that mean nothing',
        steps: [
          'Look whether the rows come from changes of fields that no map holds, a known issue: many at once where no data was to change. Quality updates bring the fix.',
          'Keep a copy of the list.',
          'Select the rows and select Dismiss.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: 'The dismissed rows: they can be neither reported nor retried any more.',
        links: [links.asyncErrors],
      },
    ],
  },
  sources: [sources.asyncErrors],
});
