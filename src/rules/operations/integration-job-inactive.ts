import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { errorRowsInWords, errorsByJob, jobSubject } from './sync-error-groups.js';

type Args = { waiting: number; job: 'inactive' | 'not there' };

/** `DWFOEV9502`: a job with errors should be active, else nothing can be retried or dismissed. @public */
export const integrationJobInactive = defineCatalogueRule({
  code: 'DWFOEV9502',
  slug: 'integration-job-inactive',
  title: 'Integration job with errors is not active',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'Errors wait for an integration job that is not active, or no longer exists. Microsoft labels the feature as a preview.',
  impact:
    'The job does not move data, and errors can be retried and dismissed only while it is active, so they remain as they are.',
  needs: ['syncErrors', 'integrationJobs'],
  mayBePartial: ['syncErrors', 'integrationJobs'],
  evaluate: ({ syncErrors, integrationJobs }, { derive, isPartial }) => {
    const statuses = derive(statusByJob, integrationJobs);
    return judgeEach([...derive(errorsByJob, syncErrors)], ([key, { job, count }]) => {
      const status = statuses.get(key);
      if (status === 'active') return undefined;
      if (status === 'unknown') return missing('integrationJobs', 'status');
      if (status === undefined && isPartial('integrationJobs')) return missing('integrationJobs');
      const args: Args = { waiting: count, job: status ?? 'not there' };
      return finding(jobSubject(job), args);
    });
  },
  message: ({ waiting, job }: Args, { id }) =>
    `the integration job ${id} ${job === 'inactive' ? 'is not active' : 'does not exist'}, and ${errorRowsInWords(waiting)} ${waiting === 1 ? 'waits' : 'wait'} for it`,
  remediation: {
    summary: 'Start the job; then the errors can be retried or dismissed.',
    options: [
      {
        title: 'Start the integration job',
        steps: [
          'In finance and operations, open Data management > Dual-write > Integration jobs.',
          'Find out why the job of the finding was stopped: for example, somebody may be changing the order of its maps.',
          'Select the job and select Start; its status becomes Active after a few minutes.',
          'If the job is no longer in the list, add its maps to a job with Add a table map, parents above children, and start that one.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.async, links.asyncErrors],
      },
    ],
  },
  sources: [sources.asyncErrors],
});

type Status = Facts['integrationJobs'][number]['status'];

/** For two rows of one job, one active row is enough, and a row with an unknown state leaves the question open. */
function statusByJob(jobs: Facts['integrationJobs']): ReadonlyMap<string, Status> {
  const byJob = new Map<string, Status>();
  for (const { name, status } of jobs) {
    const others = byJob.get(nameKey(name)) ?? status;
    byJob.set(nameKey(name), [others, status].includes('active') ? 'active' : others === status ? status : 'unknown');
  }
  return byJob;
}
