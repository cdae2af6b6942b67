import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';

export const errorsMarkSent = defineCommand({
  path: 'errors mark-sent',
  summary: 'record what was sent by hand',
  description:
    'Record the requests of a plan that were sent by hand, in the file beside its rows, so that the next plan leaves them out. Recording them twice changes nothing. Remove from the plan what was not sent. It never sends anything.',
  exitCodes: {
    0: 'the requests are recorded',
    1: 'the queue does not take them, and nothing is recorded',
  },
  guide: 'operations.md',
  arguments: {
    plan: { type: 'file', description: 'a plan as JSON (errors plan --format json), or - for standard input' },
  },
  options: {
    rows: {
      type: 'file',
      isProtected: true,
      description: 'the file of the rows (default: the one that the plan names)',
    },
    ended: {
      type: 'choice',
      value: 'how',
      choices: ['completed', 'failed'],
      description: 'the requests have ended: their places in the queue, and the rows of retries, are free again',
    },
  },
  load: () => import('../run/errors-mark-sent.js'),
  renderers: documentFormats(
    'marked-requests',
    async () => (await import('../../reporters/documents/marked-requests-document.js')).markedRequestsDocument,
  ),
  examples: [
    'dual-write-health errors mark-sent plan.json',
    'dual-write-health errors mark-sent plan.json --ended completed',
  ],
});
