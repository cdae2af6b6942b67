import { readFileSync } from 'node:fs';
import { type ActivityReplay, type MapActivity, replayActivity } from '../../src/activity/index.js';

/** The log of `examples/activity`, judged on the morning after. */
export function sampleActivity(): ActivityReplay {
  const file = new URL('../../examples/activity/log.jsonl', import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return replayActivity(
    lines.map((line) => JSON.parse(line)),
    { now: '2026-11-20T10:00:00Z' },
  );
}

/** A map with every kind of event, with this text wherever text from outside can occur. */
export function activityWith(text: string): { readonly activity: MapActivity; readonly replay: ActivityReplay } {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
  const map = `m ${text}`;
  const counts = { records: 2, errors: 1, topErrors: [{ message: text, recordId: text }] };
  const replay = replayActivity(
    [
      { type: 'map-created', at: at(0), version: text, publisher: text },
      { type: 'paused', at: at(1), id: text },
      { type: 'stopped', at: at(2) },
      { type: 'run', at: at(3) },
      { type: 'initial-sync-started', at: at(4), executionId: text, legalEntity: text },
      {
        type: 'initial-sync-completed',
        at: at(5),
        executionId: text,
        legalEntity: text,
        directions: [
          { direction: 1, ...counts },
          { direction: 2, records: 0, errors: 0 },
        ],
      },
      { type: 'error', at: at(6), message: text, log: text },
      { type: 'run', at: at(7), skipInitialSync: true },
      { type: 'paused', at: at(8), queuedBytes: 2_000_000_000, queuedRecords: 5 },
      { type: 'resumed', at: at(40) },
      {
        type: 'catch-up-completed',
        at: at(41),
        errors: ['completed', 'failed', 'not-retried'].map((retryStatus, index) => ({
          id: `${index} ${text}`,
          message: text,
          createdOn: at(20 + 20 * index),
          retryStatus,
        })),
      },
      { type: text, at: at(42) },
    ].map((event) => ({ map, ...event })),
    { now: at(66) },
  );
  const [activity] = replay.maps;
  if (activity === undefined) throw new Error('expected a map');
  return { activity, replay };
}
