import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import { rowFiles, selectionOptions } from '../options.js';

export const errorsSummary = defineCommand({
  path: 'errors summary',
  summary: 'summarize the rows',
  description: 'Summarize the rows: by known problem, entity, data source, company and hour.',
  exitCodes: { 0: 'no error rows', 1: 'error rows', 2: 'none, but some could not be read' },
  guide: 'operations.md',
  arguments: { files: rowFiles },
  options: selectionOptions,
  load: () => import('../run/errors-summary.js'),
  renderers: documentFormats(
    'sync-errors',
    async () => (await import('../../reporters/documents/sync-errors-document.js')).syncErrorsDocument,
  ),
  examples: [
    'dual-write-health errors summary sync-errors.jsonl',
    'dual-write-health errors summary sync-errors.jsonl --from 2026-01-14 --company USMF',
  ],
});
