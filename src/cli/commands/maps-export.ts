import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';
import { finops, signInOptions } from '../options.js';

export const mapsExport = defineCommand({
  path: 'maps export',
  summary: 'read saved maps and the tables that they name from live services',
  description:
    'Read saved maps, and the columns and keys of the tables and entities that they name, from live services into a redacted snapshot.',
  exitCodes: { 0: 'all of it was read', 2: 'some was not' },
  guide: 'maps.md',
  options: {
    dataverse: { type: 'text', value: 'url', isRequired: true, description: 'read this Dataverse environment' },
    finops,
    ...signInOptions,
  },
  load: () => import('../run/maps-export.js'),
  renderers: { json: asJson },
  examples: ['dual-write-health maps export --dataverse https://contoso.crm4.dynamics.com -o maps.json'],
});
