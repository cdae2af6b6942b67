import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import { rowsInWords, selectionOptions } from '../options.js';
import type { PlannedRequests } from '../run/errors-plan.js';

export const errorsPlan = defineCommand({
  path: 'errors plan',
  summary: 'what a retry or dismissal would send',
  description:
    'Show what a retry or dismissal would send, within the documented limits. It never sends anything: there is no public service to send it to. As JSON it is a plan for runRequests of dual-write-health/sync-errors; where something prevents that, `rehearsed` is the plan that is shown.',
  exitCodes: {
    0: 'every selected row of the job can be sent now',
    1: 'some or all cannot',
    2: 'all can, but some could not be read',
  },
  guide: 'operations.md',
  arguments: { file: { type: 'file', description: rowsInWords } },
  options: {
    ...selectionOptions,
    action: {
      type: 'choice',
      value: 'action',
      choices: ['retry', 'dismiss'],
      isRequired: true,
      description: 'what is to be done',
    },
    job: { type: 'text', value: 'name', description: 'the integration job; required if the rows belong to several' },
    status: {
      type: 'choice',
      value: 'status',
      choices: ['active', 'inactive'],
      description: 'the status of the job: requests are accepted only while it is active',
    },
    queued: {
      type: 'file',
      isProtected: true,
      description:
        'what else was sent, beside the requests in FILE.requests: a plan as JSON, requests as JSON or one per line, or ids of rows',
    },
    confirmDismissal: {
      type: 'choice',
      value: 'words',
      choices: ['dismiss-permanently'],
      description: 'required for dismiss, which cannot be undone',
    },
  },
  load: () => import('../run/errors-plan.js'),
  renderers: documentFormats(
    'request-plan',
    async () => {
      const { requestPlanDocument } = await import('../../reporters/documents/request-plan-document.js');
      return ({ shown }: PlannedRequests) => requestPlanDocument(shown);
    },
    ({ plan }) => plan,
  ),
  examples: [
    'dual-write-health errors plan sync-errors.jsonl --action retry --status active',
    'dual-write-health errors plan sync-errors.jsonl --action dismiss --entity Vendors --confirm-dismissal dismiss-permanently',
  ],
});
