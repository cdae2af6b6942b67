import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import { parseMoment } from '../parse-value.js';
import type { ReplayedLog } from '../run/activity.js';

export const activity = defineCommand({
  path: 'activity',
  summary: 'show the activity log of maps',
  description: 'Show the activity log of maps, or everything about one.',
  exitCodes: { 0: 'no anomaly', 1: 'some', 2: 'none, but part of the log could not be read' },
  guide: 'operations.md',
  arguments: {
    file: {
      type: 'file',
      description: 'a log as JSON Lines or JSON, a snapshot, a HAR file or captured answers, or - for standard input',
    },
  },
  options: {
    map: { type: 'text', value: 'name', description: 'everything about this map' },
    now: {
      type: 'parsed',
      value: 'time',
      parse: parseMoment,
      withoutValue: () => new Date(),
      description: 'evaluate open states as of this time, or as of now if no time is given; default: the last event',
    },
  },
  load: () => import('../run/activity.js'),
  renderers: {
    ...documentFormats('activity', async () => {
      const [{ activityDocument }, { mapActivityDocument }] = await Promise.all([
        import('../../reporters/documents/activity-document.js'),
        import('../../reporters/documents/map-activity-document.js'),
      ]);
      return ({ replay, isOfOneMap }: ReplayedLog) => {
        // Of one map too, all are replayed: what is repeated in the log is counted in all of them.
        const [map] = isOfOneMap ? [...replay.maps] : [];
        return map === undefined ? activityDocument(replay) : mapActivityDocument(map, replay);
      };
    }),
    json: async ({ replay }) => {
      const { jsonInPieces } = await import('../json-in-pieces.js');
      const { judgedAt, maps, unreadable, lacks } = replay;
      return jsonInPieces({
        schemaVersion: 1,
        kind: 'activity',
        judgedAt,
        maps,
        get events() {
          return replay.events;
        },
        unreadable,
        lacks,
      });
    },
  },
  examples: [
    'dual-write-health activity log.jsonl',
    'dual-write-health activity recording.har',
    'dual-write-health activity log.jsonl --map "Customers V3 (accounts)" --now',
  ],
});
