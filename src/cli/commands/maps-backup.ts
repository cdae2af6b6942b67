import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';

export const mapsBackup = defineCommand({
  path: 'maps backup',
  summary: 'put saved maps into one bundle with checksums',
  description: 'Put saved maps into one bundle with checksums.',
  exitCodes: { 0: 'written' },
  guide: 'solutions.md',
  arguments: {
    files: {
      type: 'files',
      description:
        'all pages of a response, rows of msdyn_dualwriteentitymaps, answers of Dataverse, a backup, a snapshot, a HAR file, a solution (.zip, unpacked folder or customizations.xml), or - for standard input',
    },
  },
  options: {
    environment: {
      type: 'text',
      value: 'name',
      default: 'unnamed environment',
      description: 'the name of the environment in the backup',
    },
    partial: { type: 'flag', description: 'back up the rows although they may not be all' },
  },
  load: () => import('../run/maps-backup.js'),
  renderers: { json: asJson },
  examples: ['dual-write-health maps backup rows.json --environment production -o backup.json'],
});
