import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import { governanceOptions } from '../options.js';

export const cleanup = defineCommand({
  path: 'cleanup',
  summary: 'plan how stale configuration is removed',
  description:
    'Plan how stale configuration is removed: the steps on both sides, to be reviewed and carried out by a person. It changes nothing.',
  exitCodes: {
    0: 'nothing to clean up',
    1: 'something, or something is in the way',
    2: 'nothing was found, but not everything could be judged',
  },
  guide: 'diagnosis.md',
  arguments: {
    input: {
      type: 'text-or-file',
      description:
        'a report or a snapshot as JSON, a file with an error text, - for standard input, or the error text itself',
    },
  },
  options: {
    gate: {
      type: 'negated',
      sets: 'none',
      description: 'judge stale configuration even when prerequisites fail',
    },
    ...governanceOptions,
  },
  load: () => import('../run/cleanup.js'),
  renderers: {
    ...documentFormats(
      'cleanup-plan',
      async () => (await import('../../inputs/planned-cleanup-document.js')).plannedCleanupDocument,
      ({ plan, ...more }) => ({ ...plan, ...more }),
    ),
    sql: async (planned) => (await import('../../inputs/planned-cleanup-document.js')).plannedCleanupSql(planned),
  },
  examples: [
    'dual-write-health cleanup report.json',
    'dual-write-health cleanup snapshot.json --format sql -o cleanup.sql',
    'dual-write-health cleanup snapshot.json --no-gate --baseline report.json',
    'dual-write-health cleanup "Unable to generate payload for entity CustCustomerV3Entity"',
  ],
});
