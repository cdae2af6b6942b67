import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import type { Guides } from '../run/maps-guide.js';

export const mapsGuide = defineCommand({
  path: 'maps guide',
  summary: 'how maps are moved, backed up, published and upgraded, step by step',
  description: 'Say how maps are moved, backed up, published and upgraded, step by step.',
  exitCodes: { 0: 'shown' },
  guide: 'solutions.md',
  arguments: { id: { type: 'text', isOptional: true, description: 'one guide, such as new-environment' } },
  load: () => import('../run/maps-guide.js'),
  renderers: documentFormats('guides', async () => {
    const { solutionGuidesDocument } = await import('../../reporters/documents/solution-guides-document.js');
    return ({ guides }: Guides) => solutionGuidesDocument(guides);
  }),
  examples: ['dual-write-health maps guide', 'dual-write-health maps guide upgrade-to-solutions'],
});
