import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ActivityEvent, parseActivityEvent, replayActivity } from '../../src/activity/index.js';
import { eventsOfMapActivity, mapActivityOf } from '../../src/activity/map-activity-fact.js';
import { evaluateSnapshot, operations, parseSnapshot, snapshotOf } from '../../src/index.js';

const map = 'Customers V3 (accounts)';
const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour)).toISOString();

function events(
  ...inputs: readonly (readonly [type: string, hour: number, more?: object])[]
): readonly ActivityEvent[] {
  return inputs.map(([type, hour, more = {}]) =>
    parseActivityEvent({ map, type, at: at(hour), ...more })._unsafeUnwrap(),
  );
}

const error = { id: 'q-1', message: 'no currency', createdOn: at(3), retryStatus: 'failed' };
const live = [
  ['run', 1],
  ['initial-sync-completed', 2, { directions: [{ direction: 1, records: 3, errors: 0 }] }],
] as const;

describe('log to fact', () => {
  test.each([
    ['a map that runs', [...live], { state: 'running', since: at(2), lastStartedOn: at(1) }],
    ['paused', [...live, ['paused', 3, { queuedBytes: 7 }]], { state: 'paused', since: at(3), queuedBytes: 7 }],
    [
      'the latest size of the queue',
      [...live, ['paused', 3, { queuedBytes: 9 }], ['queue-measured', 4, { queuedBytes: 5 }]],
      { queuedBytes: 5 },
    ],
    ['resumed', [...live, ['paused', 3], ['resumed', 4]], { state: 'resuming', since: at(4), lastStartedOn: at(1) }],
    ['resumed by run', [...live, ['paused', 3], ['run', 4]], { state: 'resuming', lastStartedOn: at(1) }],
    [
      'resumed in a way that is not known',
      [...live, ['paused', 3], ['resumed', 4, { option: 'unknown' }]],
      { state: 'unknown' },
    ],
    ['errors alone', [['error', 1, { message: 'm' }]], { state: 'unknown' }],
    [
      'an error that may have set it back',
      [
        ['run', 1],
        ['error', 2],
      ],
      { state: 'unknown' },
    ],
    [
      'a state after it',
      [
        ['run', 1],
        ['error', 2, { state: 'not-running' }],
      ],
      { state: 'not-running', since: at(2) },
    ],
    [
      'an initial sync with errors',
      [
        ['run', 1],
        ['initial-sync-completed', 2, { directions: [{ direction: 1, errors: 1 }] }],
      ],
      { state: 'unknown' },
    ],
    [
      'open catch-up errors',
      [...live, ['paused', 3], ['resumed', 4], ['catch-up-completed', 5, { errors: [error] }]],
      { catchUpErrors: [{ id: 'q-1', createdOn: at(3) }] },
    ],
    [
      'retried ones',
      [...live, ['paused', 3], ['resumed', 4], ['catch-up-completed', 5, { errors: [{ ...error, retryStatus: 2 }] }]],
      { catchUpErrors: [] },
    ],
    ['observed', [['observed', 5, { state: 'paused' }]], { state: 'paused' }],
    [
      'observed, and since when',
      [['observed', 5, { state: 'paused', since: at(2) }]],
      { state: 'paused', since: at(2) },
    ],
  ] as const)('%s', (_, log, expected) => {
    const fact = mapActivityOf(events(...log));
    expect(fact).toMatchObject({ status: 'known', coverage: 'partial', value: [{ map, ...expected }] });
  });

  test.each([
    ['a map that runs', [...live], { map, state: 'running', since: at(2), lastStartedOn: at(1) }],
    ['an observed state', [['observed', 5, { state: 'paused' }]], { map, state: 'paused' }],
    ['an error alone', [['error', 5]], { map, state: 'unknown' }],
  ] as const)('what a log does not show is left out: %s', (_, log, expected) => {
    expect(mapActivityOf(events(...log)).value).toEqual([expected]);
  });

  test('the rules of operations find in it what the log shows', () => {
    const fact = mapActivityOf(events(...live, ['paused', 3]));
    const snapshot = snapshotOf('uat', { mapActivity: fact }, { takenAt: at(24) });
    expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot))).isOk()).toBe(true);
    const { outcomes } = evaluateSnapshot(snapshot, { validator: operations });
    expect(outcomes.find(({ code }) => code === 'DWFOEV9603')).toMatchObject({ status: 'failed' });
  });
});

describe('fact to log', () => {
  const row = { map, state: 'paused', since: at(2), lastStartedOn: at(1), queuedBytes: 7 } as const;

  test('and to fact again', () => {
    for (const takenAt of [undefined, at(30)]) {
      const { events: log, lacks } = eventsOfMapActivity(
        [{ ...row, catchUpErrors: [{ id: 'q', createdOn: at(1) }] }],
        takenAt,
      );
      expect(lacks).toEqual([]);
      expect(mapActivityOf(log).value).toEqual([{ ...row, catchUpErrors: [{ id: 'q', createdOn: at(1) }] }]);
    }
  });

  test('the sample log survives as far as the fact holds it', () => {
    const file = new URL('../../examples/activity/log.jsonl', import.meta.url);
    const log = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line): ActivityEvent => JSON.parse(line));
    const fact = mapActivityOf(log);
    expect(fact.value).toHaveLength(4);
    const { events: again, lacks } = eventsOfMapActivity(fact.value);
    expect(mapActivityOf(again).value).toEqual(fact.value);
    expect(lacks).toEqual(
      fact.value.filter(({ state }) => state === 'unknown').map(({ map: name }) => `${name}: its state`),
    );
  });

  test('a pause counts from when it began, and the snapshot says until when', () => {
    const { events: log } = eventsOfMapActivity([row], at(30));
    const { maps, judgedAt } = replayActivity(log);
    expect(judgedAt).toBe(at(30));
    expect(maps[0]).toMatchObject({
      state: 'paused',
      segments: [{ state: 'paused', from: at(2), to: null, queuedBytes: 7 }],
      anomalies: [{ type: 'long-pause', severity: 'error', since: at(2) }],
    });
  });

  test.each([
    ['no state', { state: 'unknown' }, [`${map}: its state`], 1],
    ['no time at all', { since: null, lastStartedOn: null }, [`${map}: when its state was seen`], 0],
    ['a time without a zone', { since: '2026-11-20 10:00' }, [`${map}: since: expected a date and time`], 0],
  ] as const)('%s is named', (_, more, expected, count) => {
    const { events: log, lacks } = eventsOfMapActivity([{ ...row, ...more }]);
    expect(log).toHaveLength(count);
    expect(lacks).toHaveLength(1);
    expect(lacks[0]).toContain(expected[0]);
  });
});

describe('an observation', () => {
  test('explains nothing and breaks nothing: what follows does not look like a gap in the log', () => {
    const log = events(['observed', 1], ['initial-sync-started', 1], ['initial-sync-completed', 2], ['paused', 3]);
    expect(replayActivity(log).maps[0]).toMatchObject({ state: 'paused', anomalies: [] });
    const [first, ...without] = log;
    expect(first?.type).toBe('observed');
    expect(replayActivity(without).maps[0]?.anomalies).not.toEqual([]);
  });

  test('in the middle of a log it is the state from then on', () => {
    const { maps } = replayActivity(
      events(...live, ['observed', 5, { state: 'paused', since: at(4), queuedBytes: 9 }]),
    );
    expect(maps[0]?.segments.slice(-2)).toEqual([
      { state: 'running', from: at(2), to: at(4) },
      { state: 'paused', from: at(4), to: null, queuedBytes: 9 },
    ]);
    expect(maps[0]?.anomalies).toEqual([]);
  });

  test('it cannot have begun before the last change, nor after it was seen', () => {
    const from = (since: string) =>
      replayActivity(events(...live, ['observed', 5, { state: 'paused', since }])).maps[0]?.segments.at(-1)?.from;
    expect(from(at(0))).toBe(at(2));
    expect(from(at(9))).toBe(at(5));
  });

  test('an initial sync that says that it ended with errors has open ones, counted or not', () => {
    const completed = { executionId: 'x', directions: [{ direction: 1, errors: 0 }], withErrors: true };
    const { maps } = replayActivity(events(['run', 1], ['initial-sync-completed', 2, completed]));
    expect(maps[0]).toMatchObject({
      state: 'initializing',
      initialSyncs: [{ hasOpenErrors: true, withErrors: true }],
      anomalies: [
        { type: 'initial-sync-failed', message: expect.stringContaining('errors that the log does not count') },
      ],
    });
  });
});
