import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';

export const mapsList = defineCommand({
  path: 'maps list',
  summary: 'list maps with their versions, and what needs what',
  description: 'List saved maps with their versions, and what needs what.',
  exitCodes: { 0: 'all could be read', 2: 'some could not' },
  guide: 'maps.md',
  arguments: {
    files: {
      type: 'files',
      description: 'rows of msdyn_dualwriteentitymaps as JSON or JSON Lines, or - for standard input',
    },
  },
  load: () => import('../run/maps-list.js'),
  renderers: {
    pretty: async (summary, view) => (await import('../../reporters/map-list.js')).prettyMaps(summary, view),
    json: asJson,
    markdown: async (summary) => (await import('../../reporters/map-list.js')).markdownMaps(summary),
    html: async (summary) => (await import('../../reporters/html-maps.js')).htmlMaps(summary),
  },
  examples: [
    'dual-write-health maps list rows.json',
    'dual-write-health maps list rows.json --format html -o maps.html',
  ],
});
