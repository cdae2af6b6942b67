import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';
import { factsOptions } from '../options.js';

export const capture = defineCommand({
  path: 'capture',
  summary: 'read live services into a redacted snapshot',
  description: 'Read live services into a redacted snapshot.',
  exitCodes: { 0: 'everything answered', 2: 'some fact is unknown or was read in part' },
  guide: 'live-environments.md',
  options: factsOptions,
  load: () => import('../run/capture.js'),
  renderers: { json: asJson },
  examples: ['dual-write-health capture --dataverse https://contoso.crm4.dynamics.com -o snapshot.json'],
});
