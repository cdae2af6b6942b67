import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';

export const mapsDiff = defineCommand({
  path: 'maps diff',
  summary: 'compare the maps of two environments',
  description: 'Compare the maps of two environments.',
  exitCodes: { 0: 'no difference', 1: 'differences', 2: 'something could not be compared' },
  guide: 'maps.md',
  arguments: {
    before: { type: 'file', description: 'the saved maps of an environment' },
    after: { type: 'file', description: 'those of another, or of a later time' },
  },
  load: () => import('../run/maps-diff.js'),
  renderers: {
    pretty: async (comparison, view) =>
      (await import('../../reporters/map-comparison.js')).prettyMapComparison(comparison, view),
    json: asJson,
    markdown: async (comparison) =>
      (await import('../../reporters/map-comparison.js')).markdownMapComparison(comparison),
    html: async (comparison) => (await import('../../reporters/html-maps.js')).htmlMapComparison(comparison),
  },
  examples: ['dual-write-health maps diff test.json production.json --format markdown'],
});
