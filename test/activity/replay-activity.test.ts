import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type MapActivity, replayActivity } from '../../src/activity/index.js';
import { mapStates } from '../../src/activity/map-state.js';
import { arbitraryValidLog } from './valid-log.js';

const day = (number: number, time = '00:00:00') => `2026-11-${String(number).padStart(2, '0')}T${time}Z`;
const map = 'Customers V3 (accounts)';
type Told = readonly [type: string, at: string, more?: object];
const created: Told = ['map-created', day(1)];
const live: readonly Told[] = [created, ['run', day(1, '01:00:00')], ['initial-sync-completed', day(1, '02:00:00')]];

function replayOf(told: readonly Told[], now?: string): MapActivity {
  const events = told.map(([type, at, more]) => ({ map, type, at, ...more }));
  const { maps } = replayActivity(events, { now });
  const [only, ...others] = maps;
  if (only === undefined || others.length > 0) throw new Error(`expected one map, found ${maps.length}`);
  return only;
}

const statesOf = ({ segments }: MapActivity) => segments.map(({ state }) => state);
const anomaliesOf = ({ anomalies }: MapActivity) => anomalies.map(({ type, severity }) => `${severity} ${type}`);

describe('the states', () => {
  test('go from not running to running, with their times', () => {
    const { segments, state } = replayOf(live);
    expect(state).toBe('running');
    expect(segments).toEqual([
      { state: 'not-running', from: '2026-11-01T00:00:00.000Z', to: '2026-11-01T01:00:00.000Z' },
      { state: 'initializing', from: '2026-11-01T01:00:00.000Z', to: '2026-11-01T02:00:00.000Z' },
      { state: 'running', from: '2026-11-01T02:00:00.000Z', to: null },
    ]);
  });

  test('the start is not known if the log does not include the creation', () => {
    expect(replayOf([['run', day(1)]]).segments[0]).toEqual({
      state: 'not-running',
      from: null,
      to: '2026-11-01T00:00:00.000Z',
    });
  });

  const errors = (number: number) => ({ directions: [{ direction: 1, errors: number }] });
  test.each<[string, readonly Told[], readonly string[], (readonly string[])?]>([
    [
      'pause and resume',
      [...live, ['paused', day(2)], ['resumed', day(2)], ['catch-up-started', day(2)], ['catch-up-completed', day(2)]],
      ['paused', 'resuming', 'running'],
    ],
    ['run on a paused map resumes it', [...live, ['paused', day(2)], ['run', day(2)]], ['paused', 'resuming']],
    [
      'skip to live',
      [...live, ['paused', day(2)], ['resumed', day(2), { option: 'skip-preserving' }]],
      ['paused', 'running'],
    ],
    [
      'stop, edit, and run without initial sync',
      [...live, ['stopped', day(2)], ['field-mappings-updated', day(2)], ['run', day(2), { skipInitialSync: true }]],
      ['stopped', 'running'],
    ],
    [
      'a re-run goes through the initial sync',
      [...live, ['initial-sync-started', day(2)], ['initial-sync-completed', day(2)]],
      ['initializing', 'running'],
    ],
    [
      'several executions: the last one counts',
      [
        created,
        ['run', day(1)],
        ['initial-sync-started', day(1), { executionId: 'a' }],
        ['initial-sync-started', day(1), { executionId: 'b' }],
        ['initial-sync-completed', day(1), { executionId: 'a' }],
      ],
      ['initializing'],
    ],
    [
      'an initial sync with errors is not through',
      [created, ['run', day(1)], ['initial-sync-completed', day(1), errors(2)]],
      ['initializing'],
      ['error initial-sync-failed'],
    ],
    [
      'until it is run again',
      [
        created,
        ['run', day(1)],
        ['initial-sync-started', day(1), { executionId: 'a' }],
        ['initial-sync-completed', day(1), { executionId: 'a', ...errors(2) }],
        ['initial-sync-started', day(1), { executionId: 'a' }],
        ['initial-sync-completed', day(1), { executionId: 'a', ...errors(0) }],
      ],
      ['initializing', 'running'],
    ],
    [
      'or skipped',
      [
        created,
        ['run', day(1)],
        ['initial-sync-completed', day(1), errors(2)],
        ['run', day(1), { skipInitialSync: true }],
      ],
      ['initializing', 'running'],
      ['error initial-sync-failed'],
    ],
    [
      'or the map turns out to run',
      [created, ['run', day(1)], ['initial-sync-completed', day(1), errors(2)], ['paused', day(2)]],
      ['initializing', 'paused'],
      ['error initial-sync-failed'],
    ],
    [
      'or to have been thrown back',
      [created, ['run', day(1)], ['error', day(1)], ['field-mappings-updated', day(1)]],
      ['initializing', 'not-running'],
    ],
    [
      'an error that tells the state',
      [created, ['run', day(1)], ['error', day(1), { state: '6' }], ['run', day(1, '03:00:00')]],
      ['initializing', 'not-running', 'initializing'],
    ],
    [
      'initial writes of new legal entities do not end a pause',
      [
        ...live,
        ['paused', day(2)],
        ['initial-sync-started', day(2), { legalEntity: 'DEMF' }],
        ['initial-sync-completed', day(2), { legalEntity: 'DEMF' }],
      ],
      ['paused'],
    ],
    [
      'what began in the pause may end later',
      [
        ...live,
        ['paused', day(2)],
        ['initial-sync-started', day(2), { legalEntity: 'DEMF' }],
        ['resumed', day(2)],
        ['initial-sync-completed', day(2), { legalEntity: 'DEMF' }],
      ],
      ['paused', 'resuming'],
    ],
    [
      'stopped and not running are the same to the pages',
      [...live, ['stopped', day(2), { state: 6 }]],
      ['not-running'],
    ],
    [
      'later news of retries',
      [...live, ['catch-up-completed', day(2), { errors: [{ id: 'r', createdOn: day(2), retryStatus: 2 }] }]],
      [],
    ],
  ])('%s', (_, told, states, anomalies = []) => {
    const activity = replayOf(told);
    const before = statesOf(replayOf(told.filter((one) => live.includes(one)))).length;
    expect(statesOf(activity).slice(before)).toEqual(states);
    expect(anomaliesOf(activity)).toEqual(anomalies);
  });
});

describe('what the state does not allow', () => {
  test.each<[string, readonly Told[], { from: string; to: string; allowed: readonly string[] }]>([
    [
      'a pause of a map that is off',
      [created, ['paused', day(2)]],
      { from: 'not-running', to: 'paused', allowed: ['run'] },
    ],
    [
      'a stop while initializing',
      [created, ['run', day(1)], ['stopped', day(1)]],
      { from: 'initializing', to: 'stopped', allowed: [] },
    ],
    [
      'a run of a map that runs',
      [...live, ['run', day(2)]],
      { from: 'running', to: 'running', allowed: ['stop', 'pause'] },
    ],
    [
      'a resumption without a pause',
      [...live, ['resumed', day(2)]],
      { from: 'running', to: 'resuming', allowed: ['stop', 'pause'] },
    ],
    [
      'a resumption of a map that is off',
      [created, ['resumed', day(2)]],
      { from: 'not-running', to: 'resuming', allowed: ['run'] },
    ],
    [
      'a stop while paused',
      [...live, ['paused', day(2)], ['stopped', day(2)]],
      { from: 'paused', to: 'stopped', allowed: ['run'] },
    ],
    [
      'a pause while paused',
      [...live, ['paused', day(2)], ['paused', day(2)]],
      { from: 'paused', to: 'paused', allowed: ['run'] },
    ],
    [
      'an end of catching up on a running map',
      [...live, ['catch-up-completed', day(2)]],
      { from: 'running', to: 'running', allowed: ['stop', 'pause'] },
    ],
    [
      'an initial sync of a map that is off',
      [created, ['initial-sync-started', day(2)]],
      { from: 'not-running', to: 'initializing', allowed: ['run'] },
    ],
    [
      'mappings that change while the map runs',
      [...live, ['field-mappings-updated', day(2)]],
      { from: 'running', to: 'running', allowed: ['stop', 'pause'] },
    ],
    [
      'a state that cannot follow',
      [...live, ['error', day(2), { state: 'paused' }]],
      { from: 'running', to: 'paused', allowed: ['stop', 'pause'] },
    ],
  ])('%s', (_, told, expected) => {
    const { anomalies, state } = replayOf(told);
    expect(anomalies).toHaveLength(1);
    expect(anomalies[0]).toMatchObject({
      type: 'illegal-transition',
      severity: 'warning',
      event: told.at(-1)?.[0],
      ...expected,
    });
    expect(state).toBe(expected.to);
  });
});

describe('what lasts too long', () => {
  const paused: readonly Told[] = [...live, ['paused', day(2)]];
  const initializing: readonly Told[] = [created, ['run', day(1)]];
  test.each<[string, readonly Told[], string | undefined, readonly string[]]>([
    ['initializing for 24 hours', initializing, day(2), []],
    ['for more', initializing, day(2, '00:00:01'), ['error long-initialization']],
    [
      'for more, but over',
      [...initializing, ['initial-sync-completed', day(3)]],
      undefined,
      ['error long-initialization'],
    ],
    ['paused just less than 20 hours', paused, day(2, '19:59:59'), []],
    ['for 20 hours', paused, day(2, '20:00:00'), ['warning long-pause']],
    ['just less than 24', paused, day(2, '23:59:59'), ['warning long-pause']],
    ['for 24', paused, day(3), ['error long-pause']],
    ['without now, the last event counts', paused, undefined, []],
    [
      'that of another kind too',
      [...paused, ['queue-measured', day(2, '20:00:00')]],
      undefined,
      ['warning long-pause'],
    ],
    [
      'over after 20 hours',
      [...paused, ['resumed', day(2, '20:00:00')], ['catch-up-completed', day(2, '20:30:00')]],
      day(9),
      ['warning long-pause'],
    ],
    [
      'over before',
      [...paused, ['resumed', day(2, '19:00:00')], ['catch-up-completed', day(2, '19:30:00')]],
      day(9),
      [],
    ],
  ])('%s', (_, told, now, expected) => {
    expect(anomaliesOf(replayOf(told, now))).toEqual(expected);
  });

  test('when it came to be, and whether it is over', () => {
    const open = replayOf(paused, day(9)).anomalies[0];
    expect(open).toMatchObject({ at: '2026-11-03T00:00:00.000Z', since: '2026-11-02T00:00:00.000Z', isOver: false });
    expect(open?.whatToDo).toContain('Resume the map');
    const over = replayOf([...paused, ['run', day(4)], ['catch-up-completed', day(4)]]).anomalies[0];
    expect(over).toMatchObject({ isOver: true, severity: 'error' });
    expect(over?.whatToDo).toContain('the pause is over');
  });

  test.each([
    [799_999_999, []],
    [800_000_000, ['warning large-queue']],
    [999_999_999, ['warning large-queue']],
    [1_000_000_000, ['error large-queue']],
  ])('%i bytes are queued', (queuedBytes, expected) => {
    const size = { queuedBytes };
    expect(anomaliesOf(replayOf([...live, ['paused', day(2), size]]))).toEqual(expected);
    expect(anomaliesOf(replayOf([...live, ['paused', day(2)], ['queue-measured', day(2), size]]))).toEqual(expected);
    expect(anomaliesOf(replayOf([...live, ['paused', day(2)], ['resumed', day(2), size]]))).toEqual(expected);
    const later: Told = ['catch-up-started', day(2), size];
    expect(anomaliesOf(replayOf([...live, ['paused', day(2)], ['resumed', day(2)], later]))).toEqual(expected);
  });

  test('the queue is dated by when it first came near', () => {
    const sizes = [700_000_000, 850_000_000, 900_000_000].map(
      (queuedBytes, hour): Told => ['queue-measured', day(2, `0${hour + 1}:00:00`), { queuedBytes }],
    );
    const { anomalies, segments } = replayOf([...paused, ...sizes]);
    expect(anomalies[0]).toMatchObject({ at: '2026-11-02T02:00:00.000Z', queuedBytes: 900_000_000 });
    expect(segments.at(-1)?.queuedBytes).toBe(900_000_000);
  });
});

describe('initial sync details', () => {
  const counts = (errors: number, records = 10) => ({
    directions: [
      { direction: 1, records, errors, topErrors: errors > 0 ? [{ message: 'no currency', recordId: 'DE-1' }] : [] },
      { direction: 2, records: 5, errors: 0 },
    ],
  });
  const first: readonly Told[] = [
    created,
    ['run', day(1)],
    ['initial-sync-started', day(1), { executionId: 'A', legalEntity: 'USMF' }],
    ['initial-sync-started', day(1), { executionId: 'B', legalEntity: 'DEMF' }],
    ['initial-sync-completed', day(1, '01:00:00'), { executionId: 'a', legalEntity: 'USMF', ...counts(0) }],
    ['initial-sync-completed', day(1, '02:00:00'), { executionId: '{b}', legalEntity: 'DEMF', ...counts(3) }],
  ];

  test('each execution with its counts, in all and by direction', () => {
    const [a, b, ...others] = replayOf(first).initialSyncs;
    expect(others).toEqual([]);
    expect(a).toMatchObject({ executionId: 'A', runs: 1, records: 15, errors: 0, canRerun: false, isUnderWay: false });
    expect(b).toMatchObject({ executionId: 'B', records: 15, errors: 3, canRerun: true });
    expect(b?.directions).toEqual([
      {
        direction: 'finops-to-dataverse',
        records: 10,
        errors: 3,
        topErrors: [{ message: 'no currency', recordId: 'DE-1' }],
      },
      { direction: 'dataverse-to-finops', records: 5, errors: 0, topErrors: [] },
    ]);
  });

  test.each<[string, readonly Told[], readonly boolean[], string]>([
    ['nothing more', [], [false, true], 'initializing'],
    [
      'the same again, without errors',
      [
        ['initial-sync-started', day(2), { executionId: 'B' }],
        ['initial-sync-completed', day(2), { executionId: 'B', ...counts(0) }],
      ],
      [false, false],
      'running',
    ],
    [
      'the same again, with only its end in the log',
      [['initial-sync-completed', day(2), { executionId: 'B', ...counts(0) }]],
      [false, false],
      'running',
    ],
    [
      'the same again, with errors',
      [
        ['initial-sync-started', day(2), { executionId: 'B' }],
        ['initial-sync-completed', day(2), { executionId: 'B', ...counts(1) }],
      ],
      [false, true],
      'initializing',
    ],
    ['the same is under way', [['initial-sync-started', day(2), { executionId: 'B' }]], [false, false], 'initializing'],
    [
      'another one of the same legal entity',
      [
        ['initial-sync-started', day(2), { executionId: 'C', legalEntity: 'demf' }],
        ['initial-sync-completed', day(2), { executionId: 'C', legalEntity: 'demf', ...counts(0) }],
      ],
      [false, false, false],
      'running',
    ],
    [
      'another one of another legal entity',
      [
        ['initial-sync-started', day(2), { executionId: 'C', legalEntity: 'FRRT' }],
        ['initial-sync-completed', day(2), { executionId: 'C', legalEntity: 'FRRT', ...counts(0) }],
      ],
      [false, true, false],
      'initializing',
    ],
    [
      'another one of all',
      [
        ['initial-sync-started', day(2), { executionId: 'C' }],
        ['initial-sync-completed', day(2), { executionId: 'C', ...counts(0) }],
      ],
      [false, false, false],
      'running',
    ],
    ['the map was skipped to live', [['run', day(2), { skipInitialSync: true }]], [false, true], 'running'],
    [
      'and paused',
      [
        ['run', day(2), { skipInitialSync: true }],
        ['paused', day(2)],
      ],
      [false, false],
      'paused',
    ],
    [
      'the map was run from the beginning',
      [
        ['run', day(2), { skipInitialSync: true }],
        ['stopped', day(2)],
        ['run', day(2)],
      ],
      [false, false],
      'initializing',
    ],
  ])('%s', (_, more, canRerun, state) => {
    const activity = replayOf([...first, ...more]);
    expect(activity.initialSyncs.map((execution) => execution.canRerun)).toEqual(canRerun);
    expect(activity.state).toBe(state);
    expect(anomaliesOf(activity).filter((one) => one.includes('illegal'))).toEqual([]);
  });

  test('executions without names are distinguished by their order', () => {
    const told: readonly Told[] = [
      created,
      ['run', day(1)],
      ['initial-sync-started', day(1)],
      ['initial-sync-completed', day(1), counts(2)],
      ['initial-sync-started', day(1)],
      ['initial-sync-completed', day(1), counts(0)],
    ];
    const { initialSyncs, state } = replayOf(told);
    expect(initialSyncs.map(({ errors, canRerun }) => ({ errors, canRerun }))).toEqual([
      { errors: 2, canRerun: false },
      { errors: 0, canRerun: false },
    ]);
    expect(state).toBe('running');
  });

  test.each([{}, { legalEntity: 'USMF' }])(
    'what one execution leaves, another one next to it does not fix: %j',
    (of) => {
      const told: readonly Told[] = [
        created,
        ['run', day(1)],
        ['initial-sync-started', day(1), { executionId: 'A', ...of }],
        ['initial-sync-started', day(1), { executionId: 'B' }],
        ['initial-sync-completed', day(1), { executionId: 'A', ...of, ...counts(2) }],
        ['initial-sync-completed', day(1), { executionId: 'B', ...counts(0) }],
      ];
      expect(replayOf(told)).toMatchObject({
        state: 'initializing',
        initialSyncs: [{ canRerun: true }, { canRerun: false }],
      });
    },
  );

  test('counts that the log does not tell are not known', () => {
    expect(replayOf(live).initialSyncs).toMatchObject([{ records: null, errors: null, canRerun: false }]);
  });
});

describe('catch-up errors', () => {
  const told = (retryStatus: string, at = day(2, '01:00:00')): readonly Told[] => [
    ...live,
    ['paused', day(2)],
    ['resumed', day(2)],
    ['catch-up-completed', at, { errors: [{ id: 'R1', message: 'no currency', createdOn: day(2), retryStatus }] }],
  ];
  test.each([
    ['not-retried', day(2, '19:59:59'), false, ['warning catch-up-errors-open']],
    ['retrying', day(2, '01:00:00'), false, ['warning catch-up-errors-open']],
    ['not-retried', day(2, '20:00:00'), false, ['warning catch-up-errors-expiring']],
    ['failed', day(2, '23:59:59'), false, ['warning catch-up-errors-expiring']],
    ['unknown', day(3), true, ['error catch-up-errors-purged']],
    ['retrying', day(3), true, ['error catch-up-errors-purged']],
    ['completed', day(9), false, []],
  ])('%s, on %s', (retryStatus, now, isPurged, anomalies) => {
    const activity = replayOf(told(retryStatus), now);
    expect(activity.catchUpErrors).toMatchObject([{ id: 'R1', purgedAt: '2026-11-03T00:00:00.000Z', isPurged }]);
    expect(anomaliesOf(activity)).toEqual(anomalies);
  });

  test('what the log tells last counts, and messages stay', () => {
    const later: Told = [
      'catch-up-completed',
      day(2, '03:00:00'),
      { errors: [{ id: ' r1 ', createdOn: day(2), retryStatus: 'Completed' }] },
    ];
    const { catchUpErrors } = replayOf([...told('failed'), later], day(9));
    expect(catchUpErrors).toMatchObject([
      { retryStatus: 'completed', message: 'no currency', toldAt: day(2, '03:00:00') },
    ]);
  });

  test('anomalies count them', () => {
    const errors = ['a', 'b', 'c'].map((id, hour) => ({ id, createdOn: day(2, `0${hour}:00:00`) }));
    const { anomalies } = replayOf([...live, ['catch-up-completed', day(2), { errors }]], day(3, '01:00:00'));
    expect(anomalies).toMatchObject([
      { type: 'catch-up-errors-expiring', count: 1, at: '2026-11-02T22:00:00.000Z' },
      { type: 'catch-up-errors-purged', count: 2, at: '2026-11-03T00:00:00.000Z' },
    ]);
  });
});

describe('the log as a whole', () => {
  test('is put in order, and what happened at once stays as it came', () => {
    const told = [...live, ['paused', day(2)] as const, ['resumed', day(2)] as const];
    const late = [...told.slice(3), ...told.slice(0, 3)];
    expect(replayOf(late)).toEqual(replayOf(told));
    expect(replayOf(late).log.map(({ type }) => type)).toEqual(told.map(([type]) => type));
  });

  test('times of other zones are the same moments', () => {
    expect(
      replayOf([
        ['run', '2026-11-01T01:00:00+02:00'],
        ['map-created', '2026-10-31T22:59:59Z'],
      ]).log[0]?.type,
    ).toBe('map-created');
  });

  test('the same id and content is one event, and nothing is lost', () => {
    const event = { map, type: 'map-created', at: day(1) };
    const { events, unreadable, maps } = replayActivity([
      { ...event, id: '{E1}' },
      { ...event, id: 'e1' },
      event,
      event,
      { map, type: 'levitated', at: day(1) },
      undefined,
      'text',
    ]);
    expect(events).toEqual({ read: 3, duplicates: 1, unreadable: 3 });
    expect(unreadable.map(({ index }) => index)).toEqual([4, 5, 6]);
    expect(maps[0]?.log).toHaveLength(3);
  });

  test('ids count for each map', () => {
    const { events, maps } = replayActivity([
      { id: '1', map: 'Customers', type: 'map-created', at: day(1) },
      { id: '1', map: 'Vendors', type: 'map-created', at: day(1) },
    ]);
    expect(events).toEqual({ read: 2, duplicates: 0, unreadable: 0 });
    expect(maps.map(({ log, anomalies }) => [log.length, anomalies])).toEqual([
      [1, []],
      [1, []],
    ]);
  });

  test.each<[string, object]>([
    ['another type', { type: 'field-mappings-updated' }],
    ['another time', { at: day(2) }],
    ['another property', { version: '2' }],
    ['another state', { state: 'stopped' }],
  ])('the same id with %s is an anomaly, and both count', (_, change) => {
    const event = { id: '{A1}', map, type: 'map-created', at: day(1), version: '1' };
    const { events, maps } = replayActivity([{ ...event, ...change, id: 'a1' }, {}, event, event]);
    expect(events).toEqual({ read: 2, duplicates: 1, unreadable: 1 });
    expect(maps[0]?.log).toHaveLength(2);
    expect(maps[0]?.anomalies).toMatchObject([
      {
        type: 'conflicting-events',
        severity: 'warning',
        indexes: [0, 2],
        message: 'Records 1 and 3 of the log have the same id but different content: both are counted',
      },
    ]);
  });

  test.each(['K', '\u212a', ' {k} '])('the id %s is that of k', (id) => {
    const event = { map, type: 'map-created', at: day(1) };
    expect(
      replayActivity([
        { ...event, id: 'k' },
        { ...event, id },
      ]).events.duplicates,
    ).toBe(1);
  });

  test('the time in another zone is the same content', () => {
    const event = { id: '1', map, type: 'map-created' };
    const events = [
      { ...event, at: '2026-11-01T00:00:00Z' },
      { ...event, at: '2026-11-01T01:00:00+01:00' },
    ];
    expect(replayActivity(events).events.duplicates).toBe(1);
  });

  test('maps are distinguished without letter case, and ordered by name', () => {
    const { maps } = replayActivity([
      { map: 'Vendors', type: 'run', at: day(1) },
      { map: ' CUSTOMERS', type: 'run', at: day(1) },
      { map: 'customers', type: 'map-created', at: day(1) },
    ]);
    expect(maps.map((one) => [one.map, one.log.length])).toEqual([
      ['CUSTOMERS', 2],
      ['Vendors', 1],
    ]);
  });

  test('an empty log contains nothing', () => {
    expect(replayActivity([])).toEqual({
      judgedAt: null,
      maps: [],
      events: { read: 0, duplicates: 0, unreadable: 0 },
      unreadable: [],
    });
  });

  test.each(['yesterday', '2026-11-20T10:00:00', new Date(Number.NaN)])('%s is not a valid time', (now) => {
    expect(() => replayActivity([], { now })).toThrow(RangeError);
  });
});

describe('failures', () => {
  const failed = { directions: [{ direction: 1, records: 10, errors: 3 }] };
  const clean = { directions: [{ direction: 1, records: 10, errors: 0 }] };
  const ofSync: readonly Told[] = [created, ['run', day(1)], ['initial-sync-completed', day(1, '02:00:00'), failed]];
  const discarded: readonly Told[] = [
    ...live,
    ['paused', day(2)],
    ['resumed', day(2, '01:00:00'), { option: 'skip-discarding', queuedRecords: 7 }],
  ];
  const open: readonly Told[] = [
    ...live,
    ['catch-up-completed', day(2), { errors: [{ id: 'R1', message: 'm', createdOn: day(2) }] }],
  ];
  const again: readonly Told[] = [
    ['stopped', day(2, '03:00:00')],
    ['run', day(2, '04:00:00')],
  ];
  const copied: Told = ['initial-sync-completed', day(2, '05:00:00'), clean];

  test.each<[string, readonly Told[], readonly string[]]>([
    ['an initial sync with errors', ofSync, ['error initial-sync-failed']],
    ['fixed by a later one', [...ofSync, ['initial-sync-completed', day(1, '03:00:00'), clean]], []],
    [
      'not fixed by going live without it',
      [...ofSync, ['run', day(1, '03:00:00'), { skipInitialSync: true }]],
      ['error initial-sync-failed'],
    ],
    [
      'nor by a run without it after a stop',
      [...ofSync, ['stopped', day(2)], ['run', day(2, '01:00:00'), { skipInitialSync: true }]],
      ['error initial-sync-failed'],
    ],
    ['discarded changes', discarded, ['error changes-discarded']],
    ['copied since', [...discarded, ...again, copied], []],
    [
      'copied with errors',
      [...discarded, ...again, ['initial-sync-completed', day(2, '05:00:00'), failed]],
      ['error changes-discarded', 'error initial-sync-failed'],
    ],
    [
      'perhaps copied: the log has no counts',
      [...discarded, ...again, ['initial-sync-completed', day(2, '05:00:00')]],
      ['error changes-discarded'],
    ],
    ['being copied', [...discarded, ...again], ['error changes-discarded']],
    [
      'copied before',
      [...live, ...again, copied, ['paused', day(3)], ['resumed', day(3), { option: 'skip-discarding' }]],
      ['error changes-discarded'],
    ],
    [
      'a queue that was empty',
      [...live, ['paused', day(2)], ['resumed', day(2), { option: 'skip-discarding', queuedBytes: 0 }]],
      [],
    ],
    ['an open catch-up error', open, ['warning catch-up-errors-open']],
    ['whose row was copied since', [...open, ...again, copied], []],
  ])('%s', (_, told, expected) => {
    const activity = replayOf(told);
    const found = anomaliesOf(activity).filter((one) => !one.includes('illegal'));
    expect(found).toEqual(expected);
  });

  test('which execution failed, and that of discarded changes how many', () => {
    const names = { executionId: 'E-1', legalEntity: 'USMF' };
    expect(
      replayOf([created, ['run', day(1)], ['initial-sync-completed', day(1), { ...names, ...failed }]]),
    ).toMatchObject({
      anomalies: [{ type: 'initial-sync-failed', ...names, errors: 3, at: '2026-11-01T00:00:00.000Z' }],
      initialSyncs: [{ ...names, hasOpenErrors: true }],
    });
    expect(replayOf(discarded)).toMatchObject({
      anomalies: [{ type: 'changes-discarded', queuedRecords: 7, at: '2026-11-02T01:00:00.000Z' }],
      discardedQueues: [{ isLost: true, queuedRecords: 7 }],
    });
  });

  test('what was resolved is still shown', () => {
    expect(replayOf([...discarded, ...again, copied]).discardedQueues).toMatchObject([{ isLost: false }]);
    expect(replayOf([...open, ...again, copied], day(9)).catchUpErrors).toMatchObject([
      { isOpen: false, isPurged: true },
    ]);
  });
});

describe('dates at the edge of the calendar', () => {
  test.each([
    '0001-01-01T00:00:00Z',
    '0001-01-01T23:59:59-14:00',
    '0000-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T00:00:00Z',
    '9999-12-31T00:00:00+14:00',
    '+275760-09-13T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '2026-11-01T24:00:00Z',
    '2026-06-30T23:59:60Z',
  ])('%s is not a date of an event', (at) => {
    const shapes = [
      { map, type: 'run', at },
      { map, type: 'catch-up-completed', at: day(2), errors: [{ id: 'r', createdOn: at }] },
    ];
    const { events, unreadable } = replayActivity([...shapes, { map, type: 'map-created', at: day(1) }]);
    expect(events).toEqual({ read: 1, duplicates: 0, unreadable: 2 });
    expect(unreadable.map(({ issues }) => issues[0].path)).toEqual(['at', 'errors[0].createdOn']);
  });

  test.each([
    ['0001-01-03T00:00:00Z', '9999-12-29T23:59:59.999Z'],
    ['0099-12-31T00:00:00+23:59', '9999-12-29T00:00:00-23:59'],
  ])('%s and %s are, and so is all that follows from them', (first, last) => {
    const activity = replayOf([
      ['map-created', first],
      ['run', first],
      ['paused', last],
      ['catch-up-completed', last, { errors: [{ id: 'r', createdOn: last }] }],
    ]);
    const dates = JSON.stringify(activity).match(/"[+-]?\d{4,6}-\d\d-\d\dT[^"]*"/g) ?? [];
    expect(dates.length).toBeGreaterThan(6);
    for (const date of dates) expect(date).toMatch(/^"\d{4}-/);
  });

  test.each([new Date(8.64e15), '9999-12-31T23:59:59-14:00', '0000-01-01T00:00:00+14:00'])('nor is %s now', (now) => {
    expect(() => replayActivity([], { now })).toThrow(RangeError);
  });
});

property.prop([arbitraryValidLog])(
  'a valid log has no anomaly, and goes through the states of its walk',
  ({ events, states }) => {
    const { maps, events: totals } = replayActivity(events);
    expect(totals).toEqual({ read: events.length, duplicates: 0, unreadable: 0 });
    const [activity] = maps;
    expect(activity?.anomalies).toEqual([]);
    expect(activity?.state).toBe(states.at(-1));
    const changes = states.filter((state, index) => state !== states[index - 1]);
    expect(activity?.segments.map(({ state }) => state)).toEqual(changes);
  },
);

const arbitraryShuffledLog = arbitraryValidLog.chain(({ events }) => {
  // No two at once: only those keep their order.
  const apart = events.map((event, index) => ({
    ...event,
    at: new Date(Date.parse(event.at) + index * 1000).toISOString(),
  }));
  const shuffled = fc.shuffledSubarray(apart, { minLength: apart.length });
  return fc.record({ events: fc.constant(apart), shuffled });
});

property.prop([arbitraryShuffledLog])('the order in which events come does not matter', ({ events, shuffled }) => {
  expect(replayActivity(shuffled).maps).toEqual(replayActivity(events).maps);
});

const types = [
  'map-created',
  'field-mappings-updated',
  'run',
  'initial-sync-started',
  'initial-sync-completed',
  'paused',
  'queue-measured',
  'resumed',
  'catch-up-started',
  'catch-up-completed',
  'stopped',
  'error',
];
const arbitraryEvent = fc.record({
  map: fc.constantFrom('a', 'A ', 'b'),
  type: fc.constantFrom(...types, 'nonsense'),
  at: fc.integer({ min: 1_700_000_000_000, max: 1_700_900_000_000 }).map((at) => new Date(at).toISOString()),
  id: fc.option(fc.nat(50).map(String), { nil: undefined }),
  state: fc.option(fc.nat(9), { nil: undefined }),
  executionId: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
  legalEntity: fc.option(fc.constantFrom('USMF', 'DEMF'), { nil: undefined }),
  skipInitialSync: fc.option(fc.boolean(), { nil: undefined }),
  queuedBytes: fc.option(fc.nat(2_000_000_000), { nil: undefined }),
  option: fc.constantFrom('catch-up', 'skip-preserving', undefined),
  directions: fc.array(fc.record({ direction: fc.nat(3), errors: fc.nat(2) }), { maxLength: 2 }),
});

property.prop([fc.array(arbitraryEvent, { maxLength: 60 })])('whatever a log says, it is replayed whole', (events) => {
  const replay = replayActivity(events);
  const { read, duplicates, unreadable } = replay.events;
  expect(read + duplicates + unreadable).toBe(events.length);
  expect(replay.maps.reduce((sum, { log }) => sum + log.length, 0)).toBe(read);
  for (const { segments, state, log, anomalies } of replay.maps) {
    expect(segments[0]?.state).toBe('not-running');
    expect(segments.at(-1)).toMatchObject({ state, to: null });
    for (const [index, segment] of segments.entries()) {
      expect(mapStates).toContain(segment.state);
      if (index > 0) expect(segment.from).toBe(segments[index - 1]?.to);
    }
    expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).sort());
    expect(anomalies.map(({ at }) => at)).toEqual(anomalies.map(({ at }) => at).sort());
  }
  expect(JSON.parse(JSON.stringify(replay))).toEqual(JSON.parse(JSON.stringify(replayActivity(events))));
});
