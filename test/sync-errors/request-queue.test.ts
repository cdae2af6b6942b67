import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import type { QueuedRequest, SyncErrorRequest } from '../../src/sync-errors/index.js';
import { type QueueStep, type RequestQueue, requestQueue } from '../../src/sync-errors/request-queue.js';

const request = (id: string, recordIds: readonly string[] = [`${id}-row`], job = 'Customers'): SyncErrorRequest => ({
  id,
  job,
  action: 'retry',
  recordIds,
});
const enqueue = (id: string, recordIds?: readonly string[], job?: string): QueueStep => ({
  type: 'enqueue',
  request: request(id, recordIds, job),
});
const after = (...steps: readonly QueueStep[]): RequestQueue => {
  const queue = requestQueue();
  for (const step of steps) queue.put(queue.after(step)._unsafeUnwrap());
  return queue;
};

test('a request waits, runs and ends', () => {
  const queue = after(enqueue('a'), enqueue('b'), { type: 'start', id: 'a' }, { type: 'fail', id: 'a', because: 'no' });
  expect(queue.requests().map(({ id, status, because }) => [id, status, because])).toEqual([
    ['a', 'failed', 'no'],
    ['b', 'queued', undefined],
  ]);
});

const two = after(enqueue('a'), enqueue('b'));
const running = after(enqueue('a'), enqueue('b'), { type: 'start', id: 'a' });
const full = after(...['a', 'b', 'c', 'd', 'e'].map((id) => enqueue(id)));
const room = { type: 'enqueue', job: 'Customers' };
const many = Array.from({ length: 10_001 }, (_, index) => `x${index}`);

test.each<[string, RequestQueue, QueueStep, string, readonly object[]]>([
  [
    'starting what is not there',
    two,
    { type: 'start', id: 'z' },
    'unknown-request',
    [{ type: 'start', id: 'a' }, room],
  ],
  ['starting the second first', two, { type: 'start', id: 'b' }, 'not-its-turn', [{ type: 'start', id: 'a' }, room]],
  [
    'starting while one runs',
    running,
    { type: 'start', id: 'b' },
    'not-its-turn',
    [{ type: 'complete', id: 'a' }, { type: 'fail', id: 'a' }, room],
  ],
  [
    'starting twice',
    running,
    { type: 'start', id: 'a' },
    'wrong-status',
    [{ type: 'complete', id: 'a' }, { type: 'fail', id: 'a' }, room],
  ],
  ['completing what waits', two, { type: 'complete', id: 'a' }, 'wrong-status', [{ type: 'start', id: 'a' }, room]],
  ['the same again', two, enqueue('a'), 'request-exists', [{ type: 'start', id: 'a' }, room]],
  ['a sixth', full, enqueue('f'), 'queue-full', [{ type: 'start', id: 'a' }]],
  ['no rows', requestQueue(), enqueue('a', []), 'no-records', [room]],
  ['too many rows', requestQueue(), enqueue('a', many), 'too-many-records', [room]],
  ['a row that is under way', two, enqueue('c', ['B-ROW']), 'records-taken', [{ type: 'start', id: 'a' }, room]],
  [
    'a row that was dismissed',
    requestQueue([{ id: 'a', job: 'Customers', action: 'dismiss', recordIds: ['x'], status: 'completed' }]),
    enqueue('c', ['X']),
    'records-taken',
    [room],
  ],
  ['a row twice', requestQueue(), enqueue('c', ['x', 'X']), 'records-taken', [room]],
])('%s is illegal', (_name, queue, step, type, allowed) => {
  const fault = queue.after(step)._unsafeUnwrapErr();
  expect(fault.type).toBe(type);
  expect(fault.allowed).toEqual(allowed);
});

test('jobs do not wait for each other, and rows of finished requests are free', () => {
  expect(full.after(enqueue('v', ['v'], 'Vendors')).isOk()).toBe(true);
  const ended = after(enqueue('a', ['x']), { type: 'start', id: 'a' }, { type: 'complete', id: 'a' });
  expect(ended.after(enqueue('b', ['x'])).isOk()).toBe(true);
});

const isOpen = ({ status }: QueuedRequest): boolean => /queued|running/.test(status);

const anyStep: fc.Arbitrary<QueueStep> = fc.oneof(
  fc
    .record({
      id: fc.nat(12),
      rows: fc.array(fc.nat(20), { maxLength: 3 }),
      job: fc.constantFrom('Customers', 'Vendors'),
    })
    .map(({ id, rows, job }) => enqueue(`q${id}`, rows.map(String), job)),
  fc
    .record({ id: fc.nat(12), type: fc.constantFrom('start', 'complete') })
    .map(({ id, type }): QueueStep => ({ type, id: `q${id}` })),
  fc.nat(12).map((id): QueueStep => ({ type: 'fail', id: `q${id}`, because: 'x' })),
);

property.prop([fc.array(anyStep, { maxLength: 80 })])('limits and order hold, whatever is tried', (steps) => {
  const queue = requestQueue();
  const started: string[] = [];
  for (const step of steps) {
    const before = structuredClone(queue.requests());
    const result = queue.after(step);
    expect(queue.requests()).toEqual(before);
    if (result.isErr()) {
      // What is named as allowed is allowed.
      for (const allowed of result.error.allowed) {
        if (allowed.type === 'enqueue') continue;
        expect(queue.after({ because: '', ...allowed }).isOk()).toBe(true);
      }
      continue;
    }
    queue.put(result.value);
    if (step.type === 'start') started.push(step.id);
    for (const job of ['Customers', 'Vendors']) {
      const open = queue.requests().filter((one) => one.job === job && isOpen(one));
      expect(open.length).toBeLessThanOrEqual(5);
      expect(open.filter(({ status }) => status === 'running').length).toBeLessThanOrEqual(1);
    }
    const rows = queue
      .requests()
      .filter(isOpen)
      .flatMap((one) => one.recordIds);
    expect(new Set(rows).size).toBe(rows.length);
    // A queue that is made of its requests again answers alike.
    const again = requestQueue(queue.requests());
    for (const next of steps) expect(again.after(next)).toEqual(queue.after(next));
  }
  for (const job of ['Customers', 'Vendors']) {
    const created = queue
      .requests()
      .filter((one) => one.job === job)
      .map(({ id }) => id);
    const startedOfJob = started.filter((id) => created.includes(id));
    expect(startedOfJob).toEqual(created.slice(0, startedOfJob.length));
  }
});
