import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';

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
  renderers: {
    pretty: async ({ plans }, view) =>
      (await import('../../reporters/solution-plan.js')).prettySolutionPlans(plans, view),
    json: asJson,
    markdown: async ({ plans }) => (await import('../../reporters/solution-plan.js')).markdownSolutionPlans(plans),
  },
  examples: [
    'dual-write-health maps plan ContosoMaps_1_0_0_2_managed.zip --against production.json rows.json',
    'dual-write-health maps plan backup.json --against rows.json',
  ],
});
