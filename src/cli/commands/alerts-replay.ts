import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import { parseMinutes } from '../parse-value.js';

export const alertsReplay = defineCommand({
  path: 'alerts replay',
  summary: 'which alerts would have fired over a log',
  description: 'Say which alerts would have fired over a log.',
  exitCodes: { 0: 'none', 1: 'some', 2: 'none, but some events could not be evaluated' },
  guide: 'operations.md',
  arguments: {
    settings: { type: 'file', description: 'a list of alert settings as JSON, or - for standard input' },
    events: {
      type: 'file',
      description: 'JSON Lines of errors with type and at, in the order of time, or - for standard input',
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
  examples: ['dual-write-health alerts replay alert-settings.json events.jsonl --lateness 5'],
});
