import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';

export const mapsGuide = defineCommand({
  path: 'maps guide',
  summary: 'how maps are moved, backed up, published and upgraded, step by step',
  description: 'Say how maps are moved, backed up, published and upgraded, step by step.',
  exitCodes: { 0: 'shown' },
  guide: 'solutions.md',
  arguments: { id: { type: 'text', isOptional: true, description: 'one guide, such as new-environment' } },
  load: () => import('../run/maps-guide.js'),
  renderers: {
    pretty: async ({ guides }, view) =>
      (await import('../../reporters/solution-guide.js')).prettySolutionGuides(guides, view),
    json: asJson,
    markdown: async ({ guides }) => (await import('../../reporters/solution-guide.js')).markdownSolutionGuides(guides),
  },
  examples: ['dual-write-health maps guide', 'dual-write-health maps guide upgrade-to-solutions'],
});
