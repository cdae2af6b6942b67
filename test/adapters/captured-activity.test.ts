import { describe, expect, test } from 'vitest';
import { replayActivity } from '../../src/activity/index.js';
import { mapActivityOf } from '../../src/activity/map-activity-fact.js';
import { capturedActivityOf, hasCapturedActivity } from '../../src/adapters/gateway/captured-activity.js';

const guids = ['1a1a1a1a-0000-4000-8000-000000000001', '2b2b2b2b-0000-4000-8000-000000000002'] as const;
const pid = `DWM-${guids[0]}-${guids[1]}`;
const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour)).toISOString();

function leg(more: object = {}) {
  return {
    displayName: 'From AX Customers V3 to CRM accounts',
    status: 'Completed',
    exportRecordCount: 10,
    exportRecordErrorCount: 0,
    importRecordsInsertedCount: 8,
    importRecordsUpdatedCount: 2,
    importRecordsErrorCount: 0,
    ...more,
  };
}

function execution(more: object = {}, ...legs: readonly object[]) {
  return {
    responseId: 'r-1',
    displayName: 'Customers',
    projectName: pid,
    legalEntityName: 'USMF',
    executionStatus: 'Completed',
    submittedOn: at(1),
    lastExecutionStatusChangeOn: at(2),
    upsertCount: 10,
    errorCount: 0,
    initialSyncRequestId: 'q-1',
    taskExecutionStatuses: [
      { name: 't', status: 'Completed', isRunning: false, legs: legs.length === 0 ? [leg()] : legs },
    ],
    ...more,
  };
}

const sync = (...executions: readonly object[]) => ({ projectName: pid, projectExecutionResponses: executions });

function captured(detail: object = {}, more: object = {}) {
  return {
    leftEntity: { targetType: 'AX', name: 'CustCustomerV3Entity', displayName: 'Customers V3' },
    rightEntity: { targetType: 'CRM', name: 'accounts', displayName: 'Accounts' },
    detail: { tName: 'accounts - Customers V3', pid, state: '4', ...detail },
    ...more,
  };
}

const request = (action: number | string, more: object = {}) => ({
  ...{ requestId: `q-${action}`, action, createdOn: at(1), modifiedOn: at(2), state: 2, errorMessage: null },
  ...more,
});

function read(...bodies: readonly unknown[]) {
  return capturedActivityOf(bodies.map((body) => ({ status: 200, body })));
}

const seen = <Event extends { readonly type: string }>(events: readonly Event[]) =>
  events.filter(({ type }) => type !== 'observed');

describe('initial syncs', () => {
  test.each([
    ['alone', sync(execution())],
    ['in a list', [sync(execution())]],
    ['in an envelope', { value: [sync(execution())] }],
    ['of another spelling', { ProjectName: pid, ProjectExecutionResponses: [execution()] }],
  ])('%s', (_, body) => {
    const { events, lacks } = read(body);
    expect(lacks).toEqual([]);
    expect(seen(events)).toEqual([
      { type: 'initial-sync-started', map: pid, at: at(1), executionId: 'r-1', legalEntity: 'USMF' },
      {
        ...{ type: 'initial-sync-completed', map: pid, at: at(2), executionId: 'r-1', legalEntity: 'USMF' },
        directions: [{ direction: 'finops-to-dataverse', records: 10, errors: 0, topErrors: [] }],
      },
    ]);
    expect(replayActivity(events).maps[0]).toMatchObject({ state: 'running', anomalies: [] });
  });

  test.each(['Running', 'In progress', 'InProgress', 'Queued', 'NotStarted'])('%s has no end', (executionStatus) => {
    const { events, lacks } = read(sync(execution({ executionStatus })));
    expect(seen(events).map(({ type }) => type)).toEqual(['initial-sync-started']);
    expect(lacks).toEqual([]);
    expect(mapActivityOf(events).value).toMatchObject([{ state: 'initializing' }]);
  });

  test.each([
    ['Completed', undefined],
    ['succeeded', undefined],
    ['Error', true],
    ['FAILED', true],
    ['Warning', true],
    ['Completed with errors', true],
  ])('%s has ended', (executionStatus, withErrors) => {
    const { events } = read(sync(execution({ executionStatus })));
    expect(events.at(-1)).toMatchObject({ type: 'initial-sync-completed', withErrors });
    const [map] = replayActivity(events).maps;
    expect(map?.initialSyncs).toMatchObject([{ hasOpenErrors: withErrors === true }]);
  });

  test.each([
    ['a word that is not known', 'Strange', 'the status Strange is not known'],
    ['a number', 3, 'the status 3 is not known'],
    ['nothing', null, 'the status in it is not known'],
    ['markup', '<script>alert(1)</script>', 'the status in it is not known'],
    ['a property of every object', 'constructor', 'the status constructor is not known'],
  ])('%s is not an end, and is named', (_, executionStatus, expected) => {
    const { events, lacks } = read(sync(execution({ executionStatus })));
    expect(seen(events)).toHaveLength(1);
    expect(lacks).toEqual([expect.stringContaining(expected)]);
  });

  test('one that has ended and runs is not known', () => {
    const taskExecutionStatuses = [{ isRunning: true, legs: [leg()] }];
    const { events, lacks } = read(sync(execution({ taskExecutionStatuses })));
    expect(seen(events)).toHaveLength(1);
    expect(lacks).toHaveLength(1);
  });

  test('errors by direction, without persons', () => {
    const importErrors = [{ recordId: '7', sourceField: 'X', errorMessage: 'ada@contoso.com has no currency' }];
    const { events } = read(
      sync(
        execution(
          { executionStatus: 'Error', errorCount: 3 },
          leg({ importRecordsErrorCount: 2, exportRecordErrorCount: 1, importErrors }),
          leg({ displayName: 'From CRM accounts to AX Customers V3', importRecordsInsertedCount: null }),
        ),
      ),
    );
    expect(events.at(-1)).toMatchObject({
      directions: [
        {
          ...{ direction: 'finops-to-dataverse', records: 10, errors: 3 },
          topErrors: [{ recordId: '7', message: '[email] has no currency' }],
        },
        { direction: 'dataverse-to-finops', records: undefined, errors: 0 },
      ],
    });
  });

  test.each([
    ['the whole is counted', {}, { upsertCount: 5, errorCount: 2 }, [{ direction: 'unknown', records: 5, errors: 2 }]],
    ['nothing is counted', {}, { upsertCount: null, errorCount: null }, []],
    ['counts that are none', { importRecordsErrorCount: -1 }, { upsertCount: 'x', errorCount: 1.5 }, []],
  ])('where a leg has no counts: %s', (_, more, counts, expected) => {
    const { events } = read(sync(execution(counts, leg({ importRecordsErrorCount: undefined, ...more }))));
    expect(events.at(-1)).toMatchObject({ type: 'initial-sync-completed', directions: expected });
  });

  test('a failure without records says what the leg says', () => {
    const failed = leg({ status: 'Error', details: 'Dual write Initial sync failed', importErrors: [] });
    const { events } = read(sync(execution({ executionStatus: 'Error' }, failed)));
    expect(events.at(-1)).toMatchObject({
      withErrors: true,
      directions: [{ errors: 0, topErrors: [{ message: 'Dual write Initial sync failed' }] }],
    });
  });

  test('asked for again and again, the latest answer counts', () => {
    const running = sync(execution({ executionStatus: 'Running', lastExecutionStatusChangeOn: at(1) }));
    const done = sync(execution());
    const answers = [
      { status: 200, body: done, at: Date.parse(at(3)) },
      { status: 200, body: running, at: Date.parse(at(1)) },
      { status: 500, body: sync(execution({ executionStatus: 'Error' })), at: Date.parse(at(4)) },
    ];
    const { events } = capturedActivityOf(answers);
    expect(seen(events).map(({ type }) => type)).toEqual(['initial-sync-started', 'initial-sync-completed']);
    expect(read(running, done).events).toEqual(events);
  });

  test.each([
    ['no project', { projectName: undefined }, 'an initial sync: which map it belongs to'],
    [
      'no zone',
      { lastExecutionStatusChangeOn: '2026-11-20T10:00:00' },
      'an initial sync: at: expected a date and time',
    ],
    ['no end', { lastExecutionStatusChangeOn: null }, 'an initial sync: at: expected a string'],
    ['no date', { submittedOn: '0001-01-01T00:00:00Z' }, 'an initial sync: at: expected a date'],
  ])('%s is named', (_, more, expected) => {
    const { lacks } = read({ projectExecutionResponses: [execution(more)] });
    expect(lacks).toEqual([expect.stringContaining(expected)]);
  });

  test('what is named often is named once', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      execution({ responseId: `r-${index}`, executionStatus: 'Odd' }),
    );
    expect(read(sync(...many)).lacks).toEqual([expect.stringMatching(/Odd is not known\) \(9 times\)$/)]);
  });
});

describe('maps', () => {
  test.each([pid, pid.toLowerCase(), guids[0], `{${guids[1].toUpperCase()}}`])(
    'a project names its map: %s',
    (project) => {
      const { events } = read([captured()], { ...sync(execution({ projectName: project })), projectName: project });
      expect(new Set(events.map(({ map }) => map))).toEqual(new Set(['accounts - Customers V3']));
    },
  );

  test('a project of two maps names none', () => {
    const other = captured({ tName: 'contacts - Contacts V2' });
    const { events } = read([captured(), other], sync(execution()));
    expect(seen(events).map(({ map }) => map)).toEqual([pid, pid]);
  });

  test.each([
    [1, 'run'],
    [4, 'stopped'],
    [5, 'paused'],
    [6, 'resumed'],
    [8, 'initial-sync-started'],
    ['Start', 'run'],
  ])('the action %s', (action, type) => {
    const { events, lacks } = read([captured({ lastRequests: [request(action)] })]);
    expect(seen(events)).toMatchObject([{ type, map: 'accounts - Customers V3', at: at(1), id: `q-${action}` }]);
    expect(lacks).toEqual([]);
  });

  test('how a map was resumed is not guessed', () => {
    const { events } = read([captured({ state: 4, lastRequest: request(6) })]);
    expect(seen(events)).toMatchObject([{ type: 'resumed', option: 'unknown' }]);
    expect(replayActivity(events).maps[0]).toMatchObject({ state: 'running', discardedQueues: [], anomalies: [] });
  });

  test('a request that waits has done nothing, and one that failed is an error without its key', () => {
    const failed = request(1, {
      ...{ state: 3, errorMessage: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x refused' },
      errorUri: 'https://logs.example/x?sig=c2VjcmV0',
    });
    const { events } = read([captured({ lastRequests: [request(5, { state: 1 }), failed], lastRequest: failed })]);
    expect(seen(events)).toMatchObject([{ type: 'error', at: at(2), message: expect.stringContaining('refused') }]);
    expect(JSON.stringify(events)).not.toMatch(/eyJ|c2VjcmV0/);
  });

  test.each([
    ['an action', request(7), 'a request of a map: the action 7 is not known'],
    ['a state', request(1, { state: 9 }), 'a request of a map: its state 9 is not known'],
    ['a time', request(1, { createdOn: 'noon' }), 'a request of a map: at: expected a date'],
  ])('%s that is not known is named', (_, lastRequest, expected) => {
    expect(read([captured({ lastRequest })]).lacks).toContainEqual(expect.stringContaining(expected));
  });

  test('an initial sync is not counted again for its request', () => {
    const { events } = read([captured({ lastRequest: request(8) })], sync(execution()));
    expect(seen(events).map(({ type }) => type)).toEqual(['initial-sync-started', 'initial-sync-completed']);
  });
});

describe('states', () => {
  const states = (detail: object, time?: number) =>
    capturedActivityOf([{ status: 200, body: [captured(detail)], ...(time === undefined ? {} : { at: time }) }]);

  test('a state counts from when it was seen, and since when it is, is not known', () => {
    const { events, lacks } = states({ state: 5 }, Date.parse(at(6)));
    expect(lacks).toEqual([]);
    expect(replayActivity(events, { now: at(30) }).maps[0]).toMatchObject({
      state: 'paused',
      segments: [{ state: 'paused', from: at(6) }],
    });
    expect(mapActivityOf(events).value[0]).not.toHaveProperty('since');
  });

  test.each([
    ['paused by the last request', 5, 5, 'paused', []],
    ['paused by something else', 5, 1, undefined, ['since when a map is paused']],
    ['running', 4, 1, 'running', []],
    ['initializing since the start', 2, 1, 'initializing', []],
    ['resuming since the resumption', 3, 6, 'resuming', []],
    ['resuming, but stopped last', 3, 4, undefined, ['since when a map is resuming']],
    ['of a number that is not known', 77, 1, undefined, ['the state of a map']],
  ] as const)('without a time: %s', (_, state, action, expected, lacks) => {
    const found = states({ state, lastRequest: request(action) });
    expect(found.lacks).toEqual(lacks);
    expect(found.events.filter((event) => event.state !== undefined).map((event) => event.state)).toEqual(
      expected === undefined ? [] : [expected],
    );
  });

  test('without a time and without a request', () => {
    expect(states({})).toMatchObject({ events: [], lacks: ['when the state of a map was seen'] });
  });
});

describe('catch-up errors', () => {
  const error = (more: object = {}) => ({
    ...{ id: 'c-1', errorMessage: 'mail ada@contoso.com', createdOn: at(3), retryStatus: 'Failed', projectName: pid },
    ...more,
  });

  test('are observed', () => {
    const { events, lacks } = read([captured()], { value: [error(), error({ id: 'c-2', retryStatus: 'Completed' })] });
    expect(lacks).toEqual([]);
    expect(events).toMatchObject([
      {
        ...{ type: 'observed', map: 'accounts - Customers V3', at: at(3) },
        errors: [
          { id: 'c-1', message: 'mail [email]', createdOn: at(3), retryStatus: 'failed' },
          { id: 'c-2', retryStatus: 'completed' },
        ],
      },
      { type: 'observed', state: 'running' },
    ]);
    expect(mapActivityOf(events).value[0]?.catchUpErrors).toEqual([{ id: 'c-1', createdOn: at(3) }]);
  });

  test('an envelope names the project, and a word that is not known is unknown', () => {
    const { events } = read({ projectName: pid, errors: [error({ projectName: undefined, retryStatus: 'Odd' })] });
    expect(events).toMatchObject([{ map: pid, errors: [{ retryStatus: 'unknown' }] }]);
  });

  test.each([
    ['no map', { projectName: undefined }, 'a catch-up error: which map it belongs to'],
    ['no zone', { createdOn: '2026-11-20 10:00' }, 'a catch-up error: when it was created'],
  ])('%s is named', (_, more, expected) => {
    expect(read([error(more)])).toMatchObject({ events: [], lacks: [expect.stringContaining(expected)] });
  });
});

test.each([
  ['an issue of another product', [{ id: 1, state: 'open', created_at: at(1), title: 'x' }]],
  ['a retry of another product', [{ id: 'x', retryStatus: 'Failed' }]],
  ['maps alone', [captured()]],
  ['sync errors', [{ id: 'x', integrationJob: 'j', createdOn: at(1) }]],
  ['nothing', [null, 7, 'x', [], {}]],
])('%s are not captured activity', (_, body) => {
  expect(hasCapturedActivity(body)).toBe(false);
});
