import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';

export const mapsVerify = defineCommand({
  path: 'maps verify',
  summary: 'check a solution or a backup, by itself or against an environment',
  description: 'Check that the maps of a solution or a backup are whole, or that an environment has them as they were.',
  exitCodes: { 0: 'all is well', 1: 'a map is missing, differs or was changed', 2: 'something is not known' },
  guide: 'solutions.md',
  arguments: {
    file: {
      type: 'file',
      description: 'a solution (.zip, unpacked folder or customizations.xml), a backup, or saved maps',
    },
  },
  options: {
    against: { type: 'files', description: 'the environment: a snapshot, its saved maps, a HAR file' },
  },
  load: () => import('../run/maps-verify.js'),
  renderers: documentFormats(
    undefined,
    async () => (await import('../../reporters/documents/applied-maps-document.js')).appliedMapsDocument,
  ),
  examples: [
    'dual-write-health maps verify backup.json',
    'dual-write-health maps verify ContosoMaps_1_0_0_2_managed.zip --against rows.json',
  ],
});
