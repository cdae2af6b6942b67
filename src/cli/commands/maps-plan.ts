import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import type { SolutionPlans } from '../run/maps-plan.js';

export const mapsPlan = defineCommand({
  path: 'maps plan',
  summary: 'plan the import of a solution, or the restoring of a backup',
  description: 'Plan what importing and applying a solution, or restoring a backup, does to an environment.',
  exitCodes: { 0: 'nothing is in the way or lost', 1: 'something is', 2: 'that is not known' },
  guide: 'solutions.md',
  arguments: { file: { type: 'file', description: 'an exported solution (.zip), or a backup' } },
  options: {
    against: {
      type: 'files',
      isRequired: true,
      description: 'the environment: a snapshot, its saved maps, or both',
    },
  },
  load: () => import('../run/maps-plan.js'),
  renderers: documentFormats('solution-plans', async () => {
    const { solutionPlansDocument } = await import('../../reporters/documents/solution-plans-document.js');
    return ({ plans }: SolutionPlans) => solutionPlansDocument(plans);
  }),
  examples: [
    'dual-write-health maps plan ContosoMaps_1_0_0_2_managed.zip --against production.json rows.json',
    'dual-write-health maps plan backup.json --against rows.json',
  ],
});
