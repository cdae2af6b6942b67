import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';
import { parseMoment } from '../parse-value.js';

export const activity = defineCommand({
  path: 'activity',
  summary: 'show the activity log of maps',
  description: 'Show the activity log of maps, or everything about one.',
  exitCodes: { 0: 'no anomaly', 1: 'some', 2: 'none but part of the log could not be read' },
  guide: 'operations.md',
  arguments: { file: { type: 'file', description: 'a log as JSON Lines or a JSON array, or - for standard input' } },
  options: {
    map: { type: 'text', value: 'name', description: 'everything about this map' },
    now: {
      type: 'parsed',
      value: 'time',
      parse: parseMoment,
      withoutValue: () => new Date(),
      description: 'judge what is open as of this time, or as of now; by default as of the last event',
    },
  },
  load: () => import('../run/activity.js'),
  renderers: {
    pretty: async ({ replay, map }, view) => {
      const { prettyActivity, prettyMapActivity } = await import('../../reporters/pretty-activity.js');
      return map === undefined ? prettyActivity(replay, view) : prettyMapActivity(map, replay, view);
    },
    json: ({ replay, map }) => asJson({ schemaVersion: 1, ...replay, ...(map === undefined ? {} : { maps: [map] }) }),
    markdown: async ({ replay, map }) => {
      const { markdownActivity, markdownMapActivity } = await import('../../reporters/markdown-activity.js');
      return map === undefined ? markdownActivity(replay) : markdownMapActivity(map, replay);
    },
    html: async ({ replay, map }) => {
      const { htmlActivity, htmlMapActivity } = await import('../../reporters/html-activity.js');
      return map === undefined ? htmlActivity(replay) : htmlMapActivity(map, replay);
    },
  },
  examples: [
    'dual-write-health activity log.jsonl',
    'dual-write-health activity log.jsonl --map "Customers V3 (accounts)" --now',
  ],
});
