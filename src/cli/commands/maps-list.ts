import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';

export const mapsList = defineCommand({
  path: 'maps list',
  summary: 'list maps with their versions and dependencies',
  description: 'List saved maps with their versions and dependencies.',
  exitCodes: { 0: 'all could be read', 2: 'some could not, or there may be more' },
  guide: 'maps.md',
  arguments: {
    files: {
      type: 'files',
      description:
        'rows of msdyn_dualwriteentitymaps, answers of Dataverse, a backup, a snapshot, a HAR file, a solution (.zip, unpacked folder or customizations.xml), or - for standard input',
    },
  },
  load: () => import('../run/maps-list.js'),
  renderers: documentFormats(
    undefined,
    async () => (await import('../../reporters/documents/maps-document.js')).mapsDocument,
  ),
  examples: [
    'dual-write-health maps list rows.json',
    'dual-write-health maps list rows.json --format html -o maps.html',
  ],
});
