import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import { parseMinutes } from '../parse-value.js';

export const alertsReplay = defineCommand({
  path: 'alerts replay',
  summary: 'which alerts would have fired over a log',
  description: 'Say which alerts would have fired over a log.',
  exitCodes: { 0: 'none', 1: 'some', 2: 'none, but some settings or events could not be read or evaluated' },
  guide: 'operations.md',
  arguments: {
    settings: {
      type: 'file',
      description: 'alert settings: a list, a snapshot, a capture or a HAR file, or - for standard input',
    },
    events: {
      type: 'file',
      description:
        'errors with type and at in the order of time, or sync errors; JSON Lines or JSON, or - for standard input',
    },
  },
  options: {
    lateness: {
      type: 'parsed',
      value: 'minutes',
      parse: parseMinutes,
      default: 0,
      description: 'how much older than the newest event an event may be and still count',
    },
  },
  load: () => import('../run/alerts-replay.js'),
  renderers: documentFormats(
    'alert-replay',
    async () => (await import('../../reporters/documents/alert-replay-document.js')).alertReplayDocument,
  ),
  examples: [
    'dual-write-health alerts replay alert-settings.json events.jsonl --lateness 5',
    'dual-write-health alerts replay snapshot.json sync-errors.jsonl',
  ],
});
