import { defineCommand } from '../define-command.js';
import { failOn, governanceOptions } from '../options.js';
import { reportRenderers } from '../report-renderers.js';

export const mapsLint = defineCommand({
  path: 'maps lint',
  summary: 'check saved maps before they are started',
  description: 'Check saved maps before they are started.',
  exitCodes: { 0: 'healthy', 1: 'unhealthy', 2: 'unknown' },
  guide: 'map-design.md',
  arguments: {
    files: {
      type: 'files',
      description:
        'a snapshot that `maps export` wrote, rows of msdyn_dualwriteentitymaps, a backup, a HAR file, a solution (.zip, unpacked folder or customizations.xml), or - for standard input',
    },
  },
  options: {
    metadata: {
      type: 'files',
      description:
        'columns and keys of the mapped tables: answers of EntityDefinitions or PublicEntities, $metadata, a captured connection set, a snapshot, or rows of tableMetadata',
    },
    only: { type: 'list', value: 'codes', description: 'evaluate only these rules' },
    failOn,
    ...governanceOptions,
  },
  load: () => import('../run/maps-lint.js'),
  renderers: reportRenderers,
  examples: [
    'dual-write-health maps lint maps.json',
    'dual-write-health maps lint rows.json --metadata tables.json --format sarif -o maps.sarif',
  ],
});
