import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';
import { factsOptions } from '../options.js';

export const capture = defineCommand({
  path: 'capture',
  summary: 'read live services, or take saved files, into a redacted snapshot',
  description:
    'Read live services into a redacted snapshot, or make one of files: HAR files, saved answers, captures, snapshots. What it still lacks is said on stderr.',
  exitCodes: { 0: 'everything answered', 2: 'some fact is unknown or was read in part' },
  guide: 'live-environments.md',
  arguments: {
    files: {
      type: 'files',
      isOptional: true,
      description:
        'a HAR file, saved answers, a capture, a snapshot: files, folders, or - for standard input. With them, --dataverse says which of their environments is meant',
    },
  },
  options: factsOptions,
  load: () => import('../run/capture.js'),
  renderers: { json: asJson },
  examples: [
    'dual-write-health capture --dataverse https://contoso.crm4.dynamics.com -o snapshot.json',
    'dual-write-health capture recording.har answers/ -o snapshot.json',
  ],
});
