import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import { parseVersionText } from '../parse-value.js';
import type { SolutionPlans } from '../run/maps-plan.js';

export const mapsPlan = defineCommand({
  path: 'maps plan',
  summary: 'plan importing or exporting a solution, or restoring a backup',
  description:
    'Plan what importing and applying a solution, or restoring a backup, does to an environment; or, with --export, how a solution is exported. It changes nothing.',
  exitCodes: { 0: 'nothing is in the way or lost', 1: 'something is', 2: 'that is not known' },
  guide: 'solutions.md',
  arguments: {
    file: { type: 'file', description: 'a solution (.zip, unpacked folder or customizations.xml), or a backup' },
  },
  options: {
    against: {
      type: 'files',
      description: 'the environment: a snapshot, its saved maps, a HAR file; needed without --export',
    },
    export: { type: 'flag', description: 'plan the export of the solution' },
    solutionVersion: {
      type: 'parsed',
      value: 'version',
      parse: parseVersionText,
      description: 'the version of the export, above earlier ones; needed for --export',
    },
    unmanaged: { type: 'flag', description: 'export it as unmanaged (default: as managed, which is recommended)' },
    previous: {
      type: 'list',
      value: 'versions',
      description: 'versions that were exported before or are installed somewhere, such as 1.0.0.1,1.0.0.2',
    },
    metadata: {
      type: 'files',
      description:
        'columns and keys of the mapped tables, to check the maps: answers of EntityDefinitions or PublicEntities, $metadata, a captured connection set, a snapshot, or rows of tableMetadata',
    },
    acceptUnchecked: {
      type: 'flag',
      description: 'export although not everything about the maps could be checked; errors are never accepted',
    },
  },
  load: () => import('../run/maps-plan.js'),
  renderers: documentFormats(undefined, async () => {
    const { solutionPlansDocument } = await import('../../reporters/documents/solution-plans-document.js');
    return ({ plans }: SolutionPlans) => solutionPlansDocument(plans);
  }),
  examples: [
    'dual-write-health maps plan ContosoMaps_1_0_0_2_managed.zip --against production.json rows.json',
    'dual-write-health maps plan backup.json --against rows.json',
    'dual-write-health maps plan ContosoMaps_1_0_0_2.zip --export --solution-version 1.0.0.3 --metadata maps.json',
  ],
});
