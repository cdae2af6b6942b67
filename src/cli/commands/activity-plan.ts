import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import { parseMoment } from '../parse-value.js';

export const activityPlan = defineCommand({
  path: 'activity plan',
  summary: 'what an action on a map would do',
  description:
    'Show what running the initial sync of a map again, retrying its catch-up errors or downloading an error log would do, and whether its state and the time left allow it. It never sends anything.',
  exitCodes: {
    0: 'everything requested can be done',
    1: 'some or all of it cannot',
    2: 'it can, but part of the log could not be read',
  },
  guide: 'operations.md',
  arguments: {
    file: {
      type: 'file',
      description: 'a log as JSON Lines or JSON, a snapshot, a HAR file or captured answers, or - for standard input',
    },
  },
  options: {
    map: { type: 'text', value: 'name', isRequired: true, description: 'the map' },
    action: {
      type: 'choice',
      value: 'action',
      choices: ['rerun-initial-sync', 'retry-catch-up-errors', 'download-error-log'],
      isRequired: true,
      description: 'what is to be done',
    },
    executionId: {
      type: 'text',
      value: 'id',
      description: 'the initial sync to run again (default: each that ended with errors)',
    },
    records: {
      type: 'choice',
      value: 'records',
      choices: ['all', 'without-errors'],
      description: 'run it again for all records, or only for records that are new since then (default: all)',
    },
    recordId: {
      type: 'repeated',
      value: 'id',
      description: 'the catch-up error to retry; may be given several times (default: all)',
    },
    eventId: {
      type: 'text',
      value: 'id',
      description: 'the error whose log to download (default: the latest with one)',
    },
    now: { type: 'parsed', value: 'time', parse: parseMoment, description: 'judge as of this time (default: now)' },
  },
  load: () => import('../run/activity-plan.js'),
  renderers: documentFormats(
    'activity-plan',
    async () => (await import('../../inputs/planned-activity-document.js')).plannedActivityDocument,
    ({ plan, unreadable, lacks }) => ({ ...plan, unreadable, ...(lacks.length === 0 ? {} : { lacks }) }),
  ),
  examples: [
    'dual-write-health activity plan log.jsonl --map "Customers V3 (accounts)" --action retry-catch-up-errors',
    'dual-write-health activity plan log.jsonl --map "Vendors V2 (msdyn_vendors)" --action rerun-initial-sync --records without-errors',
  ],
});
