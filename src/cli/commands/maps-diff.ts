import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';

export const mapsDiff = defineCommand({
  path: 'maps diff',
  summary: 'compare the maps of two environments',
  description: 'Compare the maps of two environments.',
  exitCodes: { 0: 'no difference', 1: 'differences', 2: 'not everything could be compared' },
  guide: 'maps.md',
  arguments: {
    before: {
      type: 'file',
      description: 'the maps of an environment (rows, a backup, a snapshot, a HAR file) or of a solution',
    },
    after: { type: 'file', description: 'those of another environment, or of a later time' },
  },
  load: () => import('../run/maps-diff.js'),
  renderers: documentFormats(
    undefined,
    async () =>
      (await import('../../reporters/documents/environment-comparison-document.js')).environmentComparisonDocument,
  ),
  examples: ['dual-write-health maps diff test.json production.json --format markdown'],
});
