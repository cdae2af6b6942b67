import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import {
  memorySyncErrorStore,
  planRequests,
  type ReadyRequestPlan,
  type RequestRun,
  type RunEvent,
  requestsOfRun,
  runRequests,
  type SyncErrorStore,
} from '../../src/sync-errors/index.js';
import { ready } from '../support/plans.js';
import { rows } from './arbitrary-records.js';

const job = { name: 'Customers', status: 'active' } as const;
const planOf = (count: number): ReadyRequestPlan =>
  ready(
    planRequests({
      action: 'retry',
      job,
      queued: [],
      records: rows(count),
      limits: { recordsPerRequest: 1 },
    }),
  );
const statusesOf = ({ outcomes }: RequestRun) => outcomes.map(({ status }) => status);

/** A store that does as it is told, request by request, and remembers what arrived. */
function scripted(script: readonly string[], answers: Partial<SyncErrorStore> = {}) {
  const arrived: string[] = [];
  let calls = 0;
  const store: SyncErrorStore = {
    submit: async ({ id }) => {
      const does = script[calls] ?? 'accept';
      calls += 1;
      if (does === 'accept' || does === 'arrive-and-throw') arrived.push(id);
      if (does.endsWith('throw')) throw new Error('socket hang up, token=abcdefgh');
      if (does === 'nonsense') return undefined as never;
      return does === 'refuse' ? { status: 'refused', because: 'busy' } : { status: 'accepted' };
    },
    lookUp: async (id) => (arrived.includes(id) ? 'arrived' : 'absent'),
    ...answers,
  };
  return { store, arrived };
}

test('requests are sent in order, and each step is told', async () => {
  const plan = planOf(3);
  const { store, arrived } = scripted([]);
  const events: RunEvent[] = [];
  const run = await runRequests(plan, store, { onEvent: (event) => events.push(event) });
  expect(run.complete).toBe(true);
  expect(arrived).toEqual(plan.requests.map(({ id }) => id));
  expect(events.map(({ type }) => type)).toEqual(Array(3).fill(['request-started', 'request-settled']).flat());
});

test.each([
  ['refuse', 'refused'],
  ['throw', 'uncertain'],
  ['arrive-and-throw', 'uncertain'],
  ['nonsense', 'uncertain'],
])('at %s the run ends, and the next one continues', async (does, status) => {
  const plan = planOf(3);
  const { store, arrived } = scripted(['accept', does]);
  const first = await runRequests(plan, store);
  expect(statusesOf(first)).toEqual(['submitted', status, 'not-sent']);
  expect(JSON.stringify(first)).not.toContain('abcdefgh');
  const second = await runRequests(plan, store, { previous: JSON.parse(JSON.stringify(first)) });
  expect(second.complete).toBe(true);
  expect(arrived).toEqual(plan.requests.map(({ id }) => id));
});

test.each([
  ['does not know', async () => 'unknown' as const],
  ['fails', () => Promise.reject(new Error('no'))],
  [
    'throws at once',
    (): never => {
      throw new Error('no');
    },
  ],
  ['talks nonsense', async () => 'perhaps' as never],
])('what is uncertain stays so while the store %s', async (_name, lookUp) => {
  const plan = planOf(2);
  const { store, arrived } = scripted(['throw'], { lookUp });
  const first = await runRequests(plan, store);
  const second = await runRequests(plan, store, { previous: first });
  expect(statusesOf(second)).toEqual(['uncertain', 'not-sent']);
  expect(arrived).toEqual([]);
});

test('a slow store is waited for and asked once', async () => {
  let calls = 0;
  let answer: () => void = () => undefined;
  const store: SyncErrorStore = {
    submit: () => {
      calls += 1;
      return new Promise((resolve) => {
        answer = () => resolve({ status: 'accepted' });
      });
    },
    lookUp: async () => 'unknown',
  };
  const controller = new AbortController();
  const running = runRequests(planOf(2), store, { signal: controller.signal });
  await new Promise((resolve) => setTimeout(resolve, 30));
  controller.abort();
  await new Promise((resolve) => setTimeout(resolve, 10));
  answer();
  const run = await running;
  expect(calls).toBe(1);
  expect(run.outcomes).toMatchObject([{ status: 'submitted' }, { status: 'not-sent', because: 'aborted' }]);
});

test('a request that is in a plan twice is sent once', async () => {
  const plan = planOf(2);
  const { store, arrived } = scripted([]);
  const run = await runRequests({ ...plan, requests: [...plan.requests, ...plan.requests] }, store);
  expect(statusesOf(run)).toEqual(Array(4).fill('submitted'));
  expect(arrived).toEqual(plan.requests.map(({ id }) => id));
});

test('listeners that throw change nothing', async () => {
  const onEvent = () => {
    throw new Error('listener');
  };
  expect((await runRequests(planOf(2), scripted([]).store, { onEvent })).complete).toBe(true);
});

test('listeners that reject later leave nothing behind that could end the process', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  const onEvent = async () => {
    throw new Error('listener');
  };
  expect((await runRequests(planOf(2), scripted([]).store, { onEvent })).complete).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 0));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

test('a request that both the queue and an earlier run contain takes one place', async () => {
  const run = await runRequests(planOf(3), scripted([]).store);
  const queued = [...requestsOfRun(run), ...requestsOfRun(run)];
  const limits = { recordsPerRequest: 1 };
  const next = ready(planRequests({ action: 'retry', job, queued, records: rows(5), limits }));
  expect(next.requests.map(({ recordIds }) => recordIds)).toEqual([['r3'], ['r4']]);
  expect(next.remainder).toEqual([]);
});

test('rows of uncertain requests stay out of new plans', async () => {
  const run = await runRequests(planOf(3), scripted(['accept', 'throw']).store);
  const next = ready(planRequests({ action: 'retry', job, queued: requestsOfRun(run), records: rows(3) }));
  expect(next.requests.map(({ recordIds }) => recordIds)).toEqual([['r2']]);
  expect(next.refused.map(({ type }) => type)).toEqual(['already-queued', 'already-queued']);
});

property.prop([fc.anything()])('whatever is thrown, a run ends', async (thrown) => {
  const store: SyncErrorStore = { submit: () => Promise.reject(thrown), lookUp: () => Promise.reject(thrown) };
  expect(statusesOf(await runRequests(planOf(2), store))).toEqual(['uncertain', 'not-sent']);
});

property.prop([
  fc.integer({ min: 1, max: 5 }),
  fc.array(fc.constantFrom('accept', 'refuse', 'throw', 'arrive-and-throw', 'nonsense'), { maxLength: 30 }),
  fc.array(fc.boolean(), { maxLength: 30 }),
  fc.array(fc.boolean(), { maxLength: 30 }),
])('nothing is lost, nothing is sent twice, order is kept', async (count, script, lookUpFails, aborts) => {
  const plan = planOf(count);
  const ids = plan.requests.map(({ id }) => id);
  let lookUps = 0;
  const { store, arrived } = scripted(script, {
    lookUp: async (id) => {
      lookUps += 1;
      if (lookUpFails[lookUps]) throw new Error('no');
      return arrived.includes(id) ? 'arrived' : 'absent';
    },
  });
  let previous: RequestRun | undefined;
  for (let attempt = 0; attempt < 100 && previous?.complete !== true; attempt += 1) {
    const controller = new AbortController();
    if (aborts[attempt]) controller.abort();
    previous = await runRequests(plan, store, { previous, signal: controller.signal });
    expect(previous.outcomes.map(({ request }) => request.id)).toEqual(ids);
    for (const { status, request } of previous.outcomes) {
      if (status === 'submitted') expect(arrived).toContain(request.id);
      if (status === 'refused' || status === 'not-sent') expect(arrived).not.toContain(request.id);
    }
    expect(arrived).toEqual(ids.slice(0, arrived.length));
  }
  expect(previous?.complete).toBe(true);
  expect(arrived).toEqual(ids);
});

test('the store in memory takes a request once, and forgets dismissed rows', async () => {
  const store = memorySyncErrorStore({ records: rows(3) });
  const queued = (await store.requests())._unsafeUnwrap();
  const plan = ready(
    planRequests({
      action: 'dismiss',
      job,
      queued,
      records: rows(2),
      confirmDismissal: 'dismiss-permanently',
    }),
  );
  await runRequests(plan, store);
  const again = await runRequests(plan, store);
  expect(again.complete).toBe(true);
  const [request, ...others] = (await store.requests())._unsafeUnwrap();
  expect(others).toEqual([]);
  const id = request?.id ?? '';
  const ids = async () => {
    const all: string[] = [];
    for await (const record of store.records()) all.push(record.id);
    return all;
  };
  expect(await ids()).toEqual(['r0', 'r1', 'r2']);
  expect((await store.advance({ type: 'complete', id }))._unsafeUnwrapErr().type).toBe('wrong-status');
  await store.advance({ type: 'start', id });
  await store.advance({ type: 'complete', id });
  expect(await ids()).toEqual(['r2']);
  expect((await store.dismissed())._unsafeUnwrap()).toEqual(new Set(['r0', 'r1']));
  await store.add(rows(4));
  expect(await ids()).toEqual(['r2', 'r2', 'r3']);
});
