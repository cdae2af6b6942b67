import { defineCommand } from '../define-command.js';
import { rowFiles, selectionOptions } from '../options.js';

export const errorsReport = defineCommand({
  path: 'errors report',
  summary: 'write a page to browse the rows',
  description: 'Write a page to browse the rows: filters, groups, diagnoses, and what a retry or dismissal would send.',
  exitCodes: { 0: 'no error rows', 1: 'error rows', 2: 'none, but some could not be read' },
  guide: 'operations.md',
  arguments: { files: rowFiles },
  options: selectionOptions,
  output: { description: 'an HTML file, instead of standard output' },
  load: () => import('../run/errors-report.js'),
  renderers: {
    html: async ({ summary, records }) => {
      const [{ syncErrorsDocument }, { toHtml }] = await Promise.all([
        import('../../reporters/documents/sync-errors-document.js'),
        import('../../reporters/to-html.js'),
      ]);
      return toHtml(syncErrorsDocument(summary, records));
    },
  },
  examples: ['dual-write-health errors report sync-errors.jsonl -o errors.html'],
});
