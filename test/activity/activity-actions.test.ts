import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  type ActivityAction,
  type ActivityAnswer,
  type ActivityOutcome,
  type ActivityPort,
  type ActivityRequest,
  type MapActivity,
  planActivityAction,
  replayActivity,
  retriedCatchUpErrors,
  runActivityPlan,
} from '../../src/activity/index.js';
import { memoryActivityPort } from '../../src/testing/index.js';
import { faultOf, ready } from '../support/plans.js';

const map = 'Customers V3 (accounts)';
const day = (number: number, time = '00:00:00') => `2026-11-0${number}T${time}Z`;
type Told = readonly [type: string, at: string, more?: object];
const started: readonly Told[] = [
  ['map-created', day(1)],
  ['run', day(1)],
];
const live: readonly Told[] = [...started, ['initial-sync-completed', day(1), { executionId: 'A' }]];
const failed: readonly Told[] = [
  ...started,
  ['initial-sync-completed', day(1), { executionId: 'A', directions: [{ direction: 1, errors: 3 }] }],
];
const errorsOf = (...statuses: readonly string[]) => ({
  errors: statuses.map((retryStatus, index) => ({ id: `R${index}`, createdOn: day(1), retryStatus })),
});
const caughtUp = (...statuses: readonly string[]): readonly Told[] => [
  ...live,
  ['catch-up-completed', day(1), errorsOf(...statuses)],
];

function activityOf(told: readonly Told[], now = day(1, '12:00:00')): MapActivity {
  const events = told.map(([type, at, more]) => ({ map, type, at, ...more }));
  const [activity] = replayActivity(events, { now }).maps;
  if (activity === undefined) throw new Error('expected a map');
  return activity;
}

const rerun: ActivityAction = { type: 'rerun-initial-sync', records: 'all' };
const retryAll: ActivityAction = { type: 'retry-catch-up-errors', recordIds: 'all' };
const download: ActivityAction = { type: 'download-error-log' };
const retry = (...recordIds: string[]): ActivityAction => ({ type: 'retry-catch-up-errors', recordIds });
const log = 'https://contoso.example/log/1';

describe('a plan', () => {
  test.each<[string, readonly Told[], ActivityAction, readonly object[], string]>([
    [
      'all of an initial sync',
      failed,
      rerun,
      [{ type: 'rerun-initial-sync', executionId: 'A', records: 'all' }],
      'completely, including the 3 records that failed',
    ],
    [
      'without the errors',
      failed,
      { ...rerun, records: 'without-errors' },
      [{ executionId: 'A', records: 'without-errors' }],
      'the 3 records that failed remain unsynchronized',
    ],
    ['by its id', failed, { ...rerun, executionId: '{a}' }, [{ executionId: 'A' }], '1 execution'],
    [
      'all catch-up errors',
      caughtUp('failed', 'completed', 'not-retried'),
      retryAll,
      [{ type: 'retry-catch-up-error', recordId: 'R0' }, { recordId: 'R2' }],
      'Retries 2 catch-up errors, one after the other. 1 record cannot be retried.',
    ],
    [
      'some of them, in the order of the selection',
      caughtUp('failed', 'unknown', 'not-retried'),
      retry('r2', ' R1 '),
      [{ recordId: 'R2' }, { recordId: 'R1' }],
      'Retries 2 catch-up errors',
    ],
    [
      'the log of the latest error',
      [...live, ['error', day(1), { log: 'older' }], ['error', day(2), { log }], ['error', day(3)]],
      download,
      [{ type: 'download-error-log', log }],
      'of 2026-11-02T00:00:00Z',
    ],
    [
      'the log of one error',
      [...live, ['error', day(1), { id: 'e1', log: 'older' }], ['error', day(2), { log }]],
      { ...download, eventId: 'E1' },
      [{ log: 'older' }],
      'of 2026-11-01T00:00:00Z',
    ],
  ])('%s', (_, told, action, requests, summary) => {
    const plan = ready(planActivityAction(activityOf(told), action));
    expect(plan.requests).toMatchObject(requests);
    expect(plan.requests).toHaveLength(requests.length);
    expect(plan.summary).toContain(summary);
  });

  test('ids are the same for the same situation, and others once the log tells more', () => {
    const before = ready(planActivityAction(activityOf(caughtUp('not-retried')), retryAll));
    expect(ready(planActivityAction(activityOf(caughtUp('not-retried'), day(1, '13:00:00')), retryAll))).toEqual(
      before,
    );
    const later = activityOf([
      ...caughtUp('not-retried'),
      ['catch-up-completed', day(1, '11:00:00'), errorsOf('failed')],
    ]);
    const after = ready(planActivityAction(later, retryAll));
    expect(after.requests[0]?.id).not.toBe(before.requests[0]?.id);
  });
});

describe('a refusal', () => {
  test.each<[string, readonly Told[], ActivityAction, object]>([
    [
      'of an execution that is not there',
      failed,
      { ...rerun, executionId: 'B' },
      { type: 'unknown-execution', executionId: 'B' },
    ],
    ['of one without errors', live, rerun, { type: 'nothing-to-rerun' }],
    [
      'while it is under way',
      [...failed, ['initial-sync-started', day(1), { executionId: 'A' }]],
      rerun,
      { type: 'not-allowed-in-state', state: 'initializing', allowed: [] },
    ],
    [
      'while paused',
      [...failed, ['paused', day(1)]],
      rerun,
      { type: 'not-allowed-in-state', state: 'paused', allowed: ['run'] },
    ],
    [
      'of a stopped map',
      [...failed, ['paused', day(1)], ['stopped', day(1)]],
      rerun,
      { type: 'not-allowed-in-state', state: 'stopped', allowed: ['run'] },
    ],
    ['where there is nothing to retry', live, retryAll, { type: 'nothing-to-retry', refused: [] }],
    [
      'where all were retried',
      caughtUp('completed'),
      retryAll,
      { type: 'nothing-to-retry', refused: [{ type: 'already-completed', recordId: 'R0' }] },
    ],
    [
      'where a retry is under way',
      caughtUp('retrying'),
      retryAll,
      { type: 'nothing-to-retry', refused: [{ type: 'being-retried' }] },
    ],
    [
      'of records that are not there',
      caughtUp('failed'),
      retry('R9'),
      { type: 'nothing-to-retry', refused: [{ type: 'unknown-record', recordId: 'R9' }] },
    ],
    [
      'of retries while paused',
      [...caughtUp('failed'), ['paused', day(1)]],
      retryAll,
      { type: 'not-allowed-in-state', state: 'paused', allowed: ['run'] },
    ],
    ['where there is no log', [...live, ['error', day(1)]], download, { type: 'no-log' }],
    ['where there is no error', live, download, { type: 'no-log' }],
    ['of an event that is not there', live, { ...download, eventId: 'e9' }, { type: 'unknown-event', eventId: 'e9' }],
    [
      'of an event that is not an error',
      [...live, ['paused', day(1), { id: 'p' }]],
      { ...download, eventId: 'p' },
      { type: 'no-log' },
    ],
  ])('%s', (_, told, action, expected) => {
    const plan = planActivityAction(activityOf(told), action);
    const fault = faultOf(plan);
    expect({ ...fault, refused: plan.refused }).toMatchObject({ map, ...expected });
    expect(fault.whatToDo).toMatch(/\.$/);
  });

  test('of what was purged after a day', () => {
    const purged = activityOf(caughtUp('failed', 'failed'), day(2));
    expect(planActivityAction(purged, retryAll)).toMatchObject({
      verdict: 'obstructed',
      fault: { type: 'already-purged' },
      refused: [{ type: 'already-purged' }, { type: 'already-purged' }],
    });
    expect(planActivityAction(activityOf(caughtUp('failed'), day(1, '23:59:59')), retryAll).verdict).not.toBe(
      'obstructed',
    );
  });
});

property.prop([
  fc.array(fc.constantFrom('not-retried', 'retrying', 'completed', 'failed', 'unknown'), { maxLength: 8 }),
  fc.array(
    fc.nat(10).map((number) => `R${number}`),
    { maxLength: 12 },
  ),
])('every selected record is in exactly one place', (statuses, selected) => {
  const { requests, refused } = planActivityAction(activityOf(caughtUp(...statuses)), retry(...selected));
  const placed = [
    ...requests.map((request) => (request.type === 'retry-catch-up-error' ? request.recordId : '')),
    ...refused.map(({ recordId }) => recordId),
  ];
  expect(placed.sort()).toEqual([...selected].sort());
  const ids = requests.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

const planOf = (number: number) =>
  ready(planActivityAction(activityOf(caughtUp(...Array(number).fill('failed'))), retryAll));
const statusesOf = (outcomes: readonly ActivityOutcome[]) => outcomes.map(({ status }) => status);

/** A port that does as it is told, call by call, and remembers every effect. */
function scripted(script: readonly string[]) {
  const effects: string[] = [];
  let calls = 0;
  const port: ActivityPort = {
    submit: async ({ id }: ActivityRequest): Promise<ActivityAnswer> => {
      const does = script[calls++] ?? 'done';
      if (does === 'throw') throw new Error('socket hang up, token=abcdefgh');
      if (does === 'refused') return { status: 'refused', because: 'busy, says ada@contoso.com' };
      if (does === 'nonsense') return undefined as never;
      effects.push(id);
      if (does === 'arrive-and-throw') throw new Error('timed out');
      return does === 'failed' ? { status: 'failed', because: 'no currency' } : { status: 'done' };
    },
    lookUp: async (id) => (effects.includes(id) ? 'arrived' : 'absent'),
  };
  return { port, effects };
}

describe('a run', () => {
  test.each([
    ['refused', 'refused', 'done'],
    ['throw', 'uncertain', 'done'],
    ['arrive-and-throw', 'uncertain', 'arrived'],
    ['nonsense', 'uncertain', 'done'],
    ['failed', 'failed', 'failed'],
  ])('%s: the others continue, and a second run sends nothing twice', async (does, status, afterward) => {
    const plan = planOf(3);
    const { port, effects } = scripted(['done', does]);
    const told: ActivityOutcome[] = [];
    const first = await runActivityPlan(plan, port, { onOutcome: (outcome) => told.push(outcome) });
    expect(statusesOf(first.outcomes)).toEqual(['done', status, 'done']);
    expect(told).toEqual(first.outcomes);
    expect(first.complete).toBe(false);
    expect(JSON.stringify(first)).not.toMatch(/abcdefgh|ada@/);
    const second = await runActivityPlan(plan, port, { previous: JSON.parse(JSON.stringify(first)) });
    expect(statusesOf(second.outcomes)).toEqual(['done', afterward, 'done']);
    expect(second.complete).toBe(afterward !== 'failed');
    expect([...effects].sort()).toEqual(plan.requests.map(({ id }) => id).sort());
  });

  test.each([
    ['does not know', async () => 'unknown' as const],
    ['fails', () => Promise.reject(new Error('no'))],
    ['talks nonsense', async () => 'perhaps' as never],
  ])('what is uncertain is not sent again while the port %s', async (_, lookUp) => {
    const plan = planOf(1);
    const first = await runActivityPlan(plan, scripted(['throw']).port);
    const { port, effects } = scripted([]);
    const second = await runActivityPlan(plan, { ...port, lookUp }, { previous: first });
    expect(statusesOf(second.outcomes)).toEqual(['uncertain']);
    expect(effects).toEqual([]);
  });

  test('checks a signal between requests', async () => {
    const plan = planOf(3);
    const { port, effects } = scripted([]);
    const controller = new AbortController();
    const first = await runActivityPlan(plan, port, { signal: controller.signal, onOutcome: () => controller.abort() });
    expect(statusesOf(first.outcomes)).toEqual(['done', 'not-sent', 'not-sent']);
    expect(effects).toHaveLength(1);
    const second = await runActivityPlan(plan, port, { previous: first });
    expect(second.complete).toBe(true);
    expect(effects).toHaveLength(3);
  });

  test('an aborted run looks nothing up, and keeps what is uncertain', async () => {
    const plan = planOf(1);
    const first = await runActivityPlan(plan, scripted(['throw']).port);
    const second = await runActivityPlan(plan, scripted([]).port, { previous: first, signal: AbortSignal.abort() });
    expect(second).toEqual(first);
  });

  test('a listener that throws costs nothing', async () => {
    const onOutcome = () => {
      throw new Error('no');
    };
    expect((await runActivityPlan(planOf(2), memoryActivityPort(), { onOutcome })).complete).toBe(true);
  });

  test('success sets the retry status', async () => {
    const activity = activityOf(caughtUp('failed', 'not-retried', 'completed'));
    const plan = ready(planActivityAction(activity, retryAll));
    const port = memoryActivityPort({ stillFailing: { R1: 'no currency' } });
    const run = await runActivityPlan(plan, port);
    expect(statusesOf(run.outcomes)).toEqual(['done', 'failed']);
    const errors = retriedCatchUpErrors(activity.catchUpErrors, run);
    expect(errors.map(({ retryStatus }) => retryStatus)).toEqual(['completed', 'failed', 'completed']);
    expect(port.requests()).toEqual(plan.requests);
  });

  test('a log is downloaded, and simply asked for again', async () => {
    const activity = activityOf([...live, ['error', day(1), { log }]]);
    const plan = ready(planActivityAction(activity, download));
    const content = 'line 1\nline 2';
    const failing: ActivityPort = { submit: () => Promise.reject(new Error('no')), lookUp: async () => 'unknown' };
    const first = await runActivityPlan(plan, failing);
    const second = await runActivityPlan(plan, memoryActivityPort({ logs: { [log]: content } }), { previous: first });
    expect(second.outcomes).toMatchObject([{ status: 'done', content }]);
    const none = await runActivityPlan(plan, memoryActivityPort());
    expect(none.outcomes).toMatchObject([{ status: 'refused', because: 'there is no such log' }]);
    const empty = await runActivityPlan(plan, scripted([]).port);
    expect(statusesOf(empty.outcomes)).toEqual(['uncertain']);
  });
});

const behaviors = ['done', 'failed', 'refused', 'throw', 'arrive-and-throw', 'nonsense'] as const;
property.prop([fc.nat(6), fc.array(fc.constantFrom(...behaviors), { maxLength: 30 }), fc.nat(4)])(
  'however a port fails, nothing is sent twice and everything is told',
  async (number, script, runs) => {
    const plan = ready(planActivityAction(activityOf(caughtUp(...Array(number + 1).fill('failed'))), retryAll));
    const { port, effects } = scripted(script);
    let run = await runActivityPlan(plan, port);
    for (let again = 0; again < runs; again += 1) run = await runActivityPlan(plan, port, { previous: run });
    expect(run.outcomes.map(({ request }) => request)).toEqual(plan.requests);
    expect(new Set(effects).size).toBe(effects.length);
    for (const { request, status } of run.outcomes) {
      if (status === 'done' || status === 'arrived' || status === 'failed') expect(effects).toContain(request.id);
      if (status === 'refused' || status === 'not-sent') expect(effects).not.toContain(request.id);
    }
  },
);
