import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';
import { selectionOptions } from '../options.js';

export const errorsSummary = defineCommand({
  path: 'errors summary',
  summary: 'what the rows amount to',
  description: 'Say what the rows amount to: by known problem, entity, data source, company and hour.',
  exitCodes: { 0: 'no error rows', 1: 'error rows', 2: 'none, but lines that could not be read' },
  guide: 'operations.md',
  arguments: { file: { type: 'file', description: 'JSON Lines, or - for standard input' } },
  options: selectionOptions,
  load: () => import('../run/errors-summary.js'),
  renderers: {
    pretty: async (summary, view) =>
      (await import('../../reporters/pretty-sync-errors.js')).prettySyncErrors(summary, view),
    json: asJson,
    markdown: async (summary) => (await import('../../reporters/markdown-sync-errors.js')).markdownSyncErrors(summary),
  },
  examples: [
    'dual-write-health errors summary sync-errors.jsonl',
    'dual-write-health errors summary sync-errors.jsonl --from 2026-01-14 --company USMF',
  ],
});
